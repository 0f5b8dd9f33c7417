"""Making an order: everything on it is a copy, so that no later change of price, address or terms alters it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone, translation

from kontor.catalogue.models import Product
from kontor.catalogue.pricing import OwnPrice
from kontor.companies.models import Address, Member, Relationship
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.kit.models import next_number
from kontor.kit.money import ZERO, TaxRow
from kontor.orders import jobs
from kontor.orders.models import Order, OrderLine
from kontor.orders.sums import tax_rows
from kontor.partners.models import Partner, Terms


@dataclass(frozen=True, slots=True)
class NewLine:
    """A product to be ordered at the own price that the member was shown; `net` is the line's sum."""

    product: Product
    quantity: Decimal
    price: OwnPrice
    net: Decimal
    tax_rate: Decimal
    promised_date: dt.date | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where goods or the invoice go."""

    name: str
    street: str
    postcode: str
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class NewOrder:
    """What a member orders, checked before. Amounts are net; `charges_tax_rate` is that of shipping and surcharge."""

    lines: Sequence[NewLine]
    ship: Place
    site: Address | None
    ship_phone: str
    bill: Place
    invoice_email: str
    customer_reference: str
    delivery: Order.Delivery
    wish_from: dt.date | None
    wish_to: dt.date | None
    wishes: str
    terms: Terms | None
    shipping: Decimal
    surcharge: Decimal
    charges_tax_rate: Decimal

    @property
    def goods(self) -> Decimal:
        return sum((line.net for line in self.lines), ZERO)

    def tax_rows(self) -> list[TaxRow]:
        lines = ((line.tax_rate, line.net) for line in self.lines)
        return tax_rows(lines, charges=self.shipping + self.surcharge, charges_rate=self.charges_tax_rate)


@transaction.atomic
def create_order(order: NewOrder, *, by: Member) -> Order:
    """Write the order of the member's company, tell the journal, and have the confirmation mailed.

    Call it under a lock that keeps the same request from making two (`shopping.place`). Raises `NotAllowed`.
    """
    require(by, Permission.PLACE_ORDER)
    company, now = by.company, timezone.now()
    entity, partner = company.entity, _partner_for(by, order.lines[0].product)
    net = order.goods + order.shipping + order.surcharge
    tax = sum((row.tax for row in order.tax_rows()), ZERO)
    made = Order.objects.create(
        company=company,
        number=next_number("A", now.astimezone(ZoneInfo(entity.time_zone)).year),
        partner=partner,
        entity=entity,
        member=by,
        ordered_by=by.name,
        channel=Order.Channel.PORTAL,
        placed_at=now,
        customer_reference=order.customer_reference,
        currency=company.currency,
        site=order.site,
        ship_name=order.ship.name,
        ship_street=order.ship.street,
        ship_postcode=order.ship.postcode,
        ship_city=order.ship.city,
        ship_country=order.ship.country,
        ship_phone=order.ship_phone,
        bill_name=order.bill.name,
        bill_street=order.bill.street,
        bill_postcode=order.bill.postcode,
        bill_city=order.bill.city,
        bill_country=order.bill.country,
        invoice_email=order.invoice_email,
        delivery=order.delivery,
        wish_from=order.wish_from,
        wish_to=order.wish_to,
        wishes=order.wishes,
        payment_days=entity.payment_days,
        terms=order.terms,
        shipping=order.shipping,
        surcharge=order.surcharge,
        charges_tax_rate=order.charges_tax_rate,
        net=net,
        tax=tax,
        total=net + tax,
        line_count=len(order.lines),
    )
    with translation.override(by.user.language):
        OrderLine.objects.bulk_create(
            [_line(made, position, line) for position, line in enumerate(order.lines, start=1)],
            batch_size=1000,
        )
    record("order.placed", made, by=by, lines=made.line_count, total=str(made.total), currency=made.currency)
    jobs.mail_confirmation.defer(order_id=made.pk)
    return made


def _partner_for(member: Member, first: Product) -> Partner | None:
    """Who handles the order: the company's partner in the area of its first line, else its usual one."""
    active = Relationship.objects.filter(
        company=member.company_id, area=first.area_id, status=Relationship.Status.ACTIVE
    )
    relationship = active.select_related("partner").first()
    return relationship.partner if relationship else member.company.partner


def _line(order: Order, position: int, line: NewLine) -> OrderLine:
    price = line.price
    return OrderLine(
        company_id=order.company_id,
        order=order,
        partner_id=order.partner_id,
        position=position,
        product=line.product,
        number=line.product.number,
        text=line.product.name,
        unit=line.product.unit,
        quantity=line.quantity,
        unit_price=price.amount,
        per=price.per,
        net=line.net,
        tax_rate=line.tax_rate,
        price_source=price.source,
        tier=price.tier,
        price_steps=price.steps(),
        promised_date=line.promised_date,
    )
