"""The page of a product: own price with its reasons, how it can be had, what one may have meant."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from kontor.catalogue.availability import availability
from kontor.catalogue.models import Product, Stock
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(anna, client_of, products):
    with acting_in(STAGE):
        anna.user.language = "en"
        anna.user.save()
    return client_of(anna)


def test_a_product_shows_its_own_price_and_why(shop):
    text = shop.get("/shop/p/HI-440718/").content.decode().replace("\xa0", " ")

    for words in (
        "NOK 471.73",
        "Why NOK 471.73?",
        "General list price",
        "612.00",
        "Construction list 2026, −18%",
        "−110.16",
        "tier, −6%",
        "−30.11",
        "Your price, each",
        "1–9",
        "10 or more",
        "448.14",
        "Petra Lund, 73 00 12 40.",
        "Yours HYD-RET-7",
        "42 in Trondheim",
    ):
        assert words in text, words


def test_the_popover_of_a_list_tells_why(shop):
    page = shop.get("/shop/p/HI-440718/why/", headers={"HX-Request": "true"})
    text = page.content.decode().replace("\xa0", " ")

    assert "Why NOK 471.73?" in text
    assert "<html" not in text
    assert shop.get("/shop/p/HI-440718/why/")["Location"] == "/shop/p/HI-440718/"
    assert shop.get("/shop/p/nonsense/why/").status_code == 404


def test_a_contract_price_is_marked_and_bears_no_tier(shop):
    text = shop.get("/shop/p/HI-512045/").content.decode()
    assert "Contract price RA-2026-014" in text
    assert "A contract price bears no loyalty discount." in text
    assert 'class="tier' not in text


def test_bulky_goods_packs_and_forwarders_are_told(shop):
    text = shop.get("/shop/p/HI-470046/").content.decode().replace("\xa0", " ")
    assert "Bulky, NOK 490.00 once an order" in text
    assert "By forwarder, who telephones to agree on a day" in text
    assert "In full packs of 100\xa0pieces." in shop.get("/shop/p/HI-748120/").content.decode()


def test_what_has_no_price_is_on_request(shop):
    text = shop.get("/shop/p/HI-888000/").content.decode()
    assert "Price on request" in text
    assert "cart/add/" not in text


def test_a_page_asks_at_most_twelve_questions(shop, at_most):
    with at_most(12):
        assert shop.get("/shop/p/HI-440718/").status_code == 200


@pytest.mark.parametrize("number", ["HI-44071", "nonsense", "x" * 900, "%00", "..", "%C3%A6"])
def test_an_unknown_number_searches_on(shop, number):
    page = shop.get(f"/shop/p/{number}/")
    assert page.status_code == 404
    if number == "HI-44071":
        text = page.content.decode()
        assert "The article HI-44071 is not in the range" in text
        assert "/shop/p/HI-440718/" in text


def test_what_is_no_longer_sold_says_so(shop):
    page = shop.get("/shop/p/HI-999000/")
    assert page.status_code == 404
    assert "HI-999000 is no longer sold" in page.content.decode()


def how(person, product: Product) -> tuple[str, str, dt.date | None]:
    with acting_in(person):
        here = availability(person.company, [product.pk])[product.pk]
    return here.state, here.words.replace("\xa0", " "), here.on


def stock(product: Product, **fields) -> None:
    with acting_in(STAGE):
        Stock.objects.filter(product=product).delete()
        for warehouse, quantity in fields.pop("places", {"Trondheim": 0}).items():
            Stock.objects.create(product=product, warehouse=warehouse, quantity=quantity, **fields)


def test_availability_is_said_in_words(anna, products, monkeypatch):
    monday = dt.date(2026, 11, 23)
    monkeypatch.setattr(timezone, "localdate", lambda *_args: monday)
    product = products["HI-440718"]
    restock = dt.date(2026, 11, 26)

    stock(product, places={"Trondheim": 42, "Hamburg": 3})
    assert how(anna, product) == ("in_stock", "42 in Trondheim", dt.date(2026, 11, 24))
    stock(product, places={"Trondheim": 3}, restock_date=restock, restock_quantity=10)
    assert how(anna, product)[:2] == ("few", "3 left, more 26 Nov")
    stock(product, places={"Trondheim": 0, "Hamburg": 12})
    assert how(anna, product) == ("coming", "12 in Hamburg, 2–3 days", dt.date(2026, 11, 26))
    stock(product, places={"Trondheim": 0}, restock_date=restock, restock_quantity=10)
    assert how(anna, product) == ("coming", "More 26 Nov", dt.date(2026, 11, 27))
    stock(product, places={"Trondheim": 0}, restock_date=dt.date(2026, 11, 2), restock_quantity=10)
    assert how(anna, product) == ("out", "Not in stock", None)
    with acting_in(STAGE):
        Product.objects.filter(pk=product.pk).update(lead_days=15)
    assert how(anna, product)[:2] == ("made", "Made to order, 15 working days")


def test_more_than_there_is_takes_longer(anna, products, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: dt.date(2026, 11, 23))
    product = products["HI-440718"]
    stock(
        product,
        places={"Trondheim": 10, "Hamburg": 5},
        restock_date=dt.date(2026, 12, 1),
        restock_quantity=20,
    )
    with acting_in(anna):
        here = availability(anna.company, [product.pk])[product.pk]

    days = [here.date_for(Decimal(quantity)) for quantity in (10, 11, 16, 10_000)]

    assert days == [dt.date(2026, 11, 24), dt.date(2026, 11, 26), dt.date(2026, 12, 2), None]


def test_a_picture_is_public_and_never_changes(client, stage, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    default_storage.save("pictures/0123456789abcdef.svg", ContentFile(b"<svg/>"))

    page = client.get("/shop/pictures/0123456789abcdef.svg")

    assert page.status_code == 200
    assert page.getvalue() == b"<svg/>"
    assert page["Content-Type"] == "image/svg+xml"
    assert page["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert page["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in page["Cache-Control"]


@pytest.mark.parametrize("name", ["..", "x.svg", "0123456789abcdef.html", "0123456789abcdef.png", "%00"])
def test_other_names_are_no_pictures(client, stage, name):
    assert client.get(f"/shop/pictures/{name}").status_code == 404
