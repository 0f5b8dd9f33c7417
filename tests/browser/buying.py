"""Steps on the buyer's way that several tests take."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from playwright.sync_api import Locator, Page, expect

from tests.browser.portal import send
from tests.browser.words import WORDS, amount

FILTER: Final = "HI-440718"
"""A filter for excavators: in stock, in both countries, at a price of the tier."""
CONTRACT: Final = "HI-441002"
CARTRIDGE: Final = "HI-440731"
BAR: Final = "HI-101040"
"""A round bar: by the kilogram, from 5 on, priced per 1,000."""


def start_afresh(page: Page) -> None:
    """No lines in the cart, none in the quick order."""
    page.goto("/overview/")
    send(page, "/cart/empty/")
    send(page, "/shop/quick-order/clear/")


def fill_cart(page: Page, lines: dict[str, str]) -> None:
    """Only these lines in the cart, quickly."""
    start_afresh(page)
    for number, quantity in lines.items():
        send(page, "/cart/add/", number=number, quantity=quantity)


def prepare_checkout(page: Page, language: str, *, reference: str = "") -> Decimal:
    """Fill in what the checkout asks for, up to the click; the total on the button."""
    words = WORDS[language]
    page.goto("/cart/checkout/")
    open_part(page, "delivery")
    page.get_by_label(words("In parts, as things become ready")).check()
    open_part(page, "invoice")
    page.get_by_label(words("Your order number")).fill(reference)
    page.get_by_label(words.accept).check()
    return amount(order_button(page, language).inner_text(), language)


def open_part(page: Page, part: str) -> None:
    if page.locator(f"details#{part}").get_attribute("open") is None:
        page.locator(f"details#{part} summary").click()


def order_button(page: Page, language: str) -> Locator:
    return page.get_by_role("button", name=WORDS[language].place)


def number_of_order(page: Page) -> str:
    """The number of the order that was just placed, from the page that says so."""
    page.wait_for_url(re.compile(r"/cart/ordered/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    return page.url.rstrip("/").rpartition("/")[2]


def numbers_of_orders(page: Page) -> list[str]:
    """The newest orders, newest first, as the list shows them."""
    page.goto("/orders/")
    return page.locator("a.row.id").all_inner_texts()
