"""The lines of the latest orders, as `{% rows %}` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse

from kontor.kit.formats import day, money
from kontor.kit.templatetags.kit import state
from kontor.orders.queries import Listed


def lines_of(orders: Iterable[Listed]) -> list[Mapping[str, Any]]:
    """Number, the customer's own number, how it stands, when it was placed, what it comes to."""
    return [
        {
            "url": reverse("orders:detail", args=[row.order.number]),
            "number": row.order.number,
            "reference": row.order.customer_reference,
            "state": state(row.look),
            "placed": day(row.order.placed_at),
            "total": money(row.order.total, row.order.currency),
        }
        for row in orders
    ]
