"""Orders from elsewhere."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from kontor.companies.models import Relationship
from kontor.erp.tests.conftest import ORDER, Load
from kontor.journal.models import Entry
from kontor.kit.money import round_half_up, tax_by_rate
from kontor.kit.scope import acting_in
from kontor.notifications.models import Mail, Notification
from kontor.orders.models import Order, OrderLine

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("products", "anna")]
SECOND = ORDER | {"position": "2", "product": "HI-690112", "text": "", "quantity": "7", "tax_rate": "15"}
THIRD = ORDER | {
    "position": "3",
    "product": "HI-748120",
    "quantity": "250",
    "unit_price": "180",
    "per": "100",
}
ROWS = [ORDER, SECOND, THIRD]


def test_an_order_comes_with_its_lines_sums_and_state(loading: Load, stage, fjordbygg, products):
    loaded = loading("orders", [ORDER, SECOND | {"state": "shipped", "shipped_at": "2026-03-04"}, THIRD])
    assert loaded.rows("orders") == (1, 0, 0)
    assert loaded.rows("order lines") == (3, 0, 0)
    with acting_in(stage):
        order = Order.objects.get(number="E-1")
        lines = list(order.lines.order_by("position"))
        assert (order.company_id, order.entity_id, order.channel) == (
            fjordbygg.pk,
            fjordbygg.entity_id,
            "phone",
        )
        assert order.placed_at == dt.datetime(2026, 3, 2, 8, 30, tzinfo=dt.UTC)
        assert (order.status, order.line_count, order.bill_name) == ("part_shipped", 3, "Fjordbygg AS")
        assert lines[0].net == Decimal("100.01")  # 3 × 33.335 = 100.005, half up
        assert lines[1].text == "Electrolyte drink, 24 × 0.5 l (nb)"
        assert (lines[1].unit, lines[1].shipped_on) == ("pack", dt.date(2026, 3, 4))
        assert lines[2].net == Decimal("450.00")
        assert {line.partner_id for line in lines} == {order.partner_id}
        assert {line.company_id for line in lines} == {fjordbygg.pk}


def test_sums_are_those_of_the_portals_own_orders(loading: Load, stage):
    prices = ["33.335", "0.005", "1234.5678", "12.34", "99.99"]
    rows = [
        ORDER | {"position": str(index), "unit_price": price, "quantity": str(index * 1.5), "tax_rate": rate}
        for index, price in enumerate(prices, start=1)
        for rate in [["25", "15", "7"][index % 3]]
    ]
    loading("orders", rows)
    with acting_in(stage):
        order = Order.objects.get(number="E-1")
        lines = list(order.lines.all())
    for line in lines:
        assert line.net == round_half_up(line.quantity * line.unit_price / line.per)
    tax = tax_by_rate((line.tax_rate, line.net) for line in lines)
    assert order.net == sum(line.net for line in lines)
    assert order.tax == sum(row.tax for row in tax)
    assert order.total == order.net + order.tax


def test_the_partner_is_that_of_the_first_lines_area_else_the_companys(
    loading: Load, stage, fjordbygg, hansa_nord, hansa_sued, areas
):
    with acting_in(stage):
        Relationship.objects.filter(company=fjordbygg, area=areas["office"]).update(partner=hansa_sued)
    rows = [
        ORDER | {"number": "E-1", "position": "2"},
        ORDER | {"number": "E-1", "position": "1", "product": "HI-690112"},
        ORDER | {"number": "E-2"},
        ORDER | {"number": "E-3", "product": "GONE-1"},
    ]
    rows.append(rows[-1] | {"position": "2", "text": ""})
    assert loading("orders", rows).notes == ["product_not_here"] * 2
    with acting_in(stage):
        partners = dict(Order.objects.values_list("number", "partner__code"))
        assert partners == {"E-1": "hansa-sued", "E-2": "hansa-nord", "E-3": "hansa-nord"}
        line, bare = OrderLine.objects.filter(order__number="E-3").order_by("position")
        assert bare.text == "GONE-1"
        assert (line.product_id, line.number, line.text, line.unit) == (
            None,
            "GONE-1",
            "Returfilter",
            "piece",
        )


def test_who_ordered_is_found_by_e_mail(loading: Load, stage, anna):
    rows = [
        ORDER | {"number": "E-1", "ordered_by": "Anna@Fjordbygg.example"},
        ORDER | {"number": "E-2", "ordered_by": "Anne på telefon"},
        ORDER | {"number": "E-3", "ordered_by": "claudia@rheintal-metallbau.example"},
    ]
    loading("orders", rows)
    with acting_in(stage):
        assert list(Order.objects.order_by("number").values_list("member", "ordered_by")) == [
            (anna.pk, "Anna Hagen"),
            (None, "Anne på telefon"),
            (None, "claudia@rheintal-metallbau.example"),
        ]


def test_the_same_file_again_changes_nothing_and_nobody_gets_mail(loading: Load, stage, run_jobs):
    loading("orders", ROWS)
    with acting_in(stage):
        entries = Entry.objects.filter(subject="order").count()
    again = loading("orders", ROWS)
    assert again.rows("orders") == (0, 0, 1)
    assert again.rows("order lines") == (0, 0, 3)
    assert run_jobs() == 0
    with acting_in(stage):
        assert Entry.objects.filter(subject="order").count() == entries == 1
        assert not Mail.objects.exists()
        assert not Notification.objects.exists()


def test_a_later_file_tells_how_far_the_lines_have_come(loading: Load, stage):
    loading("orders", ROWS)
    further = [row | {"state": "shipped", "shipped_at": "2026-03-05"} for row in (ORDER, SECOND)]
    loaded = loading("orders", [*further, THIRD])
    assert loaded.rows("orders") == (0, 1, 0)
    assert loaded.rows("order lines") == (0, 2, 1)
    with acting_in(stage):
        order = Order.objects.get(number="E-1")
        assert order.status == "part_shipped"
        assert order.lines.get(position=1).shipped_on == dt.date(2026, 3, 5)
        entry = Entry.objects.get(verb="order.shipped")
        assert (entry.subject_id, entry.company_id, entry.details) == (
            str(order.pk),
            order.company_id,
            {"positions": [1, 2]},
        )


def test_a_line_that_was_refused_joins_its_order_when_it_is_mended(loading: Load, stage):
    loading("orders", [ORDER, SECOND | {"unit_price": "0"}])
    mended = loading("orders", [ORDER, SECOND])
    assert mended.rows("orders") == (0, 1, 0)
    assert mended.rows("order lines") == (1, 0, 1)
    with acting_in(stage):
        order = Order.objects.get(number="E-1")
        assert order.line_count == 2
        assert order.net == Decimal("100.01") + Decimal("233.35")  # 7 × 33.335 = 233.345


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"number": ""}, "missing", "number"),
        ({"company": ""}, "missing", "company"),
        ({"company": "999999"}, "unknown_company", "company"),
        ({"company": "208117"}, "company_currency", "currency"),
        ({"placed_at": "yesterday"}, "not_a_date", "placed_at"),
        ({"channel": "fax"}, "not_a_choice", "channel"),
        ({"currency": "EUR"}, "company_currency", "currency"),
        ({"position": "1.5"}, "not_a_whole_number", "position"),
        ({"product": ""}, "missing", "product"),
        ({"quantity": "-3"}, "not_positive", "quantity"),
        ({"quantity": "0"}, "not_positive", "quantity"),
        ({"quantity": "many"}, "not_a_number", "quantity"),
        ({"unit_price": "0"}, "no_price", "unit_price"),
        ({"unit_price": "-1"}, "no_price", "unit_price"),
        ({"unit_price": ""}, "missing", "unit_price"),
        ({"tax_rate": "-1"}, "negative", "tax_rate"),
        ({"tax_rate": "125"}, "too_large", "tax_rate"),
        ({"state": "lost"}, "not_a_choice", "state"),
        ({"promised_date": "next week"}, "not_a_date", "promised_date"),
    ],
)
def test_a_bad_line_is_refused_and_the_rest_of_its_order_loads(loading: Load, change, reason, field):
    loaded = loading("orders", [SECOND, ORDER | change])
    assert [(line, why, where) for line, why, where, _ in loaded.refused] == [(3, reason, field)]
    assert loaded.rows("order lines") == (1, 0, 0)


def test_the_first_line_of_a_position_counts(loading: Load):
    assert loading("orders", [ORDER, ORDER | {"quantity": "9"}]).refused == [(3, "repeated", "position", "1")]


def test_one_order_has_one_company(loading: Load):
    german = ORDER | {"company": "208117", "currency": "EUR"}
    assert loading("orders", [ORDER, german | {"position": "2"}]).reasons == ["other_order_columns"]
    assert loading("orders", [german]).reasons == ["other_companys_order"]


@pytest.mark.parametrize("change", [{"quantity": "4"}, {"unit_price": "33.34"}, {"product": "HI-512045"}])
def test_what_was_ordered_never_changes(loading: Load, stage, change):
    loading("orders", [ORDER])
    assert loading("orders", [ORDER | change]).reasons == ["order_is_fixed"]
    with acting_in(stage):
        line = OrderLine.objects.get(order__number="E-1")
        assert (line.quantity, line.number) == (Decimal(3), "HI-440718")


@pytest.mark.parametrize(
    ("before", "after"), [("delivered", "placed"), ("shipped", "cancelled"), ("cancelled", "shipped")]
)
def test_states_do_not_go_back(loading: Load, stage, before, after):
    loading("orders", [ORDER | {"state": before}])
    assert loading("orders", [ORDER | {"state": after}]).reasons == ["state_goes_back"]
    with acting_in(stage):
        assert OrderLine.objects.get(order__number="E-1").status == before


def test_a_company_sees_its_loaded_orders_and_no_other(loading: Load, anna, claudia):
    loading("orders", ROWS)
    with acting_in(anna):
        assert Order.objects.visible_to(anna).get().number == "E-1"
    with acting_in(claudia):
        assert not Order.objects.exists()
        assert not OrderLine.objects.exists()
