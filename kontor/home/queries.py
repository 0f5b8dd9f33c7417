"""What the overview shows: what waits for the member, and how the latest orders stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit.text import Text
from kontor.orders import queries as orders
from kontor.orders.queries import Listed
from kontor.shopping.models import Cart, QuickOrder

LATEST: Final = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits for the member, and the button that gets it done."""

    icon: str
    title: Text
    note: Text
    url: str
    button: Text


def waiting_for(member: Member) -> list[Waiting]:
    """What the member has begun and not finished: a list to clear up, a filled cart."""
    if not may(member, Permission.USE_CART):
        return []
    found = []
    quick_order = (
        QuickOrder.objects.filter(member=member)
        .annotate(
            bad=Count("lines", filter=~Q(lines__problem="")),
            clear=Count("lines", filter=Q(lines__problem="")),
        )
        .first()
    )
    if quick_order and quick_order.bad + quick_order.clear:
        found.append(_quick_order(quick_order.bad, quick_order.clear))
    cart = Cart.objects.filter(member=member).annotate(filled=Count("lines")).first()
    if cart and cart.filled:
        found.append(_cart(cart.filled, may(member, Permission.PLACE_ORDER)))
    return found


def _quick_order(bad: int, clear: int) -> Waiting:
    title = (
        ngettext(
            "%(n)d line of your quick order needs another look",
            "%(n)d lines of your quick order need another look",
            bad,
        )
        if bad
        else _("Your quick order is not in the cart yet")
    ) % {"n": bad}
    note = ngettext("%(n)d line is ready for the cart.", "%(n)d lines are ready for the cart.", clear) % {
        "n": clear
    }
    return Waiting("list-plus", title, note, reverse("shopping:quick_order"), _("To the quick order"))


def _cart(lines: int, may_order: bool) -> Waiting:
    title = ngettext("%(n)d article is in your cart", "%(n)d articles are in your cart", lines) % {"n": lines}
    if may_order:
        return Waiting(
            "shopping-cart", title, _("Not ordered yet."), reverse("shopping:checkout"), _("To checkout")
        )
    note = _("A buyer of your company can place the order.")
    return Waiting("shopping-cart", title, note, reverse("shopping:cart"), _("See the cart"))


def latest_orders(member: Member) -> list[Listed]:
    """The company's newest orders; none for those who may not see orders."""
    return orders.latest_orders(member, LATEST) if may(member, Permission.SEE_ORDERS) else []
