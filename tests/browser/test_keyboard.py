"""The way to an order, and to a colleague, with the keyboard alone; the focus is always seen."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser import buying
from tests.browser.buying import FILTER
from tests.browser.words import WORDS

# What has the focus, and whether one sees that: an outline or a ring that is not there without the focus.
_SEEN = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return true;
  const seen = (one) => { const s = getComputedStyle(one); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
  return seen(e) || (e.parentElement && seen(e.parentElement)) || e.outerHTML.slice(0, 120);
}
"""


def test_an_order_by_keyboard_alone(open_browser: Callable[..., Page]) -> None:
    page, words = open_browser("nb"), WORDS["nb"]
    page.goto("/accounts/login/")
    tab_to(page, page.get_by_label(words("E-mail or user name")))
    page.keyboard.type("anna@fjordbygg.example")
    tab_to(page, page.get_by_label(words("Password"), exact=True))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/overview/")
    buying.start_afresh(page)
    page.goto("/overview/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=words("Skip to content"))).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("header.top").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(FILTER)
    page.keyboard.press("Enter")
    expect(page.locator("#products .hit")).to_have_count(1)
    page.goto(f"/shop/?q={FILTER}")
    expect(page.locator(".prod")).not_to_have_count(0)

    tab_to(page, page.locator(".prod", has_text=FILTER).get_by_role("link", name=words("Why this price?")))
    page.keyboard.press("Enter")
    expect(page.locator(".pop:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    tab_to(page, page.locator(".prod", has_text=FILTER).get_by_role("button", name=words("Add to cart")))
    page.keyboard.press("Enter")
    expect(page.locator("#cart-tool .count")).to_have_text("1")
    tab_to(page, page.locator("#cart-tool"), back=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cart/")
    tab_to(page, page.get_by_role("link", name=words("To checkout")))
    page.keyboard.press("Enter")
    page.wait_for_url("**/cart/checkout/")

    tab_to(page, buying.order_button(page, "nb"))
    page.keyboard.press("Enter")
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".errors")).to_contain_text(words("Please accept the terms of sale."))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label(words.accept)).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, buying.order_button(page, "nb"))
    page.keyboard.press("Enter")
    assert buying.number_of_order(page)


def test_a_colleague_is_invited_by_keyboard_alone(sign_in: Callable[..., Page]) -> None:
    """CO-2, CO-3: from the side bar to the sent invitation, which is taken back again."""
    page = sign_in("claudia@rheintal-metallbau.example", language="en")
    page.goto("/overview/")
    for address in ("/company/", "/company/users/", "/company/users/invite/"):
        tab_to(page, page.locator(f"a[href='{address}']:visible").last)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{address}")
    for name, value in (("first_name", "Tove"), ("last_name", "Tast"), ("email", "tove@elsewhere.example")):
        tab_to(page, page.locator(f"input[name={name}]"))
        page.keyboard.type(value)
    tab_to(page, page.locator("input[name=roles][value=reader]"))
    page.keyboard.press("Space")
    tab_to(page, page.locator("main form button.primary"))
    page.keyboard.press("Enter")
    expect(page.locator(".errors")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=email]")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("tove@rheintal-metallbau.example")
    tab_to(page, page.locator("main form button.primary"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/company/users/(#.*)?$"))
    tab_to(page, page.locator("tr", has_text="Tove Tast").locator("a[href$='/withdraw/']"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/withdraw/")
    tab_to(page, page.locator("main form button").first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/company/users/(\?.*)?$"))
    expect(page.locator("main tbody", has_text="Tove Tast")).to_have_count(0)


def tab_to(page: Page, wanted: Locator, *, back: bool = False, within: int = 80) -> None:
    """Press Tab until something has the focus; on the way the focus must always be seen."""
    wanted.first.wait_for()
    for _ in range(within):
        if wanted.first.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
        assert page.evaluate(_SEEN) is True, "the focus is not seen"
    raise AssertionError(f"not reached by Tab: {wanted}")
