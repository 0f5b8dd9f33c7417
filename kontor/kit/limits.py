"""How often something may be tried.

The counters stand in the cache's table and are written over the second connection: on the request's own one, three
refused tries would count none. One statement counts and answers, so tries at once are all counted.
"""

from __future__ import annotations

import hashlib
import time
from typing import Final

from django.db import connections, transaction

from kontor.kit.routers import ASIDE

HOUR: Final = 60 * 60
DAY: Final = 24 * HOUR

_COUNT: Final = """
    INSERT INTO kontor_cache AS c (cache_key, value, expires)
    VALUES (%(key)s, '1', now() + make_interval(secs => %(seconds)s))
    ON CONFLICT (cache_key) DO UPDATE SET
      value = CASE WHEN c.expires < now() THEN '1' ELSE (c.value::int + 1)::text END,
      expires = CASE WHEN c.expires < now() THEN EXCLUDED.expires ELSE c.expires END
    RETURNING value::int
"""


def within(most: int, seconds: int, what: str, whose: str) -> bool:
    """Count one try of `what` by `whose`; whether there were at most `most` since the first of these `seconds`."""
    with transaction.atomic(using=ASIDE), connections[ASIDE].cursor() as cursor:
        cursor.execute(_COUNT, {"key": _key(what, whose), "seconds": seconds})
        (count,) = cursor.fetchone()
    return bool(count <= most)


# A try counts unless it came before its time: after `free` of them each wait is twice the last one, up to a longest.
_TRY: Final = """
    INSERT INTO kontor_cache AS c (cache_key, value, expires)
    VALUES (%(key)s, '1 ' || %(now)s, to_timestamp(%(now)s) + make_interval(secs => %(forgotten)s))
    ON CONFLICT (cache_key) DO UPDATE SET
      value = CASE WHEN c.expires < to_timestamp(%(now)s) THEN 0 ELSE split_part(c.value, ' ', 1)::int END + 1
        || ' ' || %(now)s,
      expires = EXCLUDED.expires
    WHERE c.expires < to_timestamp(%(now)s) OR split_part(c.value, ' ', 2)::bigint + CASE
      WHEN split_part(c.value, ' ', 1)::int < %(free)s THEN 0
      ELSE least(%(longest)s, %(first)s * 2 ^ least(split_part(c.value, ' ', 1)::int - %(free)s, 20)) END <= %(now)s
    RETURNING value
"""
FIRST_WAIT: Final = 30
LONGEST_WAIT: Final = 15 * 60
FORGOTTEN: Final = DAY


def wait_before(what: str, whose: str, *, free: int) -> int:
    """Count one try of `what` by `whose`, if its time has come: 0; else the seconds that are left to wait.

    `free` tries follow one another at once, later ones after 30 seconds, a minute, … at most a quarter of an hour: nobody is
    locked out for good. A day without a try, or `forgive`, and it begins anew.
    """
    now = int(time.time())
    key = _key(what, whose)
    numbers = {"now": now, "free": free, "first": FIRST_WAIT, "longest": LONGEST_WAIT, "forgotten": FORGOTTEN}
    with transaction.atomic(using=ASIDE), connections[ASIDE].cursor() as cursor:
        cursor.execute(_TRY, {"key": key, **numbers})
        if cursor.fetchone():
            return 0
        cursor.execute("SELECT value FROM kontor_cache WHERE cache_key = %s", [key])
        count, last = (int(part) for part in cursor.fetchone()[0].split())
    longest: int = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(count - free, 20))
    return max(1, last + longest - now)


def take_back(what: str, whose: str) -> None:
    """The last try was none that counts."""
    with transaction.atomic(using=ASIDE), connections[ASIDE].cursor() as cursor:
        cursor.execute(
            "UPDATE kontor_cache SET value = greatest(0, split_part(value, ' ', 1)::int - 1) || ' 0'"
            " WHERE cache_key = %s",
            [_key(what, whose)],
        )


def forgive(what: str, whose: str) -> None:
    """All tries of `what` by `whose` are forgotten."""
    with transaction.atomic(using=ASIDE), connections[ASIDE].cursor() as cursor:
        cursor.execute("DELETE FROM kontor_cache WHERE cache_key = %s", [_key(what, whose)])


def _key(what: str, whose: str) -> str:
    return f"tries:{what}:{hashlib.sha256(whose.lower().encode()).hexdigest()}"
