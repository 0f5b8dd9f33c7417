"""What is done on a page before it is looked at."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.visitors import Visitor


def sign_in_wrongly(visitor: Visitor) -> None:
    visitor.page.fill("input[name=login]", "nobody@fjordbygg.example")
    visitor.page.fill("input[name=password]", "wrong")
    visitor.page.locator("main form button").first.click()
    visitor.page.wait_for_selector("[role=alert]")


def open_price(visitor: Visitor) -> None:
    visitor.page.locator(".why").first.click()
    visitor.page.wait_for_selector(".pop:popover-open")


def open_parts(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")


def order_with_nothing_filled_in(visitor: Visitor) -> None:
    visitor.page.locator("button[name=place]").click()
    visitor.page.wait_for_selector(".errors")


def send_empty(visitor: Visitor) -> None:
    """The form of the page as it is, with all that one must type taken out again."""
    fields = (
        "main form:has(button.primary) :is(input:not([type=hidden],[type=radio],[type=checkbox]), textarea)"
    )
    visitor.page.evaluate(f"document.querySelectorAll({fields!r}).forEach(field => field.value = '')")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".errors, .err")


def type_a_wrong_code(visitor: Visitor) -> None:
    visitor.page.fill("input[name=code]", "000000")
    visitor.page.locator("main form button.primary").click()
    visitor.page.wait_for_selector(".errors")


def open_drawer(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.page.locator("[data-drawer]").first.click()


def choose_machines(visitor: Visitor) -> None:
    """The bar for what is done with several at once appears."""
    for box in visitor.page.locator("[data-pick]").all()[:2]:
        box.check()


def send_a_bad_reading(visitor: Visitor) -> None:
    visitor.page.fill("form[action*='/send/'] input[name=value]", "1e12")
    visitor.page.locator("form[action*='/send/'] button").last.click()
    visitor.page.wait_for_selector("[id$=_error]")


def settle(visitor: Visitor) -> None:
    """What the page fetches by itself is there."""
    expect(visitor.page.locator(".htmx-request")).to_have_count(0)


def add_pictures(visitor: Visitor) -> None:
    visitor.page.locator(".reply-pictures summary").click()


def hand_over(visitor: Visitor) -> None:
    visitor.page.locator(".hands a[href$='/hand-over/']").click()
    visitor.page.wait_for_selector("#pop:popover-open #hand-over-to")


def decide_nothing(visitor: Visitor) -> None:
    """The last of the ways, which needs words, without any."""
    visitor.page.locator("form.decision input[name=decision]").last.check()
    visitor.page.locator("form.decision .decision-deeds button:visible").first.click()
    visitor.page.wait_for_selector("form.decision .err")


def reply_nothing(visitor: Visitor) -> None:
    visitor.page.locator("form.reply button:visible").first.click()
    visitor.page.wait_for_selector("form.reply .err")


def judge_lines(visitor: Visitor) -> None:
    """Two lines that cannot be invited; nothing is."""
    visitor.page.fill("textarea[name=text]", "Liv;Ås;liv@elsewhere.example;;buyer;nb\n;Dal;dal;;;\n")
    visitor.page.locator("button[value=check]").click()
    visitor.page.wait_for_selector("tr.bad")


def send_with_an_old_token(visitor: Visitor) -> None:
    """As from a page that was left open for days."""
    visitor.page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def send_too_much(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelector('main form [name=email]').type = 'hidden'")
    visitor.page.evaluate("document.querySelector('main form [name=email]').value = 'x'.repeat(6100000)")
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def send_what_cannot_be_read(visitor: Visitor) -> None:
    """More fields than any form has."""
    visitor.page.evaluate(
        "document.querySelector('main form').insertAdjacentHTML("
        "'beforeend', '<input type=hidden name=more>'.repeat(25100))"
    )
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")


def act_for_the_other_company(page: Page) -> None:
    """By the side bar."""
    page.goto("/overview/")
    page.locator("nav.side .who-more summary").click()
    with page.expect_navigation():
        page.locator("nav.side .who-more button").first.click()


def send_for_the_wrong_company(visitor: Visitor) -> None:
    """While the form was open, the company was changed in another tab; it is changed back afterwards."""
    other = visitor.page.context.new_page()
    act_for_the_other_company(other)
    visitor.page.locator("main form button.primary").first.click()
    visitor.page.wait_for_selector(".error-page")
    act_for_the_other_company(other)
    other.close()


def prove(visitor: Visitor) -> None:
    """Type the code from the mail, unless that has been done."""
    if visitor.page.url.rstrip("/").endswith("/code"):
        visitor.page.fill("input[name=code]", visitor.places["code"])
        visitor.page.locator("main form button.primary").first.click()
        visitor.page.wait_for_url("**/register/status/")
