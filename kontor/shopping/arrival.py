"""How soon a line's goods can be had, in the few words that a row has room for."""

from __future__ import annotations

from decimal import Decimal

from kontor.catalogue.availability import Availability
from kontor.kit import formats, looks

SOON = ("in_stock", "few")


def arrival(here: Availability | None, quantity: Decimal | None) -> looks.Look | None:
    """In stock, how many are left, or the day by which so many are with the customer; None while nothing is known."""
    if here is None:
        return None
    wanted = here.least if quantity is None else quantity
    by = here.date_for(wanted)
    if here.state in SOON and by is not None and by == here.on:
        return (
            here.look if here.state == "in_stock" else looks.Look(here.look.tone, here.look.icon, here.words)
        )
    if by is None:
        return here.look if here.state not in SOON else looks.look("stock", "out")
    coming = looks.look("stock", "made" if here.state == "made" else "coming")
    return looks.Look(coming.tone, coming.icon, formats.day(by, "short"))
