"""The checkout's page: filled with what we know, kept as it is typed, also when the session runs out."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
from django.conf import settings
from django.core import signing
from django.test import Client

from kontor.companies.models import Address
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.partners.consent import owed_by
from kontor.shopping import checkout
from kontor.shopping.actions import add_many
from kontor.shopping.models import Cart
from kontor.shopping.tests.stage_checkout import PAGE, PLACE, fill_cart, opened
from tests.cast import PASSWORD
from tests.cast.goods import more_products

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


def typed_by(member) -> dict[str, str]:
    with acting_in(member):
        stored = Cart.objects.get(member=member).checkout
    return {name: stored[name] for name in checkout.FIELDS if name in stored}


def test_what_we_know_is_filled_in(bjorn, browser, fjordbygg):
    form = opened(browser)
    with acting_in(bjorn):
        assert Address.objects.get(pk=form["ship_to"]).is_default
    assert form["phone"] == "91 33 07 52"
    assert form["invoice_email"] == fjordbygg.email
    assert form["delivery"] == "parts"
    assert browser.get(PAGE).context["opened"] == []


def test_what_lacks_is_open_and_not_yet_wrong(stage, bjorn, fill, client_of, fjordbygg):
    with acting_in(stage):
        Address.objects.filter(company=fjordbygg).update(phone="")
    fill(bjorn, **{"HI-470046": 1})
    page = client_of(bjorn).get(PAGE)
    assert page.context["opened"] == ["delivery"]
    assert not page.context["form"].errors


def test_an_address_the_erp_left_incomplete_is_told_at_once(stage, bjorn, browser, fjordbygg):
    with acting_in(stage):
        Address.objects.filter(company=fjordbygg, kind="delivery").update(postcode="")
    page = browser.get(PAGE)
    assert page.context["opened"] == ["delivery"]
    assert set(page.context["form"].errors) == {"ship_to"}


def test_the_button_has_the_total_and_the_tax_its_rates(browser):
    page = browser.get(PAGE)
    text = page.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert page.context["review"].total == Decimal("3874.30")
    assert "3 874,30 kr" in text
    assert [(row.rate, row.base) for row in page.context["review"].totals.taxes] == [
        (Decimal("25.00"), Decimal("2035.92")),
        (Decimal("15.00"), Decimal("1156.00")),
    ]


def test_typing_is_kept_at_once(bjorn, browser):
    form = opened(browser) | {"reference": "FB-26", "phone": "not yet a number"}
    answer = browser.post(PAGE, form, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert 'hx-swap-oob="true"' in answer.content.decode()
    again = opened(browser)
    assert (again["reference"], again["phone"]) == ("FB-26", "not yet a number")


def test_the_buttons_of_a_part_keep_it_without_javascript(bjorn, browser):
    form = opened(browser) | {"reference": "FB-26", "save": "invoice"}
    answer = browser.post(PAGE, form)
    assert (answer.status_code, answer.url) == (303, f"{PAGE}#review")
    assert typed_by(bjorn)["reference"] == "FB-26"


def test_a_part_that_lacks_something_says_so(browser):
    page = browser.post(PAGE, opened(browser) | {"phone": "x", "invoice_email": "x", "save": "delivery"})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"phone"}


def test_what_is_far_too_long_is_cut_and_nothing_breaks(bjorn, browser):
    browser.post(PAGE, opened(browser) | {"wishes": "x" * 5000 + "\0", "save": "delivery"})
    assert len(typed_by(bjorn)["wishes"]) == checkout.LONGEST


def test_a_page_whose_order_was_placed_keeps_nothing(bjorn, browser, fill):
    form = opened(browser)
    browser.post(PLACE, form)
    fill(bjorn)
    opened(browser)
    answer = browser.post(PAGE, form | {"reference": "late"}, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert "reference" not in typed_by(bjorn)


def test_a_new_address_is_added_and_chosen(bjorn, browser):
    answer = browser.post(PAGE, opened(browser) | {"wishes": "Ring på", "save": "add-delivery"})
    assert answer.url == "/cart/checkout/address/delivery/"
    place = {
        "name": "Hall 2",
        "street": "Havnegata 9",
        "postcode": "701",
        "city": "Trondheim",
        "country": "NO",
    }
    refused = browser.post(answer.url, place)
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"postcode"}
    added = browser.post(answer.url, place | {"postcode": "7010", "phone": "40 00 00 02"})
    assert added.status_code == 303
    with acting_in(bjorn):
        address = Address.objects.get(name="Hall 2")
    now = opened(browser)
    assert (now["ship_to"], now["phone"], now["wishes"]) == (str(address.pk), "40 00 00 02", "Ring på")


@pytest.mark.parametrize(
    ("country", "postcode", "status"),
    [
        ("NO", "7010", 303),
        ("NO", "70100", 422),
        ("DE", "55116", 303),
        ("DE", "5511", 422),
        ("SE", "11122", 422),
    ],
)
def test_postcodes_are_those_of_the_country(browser, country, postcode, status):
    place = {"name": "X", "street": "Y 1", "postcode": postcode, "city": "Z", "country": country}
    assert browser.post("/cart/checkout/address/delivery/", place).status_code == status


def test_a_name_that_is_taken_is_told(browser):
    place = {"name": "Lager", "street": "Y 1", "postcode": "7010", "city": "Z", "country": "NO"}
    page = browser.post("/cart/checkout/address/delivery/", place)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"name"}


def test_an_incomplete_address_is_completed(stage, bjorn, browser, fjordbygg):
    with acting_in(stage):
        Address.objects.filter(company=fjordbygg, kind="delivery", is_default=True).update(postcode="")
    form = opened(browser)
    answer = browser.post(PAGE, form | {"save": f"complete-{form['ship_to']}"})
    page = browser.get(answer.url)
    place = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    assert place["street"] == "Sluppenvegen 18"
    assert browser.post(answer.url, place | {"postcode": "7037"}).status_code == 303
    assert browser.get(PAGE).context["opened"] == ["delivery"] or not browser.get(PAGE).context["form"].errors


def test_another_companys_address_does_not_exist(stage, browser, rheintal):
    with acting_in(stage):
        foreign = Address.objects.filter(company=rheintal).latest("pk")
    assert browser.get(f"/cart/checkout/address/{foreign.pk}/complete/").status_code == 404
    assert browser.get("/cart/checkout/address/nothing/").status_code == 404


def test_another_companys_order_does_not_exist(browser, bjorn, claudia, client_of):
    browser.post(PLACE, opened(browser))
    with acting_in(bjorn):
        number = Order.objects.get().number
    assert client_of(claudia).get(f"/cart/ordered/{number}/").status_code == 404


def test_a_reader_keeps_nothing(rita):
    with pytest.raises(NotAllowed), acting_in(rita):
        checkout.save({"reference": "x"}, key=None, by=rita)


# ── The session ran out ────────────────────────────────────────────────────────────────────────────────────


def sign_in(browser: Client, member) -> None:
    browser.post("/accounts/login/", {"login": member.user.email, "password": PASSWORD})
    assert browser.session["_auth_user_id"] == str(member.user_id)
    with acting_in(member):
        owed = owed_by(member.user)
    if owed:
        browser.post("/legal/consent/", {"terms": owed.pk, "accepted": "on", "next": PAGE})


def test_after_the_session_ran_out_nothing_typed_is_lost(bjorn, browser):
    form = opened(browser) | {"reference": "FB-26", "wishes": "Ring på"}
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    answer = browser.post(PLACE, form)
    assert answer.status_code == 302
    assert answer.url == f"/accounts/login/?next={PAGE}"
    assert answer.cookies["language"].value == "nb"
    sign_in(browser, bjorn)
    again = opened(browser)
    assert (again["reference"], again["wishes"]) == ("FB-26", "Ring på")
    with acting_in(bjorn):
        assert not Order.objects.exists()


def test_an_autosave_without_a_session_says_so_and_keeps_it(bjorn, browser):
    form = opened(browser) | {"reference": "FB-27"}
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    answer = browser.post(PAGE, form, headers={"hx-request": "true"})
    assert answer["HX-Redirect"] == f"/accounts/login/?next={PAGE}"
    assert "Det du skrev, er tatt vare på." in browser.get(answer["HX-Redirect"]).content.decode()
    sign_in(browser, bjorn)
    assert opened(browser)["reference"] == "FB-27"


def test_somebody_else_does_not_get_what_was_typed(anna, bjorn, browser, fill):
    fill(anna)
    form = opened(browser) | {"reference": "FB-28"}
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    browser.post(PAGE, form)
    sign_in(browser, anna)
    assert browser.get(PAGE).url == "/"
    assert opened(browser)["reference"] == ""
    assert "reference" not in typed_by(bjorn)


def test_a_form_that_is_not_ours_is_not_kept(bjorn, browser):
    form = opened(browser) | {
        "reference": "FB-29",
        "kept_for": signing.dumps([bjorn.user_id, "nb", PAGE], salt="another"),
    }
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    browser.post(PAGE, form)
    assert "kept" not in browser.session
    sign_in(browser, bjorn)
    assert opened(browser)["reference"] == ""


def test_what_waited_too_long_is_thrown_away(bjorn, browser):
    form = opened(browser) | {"reference": "FB-30"}
    browser.cookies.pop(settings.SESSION_COOKIE_NAME)
    browser.post(PAGE, form)
    session = browser.session
    session["kept"] = session["kept"] | {"at": session["kept"]["at"] - 3700}
    session.save()
    sign_in(browser, bjorn)
    assert browser.get(PAGE).url == "/"
    assert opened(browser)["reference"] == ""


# ── Speed ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_asks_the_same_for_one_line_and_for_25(bjorn, products, terms, client_of, at_most):
    first, *others = more_products(products["HI-440718"], 25)
    browser = client_of(bjorn)
    with acting_in(bjorn):
        add_many([(first.pk, Decimal(2))], by=bjorn)
    browser.get(PAGE)
    with at_most(12) as one:
        assert len(browser.get(PAGE).context["rows"]) == 1
    with acting_in(bjorn):
        add_many([(product.pk, Decimal(2)) for product in others], by=bjorn)
    with at_most(12) as many:
        assert len(browser.get(PAGE).context["rows"]) == 25
    assert len(one) == len(many)
