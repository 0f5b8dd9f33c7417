"""Article numbers: whose they are does not matter, spelling neither."""

from __future__ import annotations

import pytest

from kontor.catalogue.models import ArticleNumber, Product
from kontor.catalogue.numbers import plain
from kontor.catalogue.queries import product_for, resolve_numbers, suggestions
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("hi-440 718", "HI440718"),
        (" NH-77120/10 ", "NH7712010"),
        ("\0\n", ""),
        ("HI－440718", "HI440718"),
        ("x" * 10_000, ""),
    ],
)
def test_a_number_is_bare_capitals_and_digits(text, bare):
    assert plain(text) == bare


@pytest.mark.parametrize("entered", ["HI-440718", "hi 440718", "NH-77120-10", "2000000000015", "hyd-ret-7"])
def test_a_product_is_found_by_any_of_its_numbers(anna, products, entered):
    with acting_in(anna):
        [found] = resolve_numbers(anna.company, [entered])
    assert found.product_id == products["HI-440718"].pk


def test_another_companys_number_means_nothing(claudia, products):
    with acting_in(claudia):
        [found] = resolve_numbers(claudia.company, ["HYD-RET-7"])
    assert found.is_unknown


def test_numbers_keep_their_order_and_say_what_is_unknown_or_ambiguous(anna, products):
    with acting_in(STAGE):
        ArticleNumber.objects.create(product=products["HI-470046"], kind="maker", plain="HYDRET7")
    with acting_in(anna):
        found = resolve_numbers(anna.company, ["", "HI-512045", "nonsense", "HYD-RET-7", "HI-512045"])

    assert [len(one.product_ids) for one in found] == [0, 1, 0, 2, 1]
    assert found[3].is_ambiguous
    assert found[1].product_id == found[4].product_id == products["HI-512045"].pk


def test_what_is_no_longer_sold_is_found_only_where_nothing_else_is(anna, products):
    gone = products["HI-999000"]
    with acting_in(anna):
        [found] = resolve_numbers(anna.company, ["HI-999000"])
    assert found.product_id == gone.pk

    with acting_in(STAGE):
        ArticleNumber.objects.create(product=products["HI-470046"], kind="maker", plain="HI999000")
    with acting_in(anna):
        [found] = resolve_numbers(anna.company, ["HI-999000"])
    assert found.product_id == products["HI-470046"].pk


@pytest.mark.parametrize("entered", ["HI-44O718", "HI-440781", "HI440178", "HI-44071"])
def test_a_mistyped_number_suggests_what_was_meant(anna, products, entered):
    with acting_in(anna):
        near = suggestions(anna.company, entered)
    assert near[0] == products["HI-440718"]


def test_a_product_has_a_page_however_its_number_is_spelled(anna, products):
    with acting_in(anna):
        assert product_for(anna, "hi440718") == products["HI-440718"]
        for unknown in ("HI-999000", "nonsense", "", "\0", "x" * 500):
            with pytest.raises(Product.DoesNotExist):
                product_for(anna, unknown)
