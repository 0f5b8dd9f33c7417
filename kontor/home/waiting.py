"""What waits for a member: each provider looks at one kind of thing and says what is to be done, if anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Member, Relationship
from kontor.companies.permissions import Permission, may
from kontor.equipment.queries import Wanted, due_readings, holdings_for
from kontor.home.doors import door
from kontor.kit import formats
from kontor.kit.counting import count_all
from kontor.kit.text import Text
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.service.models import Message
from kontor.service.queries import waiting_for as waiting_cases
from kontor.shopping.models import Cart, QuickOrder

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


type Provider = Callable[[Member], Sequence[Waiting]]


def waiting_for(member: Member) -> list[Waiting]:
    """All that waits, the most pressing kind first; always the same number of looks at the database."""
    return [one for provider in PROVIDERS for one in provider(member) if one.url]


def join_requests(member: Member) -> Sequence[Waiting]:
    """People who say that they belong to the company (ON-4)."""
    if not may(member, Permission.MANAGE_USERS):
        return []
    asking = Registration.objects.filter(
        company=member.company_id, joins=True, status=RegistrationStatus.WAITING
    ).order_by("sent_at", "pk")
    return [
        Waiting(
            "user-round",
            _("%(name)s asks to join your company") % {"name": one.name},
            one.email,
            door("companies:users"),
            _("See and decide"),
            _("since %(moment)s") % {"moment": formats.moment(one.sent_at)} if one.sent_at else "",
        )
        for one in asking[:NAMED]
    ]


def relationship(member: Member) -> Sequence[Waiting]:
    """Without a business relationship nobody looks after the company yet (CO-8)."""
    if not may(member, Permission.ASK_RELATIONSHIP):
        return []
    live = (Relationship.Status.ACTIVE, Relationship.Status.REQUESTED)
    if Relationship.objects.filter(company=member.company_id, status__in=live).exists():
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


def cases(member: Member) -> Sequence[Waiting]:
    """Cases in which we wait for the customer's answer."""
    ours = Message.objects.filter(case=OuterRef("pk"), staff__isnull=False, note=False)
    last = Subquery(ours.order_by("-written_at", "-pk").values("body")[:1])
    waiting = waiting_cases(member).annotate(asked=last).select_related("partner")
    return [_case(one) for one in waiting.order_by("last_at", "pk")[:NAMED]]


def _case(case: Any) -> Waiting:
    who = case.partner.name if case.partner else _("Customer service")
    asked = Truncator(" ".join((case.asked or "").split())).chars(80)
    title = _("%(who)s asks: “%(words)s”") if asked else _("%(who)s waits for your answer")
    return Waiting(
        "message-square-text",
        title % {"who": who, "words": asked},
        _("Case %(number)s, %(subject)s") % {"number": case.number, "subject": case.subject},
        door("service:case", case.number),
        _("Answer"),
        _("since %(moment)s") % {"moment": formats.moment(case.last_at)},
    )


def readings(member: Member) -> Sequence[Waiting]:
    """Machines whose last reading is more than a month old (EQ-3), those that wait longest by name."""
    due = due_readings(member, NAMED + 1)
    if not due:
        return []
    n = len(due) if len(due) <= NAMED else count_all([holdings_for(member, Wanted(due=True))])[0]
    title = ngettext("%(n)s machine needs a reading", "%(n)s machines need a reading", n) % {
        "n": formats.capped(n)
    }
    names = ", ".join(holding.name for holding, _on in due[:NAMED]) + (" …" if n > NAMED else ".")
    first, oldest = due[0]
    last = _("Last: %(day)s.") % {"day": formats.day(oldest, "long")} if oldest else ""
    url = door("equipment:machine", first.pk) if n == 1 else door("equipment:list", due="on")
    return [Waiting("gauge", title, f"{names} {last}".strip(), url, _("Send readings"))]


def quick_order(member: Member) -> Sequence[Waiting]:
    """A list that was begun and is not in the cart yet."""
    if not may(member, Permission.USE_CART):
        return []
    begun = (
        QuickOrder.objects.filter(member=member)
        .annotate(
            bad=Count("lines", filter=~Q(lines__problem="")),
            clear=Count("lines", filter=Q(lines__problem="")),
        )
        .first()
    )
    if not begun or not begun.bad + begun.clear:
        return []
    title = (
        ngettext(
            "%(n)d line of your quick order needs another look",
            "%(n)d lines of your quick order need another look",
            begun.bad,
        )
        if begun.bad
        else _("Your quick order is not in the cart yet")
    ) % {"n": begun.bad}
    ready = ngettext("%(n)d line is ready for the cart.", "%(n)d lines are ready for the cart.", begun.clear)
    note = ready % {"n": begun.clear}
    return [Waiting("list-plus", title, note, reverse("shopping:quick_order"), _("To the quick order"))]


def cart(member: Member) -> Sequence[Waiting]:
    """A filled cart."""
    if not may(member, Permission.USE_CART):
        return []
    filled = Cart.objects.filter(member=member).annotate(filled=Count("lines")).first()
    if not filled or not filled.filled:
        return []
    lines = filled.filled
    title = ngettext("%(n)d article is in your cart", "%(n)d articles are in your cart", lines) % {"n": lines}
    if may(member, Permission.PLACE_ORDER):
        return [
            Waiting(
                "shopping-cart", title, _("Not ordered yet."), reverse("shopping:checkout"), _("To checkout")
            )
        ]
    note = _("A buyer of your company can place the order.")
    return [Waiting("shopping-cart", title, note, reverse("shopping:cart"), _("See the cart"))]


PROVIDERS: Final[Sequence[Provider]] = (relationship, join_requests, cases, readings, quick_order, cart)
