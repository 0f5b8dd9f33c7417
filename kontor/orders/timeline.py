"""What happened to an order, as its readers are told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kontor.companies.actors import Viewer
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.journal.queries import entries_about
from kontor.journal.telling import Happened, Verb
from kontor.kit.formats import day, moment, number
from kontor.kit.text import Text
from kontor.orders.models import Order
from kontor.orders.queries import Progress
from kontor.partners.models import Staff

VERBS: Final[dict[str, Verb]] = {
    "order.placed": Verb(icon="shopping-cart", words=gettext_lazy("Ordered")),
    "order.confirmed": Verb(icon="package-check", words=gettext_lazy("Order confirmed")),
    "order.picking": Verb(icon="package", words=gettext_lazy("Being picked")),
    "order.shipped": Verb(icon="truck", words=gettext_lazy("Shipped"), tone="info"),
    "order.delivered": Verb(icon="circle-check", words=gettext_lazy("Delivered"), tone="ok"),
    "order.cancelled": Verb(icon="ban", words=gettext_lazy("Cancelled")),
}
CAME_BY: Final[dict[str, Text]] = {
    Order.Channel.PHONE: gettext_lazy("Ordered by telephone"),
    Order.Channel.POST: gettext_lazy("Ordered by post"),
}
CHANNEL_ICONS: Final = {Order.Channel.PHONE: "phone", Order.Channel.POST: "mail"}


def timeline_of(order: Order, progress: Progress, *, viewer: Viewer, operator: str) -> Sequence[Happened]:
    """Newest first, each with who did it: colleagues by name, our people to customers by the name of their house.

    Orders from the ERP have no journal of their own; what is known of them is when they came and when goods left.
    """
    entries = [entry for entry in entries_about(order) if entry.verb in VERBS]
    names = _names(entries, order, viewer, operator)
    told = [
        _told(entry, names.get(entry.user_id or 0, operator))
        for entry in entries
        if entry.verb != "order.placed"
    ]
    if not any(entry.verb == "order.shipped" for entry in entries):
        told += [_shipped(on, lines) for on, lines in reversed(progress.by_day)]
    return [*told, _placed(order)]


def _told(entry: Entry, who: str) -> Happened:
    verb = VERBS[entry.verb]
    return Happened(verb.icon, str(verb.words), f"{_capital(moment(entry.at))}, {who}", verb.tone)


def _placed(order: Order) -> Happened:
    by = order.ordered_by
    words = _("Ordered by %(name)s") % {"name": by} if by else str(VERBS["order.placed"].words)
    if order.channel in CAME_BY:
        words = str(CAME_BY[order.channel])
    when = _capital(moment(order.placed_at))
    return Happened(
        CHANNEL_ICONS.get(Order.Channel(order.channel), VERBS["order.placed"].icon),
        words,
        f"{when}, {by}" if by and order.channel in CAME_BY else when,
    )


def _shipped(on: dt.date, lines: int) -> Happened:
    words = ngettext("%(count)s line shipped", "%(count)s lines shipped", lines) % {"count": number(lines)}
    return Happened(VERBS["order.shipped"].icon, words, _capital(day(on)), "info")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _names(entries: Sequence[Entry], order: Order, viewer: Viewer, operator: str) -> Mapping[int, str]:
    """Names by account: members of the company, and staff as the viewer may know them."""
    users = {entry.user_id for entry in entries if entry.user_id and entry.verb != "order.placed"}
    members = {entry.user_id for entry in entries if entry.member_id} & users
    names: dict[int, str] = {}
    if members:
        for member in Member.objects.filter(company=order.company_id, user__in=members):
            names[member.user_id] = member.name
    if ours := users - members:
        for staff in Staff.objects.filter(user__in=ours).select_related("partner"):
            house = staff.partner.name if staff.partner else operator
            names[staff.user_id] = house if isinstance(viewer, Member) else f"{staff.name}, {house}"
    return names
