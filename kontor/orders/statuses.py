"""The states of an order line and of the order that follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class LineStatus(models.TextChoices):
    """How far one line has come."""

    PLACED = "placed", _("Placed")
    CONFIRMED = "confirmed", _("Confirmed")
    PICKING = "picking", _("Picking")
    SHIPPED = "shipped", _("Shipped")
    DELIVERED = "delivered", _("Delivered")
    CANCELLED = "cancelled", _("Cancelled")


NEXT: Final[Mapping[LineStatus, frozenset[LineStatus]]] = {
    LineStatus.PLACED: frozenset({LineStatus.CONFIRMED, LineStatus.CANCELLED}),
    LineStatus.CONFIRMED: frozenset({LineStatus.PICKING, LineStatus.CANCELLED}),
    LineStatus.PICKING: frozenset({LineStatus.SHIPPED}),
    LineStatus.SHIPPED: frozenset({LineStatus.DELIVERED}),
    LineStatus.DELIVERED: frozenset(),
    LineStatus.CANCELLED: frozenset(),
}


class OrderStatus(models.TextChoices):
    """The order's own state, derived from its lines and stored for lists."""

    PLACED = "placed", _("Placed")
    CONFIRMED = "confirmed", _("Confirmed")
    PICKING = "picking", _("Picking")
    PART_SHIPPED = "part_shipped", _("Part shipped")
    SHIPPED = "shipped", _("Shipped")
    DELIVERED = "delivered", _("Delivered")
    CANCELLED = "cancelled", _("Cancelled")


OPEN: Final = (
    OrderStatus.PLACED,
    OrderStatus.CONFIRMED,
    OrderStatus.PICKING,
    OrderStatus.PART_SHIPPED,
    OrderStatus.SHIPPED,
)


def derive(lines: Iterable[str]) -> OrderStatus:
    """The order's state from those of its lines; cancelled lines count only when nothing else is left."""
    states = set(lines) - {LineStatus.CANCELLED}
    if not states:
        return OrderStatus.CANCELLED
    gone = {LineStatus.SHIPPED, LineStatus.DELIVERED}
    if states == {LineStatus.DELIVERED}:
        return OrderStatus.DELIVERED
    if states <= gone:
        return OrderStatus.SHIPPED
    if states & gone:
        return OrderStatus.PART_SHIPPED
    for state in (LineStatus.PLACED, LineStatus.CONFIRMED):
        if state in states:
            return OrderStatus(state)
    return OrderStatus.PICKING
