"""Whether a stranger can tell by the time an answer takes if an address has an account; `make bench-enumeration`.

Each form is sent with addresses that are known and addresses that are not, in random order, each from an origin of its
own (so that no throttle answers instead). Whether the two kinds differ is judged by a permutation test of the rank sum,
which assumes nothing about how times are distributed. Pages and states are compared too.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
import urllib.parse
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.client import Browser, token_in
from bench.cpu import Meter
from bench.portal import Portal, behind_a_proxy
from bench.report import table, write

ASKED: Final = 200
WARM_UP: Final = 20
PERMUTATIONS: Final = 10_000
# One test for each form: by chance alone one of a hundred runs finds a difference.
ONE_OF_A_HUNDRED: Final = 0.01


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stranger notices: status, where it leads on to, the size of the page, and seconds."""

    status: int
    onward: str
    size: int
    seconds: float


@dataclass(slots=True)
class Compared:
    """Answers of one form to addresses that are known and to such as are not."""

    known: list[Answer] = field(default_factory=list)
    unknown: list[Answer] = field(default_factory=list)

    @property
    def seconds(self) -> tuple[list[float], list[float]]:
        return [each.seconds for each in self.known], [each.seconds for each in self.unknown]

    @property
    def look_alike(self) -> bool:
        """Whether status, address and page are the same, but for the address that was typed."""
        looks = [{(each.status, each.onward) for each in kind} for kind in (self.known, self.unknown)]
        sizes = [{each.size for each in kind} for kind in (self.known, self.unknown)]
        return looks[0] == looks[1] and sizes[0] == sizes[1]


class Stranger(Browser):
    """Somebody without an account, at an address of their own."""

    def __init__(self, portal: Portal, meter: Meter, number: int) -> None:
        super().__init__(portal.port, meter)
        self.origin = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"

    def headers(self) -> dict[str, str]:
        return super().headers() | {"X-Forwarded-For": self.origin}

    def send(self, path: str, form: dict[str, str], page: str = "") -> Answer:
        """Fill in the form at an address; only sending it is timed."""
        if not page:
            _status, _onward, page = self.request("GET", path)
        body = urllib.parse.urlencode(form | {"csrfmiddlewaretoken": token_in(page)}).encode()
        began = time.perf_counter()
        status, onward, page = self.request("POST", path, body)
        return Answer(status, onward, len(page), time.perf_counter() - began)


def sign_in(stranger: Stranger, email: str) -> Answer:
    return stranger.send("/accounts/login/", {"login": email, "password": "not-the-password-26"})


def forget_password(stranger: Stranger, email: str) -> Answer:
    return stranger.send("/accounts/password/reset/", {"email": email})


def register(stranger: Stranger, email: str) -> Answer:
    person = {"kind": "customer", "first_name": "Kim", "last_name": "Berg", "title": "", "phone": ""}
    return stranger.send("/register/", person | {"email": email})


def name_a_colleague(stranger: Stranger, email: str) -> Answer:
    register(stranger, f"stranger-{stranger.origin}@nobody.example")
    return stranger.send("/register/colleague/", {"knows_colleague": "yes", "colleague_email": email})


FORMS: Final[dict[str, Callable[[Stranger, str], Answer]]] = {
    "sign-in, wrong password": sign_in,
    "password forgotten": forget_password,
    "registration": register,
    "registration, a colleague's address": name_a_colleague,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench-enumeration ARGS=…", description=__doc__)
    parser.add_argument("--asked", type=int, default=ASKED, help="how often each form is sent for each kind")
    parser.add_argument(
        "--only", action="append", choices=FORMS, help="one form, by its name; may be given again"
    )
    parser.add_argument("--out", type=Path, help="where the report goes (bench/results/<day>-enumeration.md)")
    wanted = parser.parse_args()
    with behind_a_proxy() as (portal, meter):
        found = compare(portal, meter, wanted.asked, wanted.only or list(FORMS))
    report = text(found, wanted.asked)
    print(
        report,
        f"Written to {write(report, wanted.out, name='enumeration')}",
        sep="\n",
    )
    return 0


def compare(portal: Portal, meter: Meter, asked: int, names: Sequence[str]) -> dict[str, Compared]:
    """These forms in turn, every time for one known and one unknown address, in an order that chance decides."""
    found = {name: Compared() for name in names}
    chance, stranger = random.Random(26), 0
    for turn in range(WARM_UP + asked):
        # As long as each other, as are the pages that repeat them.
        number = f"{turn + 2:05}"
        addresses = [(True, f"person-{number}@kontor.example"), (False, f"nobody-{number}@kontor.example")]
        for name in names:
            for known, email in chance.sample(addresses, 2):
                stranger += 1
                answer = FORMS[name](Stranger(portal, meter, stranger), email)
                if turn >= WARM_UP:
                    (found[name].known if known else found[name].unknown).append(answer)
    return found


def chance_of(known: Sequence[float], unknown: Sequence[float]) -> tuple[float, float]:
    """How often a known address took longer than an unknown one (0.5: no telling), and how likely chance alone does so."""
    together = [*known, *unknown]
    ordered = sorted(together)
    ranks = [(bisect_left(ordered, each) + bisect_right(ordered, each) + 1) / 2 for each in together]
    size, other = len(known), len(unknown)
    expected = size * (len(together) + 1) / 2
    found = sum(ranks[:size])
    shuffled, further = random.Random(26), 0
    for _permutation in range(PERMUTATIONS):
        if abs(sum(shuffled.sample(ranks, size)) - expected) >= abs(found - expected):
            further += 1
    longer = (found - size * (size + 1) / 2) / (size * other)
    return longer, (further + 1) / (PERMUTATIONS + 1)


def text(found: dict[str, Compared], asked: int) -> str:
    """The report."""
    limit = ONE_OF_A_HUNDRED / len(found)
    rows = []
    for name, compared in found.items():
        known, unknown = compared.seconds
        longer, chance = chance_of(known, unknown)
        rows.append(
            (
                name,
                "yes" if compared.look_alike else "**no**",
                *(f"{statistics.median(times) * 1000:.2f}" for times in (known, unknown)),
                f"{longer:.3f}",
                f"{chance:.4f}",
                "no" if chance >= limit else "**yes**",
            )
        )
    head = (
        "form", "same status and page", "known, median ms", "unknown", "known takes longer", "by chance alone", "told apart",
    )  # fmt: skip
    return (
        "\n\n".join(
            [
                f"# {datetime.now(UTC):%Y-%m-%d}: known and unknown addresses",
                (
                    f"Each form was sent {asked} times for each kind, one after the other, in random order. “Known takes longer”: how often "
                    "an answer to a known address took longer than one to an unknown address; 0.500 says nothing about either. “By chance "
                    f"alone”: how likely a difference as large is if there is none ({PERMUTATIONS:,} permutations of the rank sum). Below "
                    f"{limit:.4f} the two are told apart: {ONE_OF_A_HUNDRED:.0%} for all forms together."
                ),
                table(head, rows),
            ]
        )
        + "\n"
    )


if __name__ == "__main__":
    sys.exit(main())
