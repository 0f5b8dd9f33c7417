"""Placed orders for tests that begin after the checkout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from kontor.catalogue.models import Product
from kontor.companies.models import Member
from kontor.journal.actions import record
from kontor.kit.money import round_half_up, tax_by_rate
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from tests.cast import STAGE

_numbers = count(1)


def placed(
    by: Member,
    products: Mapping[str, Product],
    lines: Sequence[tuple[str, int, str]] = (("HI-440718", 2, "471.73"), ("HI-690112", 1, "307.45")),
    **fields: Any,
) -> Order:
    """An order of the company that `by` belongs to: lines are article, quantity and own price. `fields` are the order's."""
    company = by.company
    rows = []
    for position, (number, quantity, price) in enumerate(lines, start=1):
        product = products[number]
        rate = company.entity.reduced_tax if product.tax_class == "reduced" else company.entity.standard_tax
        rows.append(
            OrderLine(
                company=company,
                partner=company.partner,
                position=position,
                product=product,
                number=number,
                text=product.name_en,
                unit=product.unit,
                quantity=quantity,
                unit_price=Decimal(price),
                net=round_half_up(quantity * Decimal(price)),
                tax_rate=rate,
                tier=company.tier,
                price_source="group",
                promised_date=timezone.localdate() + dt.timedelta(days=3),
            )
        )
    shipping = Decimal(149)
    net = sum((row.net for row in rows), shipping)
    taxes = tax_by_rate(
        [(Decimal(row.tax_rate), row.net) for row in rows]
        + [(Decimal(company.entity.standard_tax), shipping)]
    )
    tax = sum((row.tax for row in taxes), Decimal(0))
    with acting_in(STAGE):
        order = Order.objects.create(
            **{
                "company": company,
                "number": f"A-2026-{next(_numbers):06d}",
                "partner": company.partner,
                "entity": company.entity,
                "member": by,
                "ordered_by": by.name,
                "placed_at": timezone.now(),
                "customer_reference": "FB-26-1184",
                "currency": company.currency,
                "ship_name": "Lager",
                "ship_street": "Sluppenvegen 18",
                "ship_postcode": "7037",
                "ship_city": "Trondheim",
                "ship_country": company.country,
                "bill_name": company.name,
                "bill_street": "Sluppenvegen 18",
                "bill_postcode": "7037",
                "bill_city": "Trondheim",
                "bill_country": company.country,
                "invoice_email": company.email,
                "payment_days": 14,
                "shipping": shipping,
                "charges_tax_rate": company.entity.standard_tax,
                "net": net,
                "tax": tax,
                "total": net + tax,
                "line_count": len(rows),
            }
            | fields
        )
        for row in rows:
            row.order = order
        OrderLine.objects.bulk_create(rows)
        record(
            "order.placed",
            order,
            by=by,
            lines=order.line_count,
            total=str(order.total),
            currency=order.currency,
        )
    return order
