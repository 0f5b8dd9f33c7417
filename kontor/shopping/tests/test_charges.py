"""What sending costs: by weight and table, free from a sum on, the bulky surcharge once and always (SH-8)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kontor.kit.scope import acting_in
from kontor.partners.models import ShippingRate
from kontor.shopping.charges import charges_for

pytestmark = pytest.mark.django_db


def charged(member, products, net="100", **quantities):
    goods = [(products[number], Decimal(quantity)) for number, quantity in quantities.items()]
    with acting_in(member):
        return charges_for(member.company, goods, Decimal(net))


@pytest.mark.parametrize(
    ("pieces", "shipping", "carriage"),
    [
        (1, "149.00", "parcel"),
        (10, "149.00", "parcel"),  # exactly the first row's weight
        (11, "249.00", "parcel"),
        (35, "249.00", "parcel"),
        (36, "890.00", "forwarder"),  # heavier than any parcel
        (501, "1490.00", "forwarder"),
    ],
)
def test_the_weight_decides(bjorn, products, pieces, shipping, carriage):
    charges = charged(bjorn, products, **{"HI-440718": pieces})
    assert (charges.shipping, charges.carriage) == (Decimal(shipping), carriage)


def test_one_thing_for_the_forwarder_takes_all_along(bjorn, products):
    charges = charged(bjorn, products, **{"HI-440718": 1, "HI-470046": 1})
    assert charges.by_forwarder
    assert charges.shipping == Decimal("890.00")


@pytest.mark.parametrize(("net", "shipping"), [("4999.99", "149.00"), ("5000.00", "0.00"), ("9000", "0.00")])
def test_shipping_is_free_from_a_sum_on(bjorn, products, net, shipping):
    charges = charged(bjorn, products, net, **{"HI-440718": 1})
    assert (charges.shipping, charges.listed) == (Decimal(shipping), Decimal("149.00"))


@pytest.mark.parametrize("net", ["100", "9000"])
def test_the_surcharge_is_once_also_where_shipping_is_free(bjorn, products, net):
    assert charged(bjorn, products, net, **{"HI-470046": 3}).surcharge == Decimal("490.00")
    assert charged(bjorn, products, net, **{"HI-440718": 3}).surcharge == Decimal("0.00")


def test_an_empty_cart_costs_nothing(bjorn, products):
    assert charged(bjorn, products, "0").net == 0


def test_without_a_table_nothing_is_charged(stage, bjorn, products):
    with acting_in(stage):
        ShippingRate.objects.all().delete()
    charges = charged(bjorn, products, **{"HI-440718": 1})
    assert (charges.shipping, charges.carriage) == (Decimal("0.00"), "parcel")


def test_charges_bear_the_standard_tax(claudia, products):
    assert charged(claudia, products, **{"HI-690112": 1}).tax_rate == Decimal(19)
