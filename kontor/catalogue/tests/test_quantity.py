"""Quantities as people write them, and which a product can be ordered in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kontor.catalogue.models import Product
from kontor.catalogue.quantities import (
    QuantityProblem,
    check_quantity,
    least_quantity,
    nearest_quantities,
    parse_quantity,
)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2", "nb", "2"),
        (" 12 ", "en", "12"),
        ("2,5", "nb", "2.5"),
        ("2.5", "nb", "2.5"),
        ("2.5", "en", "2.5"),
        ("2,5", "en", "2.5"),
        ("1 000", "nb", "1000"),
        ("1\u00a0000", "de", "1000"),
        ("1’000", "de", "1000"),
        ("1.000", "de", "1000"),
        ("1,000", "en", "1000"),
        ("1,000", "de", "1"),
        ("1.250,5", "de", "1250.5"),
        ("1,250.5", "en", "1250.5"),
        ("1.000.000", "nb", "1000000"),
        ("0,125", "en", "0.125"),
        ("-3", "en", "-3"),
        ("−3", "en", "-3"),
        ("0", "en", "0"),
        ("10,00", "de", "10"),
        ("1,234.500", "de", "1234.5"),
    ],
)
def test_a_quantity_is_read_as_the_reader_means_it(text, language, value):
    assert parse_quantity(text, language) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_quantity"),
        ("   ", "no_quantity"),
        ("ten", "not_a_number"),
        ("1e5", "not_a_number"),
        ("NaN", "not_a_number"),
        ("Infinity", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("1,2,3", "not_a_number"),
        ("12,34.56", "not_a_number"),
        ("1.0005", "not_a_number"),
        ("٣", "not_a_number"),
        ("2\0", "not_a_number"),
        ("=2+3", "not_a_number"),
        ("9" * 5000, "not_a_number"),
    ],
)
def test_what_is_no_quantity_is_refused(text, code):
    with pytest.raises(QuantityProblem) as refused:
        parse_quantity(text, "en")
    assert refused.value.code == code


BOLT = Product(pack_size=Decimal(100), min_quantity=Decimal(150))


@pytest.mark.parametrize(
    ("quantity", "problem"),
    [
        ("0", "not_positive"),
        ("-1", "not_positive"),
        ("1000000", "too_many"),
        ("999999", "not_full_packs"),
        ("149", "below_minimum"),
        ("250", "not_full_packs"),
        ("200", ""),
    ],
)
def test_packs_and_the_least_quantity_hold(quantity, problem):
    assert check_quantity(BOLT, Decimal(quantity)) == problem


@pytest.mark.parametrize(
    ("quantity", "near"),
    [("1", ["200"]), ("250", ["200", "300"]), ("300", ["300"]), ("5000000", ["999900"])],
)
def test_what_would_fit_is_offered(quantity, near):
    assert least_quantity(BOLT) == 200
    assert [str(one) for one in nearest_quantities(BOLT, Decimal(quantity))] == near
