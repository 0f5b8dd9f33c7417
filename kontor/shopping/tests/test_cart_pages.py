"""The cart's page and its forms, with and without JavaScript."""

from decimal import Decimal

import pytest

from kontor.kit.scope import acting_in
from kontor.shopping import actions
from kontor.shopping.models import CartLine
from tests.cast.goods import more_products

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def line(bjorn, products):
    with acting_in(bjorn):
        products["HI-440718"].refresh_from_db()
        return actions.add_to_cart(products["HI-440718"], quantity=Decimal(4), by=bjorn)


def quantity_of(member, line):
    with acting_in(member):
        return CartLine.objects.get(pk=line.pk).quantity


def test_a_product_is_added_and_the_page_it_was_on_says_so(bjorn, products, client_of):
    client = client_of(bjorn)
    answer = client.post(
        "/cart/add/", {"number": "HI-440718", "quantity": "4", "next": "/cart/"}, follow=True
    )
    assert answer.redirect_chain == [("/cart/", 302)]
    text = answer.content.decode()
    assert "Return filter RF 330" in text
    assert "1 886,92".replace(" ", "\N{NO-BREAK SPACE}") in text
    answer = client.post("/cart/add/", {"number": "HI-440718", "quantity": "2"}, **HTMX)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert 'id="cart-tool"' in text
    assert 'id="toasts"' in text


@pytest.mark.parametrize("quantity", ["", "0", "-1", "many", "1000000", "1,5", "\0", "9" * 100])
def test_a_quantity_that_will_not_do_is_refused_and_kept(bjorn, products, client_of, quantity):
    client = client_of(bjorn)
    for more in ({}, HTMX):
        answer = client.post("/cart/add/", {"number": "HI-440718", "quantity": quantity}, **more)
        assert answer.status_code == 422
        with acting_in(bjorn):
            assert not CartLine.objects.exists()
    if quantity and "\0" not in quantity and len(quantity) < 40:
        assert (
            f'value="{quantity}"'
            in client.post("/cart/add/", {"number": "HI-440718", "quantity": quantity}).content.decode()
        )


@pytest.mark.parametrize("number", ["HI-999000", "nothing", "", "\0"])
def test_what_is_not_sold_is_refused(bjorn, products, client_of, number):
    assert client_of(bjorn).post("/cart/add/", {"number": number, "quantity": "1"}).status_code == 422


def test_a_quantity_is_changed_by_typing_or_by_a_button_that_fits(bjorn, line, client_of):
    client = client_of(bjorn)
    assert client.post(f"/cart/lines/{line.pk}/", {"quantity": "9"}).status_code == 302
    assert quantity_of(bjorn, line) == 9
    refused = client.post(f"/cart/lines/{line.pk}/", {"quantity": "2,5"}, **HTMX)
    assert refused.status_code == 422
    text = refused.content.decode()
    assert 'value="2,5"' in text
    assert 'aria-invalid="true"' in text
    assert 'name="fit" value="3"' in text
    assert quantity_of(bjorn, line) == 9
    assert client.post(f"/cart/lines/{line.pk}/", {"quantity": "2,5", "fit": "3"}, **HTMX).status_code == 200
    assert quantity_of(bjorn, line) == 3


def test_a_line_is_taken_out_and_put_back(bjorn, line, client_of):
    client = client_of(bjorn)
    answer = client.post(f"/cart/lines/{line.pk}/remove/", follow=True)
    text = answer.content.decode()
    assert 'name="number" value="HI-440718"' in text
    assert 'name="quantity" value="4"' in text
    client.post("/cart/add/", {"number": "HI-440718", "quantity": "4"})
    with acting_in(bjorn):
        assert CartLine.objects.get().quantity == 4
        pk = CartLine.objects.get().pk
    assert (
        'name="number" value="HI-440718"' in client.post(f"/cart/lines/{pk}/remove/", **HTMX).content.decode()
    )


def test_the_cart_is_emptied(bjorn, line, client_of):
    assert client_of(bjorn).post("/cart/empty/").status_code == 302
    with acting_in(bjorn):
        assert not CartLine.objects.exists()


def test_both_browsers_of_a_member_show_the_same_cart(bjorn, line, client_of):
    for _browser in range(2):
        assert "HI-440718" in client_of(bjorn).get("/cart/").content.decode()


def test_one_who_fills_but_does_not_order_is_told(tom, products, client_of):
    client = client_of(tom)
    client.post("/cart/add/", {"number": "HI-440718", "quantity": "1"})
    text = client.get("/cart/").content.decode()
    assert "/cart/checkout/" not in text


def test_a_reader_gets_403_and_no_door(rita, products, client_of):
    client = client_of(rita)
    assert client.get("/cart/").status_code == 403
    assert client.post("/cart/add/", {"number": "HI-440718", "quantity": "1"}).status_code == 403
    assert client.post("/cart/empty/").status_code == 403
    with acting_in(rita):
        assert not CartLine.objects.exists()


def test_lines_of_another_do_not_exist(bjorn, line, anna, claudia, client_of):
    for other in (anna, claudia):
        client = client_of(other)
        assert client.post(f"/cart/lines/{line.pk}/", {"quantity": "9"}).status_code == 404
        assert client.post(f"/cart/lines/{line.pk}/remove/").status_code == 404
    assert quantity_of(bjorn, line) == 4


@pytest.mark.parametrize("page", ["", "2", "0", "-1", "x", "9" * 30, "٣"])
def test_any_page_number_shows_a_page(bjorn, line, client_of, page):
    assert client_of(bjorn).get("/cart/", {"page": page}).status_code == 200


def test_the_cart_asks_the_same_for_one_line_and_for_25(bjorn, products, client_of, at_most):
    client = client_of(bjorn)
    first, *others = more_products(products["HI-440718"], 25)
    with acting_in(bjorn):
        actions.add_many([(first.pk, Decimal(2))], by=bjorn)
    client.get("/cart/")
    with at_most(12) as one:
        assert len(client.get("/cart/").context["view"].lines) == 1
    with acting_in(bjorn):
        actions.add_many([(product.pk, Decimal(2)) for product in others], by=bjorn)
    with at_most(12) as many:
        assert len(client.get("/cart/").context["view"].lines) == 25
    assert len(one) == len(many)


def test_what_was_refused_goes_in_from_its_own_page_and_leads_back(bjorn, products, client_of):
    client, own = client_of(bjorn), {"HTTP_REFERER": "http://testserver/cart/add/"}
    page = client.post(
        "/cart/add/", {"number": "HI-440718", "quantity": "1,5"}, HTTP_REFERER="http://testserver/shop/"
    )
    assert 'name="next" value="http://testserver/shop/"' in page.content.decode()
    sent = {"number": "HI-440718", "quantity": "2"}
    assert client.post("/cart/add/", sent | {"next": "http://testserver/shop/"}, **own).url.endswith("/shop/")
    assert client.post("/cart/add/", sent, **own).url == "/cart/"
    assert client.post("/cart/add/", sent | {"next": "https://evil.example/"}).url == "/cart/"
