"""A company's own price: which list wins, the tier, breaks and dates at their borders, and why."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection

from kontor.catalogue import pricing
from kontor.catalogue.models import Price, PriceList, Product
from kontor.catalogue.pricing import OwnPrice, own_prices
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
FILTER, TOOTH, BOLT = "HI-440718", "HI-512045", "HI-748120"


def price(person: Any, product: Product, quantity: str = "1", **more: Any) -> OwnPrice | None:
    company = more.pop("company", None) or person.company
    with acting_in(person):
        return own_prices(company, [(product.pk, Decimal(quantity))], **more)[0]


def listed(code: str, product: Product, amount: str, **more: Any) -> None:
    with acting_in(STAGE):
        price_list = PriceList.objects.get(code=code)
        Price.objects.create(
            list=price_list,
            product=product,
            company=price_list.company,
            group=price_list.group,
            amount=Decimal(amount),
            **({"valid_from": dt.date(2026, 1, 1)} | more),
        )


def new_list(code: str, kind: str, currency: str = "NOK", **owner: Any) -> None:
    with acting_in(STAGE):
        PriceList.objects.create(
            code=code, name=code, kind=kind, rank=PriceList.RANKS[kind], currency=currency, **owner
        )


def test_a_group_price_less_the_tier_explains_itself(anna, products):
    own = price(anna, products[FILTER])

    assert own is not None
    assert (own.amount, own.currency, own.per, own.tier) == (Decimal("471.73"), "NOK", 1, "gold")
    assert (own.source, own.list_name) == ("group", "Construction list 2026")
    assert own.steps() == [
        {"kind": "general", "amount": "612.00"},
        {"kind": "group", "name": "Construction list 2026", "amount": "-110.16", "percent": "-18"},
        {"kind": "tier", "tier": "gold", "percent": "-6", "amount": "-30.11"},
    ]
    assert sum(Decimal(step["amount"]) for step in own.steps()) == own.amount


def test_a_contract_price_wins_and_bears_no_tier(anna, products):
    own = price(anna, products[TOOTH])

    assert own is not None
    assert own.is_contract
    assert (own.amount, own.tier, own.tier_percent) == (Decimal("318.00"), "", Decimal(0))
    assert [step["kind"] for step in own.steps()] == ["general", "contract"]


def test_the_narrowest_list_wins_also_when_a_wider_one_is_cheaper(anna, products, fjordbygg):
    new_list("OFFER", "promotion")
    listed("OFFER", products[FILTER], "1.00")
    new_list("FJORD", "company", company=fjordbygg)
    listed("FJORD", products[FILTER], "999.00", net=True)

    own = price(anna, products[FILTER])

    assert own is not None
    assert (own.source, own.amount, own.net, own.tier) == ("company", Decimal("999.00"), True, "")


def test_a_promotion_comes_before_the_general_list_while_it_runs(anna, products):
    new_list("OFFER", "promotion")
    first, last = dt.date(2026, 11, 1), dt.date(2026, 11, 30)
    listed("OFFER", products[BOLT], "150.00", valid_from=first, valid_to=last, per=100)
    day = dt.timedelta(days=1)

    sources = [
        found.source
        for on in (first - day, first, last, last + day)
        if (found := price(anna, products[BOLT], "100", on=on))
    ]

    assert sources == ["general", "promotion", "promotion", "general"]


def test_the_newest_of_two_prices_holds(anna, products):
    listed("BUILD-2026", products[FILTER], "400.00", valid_from=dt.date(2026, 6, 1))

    before = price(anna, products[FILTER], on=dt.date(2026, 5, 31))
    after = price(anna, products[FILTER], on=dt.date(2026, 6, 1))

    assert before is not None
    assert after is not None
    assert (before.base, after.base) == (Decimal("501.84"), Decimal("400.00"))


@pytest.mark.parametrize(
    ("quantity", "amount"), [("9", "471.73"), ("9.999", "471.73"), ("10", "448.14"), ("11", "448.14")]
)
def test_a_break_begins_at_its_quantity(anna, products, quantity, amount):
    own = price(anna, products[FILTER], quantity)

    assert own is not None
    assert own.amount == Decimal(amount)


def test_breaks_tell_every_quantity_from_which_another_price_holds(anna, products, fjordbygg):
    new_list("RA-100", "contract", company=fjordbygg)
    listed("RA-100", products[FILTER], "400.00", from_quantity=100)

    own = price(anna, products[FILTER], with_breaks=True)

    assert own is not None
    assert [(str(one.from_quantity), str(one.amount)) for one in own.breaks] == [
        ("1.000", "471.73"),
        ("10.000", "448.14"),
        ("100.000", "400.00"),
    ]
    assert len(own.more) == 2


def test_prices_per_hundred_and_thousand_are_counted_per_line(anna, products):
    own = price(anna, products[BOLT], "250")
    assert own is not None
    assert (own.per, own.amount, own.line_net()) == (100, Decimal("169.20"), Decimal("423.00"))

    listed("BUILD-2026", products[BOLT], "1555.5555", per=1000)
    fine = price(anna, products[BOLT], "1000")

    assert fine is not None
    assert (fine.per, fine.amount) == (1000, Decimal("1462.2222"))
    assert fine.line_net() == Decimal("1462.22")
    assert fine.general == Decimal("1800.0000")
    assert sum(Decimal(step["amount"]) for step in fine.steps()) == fine.amount


def test_each_company_has_its_own_currency_and_tier(claudia, products):
    own = price(claudia, products[FILTER])

    assert own is not None
    assert (own.amount, own.currency, own.tier, own.source) == (Decimal("56.26"), "EUR", "silver", "general")


def test_no_list_no_price_and_nothing_for_nothing(anna, products):
    assert price(anna, products["HI-888000"]) is None
    assert price(anna, products[FILTER], "0") is None
    with acting_in(anna):
        assert own_prices(anna.company, []) == []


def test_answers_come_in_the_order_of_the_questions(anna, products):
    wanted = [(products[number].pk, Decimal(1)) for number in (TOOTH, "HI-888000", FILTER, TOOTH)]

    with acting_in(anna):
        found = own_prices(anna.company, wanted)

    assert [own and str(own.amount) for own in found] == ["318.00", None, "471.73", "318.00"]


@pytest.mark.parametrize("looker", ["claudia", "stefan", "petra", "sigrid"])
def test_anothers_contract_price_is_never_seen(request, looker, products, rheintal):
    """Neither by the company itself nor by staff who ask for its price."""
    person = request.getfixturevalue(looker)

    own = price(person, products[TOOTH], company=rheintal)

    assert own is not None
    assert own.source == "general"


@pytest.mark.parametrize("looker", ["claudia", "stefan"])
def test_asking_for_another_companys_price_does_not_reveal_its_contract(request, looker, products, fjordbygg):
    """The net beneath: even where code asks for the wrong company, the database keeps the contract back."""
    person = request.getfixturevalue(looker)

    own = price(person, products[TOOTH], company=fjordbygg)

    assert own is not None
    assert not own.is_contract


def test_ten_thousand_lines_are_looked_up_and_never_scanned(anna, stage, products, areas):
    """With a best seller in the tables, the plan stays a nested look-up in the index that answers alone."""
    with acting_in(stage), connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO catalogue_product (number, maker, maker_number, gtin, area_id, category_id, name_nb, name_de,
                 name_en, description_nb, description_de, description_en, unit, pack_size, min_quantity, bulky,
                 forwarder, tax_class, picture, is_active)
               SELECT 'T-' || i, '', '', '', %s, (SELECT min(id) FROM catalogue_category), 'n', 'n', 'n', '', '', '',
                 'piece', 1, 1, false, false, 'standard', '', true FROM generate_series(1, 2000) i""",
            [areas["test"].pk],
        )
        cursor.execute(
            """INSERT INTO catalogue_price (list_id, group_id, product_id, from_quantity, valid_from, valid_to, amount, per, net)
               SELECT l.id, NULL, p.id, q, date '2026-01-01', date '9999-12-31', 10, 1, false FROM catalogue_pricelist l,
                 catalogue_product p, generate_series(1, 5) q WHERE l.code = 'GENERAL-NOK' AND p.number LIKE 'T-%%'
               UNION ALL
               SELECT l.id, l.group_id, %s, q + 10, date '2026-01-01', date '9999-12-31', 10, 1, false
                 FROM catalogue_pricelist l, generate_series(1, 5000) q WHERE l.code = 'BUILD-2026'""",
            [products[FILTER].pk],
        )
        cursor.execute("SELECT id FROM catalogue_product WHERE number LIKE 'T-%%'")
        ids = [row[0] for row in cursor.fetchall()]
    wanted = [(product_id, Decimal(3)) for product_id in ids * 5]
    captured: list[tuple[str, Any]] = []

    def capture(execute, sql, params, many, context):
        captured.append((sql, params))
        return execute(sql, params, many, context)

    with acting_in(anna), connection.execute_wrapper(capture):
        found = own_prices(anna.company, wanted)
    assert len(found) == 10_000
    assert all(found)

    sql, params = next((sql, params) for sql, params in captured if sql == pricing.OWN_PRICES)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE catalogue_price")
    with acting_in(anna), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", params)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "Seq Scan on catalogue_price " not in plan, plan
    assert "catalogue_price_lookup" in plan or "catalogue_price_once" in plan, plan
    assert "Hash Join" not in plan, plan
