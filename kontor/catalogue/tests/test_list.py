"""Lists of products: what is found, how it is narrowed, sorted and paged, and what it costs."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kontor.catalogue.models import Product, Stock
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def numbers(response) -> list[str]:
    """Article numbers of the rows, in their order."""
    return re.findall(r'<p class="codes id"><span>([^<]+)</span>', response.content.decode())


def next_address(response) -> str:
    found = re.search(r'href="([^"]+)" rel="next"', response.content.decode())
    return unescape(found[1]) if found else ""


def previous_address(response) -> str:
    found = re.search(r'href="([^"]+)" rel="prev"', response.content.decode())
    return unescape(found[1]) if found else ""


@pytest.fixture
def shop(anna, client_of, many):
    client = client_of(anna)
    client.cookies["language"] = "en"
    client.headers = {"accept-language": "en"}
    anna.user.language = "en"
    with acting_in(STAGE):
        anna.user.save()
    return client


def test_all_products_for_sale_stand_in_the_shop(shop):
    page = shop.get("/shop/")

    assert page.status_code == 200
    assert len(numbers(page)) == 25
    assert "HI-999000" not in numbers(page)
    assert "1–25 of 36" in page.content.decode()
    assert "36 products, prices without VAT" in page.content.decode()


def test_a_category_holds_what_lies_below_it(shop):
    assert set(numbers(shop.get("/shop/c/hoses/"))) <= {f"HS-{1000 + place}" for place in range(30)}
    assert numbers(shop.get("/shop/c/hoses/"))[0] == "HS-1000"
    assert shop.get("/shop/c/nonsense/").status_code == 404
    assert shop.get("/shop/c/hoses%00/").status_code == 404


@pytest.mark.parametrize("sort", ["number", "name", "price", "relevance"])
def test_paging_forth_and_back_shows_everything_once(shop, sort):
    first = shop.get("/shop/", {"sort": sort, "q": "DN" if sort == "relevance" else ""})
    second = shop.get("/shop/" + next_address(first))
    again = shop.get("/shop/" + previous_address(second))

    seen = numbers(first) + numbers(second)
    assert len(seen) == len(set(seen)) == (30 if sort == "relevance" else 36)
    assert numbers(again) == numbers(first)
    assert "26–" in second.content.decode()
    assert not next_address(second)
    assert not previous_address(again)


def test_sorting_by_own_price_goes_per_single_unit_and_ends_with_what_has_none(shop):
    page = shop.get("/shop/", {"sort": "price"})
    last = numbers(shop.get("/shop/" + next_address(page)))

    assert numbers(page)[0] == "HI-748120"  # 169.20 per 100
    assert last[-1] == "HI-888000"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("HI-440718", "HI-440718"),
        ("hi 440718", "HI-440718"),
        ("NH-77120-10", "HI-440718"),
        ("2000000000015", "HI-440718"),
        ("HYD-RET-7", "HI-440718"),
        ("HI-4407", "HI-440718"),
        ("440718", "HI-440718"),
        ("return filters", "HI-440718"),
        ("filt", "HI-440718"),
        ("eturn", "HI-440718"),  # within a word, as in compounds
        ("Bucket tooth", "HI-512045"),
        ("couplings DN 12", "HS-1002"),
        ("stålslange", "HS-1000"),  # another language
    ],
)
def test_numbers_and_words_are_found(shop, text, first):
    page = shop.get("/shop/", {"q": text})
    assert numbers(page)[0] == first


def test_another_companys_number_is_not_found(claudia, client_of, many):
    page = client_of(claudia).get("/shop/", {"q": "HYD-RET-7"})
    assert numbers(page) == []


def test_the_very_number_stands_first(shop, many):
    with acting_in(STAGE):
        Product.objects.filter(pk=many[5].pk).update(description_en="Replaces HI-440718 in old machines.")
    assert numbers(shop.get("/shop/", {"q": "HI-440718"}))[0] == "HI-440718"


def test_filters_narrow_and_are_counted(shop):
    page = shop.get("/shop/c/hoses/", {"maker": ["Alfa", "Beta"], "availability": "stock"})
    text = page.content.decode()

    assert numbers(page) == ["HS-1000", "HS-1001", "HS-1003", "HS-1004", "HS-1006", "HS-1007", "HS-1009"]
    assert re.search(r'value="Gamma"[^>]*>\s*<span>Gamma</span><span class="n">3</span>', text)
    assert re.search(r'value="soon"[^>]*>\s*<span>Within 5 days</span><span class="n">7</span>', text)
    assert "7 products" in text


def test_the_own_price_filters_too(shop):
    page = shop.get("/shop/", {"price_from": "900", "price_to": "920,5", "sort": "price"})

    assert numbers(page) == ["HS-1004", "HS-1003"]  # 902.40 and 911.80
    assert "2 products" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"q": "x" * 10_000},
        {"q": "\0"},
        {"q": "a\0b ' \" \\ % _ : & | ! ( ) <-> * 🙂"},
        {"q": "the of and"},
        {"q": "%%%"},
        {"q": "!!!"},
        {"q": "'"},
        {"price_from": "garbage", "price_to": "1e9"},
        {"price_from": "100", "price_to": "1"},
        {"price_from": "9" * 50},
        {"sort": "nonsense"},
        {"sort": "price", "after": "x~y"},
        {"sort": "price", "after": "NaN~1"},
        {"sort": "price", "after": "1E+999999999~1"},
        {"sort": "price", "before": "sNaN~9999999999999999999999"},
        {"sort": "name", "after": "\0~\0"},
        {"after": "nonsense"},
        {"after": "~" + "x" * 5000},
        {"q": "hose", "after": "99999999999999999999~HS-1000"},
        {"before": "~HS-1000", "page": "0"},
        {"page": "-1", "maker": ["", "\0", "x" * 500], "availability": "nonsense"},
        {"page": "9" * 500},
    ],
)
def test_whatever_stands_in_the_address_there_is_a_page(shop, query):
    assert shop.get("/shop/", query).status_code == 200


def test_a_price_that_is_none_is_said_beside_the_field(shop):
    text = shop.get("/shop/", {"price_from": "cheap"}).content.decode()
    assert "This is not a price." in text
    assert 'value="cheap"' in text


def test_what_is_not_found_suggests_similar_numbers(shop):
    page = shop.get("/shop/", {"q": "HI-440781"})
    text = page.content.decode()

    assert numbers(page) == []
    assert "Nothing found for “HI-440781”" in text
    assert "/shop/p/HI-440718/" in text


def test_filters_that_leave_nothing_can_be_cleared(shop):
    text = shop.get("/shop/c/hoses/", {"maker": "Omega"}).content.decode()
    assert "No product passes these filters" in text


def test_htmx_gets_the_list_alone(shop):
    page = shop.get("/shop/", {"maker": "Alfa", "price_from": ""}, headers={"HX-Request": "true"})
    text = page.content.decode()

    assert 'id="results"' in text
    assert "<html" not in text
    assert "HX-Request" in page["Vary"]
    assert page["HX-Push-Url"] == "/shop/?maker=Alfa"


@pytest.mark.parametrize("person", ["petra", "sigrid"])
def test_only_members_shop(request, client_of, person, many):
    assert client_of(request.getfixturevalue(person)).get("/shop/").status_code == 403


def test_others_sign_in_first(client, many):
    assert client.get("/shop/").status_code == 302


def test_a_reader_sees_prices_and_cannot_buy(rita, client_of, many):
    text = client_of(rita).get("/shop/").content.decode()
    assert "/why/" in text
    assert "cart/add/" not in text


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"q": "hose"},
        {"q": "hose", "sort": "price"},
        {"q": "hose", "maker": "Alfa", "availability": "stock"},
        {"price_from": "1", "sort": "price"},
        {"sort": "name", "availability": "stock"},
    ],
)
def test_a_page_asks_the_same_for_one_row_and_for_25(shop, many, at_most, query):
    """Once with all but the first hose taken out of the range, once with all of them."""
    others = Product.objects.exclude(pk=many[0].pk)
    with acting_in(STAGE):
        sold = list(others.filter(is_active=True).values_list("pk", flat=True))
        others.update(is_active=False)
        Stock.objects.filter(product__in=many).update(warehouse="Trondheim")
        Product.objects.filter(pk__in=[one.pk for one in many]).update(maker="Alfa", lead_days=None)
    shop.get("/shop/", query)
    with at_most(12) as one:
        assert numbers(shop.get("/shop/", query)) == ["HS-1000"]
    with acting_in(STAGE):
        Product.objects.filter(pk__in=sold).update(is_active=True)
        for place in range(20, 30):
            Stock.objects.create(product=many[place], warehouse="Trondheim", quantity=20)
    with at_most(12) as twenty_five:
        assert len(numbers(shop.get("/shop/", query))) == 25
    assert len(one) == len(twenty_five)
