"""What goes wrong while one orders: said in a sentence, and nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import FilePayload, Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser import buying
from tests.browser.buying import FILTER
from tests.browser.portal import Portal
from tests.browser.words import WORDS, amount

ANNA: Final = "anna@fjordbygg.example"
WISHES: Final = "Ring portvakten først. Kjør inn fra nord."
METER: Final = "HI-301030"
"""A product that no other test here orders; its price is changed."""
PRICES: Final = """\
list,list_name,list_kind,company,group,product,from_quantity,price,per,currency,valid_from,valid_to,net
RA-2026-014,RA-2026-014,contract,104233,,HI-301030,1,{price},1,NOK,2026-01-01,2027-12-31,yes
"""


@pytest.mark.parametrize("javascript", [True, False])
def test_a_session_that_ran_out_loses_nothing_that_was_typed(
    sign_in: Callable[..., Page], javascript: bool
) -> None:
    page, words = sign_in(ANNA, javascript=javascript), WORDS["nb"]
    buying.fill_cart(page, {FILTER: "1"})
    buying.prepare_checkout(page, "nb", reference="TIDSAVBRUDD")
    page.context.clear_cookies(name=re.compile("session"))
    page.get_by_label(words("Special wishes")).fill(WISHES)
    buying.order_button(page, "nb").click()
    page.wait_for_url("**/accounts/login/**")
    expect(page.get_by_text(words("What you typed is kept. Sign in, and it goes on."))).to_be_visible()
    page.get_by_label(words("E-mail or user name")).fill(ANNA)
    page.get_by_label(words("Password"), exact=True).fill(PASSWORD)
    page.get_by_role("button", name=words("Sign in")).click()
    page.wait_for_url("**/cart/checkout/")
    expect(page.get_by_text(words("Everything you typed is here again."))).to_be_visible()
    for part in ("delivery", "invoice"):
        buying.open_part(page, part)
    expect(page.get_by_label(words("Your order number"))).to_have_value("TIDSAVBRUDD")
    expect(page.get_by_label(words("Special wishes"))).to_have_value(WISHES)
    expect(page.get_by_label(words("In parts, as things become ready"))).to_be_checked()
    page.goto("/orders/?q=TIDSAVBRUDD")
    expect(page.locator("a.row.id")).to_have_count(0)


def test_a_price_that_changed_meanwhile_is_named_before_anything_is_ordered(
    sign_in: Callable[..., Page], portal: Portal, tmp_path: Path
) -> None:
    page, words = sign_in(ANNA), WORDS["nb"]
    load_price(portal, tmp_path, "1200.00")
    buying.fill_cart(page, {METER: "2"})
    before = buying.prepare_checkout(page, "nb", reference="NY-PRIS")
    load_price(portal, tmp_path, "1300.00")
    buying.order_button(page, "nb").click()
    told = page.locator(".errors")
    expect(told).to_be_focused()
    expect(told.get_by_role("heading")).to_have_text(words("Something changed while this page was open"))
    expect(told).to_contain_text("1 200,00")
    expect(told).to_contain_text("1 300,00")
    buying.open_part(page, "invoice")
    expect(page.get_by_label(words("Your order number"))).to_have_value("NY-PRIS")
    after = amount(buying.order_button(page, "nb").inner_text(), "nb")
    assert after == before + 250
    page.get_by_label(words.accept).check()
    buying.order_button(page, "nb").click()
    number = buying.number_of_order(page)
    page.goto(f"/orders/{number}/")
    assert amount(page.locator("dl.sum dd.total").inner_text(), "nb") == after


def load_price(portal: Portal, folder: Path, price: str) -> None:
    """What the operator's ERP does: a new price from a file."""
    file = folder / "prices.csv"
    file.write_text(PRICES.format(price=price))
    portal.manage("load", "prices", str(file))


@pytest.mark.parametrize("javascript", [True, False])
def test_a_file_of_50_megabytes_is_refused_in_a_sentence(
    sign_in: Callable[..., Page], tmp_path: Path, javascript: bool
) -> None:
    page, words = sign_in(ANNA, javascript=javascript), WORDS["nb"]
    buying.start_afresh(page)
    large = tmp_path / "stor.csv"
    large.write_bytes(b"HI-440718;1\r\n" * 3_850_000)
    page.goto("/shop/quick-order/?add=file")
    page.locator("#adding input[type=file]").set_input_files(large)
    if not javascript:
        page.get_by_role("button", name=words("Send the file")).click()
    expect(
        page.locator("#adding [data-chosen], #adding .errors", has_text=re.compile(r"5\sMB")).first
    ).to_be_visible()


def test_a_picture_that_calls_itself_a_list_is_refused_in_a_sentence(sign_in: Callable[..., Page]) -> None:
    page = sign_in(ANNA)
    buying.start_afresh(page)
    page.goto("/shop/quick-order/?add=file")
    picture = FilePayload(name="liste.csv", mimeType="text/csv", buffer=b"\x89PNG\r\n\x1a\n" + bytes(2000))
    page.locator("#adding input[type=file]").set_input_files(picture)
    expect(page.locator("#adding .error, #adding [role=alert]").first).to_be_visible()
    expect(page.locator("#adding input[type=file]")).to_have_attribute("aria-invalid", "true")
