"""The overview: what waits, how the latest orders stand, and what it asks the database."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from kontor.catalogue.models import Product
from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from kontor.partners.models import Staff
from kontor.shopping.actions import add_to_cart
from tests.cast import STAGE
from tests.queries import Counter

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]


def order_for(member: Member, product: Product, number: int) -> None:
    """An order as the ERP has it."""
    company = member.company
    with acting_in(STAGE):
        order = Order.objects.create(
            company=company, number=f"E-{company.number}-{number}", entity=company.entity, partner=company.partner,
            placed_at=timezone.now(), currency=company.currency, net=100, tax=25, total=125, line_count=1,
        )  # fmt: skip
        OrderLine.objects.create(
            company=company, order=order, position=1, product=product, number=product.number, text=product.name,
            unit="piece", quantity=1, unit_price=100, net=100, tax_rate=25, partner=company.partner,
        )  # fmt: skip


def test_a_new_member_is_told_what_will_stand_here(client_of: SignIn, anna: Member) -> None:
    page = client_of(anna).get("/overview/").content.decode()
    assert "Det er ingenting som venter på deg" in page
    assert "Ingen ordrer ennå" in page


def test_it_shows_the_companys_own_orders_only(
    client_of: SignIn, anna: Member, claudia: Member, products: dict[str, Product]
) -> None:
    for member in (anna, claudia):
        order_for(member, products["HI-440718"], 1)
    page = client_of(anna).get("/overview/").content.decode()
    assert "E-104233-1" in page
    assert "E-208117-1" not in page


def test_a_filled_cart_waits(client_of: SignIn, bjorn: Member, products: dict[str, Product]) -> None:
    with acting_in(bjorn):
        add_to_cart(products["HI-440718"], quantity=Decimal(2), by=bjorn)
    page = client_of(bjorn).get("/overview/").content.decode()
    assert "1 vare ligger i handlekurven" in page
    assert "Til kassen" in page


def test_it_asks_the_same_for_one_order_and_for_25(
    client_of: SignIn, anna: Member, products: dict[str, Product], at_most: Counter
) -> None:
    client = client_of(anna)
    order_for(anna, products["HI-440718"], 0)
    client.get("/overview/")
    with at_most(15) as one:
        assert "E-104233-0" in client.get("/overview/").content.decode()
    for number in range(1, 25):
        order_for(anna, products["HI-440718"], number)
    with at_most(15) as many:
        assert "E-104233-24" in client.get("/overview/").content.decode()
    assert len(one) == len(many)


def test_it_is_for_members(client: Client, client_of: SignIn, petra: Staff) -> None:
    assert client.get("/overview/")["Location"] == "/accounts/login/?next=/overview/"
    assert client_of(petra).get("/overview/")["Location"] == "/desk/"
