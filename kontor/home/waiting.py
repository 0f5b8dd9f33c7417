"""What waits for a member: each provider looks at one kind of thing and says what is to be done, if anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.equipment.queries import DUE_UP_TO, due_readings
from kontor.home.counts import Counts, join_requests
from kontor.home.doors import door
from kontor.home.queries import OpenCase
from kontor.kit import formats
from kontor.kit.text import Text
from kontor.service.statuses import CaseStatus

NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the member, since when, and the button that gets it done."""

    icon: str
    title: Text
    note: Text
    url: str
    button: Text
    since: Text = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Who looks, how much there is of everything, and the open cases, those that wait for the customer first."""

    member: Member
    counts: Counts
    cases: Sequence[OpenCase] = ()


type Provider = Callable[[Seen], Sequence[Waiting]]


def waiting_for(seen: Seen) -> list[Waiting]:
    """All that waits, the most pressing kind first; looked at closely is only that of which there is any."""
    return [one for provider in PROVIDERS for one in provider(seen) if one.url]


def joining(seen: Seen) -> Sequence[Waiting]:
    """People who say that they belong to the company (ON-4)."""
    if not seen.counts.joining:
        return []
    return [
        Waiting(
            "user-round",
            _("%(name)s asks to join your company") % {"name": one.name},
            one.email,
            door("companies:users"),
            _("See and decide"),
            _("since %(moment)s") % {"moment": formats.moment(one.sent_at)} if one.sent_at else "",
        )
        for one in join_requests(seen.member).order_by("sent_at", "pk")[:NAMED]
    ]


def relationship(seen: Seen) -> Sequence[Waiting]:
    """Without a business relationship nobody looks after the company yet (CO-8)."""
    if seen.counts.relationships or not may(seen.member, Permission.ASK_RELATIONSHIP):
        return []
    return [
        Waiting(
            "handshake",
            _("Choose who looks after you"),
            _(
                "A business relationship says which service partner is there for you, and in which product area."
            ),
            door("companies:relationships"),
            _("Ask for a relationship"),
        )
    ]


def cases(seen: Seen) -> Sequence[Waiting]:
    """Cases in which we wait for the customer's answer."""
    if not may(seen.member, Permission.OPEN_CASE):
        return []
    return [_case(one) for one in seen.cases if one.case.status == CaseStatus.WAITING][:NAMED]


def _case(one: OpenCase) -> Waiting:
    case = one.case
    who = case.partner.name if case.partner else _("Customer service")
    asked = Truncator(" ".join(one.asked.split())).chars(80)
    title = _("%(who)s asks: “%(words)s”") if asked else _("%(who)s waits for your answer")
    return Waiting(
        "message-square-text",
        title % {"who": who, "words": asked},
        _("Case %(number)s, %(subject)s") % {"number": case.number, "subject": case.subject},
        door("service:case", case.number),
        _("Answer"),
        _("since %(moment)s") % {"moment": formats.moment(case.last_at)},
    )


def readings(seen: Seen) -> Sequence[Waiting]:
    """Machines whose last reading is more than a month old (EQ-3), those that wait longest by name."""
    due = due_readings(seen.member, NAMED)
    if not due.count:
        return []
    title = ngettext("%(n)s machine needs a reading", "%(n)s machines need a reading", due.count) % {
        "n": formats.capped(due.count, DUE_UP_TO)
    }
    names = ", ".join(holding.name for holding in due.first) + (" …" if due.count > NAMED else ".")
    last = _("Last: %(day)s.") % {"day": formats.day(due.oldest, "long")} if due.oldest else ""
    alone = due.count == 1
    url = door("equipment:machine", due.first[0].pk) if alone else door("equipment:list", due="on")
    return [Waiting("gauge", title, f"{names} {last}".strip(), url, _("Send readings"))]


def quick_order(seen: Seen) -> Sequence[Waiting]:
    """A list that was begun and is not in the cart yet."""
    clear, unclear = seen.counts.clear_lines, seen.counts.unclear_lines
    if not clear + unclear:
        return []
    title = (
        ngettext(
            "%(n)s line of your quick order needs another look",
            "%(n)s lines of your quick order need another look",
            unclear,
        )
        if unclear
        else _("Your quick order is not in the cart yet")
    ) % {"n": formats.capped(unclear)}
    ready = ngettext("%(n)s line is ready for the cart.", "%(n)s lines are ready for the cart.", clear)
    note = ready % {"n": formats.capped(clear)}
    return [Waiting("list-plus", title, note, reverse("shopping:quick_order"), _("To the quick order"))]


def cart(seen: Seen) -> Sequence[Waiting]:
    """A filled cart."""
    lines = seen.counts.cart_lines
    if not lines:
        return []
    title = ngettext("%(n)s article is in your cart", "%(n)s articles are in your cart", lines)
    title %= {"n": formats.capped(lines)}
    if may(seen.member, Permission.PLACE_ORDER):
        return [
            Waiting(
                "shopping-cart", title, _("Not ordered yet."), reverse("shopping:checkout"), _("To checkout")
            )
        ]
    note = _("A buyer of your company can place the order.")
    return [Waiting("shopping-cart", title, note, reverse("shopping:cart"), _("See the cart"))]


PROVIDERS: Final[Sequence[Provider]] = (relationship, joining, cases, readings, quick_order, cart)
