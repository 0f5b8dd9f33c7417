"""What a company's line means, and what stands in the way of ordering it."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from kontor.kit.scope import acting_in
from kontor.shopping.reading import Entered
from kontor.shopping.understanding import fitting_quantities, in_words, understand

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "quantity", "problem"),
    [
        ("HI-440718", "4", ""),
        ("hi 440718", "4", ""),  # spelling does not matter
        ("NH-77120-10", "4", ""),  # the maker's
        ("2000000000015", "4", ""),  # its GTIN
        ("HYD-RET-7", "4", ""),  # Fjordbygg's own
        ("HI-74O718", "4", "unknown"),
        ("", "4", "no_number"),
        ("HI-999000", "4", "not_sold"),
        ("HI-888000", "4", "no_price"),
        ("HI-440718", "", "no_quantity"),
        ("HI-440718", "four", "not_a_number"),
        ("HI-440718", "0", "not_positive"),
        ("HI-440718", "-4", "not_positive"),
        ("HI-440718", "1000000", "too_many"),
        ("HI-440718", "99999999999999999999", "too_many"),
        ("HI-440718", "1,5", "not_full_packs"),
        ("HI-748120", "50", "below_minimum"),
        ("HI-748120", "150", "not_full_packs"),
        ("HI-748120", "1 000", ""),
        ("HI-748120", "1.000", ""),
        ("HI-748120", "100,0", ""),
        ("x" * 5000, "4", "unknown"),
    ],
)
def test_a_line_is_clear_or_says_why_not(bjorn, products, number, quantity, problem):
    with acting_in(bjorn), override("nb"):
        (meaning,) = understand(bjorn.company, [Entered(number, quantity)])
    assert meaning.problem == problem
    if not problem:
        assert meaning.product_id in (products["HI-440718"].pk, products["HI-748120"].pk)
        assert meaning.quantity is not None


def test_a_number_that_several_products_have_is_ambiguous(bjorn, products, stage):
    from kontor.catalogue.models import ArticleNumber

    with acting_in(stage):
        ArticleNumber.objects.create(product=products["HI-512045"], kind="maker", plain="NH7712010")
    with acting_in(bjorn):
        (meaning,) = understand(bjorn.company, [Entered("NH-77120-10", "4")])
    assert meaning == (None, Decimal(4), "ambiguous")


def test_another_company_does_not_know_the_numbers_of_this_one(claudia, products):
    with acting_in(claudia):
        assert understand(claudia.company, [Entered("HYD-RET-7", "4")])[0].problem == "unknown"


@pytest.mark.parametrize(
    ("problem", "quantity", "offered", "words"),
    [
        ("not_full_packs", "750", [700, 800], "750"),
        ("below_minimum", "50", [100], "100"),
        ("no_quantity", None, [100], ""),
        ("not_a_number", None, [100], "many"),
        ("too_many", None, [], "999,999"),
        ("unknown", "4", [], ""),
        ("not_sold", "4", [], ""),
    ],
)
def test_each_problem_has_its_words_and_quantities_that_would_do(
    bjorn, products, problem, quantity, offered, words
):
    bolt = products["HI-748120"]
    with acting_in(bjorn):
        bolt.refresh_from_db()
    number = None if quantity is None else Decimal(quantity)
    assert list(fitting_quantities(problem, bolt, number)) == offered
    with override("en"):
        said = in_words(problem, bolt, quantity or "many")
    assert words in said
    assert said.endswith(".")


def test_many_lines_take_as_many_statements_as_one(bjorn, products, django_assert_max_num_queries):
    with acting_in(bjorn):
        for count in (1, 500):
            with django_assert_max_num_queries(4):
                meanings = understand(bjorn.company, [Entered("HI-440718", "4")] * count)
            assert [one.product_id for one in meanings] == [products["HI-440718"].pk] * count
