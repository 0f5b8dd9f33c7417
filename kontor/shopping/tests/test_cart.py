"""The cart: adding, changing, removing; what it comes to, and what stands in the way."""

from decimal import Decimal

import pytest
from django.db import connection
from django.http import Http404

from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.shopping import actions, queries
from kontor.shopping.errors import NotOrderable
from kontor.shopping.models import Cart, CartLine

pytestmark = pytest.mark.django_db


def put(member, product, quantity):
    with acting_in(member):
        product.refresh_from_db()
        return actions.add_to_cart(product, quantity=Decimal(quantity), by=member)


def test_adding_twice_is_one_line_with_both(bjorn, products):
    put(bjorn, products["HI-440718"], 4)
    assert put(bjorn, products["HI-440718"], 2).quantity == 6
    with acting_in(bjorn):
        assert queries.cart_lines(bjorn).count() == 1


def test_the_cart_is_shown_at_own_prices_with_tax_per_rate(bjorn, products):
    """As on the design's checkout: four lines, two of them bulky drums, one at the reduced rate."""
    for number, quantity in [("HI-440718", 4), ("HI-470046", 2), ("HI-512045", 12), ("HI-690112", 4)]:
        put(bjorn, products[number], quantity)
    with acting_in(bjorn):
        view = queries.cart_of(bjorn)
    assert [one.net for one in view.lines] == [
        Decimal(x) for x in ("1886.92", "12480.00", "3816.00", "1156.00")
    ]
    assert [one.price.tier for one in view.lines if one.price] == ["gold", "gold", "", "gold"]
    totals = view.totals
    assert (totals.goods, totals.charges.shipping, totals.charges.surcharge) == (Decimal("19338.92"), 0, 490)
    assert [(row.rate, row.base, row.tax) for row in totals.taxes] == [
        (25, Decimal("18672.92"), Decimal("4668.23")),
        (15, Decimal("1156.00"), Decimal("173.40")),
    ]
    assert totals.gross == Decimal("24670.55")
    assert view.troubled == 0


@pytest.mark.parametrize(
    ("number", "quantity", "problem"),
    [
        ("HI-440718", 0, "not_positive"),
        ("HI-440718", -1, "not_positive"),
        ("HI-440718", 1_000_000, "too_many"),
        ("HI-440718", "1.5", "not_full_packs"),
        ("HI-748120", 50, "below_minimum"),
        ("HI-748120", 150, "not_full_packs"),
        ("HI-999000", 1, "not_sold"),
    ],
)
def test_what_cannot_be_ordered_does_not_go_in(bjorn, products, number, quantity, problem):
    with pytest.raises(NotOrderable) as refused:
        put(bjorn, products[number], quantity)
    assert refused.value.problem == problem
    assert str(refused.value)
    with acting_in(bjorn):
        assert not CartLine.objects.exists()


def test_a_line_never_holds_more_than_it_can(bjorn, products):
    put(bjorn, products["HI-440718"], 999_999)
    with pytest.raises(NotOrderable) as refused:
        put(bjorn, products["HI-440718"], 1)
    assert refused.value.problem == "too_many"
    with acting_in(bjorn):
        assert CartLine.objects.get().quantity == 999_999


def test_quantities_change_lines_go_and_the_cart_is_emptied(bjorn, products):
    line = put(bjorn, products["HI-440718"], 4)
    put(bjorn, products["HI-512045"], 1)
    with acting_in(bjorn):
        assert actions.set_quantity(line, quantity=Decimal(9), by=bjorn).quantity == 9
        with pytest.raises(NotOrderable):
            actions.set_quantity(line, quantity=Decimal("0.5"), by=bjorn)
        assert queries.cart_line_for(bjorn, line.pk).quantity == 9
        actions.remove_line(line, by=bjorn)
        assert queries.cart_lines(bjorn).count() == 1
        assert actions.empty_cart(by=bjorn) == 1
        assert queries.cart_lines(bjorn).count() == 0


def test_what_cannot_be_had_any_more_is_shown_and_not_summed_up(bjorn, products, stage):
    put(bjorn, products["HI-440718"], 4)
    put(bjorn, products["HI-748120"], 300)
    put(bjorn, products["HI-512045"], 1)
    with acting_in(stage):
        model = type(products["HI-512045"])
        model.objects.filter(number="HI-512045").update(is_active=False)
        model.objects.filter(number="HI-748120").update(pack_size=250)
    with acting_in(bjorn):
        actions.add_many([(products["HI-888000"].pk, Decimal(1))], by=bjorn)
        view = queries.cart_of(bjorn)
    assert [one.problem for one in view.lines] == ["", "not_full_packs", "not_sold", "no_price"]
    assert list(view.lines[1].remedies) == [250, 500]
    assert view.totals.goods == Decimal("1886.92")
    assert view.troubled == 3


def test_a_reader_may_not_and_nothing_happens(rita, products):
    with acting_in(rita):
        with pytest.raises(NotAllowed):
            actions.add_to_cart(products["HI-440718"], quantity=Decimal(1), by=rita)
        with pytest.raises(NotAllowed):
            actions.add_many([(products["HI-440718"].pk, Decimal(1))], by=rita)
        with pytest.raises(NotAllowed):
            actions.empty_cart(by=rita)
        assert not Cart.objects.exists()


def test_nobody_touches_the_cart_of_another(bjorn, anna, claudia, products):
    line = put(bjorn, products["HI-440718"], 4)
    for other in (anna, claudia):
        with acting_in(other):
            with pytest.raises(Http404):
                queries.cart_line_for(other, line.pk)
            assert queries.cart_lines(other).count() == 0
    with acting_in(anna):  # a colleague sees the row, yet it is not hers to change
        actions.set_quantity(line, quantity=Decimal(9), by=anna)
        actions.remove_line(line, by=anna)
    with acting_in(claudia), pytest.raises(NotAllowed):
        actions.set_quantity(line, quantity=Decimal(9), by=claudia)
    with acting_in(bjorn):
        assert CartLine.objects.get(pk=line.pk).quantity == 4


def test_the_cart_is_paged_and_its_sums_are_over_all(bjorn, products):
    put(bjorn, products["HI-440718"], 4)
    with acting_in(bjorn), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO shopping_cartline (company_id, cart_id, product_id, quantity, added_at) "
            "SELECT c.company_id, c.id, p.id, p.min_quantity, now() FROM shopping_cart c, catalogue_product p "
            "ON CONFLICT DO NOTHING"
        )
        whole, second = queries.cart_of(bjorn), queries.cart_of(bjorn, page=2)
    assert len(whole.lines) == 7
    assert (second.page, second.pages) == (1, 1)
    assert second.totals.goods == whole.totals.goods
