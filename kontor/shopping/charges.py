"""What sending an order costs: carriage by the selling entity's table, and the surcharge for bulky goods (SH-8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kontor.catalogue.models import Product
from kontor.companies.models import Company
from kontor.kit.money import ZERO
from kontor.partners.models import SellingEntity, ShippingRate

PARCEL, FORWARDER = ShippingRate.Carriage.PARCEL, ShippingRate.Carriage.FORWARDER


@dataclass(frozen=True, slots=True)
class Charges:
    """What comes on top of the goods, net, in the company's currency.

    `carriage` is how the whole order travels; `listed` what carriage costs where it is not free. `free_from` is
    the sum of goods from which it is (None: never). The surcharge is once an order, also where shipping is free.
    Both bear the entity's standard tax.
    """

    carriage: ShippingRate.Carriage
    shipping: Decimal
    surcharge: Decimal
    listed: Decimal
    free_from: Decimal | None
    tax_rate: Decimal

    @property
    def net(self) -> Decimal:
        return self.shipping + self.surcharge

    @property
    def by_forwarder(self) -> bool:
        """Whether the forwarder telephones first, so that a number is needed."""
        return self.carriage == FORWARDER

    @property
    def is_free(self) -> bool:
        """Whether the goods reach the limit from which shipping costs nothing."""
        return self.shipping == 0


def charges_for(company: Company, goods: Iterable[tuple[Product, Decimal]], net: Decimal) -> Charges:
    """What sending `goods` (products and how many of each), worth `net`, costs this company. One query.

    One thing that only a forwarder carries takes the whole order along; so does a weight above the parcel table.
    """
    goods = list(goods)
    entity = company.entity
    weight = sum(((product.weight_kg or ZERO) * quantity for product, quantity in goods), ZERO)
    rates = list(ShippingRate.objects.filter(entity=entity)) if goods else []
    listed = None
    carriage = FORWARDER if any(product.forwarder for product, _ in goods) else PARCEL
    if carriage == PARCEL:
        listed = price_of(rates, PARCEL, weight)
        if listed is None and any(rate.carriage == PARCEL for rate in rates):
            carriage = FORWARDER
    if listed is None:
        listed = price_of(rates, FORWARDER, weight) or ZERO
    return Charges(
        carriage=carriage,
        shipping=ZERO if _is_free(entity, net) else listed,
        surcharge=entity.bulky_surcharge if any(product.bulky for product, _ in goods) else ZERO,
        listed=listed,
        free_from=entity.free_shipping_from,
        tax_rate=entity.standard_tax,
    )


def price_of(
    rates: Iterable[ShippingRate], carriage: ShippingRate.Carriage, weight: Decimal
) -> Decimal | None:
    """The price of the lightest row that carries `weight`; None where the table ends below it."""
    steps = [rate for rate in rates if rate.carriage == carriage]
    carrying = [rate for rate in steps if rate.up_to_kg is None or weight <= rate.up_to_kg]
    lightest = min(carrying, key=lambda rate: (rate.up_to_kg is None, rate.up_to_kg or ZERO), default=None)
    return None if lightest is None else lightest.price


def _is_free(entity: SellingEntity, net: Decimal) -> bool:
    return entity.free_shipping_from is not None and net >= entity.free_shipping_from
