"""Rounding and tax per rate."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontor.kit.money import TaxRow, round_half_up, tax_by_rate

D = Decimal
cents = st.decimals(min_value=-1_000_000, max_value=1_000_000, places=2)


@pytest.mark.parametrize(
    ("amount", "places", "rounded"),
    [
        ("0.005", 2, "0.01"),
        ("0.015", 2, "0.02"),
        ("0.025", 2, "0.03"),
        ("-0.005", 2, "-0.01"),
        ("0.0049999", 2, "0.00"),
        ("1", 2, "1.00"),
        ("1.23456", 4, "1.2346"),
        ("2.5", 0, "3"),
    ],
)
def test_a_half_goes_away_from_zero(amount, places, rounded):
    assert str(round_half_up(D(amount), places)) == rounded


def test_tax_is_counted_on_the_sum_of_a_rate_not_line_by_line():
    # 3 × 0.02 at 25 %: line by line 0.01 each, over the document 0.06 × 25 % = 0.015 → 0.02
    assert tax_by_rate([(D(25), D("0.02"))] * 3) == [TaxRow(D(25), D("0.06"), D("0.02"))]


def test_the_checkout_of_the_design_comes_out_to_the_cent():
    rows = tax_by_rate([(D("25.00"), D("18182.92")), (D(15), D("1156.00")), (D(25), D("490.00"))])
    assert rows == [
        TaxRow(D(25), D("18672.92"), D("4668.23")),
        TaxRow(D(15), D("1156.00"), D("173.40")),
    ]


def test_no_lines_no_rows():
    assert tax_by_rate([]) == []


@given(st.lists(st.tuples(st.sampled_from([D(25), D("25.00"), D(15), D(0)]), cents)))
def test_nothing_is_lost_and_a_credit_note_mirrors_its_invoice(lines):
    rows = tax_by_rate(lines)
    assert sum((row.base for row in rows), D(0)) == sum((net for _, net in lines), D(0))
    assert len({row.rate for row in rows}) == len(rows)
    mirrored = tax_by_rate([(rate, -net) for rate, net in lines])
    assert [(row.base, row.tax) for row in mirrored] == [(-row.base, -row.tax) for row in rows]
