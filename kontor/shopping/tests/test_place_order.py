"""One click makes one order of exactly what was seen; everything else is refused and leaves no trace."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial

import pytest
from django.utils import timezone

from kontor.catalogue.models import Price, PriceList, Product, Stock
from kontor.companies.models import Address, Relationship
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from kontor.orders.queries import summary_of
from kontor.shopping.models import Cart, CartLine, PlacedOnce
from kontor.shopping.tests.stage_checkout import PAGE, PLACE, fill_cart, form_of, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def fill(products, terms):
    """Puts goods into a member's cart."""
    return partial(fill_cart, products=products)


@pytest.fixture
def browser(bjorn, fill, client_of):
    """Bjørn's browser, with a filled cart."""
    fill(bjorn)
    return client_of(bjorn)


def orders_of(member) -> list[Order]:
    with acting_in(member):
        return list(Order.objects.order_by("pk"))


def nothing_happened(member) -> None:
    with acting_in(member):
        assert not Order.objects.exists()
        assert not PlacedOnce.objects.exists()
        assert CartLine.objects.exists()
        assert not Entry.objects.filter(verb="order.placed").exists()


def test_one_click_places_the_order(bjorn, browser, hansa_nord, terms):
    form = opened(browser) | {"reference": "FB-26-1207", "wishes": "Port 3, ring på."}
    answer = browser.post(PLACE, form)
    (order,) = orders_of(bjorn)
    assert (answer.status_code, answer.url) == (303, f"/cart/ordered/{order.number}/")
    assert order.number == f"A-{timezone.localdate().year}-000001"
    assert order.partner_id == hansa_nord.pk
    assert order.customer_reference == "FB-26-1207"
    assert order.wishes == "Port 3, ring på."
    assert order.payment_days == 14
    # 4 × 471.73 and 4 × 289.00, shipping of 8 kg, 25 % and 15 %
    assert order.shipping == Decimal("149.00")
    assert order.net == Decimal("1886.92") + Decimal("1156.00") + Decimal("149.00")
    assert order.tax == Decimal("508.98") + Decimal("173.40")
    assert order.total == order.net + order.tax
    with acting_in(bjorn):
        lines = list(order.lines.order_by("position"))
        assert not CartLine.objects.exists()
        assert order.terms == terms["sale"]
        (entry,) = Entry.objects.filter(verb="order.placed", subject_id=str(order.pk))
    assert [line.number for line in lines] == ["HI-440718", "HI-690112"]
    assert lines[0].text == "Return filter RF 330, 10 µm (nb)"
    assert lines[0].unit_price == Decimal("471.73")
    assert (lines[0].price_source, lines[0].tier) == ("group", "gold")
    assert sum(Decimal(step["amount"]) for step in lines[0].price_steps) == Decimal("471.73")
    assert lines[0].promised_date is not None
    assert entry.member_id == bjorn.pk


def test_the_page_afterwards_says_everything(bjorn, browser):
    answer = browser.post(PLACE, opened(browser), follow=True)
    text = answer.content.decode()
    (order,) = orders_of(bjorn)
    assert order.number in text
    assert bjorn.user.email in text
    assert "Petra Lund" in text


def test_clicked_twice_there_is_one_order(bjorn, browser):
    form = opened(browser)
    first, second = browser.post(PLACE, form), browser.post(PLACE, form)
    assert first.status_code == second.status_code == 303
    assert first.url == second.url
    assert len(orders_of(bjorn)) == 1


def test_from_two_tabs_there_is_one_order(bjorn, browser):
    one, other = opened(browser), opened(browser)
    assert browser.post(PLACE, one).url == browser.post(PLACE, other).url
    assert len(orders_of(bjorn)) == 1


def test_the_other_tab_with_other_answers_is_told_of_the_order(bjorn, browser):
    one, other = opened(browser), opened(browser) | {"reference": "another"}
    browser.post(PLACE, one)
    answer = browser.post(PLACE, other)
    (order,) = orders_of(bjorn)
    assert answer.status_code == 409
    assert order.number in answer.content.decode()


def test_an_old_page_orders_nothing_new(bjorn, browser, fill):
    """The cart is filled again as before, and the first page is sent with other answers: the key has been used."""
    form = opened(browser)
    browser.post(PLACE, form)
    fill(bjorn)
    opened(browser)
    assert browser.post(PLACE, form | {"reference": "x"}).status_code == 409
    assert len(orders_of(bjorn)) == 1


def test_a_key_of_ones_own_making_orders_nothing(bjorn, browser):
    form = opened(browser) | {"key": "8f2ba6a2-47f4-4dd8-9a35-52efcf6d3d6b"}
    assert browser.post(PLACE, form).status_code == 422
    nothing_happened(bjorn)


def test_a_new_price_is_named_before_anything_is_ordered(stage, bjorn, browser):
    form = opened(browser) | {"reference": "FB-1"}
    with acting_in(stage):
        Price.objects.filter(list__code="BUILD-2026", from_quantity=1).update(amount=Decimal("600.00"))
    page = browser.post(PLACE, form)
    text = page.content.decode()
    assert page.status_code == 422
    assert "471,73" in text
    assert "564,00" in text
    assert 'value="FB-1"' in text
    nothing_happened(bjorn)
    again = browser.post(PLACE, form_of(page))
    assert again.status_code == 303
    assert orders_of(bjorn)[0].customer_reference == "FB-1"


def test_what_changed_in_the_cart_is_named(bjorn, browser, products):
    form = opened(browser)
    with acting_in(bjorn):
        CartLine.objects.filter(product=products["HI-440718"]).update(quantity=6)
        CartLine.objects.filter(product=products["HI-690112"]).delete()
    page = browser.post(PLACE, form)
    changes = page.context["changes"]
    assert page.status_code == 422
    assert ("4", "6") in [(change.old, change.new) for change in changes]
    assert any("Electrolyte drink" in change.what for change in changes)
    assert not orders_of(bjorn)


def test_a_product_no_longer_sold_is_named_and_stays_in_the_cart(stage, bjorn, browser, products):
    form = opened(browser)
    with acting_in(stage):
        Product.objects.filter(pk=products["HI-690112"].pk).update(is_active=False)
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert any("Electrolyte drink" in change.what for change in page.context["changes"])
    assert browser.post(PLACE, form_of(page)).status_code == 303
    with acting_in(bjorn):
        (order,) = Order.objects.all()
        assert order.line_count == 1
        assert CartLine.objects.get().product == products["HI-690112"]


def test_a_later_day_is_named(stage, bjorn, browser, products):
    form = opened(browser)
    with acting_in(stage):
        Stock.objects.filter(product=products["HI-440718"]).update(
            quantity=0, restock_date=timezone.localdate() + dt.timedelta(days=30), restock_quantity=100
        )
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert [bool(change.new) for change in page.context["changes"]] == [True]
    nothing_happened(bjorn)


def test_new_terms_are_read_anew(stage, bjorn, browser, terms):
    form = opened(browser)
    with acting_in(stage):
        newer = terms["sale"]
        newer.pk, newer.version = None, 5
        newer.save(force_insert=True)
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert "accepted" in page.context["form"].errors
    nothing_happened(bjorn)


def test_terms_not_accepted(bjorn, browser):
    form = opened(browser)
    del form["accepted"]
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"accepted"}
    nothing_happened(bjorn)


def test_an_address_without_postcode_is_refused_beside_it(stage, bjorn, browser, fjordbygg):
    form = opened(browser)
    with acting_in(stage):
        Address.objects.filter(company=fjordbygg, kind="delivery").update(postcode="")
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert "postnummer" in str(page.context["form"].errors["ship_to"])
    assert f'value="complete-{form["ship_to"]}"' in page.content.decode()
    nothing_happened(bjorn)


def test_another_companys_address_is_refused(stage, bjorn, browser, rheintal):
    with acting_in(stage):
        foreign = Address.objects.filter(company=rheintal, kind="delivery").latest("pk")
    page = browser.post(PLACE, opened(browser) | {"ship_to": str(foreign.pk)})
    assert page.status_code == 422
    assert "ship_to" in page.context["form"].errors
    assert "Mainz" not in page.content.decode()
    nothing_happened(bjorn)


def test_a_billing_address_receives_no_goods(bjorn, browser):
    form = opened(browser)
    page = browser.post(PLACE, form | {"ship_to": form["bill_to"]})
    assert page.status_code == 422
    nothing_happened(bjorn)


def test_the_forwarder_needs_a_number(bjorn, fill, client_of):
    fill(bjorn, **{"HI-470046": 2})
    browser = client_of(bjorn)
    page = browser.post(PLACE, opened(browser) | {"phone": ""})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"phone"}
    nothing_happened(bjorn)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("phone", "call me"),
        ("invoice_email", "nobody"),
        ("invoice_email", ""),
        ("wishes", "x" * 301),
        ("delivery", "yesterday"),
        ("ship_to", "abc"),
        ("ship_to", ""),
        ("reference", "x" * 61),
    ],
)
def test_bad_answers_are_told_and_kept(bjorn, browser, field, value):
    page = browser.post(PLACE, opened(browser) | {field: value})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {field}
    nothing_happened(bjorn)
    if field != "delivery":
        assert str(browser.get(PAGE).context["form"][field].value() or "") == value


@pytest.mark.parametrize(
    ("first", "last"), [("", ""), ("2020-01-01", "2020-01-02"), ("2999-01-01", "2999-01-02"), ("soon", "x")]
)
def test_days_that_cannot_be(bjorn, browser, first, last):
    form = opened(browser) | {"delivery": "together", "wish_from": first, "wish_to": last}
    page = browser.post(PLACE, form)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"wish_from", "wish_to"}
    nothing_happened(bjorn)


def test_a_wished_period_is_promised(bjorn, browser):
    form = opened(browser) | {"delivery": "together"}
    assert browser.post(PLACE, form).status_code == 303
    (order,) = orders_of(bjorn)
    assert order.delivery == "together"
    assert str(order.wish_from) == form["wish_from"]
    with acting_in(bjorn):
        assert {line.promised_date for line in order.lines.all()} == {order.wish_to}


@pytest.mark.parametrize("delivery", ["together", "parts"])
def test_a_day_that_nobody_knows_is_not_promised(bjorn, fill, client_of, delivery):
    fill(bjorn, **{"HI-440718": 4, "HI-690112": 90_000})
    browser = client_of(bjorn)
    page = browser.get(PAGE)
    assert [line.product.number for line in page.context["review"].undated] == ["HI-690112"]
    assert page.content.decode().count("har ingen dag ennå") == 2
    assert browser.post(PLACE, form_of(page) | {"delivery": delivery}).status_code == 303
    (order,) = orders_of(bjorn)
    with acting_in(bjorn):
        days = {line.number: line.promised_date for line in order.lines.all()}
        _sums, progress = summary_of(order)
    assert days["HI-440718"] is not None
    assert days["HI-690112"] is None
    assert progress.promised is None
    assert "så snart vi vet" in browser.get(f"/cart/ordered/{order.number}/").content.decode()


def test_a_technician_is_told_who_can(anna, tom, fill, client_of):
    fill(tom)
    browser = client_of(tom)
    page = browser.get(PAGE)
    assert page.status_code == 403
    assert "Anna Hagen" in page.content.decode()
    assert browser.post(PLACE, {"key": "8f2ba6a2-47f4-4dd8-9a35-52efcf6d3d6b"}).status_code == 403
    nothing_happened(tom)


def test_an_empty_cart_is_told_kindly(bjorn, terms, client_of):
    browser = client_of(bjorn)
    assert browser.get(PAGE).status_code == 200
    assert browser.post(PLACE, {"key": "8f2ba6a2-47f4-4dd8-9a35-52efcf6d3d6b"}).status_code == 422
    assert not orders_of(bjorn)


def test_the_partner_is_that_of_the_first_lines_area(stage, bjorn, browser, hansa_sued, areas):
    with acting_in(stage):
        Relationship.objects.filter(area=areas["construction"]).update(partner=hansa_sued)
    browser.post(PLACE, opened(browser))
    assert orders_of(bjorn)[0].partner_id == hansa_sued.pk
    with acting_in(bjorn):
        assert {line.partner_id for line in OrderLine.objects.all()} == {hansa_sued.pk}


def test_a_german_company_orders_in_euro(claudia, fill, client_of):
    fill(claudia, **{"HI-440718": 2, "HI-470046": 1})
    browser = client_of(claudia)
    browser.post(PLACE, opened(browser))
    (order,) = orders_of(claudia)
    assert (order.currency, order.payment_days) == ("EUR", 30)
    # 2 × 56.26 and 620.80, free of shipping, bulky once, all at 19 %
    assert order.net == Decimal("112.52") + Decimal("620.80") + Decimal("49.00")
    assert (order.shipping, order.surcharge) == (Decimal("0.00"), Decimal("49.00"))
    assert order.tax == Decimal("148.64")
    with acting_in(claudia):
        assert order.lines.get(position=1).text.endswith("(de)")


def test_the_next_order_begins_with_the_same_addresses(bjorn, browser, fill, fjordbygg):
    with acting_in(bjorn):
        other = Address.objects.get(name="Port 3")
    form = opened(browser) | {"ship_to": str(other.pk), "reference": "once", "phone": "40 00 00 01"}
    browser.post(PLACE, form)
    fill(bjorn)
    now = opened(browser)
    assert (now["ship_to"], now["phone"], now["reference"]) == (str(other.pk), "40 00 00 01", "")
    assert now["key"] != form["key"]


def test_a_contract_price_bears_no_tier(bjorn, fill, client_of):
    fill(bjorn, **{"HI-512045": 12})
    browser = client_of(bjorn)
    browser.post(PLACE, opened(browser))
    with acting_in(bjorn):
        line = OrderLine.objects.get()
        assert PriceList.objects.filter(code="RA-2026-014").exists()
    assert (line.price_source, line.tier, line.net) == ("contract", "", Decimal("3816.00"))


def test_the_cart_of_a_colleague_is_not_touched(anna, bjorn, browser, fill):
    fill(anna)
    browser.post(PLACE, opened(browser))
    with acting_in(anna):
        assert CartLine.objects.filter(cart__member=anna).count() == 2
        assert Cart.objects.get(member=bjorn).checkout.get("key") is None
