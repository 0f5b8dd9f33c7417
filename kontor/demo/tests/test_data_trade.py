"""Prices, own article numbers and orders of the demonstration fit together and say what the screens say."""

from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from kontor.demo.data import operator, price_rows
from kontor.demo.data.companies import BY_NUMBER, COMPANIES
from kontor.demo.data.people import PEOPLE
from kontor.demo.data.prices import PriceBook, cents
from kontor.demo.data.samples import FILES as SAMPLES
from kontor.demo.tests.conftest import TODAY, lines


@pytest.fixture(scope="module")
def orders(folder):
    return lines(folder, "orders.csv")


@pytest.fixture(scope="module")
def prices(folder):
    return lines(folder, "prices.csv")


@pytest.fixture(scope="module")
def book():
    return PriceBook(TODAY)


def test_prices_are_of_every_kind_and_name_only_what_there_is(prices, products):
    assert {row["list_kind"] for row in prices} == {"general", "group", "company", "contract", "promotion"}
    assert {row["per"] for row in prices} == {"1", "100", "1000"}
    assert {row["currency"] for row in prices} == {"NOK", "EUR"}
    assert len(
        {(row["list"], row["product"], row["from_quantity"], row["valid_from"]) for row in prices}
    ) == len(prices)
    for row in prices:
        assert row["product"] in products
        assert not row["company"] or BY_NUMBER[row["company"]].currency == row["currency"]
        assert bool(row["company"]) == (row["list_kind"] in {"company", "contract"})
        assert bool(row["group"]) == (row["list_kind"] == "group")
        assert Decimal(row["price"]) > 0
        assert not row["valid_to"] or row["valid_from"] < row["valid_to"]
        assert (row["net"] == "yes") == (row["list_kind"] in {"contract", "promotion"})
    assert len({row["list"] for row in prices if row["list_kind"] == "contract"}) == 8
    without = set(products) - {row["product"] for row in prices if row["list_kind"] == "general"}
    assert without == price_rows.ON_REQUEST


def test_one_promotion_runs_one_is_over_one_comes(prices):
    now = TODAY.isoformat()
    spans = {(row["valid_from"], row["valid_to"]) for row in prices if row["list_kind"] == "promotion"}
    assert sum(1 for first, last in spans if first <= now <= last) == 1
    assert sum(1 for first, last in spans if last < now) == 1
    assert sum(1 for first, last in spans if first > now) == 1


def test_a_larger_quantity_never_costs_more(prices):
    steps: dict[tuple[str, str], list[tuple[int, Decimal]]] = {}
    for row in prices:
        steps.setdefault((row["list"], row["product"]), []).append(
            (int(row["from_quantity"]), Decimal(row["price"]))
        )
    for key, pairs in steps.items():
        pairs.sort()
        assert [price for _, price in pairs] == sorted((price for _, price in pairs), reverse=True), key


@pytest.mark.parametrize(
    ("company", "number", "quantity", "price"),
    [
        ("104233", "HI-440718", 1, "471.73"),
        ("104233", "HI-440718", 10, "448.14"),
        ("104233", "HI-440718", 50, "424.56"),
        ("104233", "HI-440731", 1, "389.20"),
        ("104233", "HI-441002", 1, "264.00"),
        ("104233", "HI-449220", 1, "3918.40"),
        ("104233", "HI-440650", 5, "302.77"),
        ("104233", "HI-470046", 4, "5990.40"),
        ("104233", "HI-512045", 12, "318.00"),
        ("104233", "HI-460734", 3, "272.54"),
        ("104233", "HI-690112", 4, "289.00"),
        ("208117", "HI-748120", 400, "38.00"),
        ("208117", "HI-201508", 24, "31.90"),
        ("208117", "HI-330125", 100, "1.14"),
        ("208117", "HI-352416", 6, "78.20"),
    ],
)
def test_the_named_companies_pay_what_the_screens_show(book, company, number, quantity, price):
    assert book.unit_price(BY_NUMBER[company], number, quantity) == Decimal(price)


def test_the_return_filter_explains_itself(book):
    fjordbygg = BY_NUMBER["104233"]
    by_kind = {each.kind: each.price("HI-440718", 1) for each in book.lists_of(fjordbygg)}
    assert by_kind["general"] == Decimal("612.00")
    assert by_kind["group"] == cents(Decimal("612.00") * Decimal("0.82")) == Decimal("501.84")


@pytest.mark.parametrize("company", COMPANIES, ids=lambda company: company.domain)
def test_no_company_does_worse_with_its_own_list(book, company):
    factor = {tier.code: (100 - tier.discount) / 100 for tier in operator.TIERS}[company.tier]
    lists = book.lists_of(company)
    for own in (each for each in lists if each.kind in {"contract", "company"}):
        for number in own.prices:
            for quantity in {1, *book.products[number].family.breaks}:
                pays = book.unit_price(company, number, quantity)
                for other in lists:
                    price = other.price(number, quantity)
                    if price is not None and other.kind != "promotion":
                        assert pays <= cents(price if other.net else price * factor), (
                            number,
                            quantity,
                            other.code,
                        )


# own numbers and orders


def test_own_article_numbers_name_products_and_companies(folder, products):
    rows = lines(folder, "article-numbers.csv")
    assert len({row["company"] for row in rows}) >= 8
    assert all(row["product"] in products and row["company"] in BY_NUMBER for row in rows)
    written = {(row["company"], row["number"]): row["product"] for row in rows}
    assert len(written) == len(rows)
    assert written["104233", "HYD-RET-7"] == "HI-440718"
    assert written["208117", "RM-FLACH-50"] == "HI-201508"


def test_3000_orders_of_two_years_up_to_yesterday(orders):
    heads = {row["number"]: row for row in orders}
    assert len(heads) == 3000
    assert 3.5 <= len(orders) / len(heads) <= 4.5
    days = sorted(row["placed_at"][:10] for row in heads.values())
    assert date.fromisoformat(days[-1]) < TODAY
    assert date.fromisoformat(days[0]) < TODAY - timedelta(days=720)
    assert {row["channel"] for row in orders} == {"portal", "phone", "post", "erp"}
    assert all(number[:2] == "E-" for number in heads)
    weekends = sum(1 for day in days if date.fromisoformat(day).weekday() > 4)
    assert weekends < 150


def test_orders_name_only_what_there_is(orders, products):
    emails = {person.email: person.company for person in PEOPLE}
    entities = {entity.code: entity for entity in operator.ENTITIES}
    for row in orders:
        company = BY_NUMBER[row["company"]]
        product = products[row["product"]]
        entity = entities[company.entity]
        assert not row["ordered_by"] or emails[row["ordered_by"]] == row["company"]
        assert row["currency"] == company.currency
        assert row["text"] == product[f"name_{company.language}"]
        assert int(row["quantity"]) % int(product["pack_size"]) == 0
        assert int(row["quantity"]) >= int(product["min_quantity"])
        assert row["tax_rate"] == str(
            entity.tax_reduced if product["tax_class"] == "reduced" else entity.tax_standard
        )
        assert Decimal(row["unit_price"]) > 0
        assert bool(row["shipped_at"]) == (row["state"] in {"shipped", "delivered"})
        assert datetime.fromisoformat(row["placed_at"]).utcoffset()
        if row["shipped_at"]:
            assert row["placed_at"][:10] <= row["shipped_at"] <= TODAY.isoformat()


def test_columns_of_an_order_say_the_same_on_each_of_its_lines(orders):
    own = {"position", "product", "text", "quantity", "unit_price", "per", "tax_rate"}
    own |= {"state", "promised_date", "shipped_at"}
    heads: dict[str, dict[str, str]] = {}
    for row in orders:
        head = {column: value for column, value in row.items() if column not in own}
        assert heads.setdefault(row["number"], head) == head
    assert len({(row["number"], row["position"]) for row in orders}) == len(orders)


def test_the_named_companies_have_open_orders_and_old_ones_are_done(orders):
    finished = {"delivered", "cancelled"}
    for company in ("104233", "208117"):
        unfinished = {
            row["number"] for row in orders if row["company"] == company and row["state"] not in finished
        }
        assert 4 <= len(unfinished) <= 14
    month_ago = (TODAY - timedelta(days=60)).isoformat()
    assert all(row["state"] in finished for row in orders if row["placed_at"] < month_ago)
    states = Counter(row["state"] for row in orders)
    assert set(states) == {"placed", "confirmed", "picking", "shipped", "delivered", "cancelled"}


def test_some_buy_much_and_some_articles_sell_best(orders):
    by_company = Counter({row["number"]: row["company"] for row in orders}.values())
    shares = [count for _, count in by_company.most_common()]
    assert len(by_company) == len(COMPANIES)
    assert shares[0] > 8 * shares[-1]
    sold = Counter(row["product"] for row in orders)
    assert sum(count for _, count in sold.most_common(60)) > len(orders) * 0.3


def test_sample_files_are_as_excel_writes_them():
    norwegian = SAMPLES["hurtigbestilling-fjordbygg.csv"]
    german = SAMPLES["schnellbestellung-rheintal.csv"]
    assert norwegian.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in german
    assert "für Geländer" in german.decode("cp1252")
    with pytest.raises(UnicodeDecodeError):
        german.decode()
