"""What the cart tells pages of lower floors."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kontor.companies.models import Member
from kontor.shopping.models import CartLine


def in_cart(member: Member, product_ids: Sequence[int]) -> dict[int, Decimal]:
    """How many of each product are in the member's cart; those that are not are left out. One query."""
    lines = CartLine.objects.filter(
        company=member.company_id, cart__member=member, product__in=list(product_ids)
    )
    return dict(lines.values_list("product_id", "quantity"))
