"""In a browser that runs no script: from a product to the placed order; a company and its people."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser import buying
from tests.browser.buying import BAR, CONTRACT, FILTER
from tests.browser.portal import Portal, click_through
from tests.browser.test_first_day import go_on
from tests.browser.test_ways_in import link_in_mail
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
    expect(page).to_have_url(re.compile(rf"/shop/p/{FILTER}/$"))
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


def test_a_colleague_is_added_and_comes_in_without_javascript(
    sign_in: Callable[..., Page], open_browser: Callable[..., Page], portal: Portal
) -> None:
    """CO-2: name, position, address of the own domain, roles; a link for 90 days, a password, the sign-in page."""
    page, email = sign_in("claudia@rheintal-metallbau.example", language="en", javascript=False), "ida.ohne@"
    click_through(page, "/company/", "/company/users/", "/company/users/invite/")
    for name, value in (("first_name", "Ida"), ("last_name", "Ohne"), ("title", "Einkauf")):
        page.fill(f"input[name={name}]", value)
    page.fill("input[name=email]", f"{email}elsewhere.example")
    page.locator("input[name=roles][value=buyer]").check()
    go_on(page)
    expect(page.locator("#id_email_error")).to_contain_text("rheintal-metallbau.example")
    expect(page.locator("input[name=title]")).to_have_value("Einkauf")
    expect(page.locator("input[name=roles][value=buyer]")).to_be_checked()
    email = f"{email}rheintal-metallbau.example"
    page.fill("input[name=email]", email)
    go_on(page)
    page.select_option("select[name=state]", "invited")
    page.locator("main form[role=search] button").first.click()
    expect(page.locator("main tbody")).to_contain_text("Ida Ohne")

    hers = open_browser("en", javascript=False)
    hers.goto(link_in_mail(portal, email, "/company/invitation/"))
    hers.fill("input[name=password1]", PASSWORD)
    hers.fill("input[name=password2]", PASSWORD)
    hers.locator("input[name=accepted]").check()
    go_on(hers)
    expect(hers).to_have_url(re.compile("/accounts/login/"))
    hers.fill("input[name=login]", email)
    hers.fill("input[name=password]", PASSWORD)
    go_on(hers)
    expect(hers).to_have_url(re.compile("/overview/"))


def test_a_company_looks_after_itself_without_javascript(sign_in: Callable[..., Page]) -> None:
    """CO-5, CO-7, CO-8: rights, an address and a relationship, each by a form and the page that answers it."""
    page = sign_in("kari.skaar@polar-offshore.example", language="en", javascript=False)
    click_through(page, "/company/", "/company/addresses/", "/company/addresses/add/delivery/")
    for name, value in (("name", "Kai 4"), ("street", "Kaia 4"), ("postcode", "9008"), ("city", "Tromsø")):
        page.fill(f"input[name={name}]", value)
    go_on(page)
    expect(page.locator("main tbody")).to_contain_text("Kai 4")
    click_through(page, "/company/", "/company/users/")
    page.locator("main tbody a.row", has_text="Nora Kolstad").click()
    page.locator("main a[href$='/rights/']").click()
    page.locator("input[name=roles][value=approver]").check()
    go_on(page)
    expect(page.locator("main .panel").first).to_contain_text("Approver")
    click_through(page, "/company/", "/company/users/", "/company/roles/")
    expect(page.locator("table.perm")).to_be_visible()
    click_through(page, "/company/", "/company/relationships/")
    page.locator("main a[href*='ask/?area=']").first.click()
    go_on(page)
    expect(page.locator("#id_accepted_error")).to_be_visible()
