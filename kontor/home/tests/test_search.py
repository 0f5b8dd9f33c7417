"""Searching everything one may see: what comes first, and that nothing of another company ever comes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from kontor.catalogue.models import Product
from kontor.companies.models import Company, Member
from kontor.equipment.models import Holding, Machine
from kontor.home import search as searching
from kontor.home.search import Group, marked
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from kontor.partners.models import ProductArea, Staff
from kontor.service.models import Case
from tests.cast import STAGE
from tests.queries import Counter

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]


def furnish(
    company: Company, product: Product, area: ProductArea, count: int = 1, word: str = "Sluppen"
) -> None:
    """Orders, machines and cases of a company, all of them with the same word."""
    now = timezone.now()
    start = 100 * (Order.objects.count() + 1)
    for number in range(start, start + count):
        order = Order.objects.create(
            company=company, number=f"A-2026-{number:06d}", entity=company.entity, partner=company.partner,
            placed_at=now, currency=company.currency, net=100, tax=25, total=125, line_count=1,
            customer_reference=f"{word} {number}",
        )  # fmt: skip
        OrderLine.objects.create(
            company=company, order=order, position=1, product=product, number=product.number, text=product.name_en,
            unit="piece", quantity=1, unit_price=100, net=100, tax_rate=25, partner=company.partner,
        )  # fmt: skip
        machine = Machine.objects.create(area=area, serial=f"AB{number}Z", maker="Nordhaug", model="NX 220")
        holding = Holding.objects.create(
            company=company, partner=company.partner, area=area, machine=machine, serial=machine.serial,
            reference=f"{word} machine {number}", keywords=["yard"], status="held", held_from=dt.date(2026, 1, 1),
            registered_at=now,
        )  # fmt: skip
        Case.objects.create(
            company=company, partner=company.partner, area=area, number=f"S-2026-{number:06d}", kind="fault",
            subject=f"{word} leaks", holding=holding, opened_at=now, last_at=now,
        )  # fmt: skip


@pytest.fixture
def world(
    fjordbygg: Company, rheintal: Company, products: dict[str, Product], areas: dict[str, ProductArea]
) -> dict[str, Product]:
    """Both companies have an order, a machine and a case with the word "Sluppen"; their numbers begin alike."""
    with acting_in(STAGE):
        for company in (fjordbygg, rheintal):
            furnish(company, products["HI-440718"], areas["construction"])
    return products


def found(person: Member | Staff, text: str) -> dict[str, Group]:
    with acting_in(person), translation.override("en"):
        return {group.key: group for group in searching.search(person, text)}


def titles(person: Member | Staff, text: str) -> dict[str, list[str]]:
    return {key: [hit.title for hit in group.hits] for key, group in found(person, text).items()}


def test_every_kind_is_found(anna: Member, world: dict[str, Product]) -> None:
    hits = titles(anna, "Sluppen")
    assert hits["orders"] == ["A-2026-000100"]
    assert hits["machines"] == ["Sluppen machine 100"]
    assert hits["cases"] == ["Sluppen leaks"]


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("HI-440718", "products", "Return filter RF\N{NO-BREAK SPACE}330, 10\N{NO-BREAK SPACE}µm"),
        ("return filter", "products", "Return filter RF\N{NO-BREAK SPACE}330, 10\N{NO-BREAK SPACE}µm"),
        ("a-2026-000100", "orders", "A-2026-000100"),
        ("AB 100 Z", "machines", "Sluppen machine 100"),
        ("yard", "machines", "Sluppen machine 100"),
        ("nordhaug 220", "machines", "Sluppen machine 100"),
        ("S-2026-000100", "cases", "Sluppen leaks"),
    ],
)
def test_numbers_and_words_are_found(
    anna: Member, world: dict[str, Product], text: str, kind: str, title: str
) -> None:
    assert titles(anna, text)[kind] == [title]


def test_a_case_that_waits_for_the_customer_waits_for_the_reader(
    anna: Member, petra: Staff, world: dict[str, Product]
) -> None:
    with acting_in(STAGE):
        Case.objects.update(status="waiting")
    words = [
        str(hit.state.word)
        for who in (anna, petra)
        for hit in found(who, "S-2026-000100")["cases"].hits
        if hit.state
    ]
    assert words == ["Venter på deg", "Venter på kunden"]


def test_the_very_number_comes_first(
    anna: Member, world: dict[str, Product], fjordbygg: Company, areas: dict[str, ProductArea]
) -> None:
    with acting_in(STAGE):
        furnish(fjordbygg, world["HI-440718"], areas["construction"], 12, word="A-2026-000100")
    group = found(anna, "A-2026-000100")["orders"]
    assert group.hits[0].title == "A-2026-000100"
    assert (len(group.hits), group.total) == (3, 13)
    assert group.url == "/orders/?q=A-2026-000100"


@pytest.mark.parametrize(
    "text", ["Sluppen", "A-2026-000200", "AB200Z", "S-2026-000200", "Rheintal", "208117"]
)
def test_nothing_of_another_company_is_found(
    anna: Member, claudia: Member, petra: Staff, stefan: Staff, world: dict[str, Product], text: str
) -> None:
    def words(person: Member | Staff) -> set[str]:
        return {f"{hit.title} {hit.note}" for group in found(person, text).values() for hit in group.hits}

    assert not any("200" in one or "208117" in one for one in words(anna) | words(petra))
    assert not any("100" in one or "104233" in one for one in words(claudia) | words(stefan))


def test_staff_find_customers_and_what_is_theirs(
    petra: Staff, sigrid: Staff, world: dict[str, Product]
) -> None:
    assert titles(petra, "Fjordbygg")["customers"] == ["Fjordbygg AS"]
    assert "customers" not in titles(petra, "Rheintal")
    assert titles(sigrid, "Rheintal")["customers"] == ["Rheintal Metallbau GmbH"]
    assert titles(sigrid, "310 000 002")["customers"] == ["Fjordbygg AS"]
    assert titles(petra, "Sluppen")["orders"] == ["A-2026-000100"]
    assert "products" not in titles(sigrid, "HI-440718")


def test_who_sees_only_some_machines_finds_only_those(
    tom: Member, world: dict[str, Product], fjordbygg: Company
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(assigns_equipment=True)
    tom.company.assigns_equipment = True
    assert "machines" not in titles(tom, "Sluppen")


@pytest.mark.parametrize(
    "text", ["", "   ", "\0", "%", "_", "'", "a" * 5000, "& | !", "<script>alert(1)</script>"]
)
def test_anything_may_be_typed(client_of: SignIn, anna: Member, petra: Staff, text: str, world: Any) -> None:
    for person in (anna, petra):
        for url in ("/search/", "/search/suggestions/"):
            page = client_of(person).get(url, {"q": text}, headers={"hx-request": "true"})
            assert page.status_code == 200
            assert "<script>alert(1)" not in page.content.decode()


def test_hits_come_while_one_types(client_of: SignIn, anna: Member, world: Any) -> None:
    client = client_of(anna)
    shown = client.get("/search/suggestions/", {"q": "slup"}, headers={"hx-request": "true"}).content.decode()
    assert "<mark>Slup</mark>pen leaks" in shown
    assert "<html" not in shown
    assert (
        client.get("/search/suggestions/", {"q": "s"}, headers={"hx-request": "true"})
        .content.decode()
        .strip()
        == ""
    )
    assert client.get("/search/suggestions/?q=slup")["Location"] == "/search/?q=slup"


def test_the_field_at_the_top_leads_to_it(client_of: SignIn, anna: Member, petra: Staff, terms: Any) -> None:
    for person, page in ((anna, "/legal/sale/"), (petra, "/legal/sale/")):
        assert 'action="/search/"' in client_of(person).get(page).content.decode()


def test_it_asks_the_same_for_few_hits_and_for_many(
    client_of: SignIn, anna: Member, petra: Staff, world: dict[str, Product], fjordbygg: Company,
    areas: dict[str, ProductArea], at_most: Counter,
) -> None:  # fmt: skip
    with acting_in(STAGE):
        furnish(fjordbygg, world["HI-440718"], areas["construction"], 4)
    few: list[int] = []
    many: list[int] = []
    for asked in (few, many):
        for person in (anna, petra):
            client = client_of(person)
            client.get("/search/?q=Sluppen")
            with at_most(26) as queries:
                page = client.get("/search/?q=Sluppen").content.decode()
            asked.append(len(queries))
        with acting_in(STAGE):
            furnish(fjordbygg, world["HI-440718"], areas["construction"], 25)
    assert few == many
    assert "30" in page


def test_what_matched_is_marked_and_nothing_else_gets_through() -> None:
    assert marked("Filter <b> RF", "filter b") == "<mark>Filter</mark> &lt;<mark>b</mark>&gt; RF"
    assert marked("a .c", ".") == "a <mark>.</mark>c"
