"""One click, two clicks, the same form sent again, two tabs: one order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser import buying
from tests.browser.buying import FILTER
from tests.browser.words import WORDS

ANNA: Final = "anna@fjordbygg.example"
FORM: Final = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("javascript", [True, False])
def test_a_double_click_makes_one_order(sign_in: Callable[..., Page], javascript: bool) -> None:
    page = sign_in(ANNA, javascript=javascript)
    reference = f"DOBBEL-{javascript}"
    buying.fill_cart(page, {FILTER: "1"})
    buying.prepare_checkout(page, "nb", reference=reference)
    buying.order_button(page, "nb").dblclick()
    number = buying.number_of_order(page)
    assert orders_with(page, reference) == [number]


def test_the_same_form_sent_again_finds_the_same_order(sign_in: Callable[..., Page]) -> None:
    page = sign_in(ANNA)
    buying.fill_cart(page, {FILTER: "1"})
    buying.prepare_checkout(page, "nb", reference="IGJEN")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.url.endswith("/place/") else None)
    buying.order_button(page, "nb").click()
    number = buying.number_of_order(page)
    headers = {"Content-Type": FORM, "Referer": page.url}
    for _ in range(2):
        again = page.request.post(sent[0].url, data=sent[0].post_data_buffer or b"", headers=headers)
        assert again.status == 200
        assert again.url.endswith(f"/cart/ordered/{number}/")
    assert orders_with(page, "IGJEN") == [number]


def test_two_tabs_make_one_order(sign_in: Callable[..., Page]) -> None:
    first = sign_in(ANNA)
    buying.fill_cart(first, {FILTER: "1"})
    buying.prepare_checkout(first, "nb", reference="TO-FANER")
    second = first.context.new_page()
    buying.prepare_checkout(second, "nb", reference="TO-FANER-2")
    buying.order_button(first, "nb").click()
    number = buying.number_of_order(first)
    buying.order_button(second, "nb").click()
    expect(second.get_by_role("link", name=re.compile(number)).first).to_be_visible()
    expect(second.get_by_role("heading", level=1)).to_have_text(WORDS["nb"]("Already ordered"))
    assert orders_with(first, "TO-FANER") == [number]
    assert WORDS["nb"].state("Placed") in first.locator("tbody tr").inner_text()


def orders_with(page: Page, reference: str) -> list[str]:
    """The numbers of the orders whose own order number contains some words."""
    page.goto(f"/orders/?q={reference}")
    return page.locator("a.row.id").all_inner_texts()
