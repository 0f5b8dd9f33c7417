"""What a merge of two companies does with each kind of thing (docs/decisions/0020-merged-companies.md).

Upper floors register what they know in `AppConfig.ready`:

    carrying.register(Part("machines", "forklift", Fate.COMES, count=…, words=…, carry=…))

`count` says how many there are of earlier and successor, `words` says so in a sentence, `carry` does it: inside the merge's
transaction, with the operator's rights. What waits to be decided first (`Fate.FIRST`) stands in the way of merging.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kontor.companies.models import Address, Company, Member
from kontor.partners.models import Staff


class Fate(StrEnum):
    """What becomes of a kind of thing when its company is merged into another."""

    FIRST = "first"
    COMES = "comes"
    STAYS = "stays"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge under way: who each person is in the successor, and which of its places each place is; by former keys."""

    earlier: Company
    successor: Company
    people: Mapping[int, Member]
    places: Mapping[int, Address]
    by: Staff


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of thing, and what becomes of it."""

    name: str
    icon: str
    fate: Fate
    count: Callable[[Company, Company], int]
    words: Callable[[int], str]
    carry: Callable[[Merge], object] | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """How much of one kind there is."""

    icon: str
    fate: Fate
    words: str


_known: dict[str, Part] = {}


def register(*parts: Part) -> None:
    """Let a merge tell of, and do, what is right for these kinds of things."""
    _known.update({part.name: part for part in parts})


def found(earlier: Company, successor: Company) -> list[Has]:
    """What there is of each kind; one query for each."""
    counted = ((part, part.count(earlier, successor)) for part in _known.values())
    return [Has(part.icon, part.fate, part.words(number)) for part, number in counted if number]


def carry(merge: Merge) -> None:
    """Do with each kind what is to be done with it."""
    for part in _known.values():
        if part.carry is not None:
            part.carry(merge)
