"""The quick order: entering, mending, dropping lines, moving them into the cart."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.shopping import quick_order_actions as actions
from kontor.shopping import quick_order_queries as queries
from kontor.shopping.files import MAX_LINES, TooManyLines
from kontor.shopping.models import CartLine, QuickOrder, QuickOrderLine
from kontor.shopping.reading import Entered

pytestmark = pytest.mark.django_db

LINES = [Entered("HI-440718", "4"), Entered("HI-44O718", "2"), Entered("HI-748120", "150")]


def entered(member, lines=LINES, **more):
    with acting_in(member):
        actions.add_lines(lines, by=member, **more)
        return list(QuickOrderLine.objects.filter(quick_order__member=member).order_by("position"))


def test_lines_are_kept_as_they_were_entered_with_what_is_wrong(bjorn, products):
    lines = entered(bjorn, source="bolts.csv")
    assert [(one.position, one.entered_number, one.entered_quantity, one.problem) for one in lines] == [
        (1, "HI-440718", "4", ""),
        (2, "HI-44O718", "2", "unknown"),
        (3, "HI-748120", "150", "not_full_packs"),
    ]
    assert entered(bjorn, [Entered("HI-512045", "1")])[-1].position == 4
    with acting_in(bjorn):
        assert QuickOrder.objects.get(member=bjorn).source == "bolts.csv"


def test_nothing_is_cut(bjorn, products):
    number, quantity = "N" * 5000, "Q" * 5000
    assert entered(bjorn, [Entered(number, quantity)])[0].entered_number == number
    assert entered(bjorn, [])[0].entered_quantity == quantity


def test_the_list_shows_reasons_remedies_and_sums(bjorn, products):
    entered(bjorn)
    with acting_in(bjorn):
        view = queries.quick_order_of(bjorn)
    clear, unknown, packs = view.lines
    assert (view.count, view.bad, view.clear) == (3, 2, 1)
    assert clear.net == Decimal("1886.92")
    assert view.totals.goods == Decimal("1886.92")
    assert view.totals.listed == Decimal("2448.00")
    assert view.totals.gross == Decimal("1886.92") + Decimal("149.00") + Decimal("508.98")
    assert products["HI-440718"] in unknown.candidates
    assert unknown.net is None
    assert list(packs.remedies) == [100, 200]


def test_a_letter_taken_for_a_figure_is_asked_about(bjorn, products):
    entered(bjorn, [Entered("HI-44O718", "2")])
    with acting_in(bjorn):
        assert queries.quick_order_of(bjorn).lines[0].lookalike == "O"


def test_a_line_is_mended_by_number_by_product_or_by_quantity(bjorn, products):
    _clear, unknown, packs = entered(bjorn)
    with acting_in(bjorn):
        assert actions.mend_line(unknown, number="HI-440719", by=bjorn).problem == "unknown"
        mended = actions.mend_line(unknown, product=products["HI-512045"], by=bjorn)
        assert (mended.problem, mended.product_id, mended.quantity) == ("", products["HI-512045"].pk, 2)
        assert actions.mend_line(packs, quantity="many", by=bjorn).problem == "not_a_number"
        assert actions.mend_line(packs, quantity="200", by=bjorn).problem == ""
        assert queries.quick_order_of(bjorn).bad == 0


def test_a_product_that_was_chosen_stays_when_the_quantity_changes(bjorn, products, stage):
    from kontor.catalogue.models import ArticleNumber

    with acting_in(stage):  # our number of one is the maker's of another
        ArticleNumber.objects.create(product=products["HI-512045"], kind="maker", plain="HI440718")
    (line,) = entered(bjorn, [Entered("HI-440718", "1,5")])
    assert line.problem == "ambiguous"
    with acting_in(bjorn):
        line = actions.mend_line(line, product=products["HI-440718"], by=bjorn)
        assert line.problem == "not_full_packs"
        line = actions.mend_line(line, number="HI-440718", quantity="2", by=bjorn)
    assert (line.problem, line.product_id) == ("", products["HI-440718"].pk)


def test_clear_lines_go_into_the_cart_and_the_others_stay(bjorn, products):
    entered(bjorn, [*LINES, Entered("HYD-RET-7", "2")])
    with acting_in(bjorn):
        moved = actions.move_to_cart(by=bjorn)
        assert (moved.lines, moved.left) == (2, 2)
        (line,) = CartLine.objects.filter(cart__member=bjorn)
        assert (line.product_id, line.quantity) == (products["HI-440718"].pk, 6)
        assert [one.line.position for one in queries.quick_order_of(bjorn).lines] == [2, 3]
        assert actions.move_to_cart(by=bjorn).lines == 0


def test_what_cannot_be_had_any_more_stays_and_says_so(bjorn, products, stage):
    entered(bjorn, [Entered("HI-440718", "4"), Entered("HI-512045", "1")])
    with acting_in(stage):
        type(products["HI-512045"]).objects.filter(number="HI-512045").update(is_active=False)
    with acting_in(bjorn):
        view = queries.quick_order_of(bjorn)
        assert [one.problem for one in view.lines] == ["", "not_sold"]
        assert view.totals.goods == Decimal("1886.92")
        assert queries.quick_order_of(bjorn, only_bad=True).lines[0].problem == "not_sold"
        moved = actions.move_to_cart(by=bjorn)
    assert (moved.lines, moved.left) == (1, 1)


def test_more_than_a_line_can_hold_stays(bjorn, products):
    entered(bjorn, [Entered("HI-440718", "999999")])
    with acting_in(bjorn):
        actions.move_to_cart(by=bjorn)
        actions.add_lines([Entered("HI-440718", "1")], by=bjorn)
        assert actions.move_to_cart(by=bjorn).left == 1
        assert queries.quick_order_of(bjorn).lines[0].problem == "too_many"


def test_lines_are_dropped_and_cleared(bjorn, products):
    first, *_others = entered(bjorn)
    with acting_in(bjorn):
        actions.drop_line(first, by=bjorn)
        assert queries.quick_order_of(bjorn).count == 2
        assert actions.clear_lines(by=bjorn) == 2
        assert queries.quick_order_of(bjorn).count == 0


def test_more_lines_than_the_list_holds_are_refused_rather_than_cut(bjorn, products):
    entered(bjorn, [Entered("HI-440718", "1")] * (MAX_LINES - 1))
    with acting_in(bjorn), pytest.raises(TooManyLines):
        actions.add_lines([Entered("HI-440718", "1")] * 2, by=bjorn)
    with acting_in(bjorn):
        assert QuickOrderLine.objects.count() == MAX_LINES - 1


def test_a_reader_may_not_and_nothing_happens(rita, products):
    for deed in (
        lambda: actions.add_lines(LINES, by=rita),
        lambda: actions.clear_lines(by=rita),
        lambda: actions.move_to_cart(by=rita),
    ):
        with acting_in(rita), pytest.raises(NotAllowed):
            deed()
    with acting_in(rita):
        assert not QuickOrder.objects.exists()


def test_nobody_touches_the_list_of_another(bjorn, anna, claudia, products):
    line = entered(bjorn)[0]
    for other in (anna, claudia):
        with acting_in(other):
            with pytest.raises(Http404):
                queries.quick_order_line_for(other, line.pk)
            assert queries.quick_order_of(other).count == 0
    with acting_in(claudia), pytest.raises(NotAllowed):
        actions.mend_line(line, quantity="1", by=claudia)


def test_a_clear_line_has_a_product_and_a_quantity(bjorn, products):
    line = entered(bjorn)[1]
    with acting_in(bjorn), pytest.raises(IntegrityError), transaction.atomic():
        QuickOrderLine.objects.filter(pk=line.pk).update(problem="")
