"""Whose turn it is with an order, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.kit.formats import day, number
from kontor.orders.models import Order
from kontor.orders.queries import Progress
from kontor.orders.statuses import OrderStatus

TURN_ICONS = {
    OrderStatus.PLACED: "clock",
    OrderStatus.CONFIRMED: "circle-check",
    OrderStatus.PICKING: "package",
    OrderStatus.PART_SHIPPED: "truck",
    OrderStatus.SHIPPED: "truck",
    OrderStatus.DELIVERED: "circle-check",
    OrderStatus.CANCELLED: "ban",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """The sentence, then what happens next."""

    title: str
    more: str
    symbol: str


def turn_of(order: Order, progress: Progress) -> Turn:
    """What we owe the customer next; nothing waits for the customer."""
    title, more = _words(order, progress)
    return Turn(title, more, TURN_ICONS[OrderStatus(order.status)])


def _words(order: Order, progress: Progress) -> tuple[str, str]:
    promised = day(progress.promised, "long") if progress.promised else ""
    nothing = _("You need not do anything.")
    match order.status:
        case OrderStatus.PLACED:
            title = _("Our turn: we check the order and confirm it.")
            return title, nothing + " " + _("We tell whoever ordered by e-mail as soon as it is confirmed.")
        case OrderStatus.CONFIRMED | OrderStatus.PICKING:
            if promised:
                return _("Our turn: everything is delivered by %(day)s.") % {"day": promised}, nothing
            return _("Our turn: we get the goods ready."), nothing
        case OrderStatus.PART_SHIPPED:
            left = progress.lines - progress.gone
            said = ngettext("one line is still to come", "%(count)s lines are still to come", left)
            title = _("Our turn: %(what)s.") % {"what": said % {"count": number(left)}}
            if promised:
                return title, _("They are delivered by %(day)s.") % {"day": promised} + " " + nothing
            return title, nothing
        case OrderStatus.SHIPPED:
            return _("Our turn: the goods are on their way."), nothing
        case OrderStatus.CANCELLED:
            return _("This order was cancelled."), _("Nothing of it is delivered or invoiced.")
        case _:
            return _("Done: everything was delivered."), ""
