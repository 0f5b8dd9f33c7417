"""How often something may be tried.

The counters stand in the cache's table and are written over the second connection: on the request's own one, three
refused tries would count none. One statement counts and answers, so tries at once are all counted.
"""

from __future__ import annotations

import hashlib
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
    key = f"tries:{what}:{hashlib.sha256(whose.lower().encode()).hexdigest()}"
    with transaction.atomic(using=ASIDE), connections[ASIDE].cursor() as cursor:
        cursor.execute(_COUNT, {"key": key, "seconds": seconds})
        (count,) = cursor.fetchone()
    return bool(count <= most)
