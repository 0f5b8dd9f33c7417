"""The one cart and the one quick order that a member has, locked while they change."""

from __future__ import annotations

from kontor.companies.models import Member
from kontor.shopping.models import Cart, QuickOrder


def lock_cart(by: Member) -> Cart:
    """The member's cart, locked."""
    return _only_one(Cart, by)


def lock_quick_order(by: Member) -> QuickOrder:
    """The member's quick order, locked."""
    return _only_one(QuickOrder, by)


def _only_one[M: (Cart, QuickOrder)](model: type[M], by: Member) -> M:
    """Made when there is none, also where two browsers do so at once."""
    row = model.objects.select_for_update().filter(member=by).first()
    if row is None:
        model.objects.bulk_create([model(company_id=by.company_id, member=by)], ignore_conflicts=True)
        row = model.objects.select_for_update().get(member=by)
    return row
