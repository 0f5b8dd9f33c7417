"""What members are responsible for, and who takes it over when they leave (CO-3).

Upper floors register what they know in `AppConfig.ready`:

    responsibilities.register(Responsibility("equipment.machines", "forklift", count=…, words=…, hand_over=…))

`count` tells how many things a member has; `words` says so in a sentence; `hand_over` gives them to the successor, or
to nobody where there is none, and tells the journal. It is called inside the action's transaction, as an actor who may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kontor.companies.actors import By
from kontor.companies.models import Member


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One kind of thing that members are responsible for."""

    name: str
    icon: str
    count: Callable[[Member], int]
    words: Callable[[int], str]
    hand_over: Callable[[Member, Member | None, By], int]


@dataclass(frozen=True, slots=True)
class Has:
    """How much of one kind a member has."""

    icon: str
    words: str


_known: dict[str, Responsibility] = {}


def register(one: Responsibility) -> None:
    """Let the deactivation page tell of, and hand over, this kind of thing."""
    _known[one.name] = one


def of(member: Member) -> list[Has]:
    """What a member is responsible for now; one query for each kind."""
    counted = ((one, one.count(member)) for one in _known.values())
    return [Has(one.icon, one.words(number)) for one, number in counted if number]


def hand_over(leaving: Member, successor: Member | None, *, by: By) -> dict[str, int]:
    """Give all of it to the successor; how many things of each kind went over."""
    counted = {one.name: one.hand_over(leaving, successor, by) for one in _known.values()}
    return {name: number for name, number in counted.items() if number}
