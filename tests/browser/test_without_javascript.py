"""From a product to the placed order in a browser that runs no script."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import buying
from tests.browser.buying import BAR, CONTRACT, FILTER
from tests.browser.words import WORDS, amount


def test_a_buyer_orders_without_javascript(sign_in: Callable[..., Page]) -> None:
    page, words = sign_in("anna@fjordbygg.example", javascript=False), WORDS["nb"]
    buying.start_afresh(page)
    search = page.locator("header.top").get_by_role("searchbox")
    search.fill(FILTER)
    search.press("Enter")
    expect(page.locator("#products .hit")).to_have_count(1)
    page.goto(f"/shop/?q={FILTER}")
    row = page.locator(".prod", has_text=FILTER)
    row.get_by_role("link", name=words("Why this price?")).click()
    steps = [amount(text, "nb") for text in page.locator("main dl.sum dd").all_inner_texts()]
    assert sum(steps[:-1]) == steps[-1]
    page.goto(f"/shop/p/{FILTER}/")
    page.locator("form.buy input[name=quantity]").fill("2")
    page.get_by_role("button", name=words("Add to cart")).click()
    expect(page.locator(".toasts", has_text="2 ×")).to_be_visible()

    page.goto("/shop/quick-order/")
    page.get_by_role("link", name=words("Paste")).click()
    page.locator("#adding textarea").fill(f"{CONTRACT};2\nHI-101O40;12\n")
    page.get_by_role("button", name=words("Add lines")).click()
    page.locator("tr.bad").get_by_role("button", name=re.compile(f"^{BAR}, ")).click()
    expect(page.locator("tr.bad")).to_have_count(0)
    page.get_by_role(
        "button", name=words.counted("%(number)s line into the cart", "%(number)s lines into the cart", 2)
    ).click()
    expect(page.locator(".cart-lines tbody tr")).to_have_count(3)

    page.get_by_role("link", name=words("To checkout")).click()
    total = buying.prepare_checkout(page, "nb", reference="UTEN-SKRIPT")
    buying.order_button(page, "nb").click()
    number = buying.number_of_order(page)
    page.get_by_role("link", name=words("See the order")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Order %(number)s", number=number))
    assert amount(page.locator("dl.sum dd.total").inner_text(), "nb") == total
