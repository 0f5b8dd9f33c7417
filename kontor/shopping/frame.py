"""What the frame around every page shows of the shopping: the cart's count, the quick order in the side bar."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.companies.http import PortalRequest
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit.frame import Entry, Tool
from kontor.shopping.queries import cart_lines


def cart(request: HttpRequest) -> Tool | None:
    """The cart of a member who may fill one, with its number of lines."""
    if (member := _shopper(request)) is None:
        return None
    return Tool(url=reverse("shopping:cart"), count=cart_lines(member))


def modules(request: HttpRequest) -> list[Entry] | None:
    """The quick order, a line inside the shop; cart and checkout lie in it too."""
    if _shopper(request) is None:
        return None
    return [
        Entry(key="quick-order", parent="shop", label=_("Quick order"), url=reverse("shopping:quick_order")),
        Entry(key="cart", parent="shop", label=_("Cart"), url=reverse("shopping:cart"), shown=False),
    ]


def _shopper(request: HttpRequest) -> Member | None:
    member: Member | None = getattr(cast(PortalRequest, request), "member", None)
    return member if member is not None and may(member, Permission.USE_CART) else None
