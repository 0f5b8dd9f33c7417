"""How many people can sign in a second, and what one costs; `make bench-sign-in`.

Each sign-in is of a person of their own, with the right password, from an origin of its own: the form's page is fetched
first, only sending it counts. Beside it stands how long checking one password takes without any portal: Argon2, as the
settings have it, is meant to be dear, and sets the limit.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final

from django.contrib.auth.hashers import Argon2PasswordHasher

from bench.client import CONNECTIONS, Measured
from bench.cpu import Meter
from bench.enumeration import Stranger
from bench.portal import SALT, Portal, behind_a_proxy
from bench.report import table, write
from bench.stack import PASSWORD, WEB_PROCESSES, WEB_THREADS

SECONDS: Final = 10
WARM_UP: Final = 8  # by each connection
CHECKS: Final = 20
WITH_PASSWORD: Final = 399  # from number 2 on, see data.sql


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench-sign-in ARGS=…", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--out", type=Path, help="where the report goes (bench/results/<day>-sign-in.md)")
    wanted = parser.parse_args()
    with behind_a_proxy() as (portal, meter):
        one_check = check()
        numbers = count()
        sign_in(portal, meter, numbers, most=WARM_UP)
        measured = sign_in(portal, meter, numbers, seconds=wanted.seconds)
    report = text(measured, one_check)
    print(report, f"Written to {write(report, wanted.out, name='sign-in')}", sep="\n")
    return 0


def check() -> float:
    """Seconds of processor time that it takes to check one password."""
    hasher = Argon2PasswordHasher()
    hashed = hasher.encode(PASSWORD, SALT)
    began = time.process_time()
    for _each in range(CHECKS):
        assert hasher.verify(PASSWORD, hashed)
    return (time.process_time() - began) / CHECKS


def sign_in(
    portal: Portal, meter: Meter, numbers: Iterator[int], *, seconds: float = 600, most: int = sys.maxsize
) -> Measured:
    """As many as can, over several connections at once, for some seconds; each connection does `most`."""
    measured, lock = Measured(), threading.Lock()

    def one_after_the_other() -> None:
        for _each in range(most):
            if time.perf_counter() - began >= seconds:
                return
            with lock:
                number = next(numbers)
            person = Stranger(portal, meter, number)
            login = f"person-{2 + number % WITH_PASSWORD:05}@kontor.example"
            answer = person.send("/accounts/login/", {"login": login, "password": PASSWORD})
            assert answer.status == 302, f"{login} could not sign in ({answer.status})"
            with lock:
                measured.seconds.append(answer.seconds)

    before, began = meter.read(), time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        for done in [pool.submit(one_after_the_other) for _each in range(CONNECTIONS)]:
            done.result()
    measured.elapsed = time.perf_counter() - began
    measured.used = meter.read() - before
    return measured


def text(measured: Measured, one_check: float) -> str:
    """The report."""
    rows = [
        ("sign-ins a second, with the page of the form", f"{measured.rate:.1f}"),
        ("answer to the form, median", f"{measured.percentile(0.5) * 1000:.0f} ms"),
        ("95 of 100 within", f"{measured.percentile(0.95) * 1000:.0f} ms"),
        ("processor time of one sign-in, all servers", f"{measured.cost * 1000:.0f} ms"),
        ("of that checking the password (Argon2)", f"{one_check * 1000:.0f} ms"),
    ]
    how = (
        f"{len(measured.seconds)} people signed in within {measured.elapsed:.0f} s, {CONNECTIONS} at a time; {WEB_PROCESSES} web "
        f"processes of {WEB_THREADS} threads. Other work took {measured.used.others:.1f} s of processor time meanwhile."
    )
    return "\n\n".join([f"# {datetime.now(UTC):%Y-%m-%d}: signing in", how, table(("", ""), rows)]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
