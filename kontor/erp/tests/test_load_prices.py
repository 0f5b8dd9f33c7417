"""Prices and their lists."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kontor.catalogue.models import Price, PriceList
from kontor.erp.tests.conftest import PRICE, Load
from kontor.kit.scope import acting_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("products")]
CONTRACT = PRICE | {"list": "RA-2027-1", "list_kind": "contract", "company": "104233", "net": "yes"}
GROUP = PRICE | {"list": "BUILD-2027", "list_kind": "group", "group": "building"}


def test_lists_and_prices_come_to_exist(loading: Load, stage):
    break_ = PRICE | {"from_quantity": "10", "price": "59899,5", "per": "100"}
    loaded = loading("prices", [PRICE, break_, CONTRACT, GROUP])
    assert loaded.rows("price lists") == (3, 0, 0)
    assert loaded.rows("prices") == (4, 0, 0)
    with acting_in(stage):
        ranks = dict(PriceList.objects.filter(code__contains="2027").values_list("kind", "rank"))
        assert ranks == {kind: PriceList.RANKS[kind] for kind in ("contract", "group", "general")}
        price = Price.objects.get(list__code="LIST-2027", from_quantity=10)
        assert (price.amount, price.per, price.net) == (Decimal("59899.5"), 100, False)
        assert (price.valid_from, price.valid_to) == (dt.date(2027, 1, 1), dt.date(9999, 12, 31))


def test_a_price_always_bears_the_company_of_its_list(loading: Load, stage, fjordbygg, anna, claudia):
    """Row security decides by it: another company must never see a contract price."""
    loading("prices", [PRICE, CONTRACT, GROUP])
    with acting_in(stage):
        mine = Price.objects.get(list__code="RA-2027-1")
        assert mine.company_id == fjordbygg.pk
        assert Price.objects.get(list__code="BUILD-2027").company_id is None
        owners = Price.objects.values_list("company", "list__company")
        assert all(company == owner for company, owner in owners)
    with acting_in(anna):
        assert Price.objects.filter(pk=mine.pk).exists()
    with acting_in(claudia):
        assert not Price.objects.filter(pk=mine.pk).exists()


def test_the_same_file_again_changes_nothing_and_a_new_price_changes_one(loading: Load, stage):
    rows = [PRICE, CONTRACT, GROUP]
    loading("prices", rows)
    again = loading("prices", rows)
    assert (again.rows("price lists"), again.rows("prices")) == ((0, 0, 3), (0, 0, 3))
    assert loading("prices", [PRICE | {"price": "600"}, CONTRACT, GROUP]).rows("prices") == (0, 1, 2)


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"product": "HI-0"}, "unknown_product", "product"),
        ({"price": ""}, "missing", "price"),
        ({"price": "-1"}, "negative", "price"),
        ({"price": "1.23456"}, "too_many_decimals", "price"),
        ({"price": "1,234,5"}, "not_a_number", "price"),
        ({"price": "NaN"}, "not_a_number", "price"),
        ({"price": "１２"}, "not_a_number", "price"),
        ({"per": "10"}, "not_a_choice", "per"),
        ({"from_quantity": "0"}, "not_positive", "from_quantity"),
        ({"valid_from": "01.01.2027"}, "not_a_date", "valid_from"),
        ({"valid_from": "2027-02-30"}, "not_a_date", "valid_from"),
        ({"valid_to": "2026-12-31"}, "ends_before_start", "valid_to"),
        ({"list_kind": "secret"}, "not_a_choice", "list_kind"),
        ({"list_kind": "contract"}, "list_owner", "list_kind"),
        ({"company": "104233"}, "list_owner", "list_kind"),
        ({"list_kind": "group", "group": "bakers"}, "unknown", "group"),
        ({"list_kind": "company", "company": "999999"}, "unknown_company", "company"),
        ({"list": "L3", "list_kind": "company", "company": "208117"}, "company_currency", "currency"),
        ({"list": "GENERAL-EUR"}, "other_list", "list"),
        ({"list": "LIST-2028", "currency": "EUR", "product": "HI-512045"}, "other_list", "list"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(loading: Load, change, reason, field):
    loaded = loading("prices", [PRICE | {"list": "LIST-2028"}, PRICE | change])
    assert [(line, why, where) for line, why, where, _ in loaded.refused] == [(3, reason, field)]
    assert loaded.rows("prices") == (1, 0, 0)


def test_the_first_of_two_prices_for_the_same_counts(loading: Load, stage):
    loaded = loading("prices", [PRICE, PRICE | {"price": "1"}])
    assert loaded.reasons == ["repeated"]
    with acting_in(stage):
        assert Price.objects.get(list__code="LIST-2027").amount == Decimal("612.5")
