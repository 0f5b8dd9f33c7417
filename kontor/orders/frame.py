"""The orders' part of the frame."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit import frame
from kontor.orders.queries import open_orders


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """Orders, with the number of those under way, for members who may see them."""
    member: Member | None = getattr(request, "member", None)
    if member is None or not may(member, Permission.SEE_ORDERS):
        return []
    return [
        frame.Entry("orders", _("Orders"), reverse("orders:list"), icon="package", count=open_orders(member))
    ]
