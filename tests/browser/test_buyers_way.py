"""The whole way of a buyer in each language: found, explained, ordered, confirmed by mail, seen and confirmed by staff."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

import pypdf
import pytest
from playwright.sync_api import FilePayload, Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser import buying, portal
from tests.browser.buying import BAR, CARTRIDGE, CONTRACT, FILTER
from tests.browser.portal import Portal
from tests.browser.words import WORDS, amount

NORWEGIAN: Final = WORDS["nb"]
SIGRID: Final = "sigrid@hansa-industri.example"
BUYERS: Final = {
    "nb": "anna@fjordbygg.example",
    "de": "claudia@rheintal-metallbau.example",
    "en": "bjorn@fjordbygg.example",
}
NAMES: Final = {
    "nb": ("Returfilter RF 330, 10 µm", "returfilter"),
    "de": ("Rücklauffilter RF 330, 10 µm", "Rücklauffilter"),
    "en": ("Return filter RF 330, 10 µm", "return filters"),
}
TIERS: Final = {"nb": "Gold", "de": "Silver", "en": "Gold"}
# As Excel writes it in each country: line ends of Windows, semicolons; a byte order mark, or Windows-1252.
FILES: Final = {
    "nb": f"Artikkelnummer;Antall\r\n{CARTRIDGE};4\r\nHI-44O718;2\r\n{CONTRACT};tre\r\n{BAR};12,0\r\n".encode(
        "utf-8-sig"
    ),
    "de": f"Artikelnummer;Menge;für\r\n{CARTRIDGE};4;Größe\r\nHI-44O718;2;\r\n{CONTRACT};drei;\r\n{BAR};12,0;\r\n".encode(
        "cp1252"
    ),
    "en": f"Article number;Quantity\r\n{CARTRIDGE};4\r\nHI-44O718;2\r\n{CONTRACT};three\r\n{BAR};12\r\n".encode(
        "utf-8-sig"
    ),
}


@pytest.fixture
def sigrid(open_browser: Callable[..., Page]) -> Page:
    """Sales of the operator, at another machine."""
    page = open_browser("nb")
    portal.sign_in(page, SIGRID)
    return page


def test_a_price_says_why(sign_in: Callable[..., Page]) -> None:
    """SH-2: every price on a page of products sums up to the cent, whatever list it comes from."""
    page = sign_in(BUYERS["nb"])
    page.goto("/shop/")
    asked = [link.get_attribute("href") or "" for link in page.locator(".prod a.why").all()]
    assert len(asked) > 10
    for address in asked[::3]:
        page.goto(address)
        steps = [amount(text, "nb") for text in page.locator("main dl.sum dd").all_inner_texts()]
        assert len(steps) >= 2
        assert sum(steps[:-1]) == steps[-1], address


@pytest.mark.parametrize("language", ["nb", "de", "en"])
def test_from_signing_in_to_the_confirmed_order(
    open_browser: Callable[..., Page], sigrid: Page, portal: Portal, language: str
) -> None:
    """SH-1, SH-3, SH-4, SH-7, SH-10, OR-1: one buyer, one order, three files as Excel writes them."""
    words, page, buyer = WORDS[language], open_browser(language), BUYERS[language]
    sign_in_by_the_form(page, language)
    buying.start_afresh(page)

    find_and_explain(page, language)
    page.locator(".prod", has_text=FILTER).get_by_role("button", name=words("Add to cart")).click()
    expect(page.locator("#cart-tool .count")).to_have_text("1")

    quick_order_by_file(page, language)
    expect(page).to_have_url(re.compile(r"/cart/$"))
    lines = page.locator(".cart-lines tbody tr")
    expect(lines).to_have_count(4)
    expect(lines.filter(has_text=FILTER).get_by_role("textbox")).to_have_value("3")
    in_cart = amount(page.locator(".sum dd.total").inner_text(), language)

    page.get_by_role("link", name=words("To checkout")).click()
    reference = f"KV-{language.upper()}-2026"
    total = buying.prepare_checkout(page, language, reference=reference)
    assert total == in_cart
    sums = [amount(text, language) for text in page.locator(".checkout-end dl.sum dd").all_inner_texts()]
    assert sum(sums[:-1]) == sums[-1] == total
    buying.order_button(page, language).click()
    number = buying.number_of_order(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(number)
    expect(page.locator("#cart-tool .count")).to_have_count(0)

    page.get_by_role("link", name=words("See the order")).click()
    the_order_says_everything(page, language, number, total, reference)
    the_confirmation_came(page, portal, language, buyer, number, total)
    beside = buying.numbers_of_orders(page)
    assert beside[0] == number
    assert len(beside) > 5

    sigrid_confirms(sigrid, number)
    page.goto(f"/orders/{number}/")
    expect(page.locator(".title-line .state")).to_have_text(words.state("Confirmed"))
    portal.mails_to(buyer, containing=number, count=2)


def sign_in_by_the_form(page: Page, language: str) -> None:
    words = WORDS[language]
    page.goto("/")
    page.get_by_label(words("E-mail or user name")).fill(BUYERS[language])
    page.get_by_label(words("Password"), exact=True).fill(PASSWORD)
    page.get_by_role("button", name=words("Sign in")).click()
    expect(page).to_have_url(re.compile(r"/overview/$"))
    if page.locator("html").get_attribute("lang") != language:
        portal.choose_language(page, language)
    expect(page).to_have_title(re.compile(words("Overview")))


def find_and_explain(page: Page, language: str) -> None:
    words, (name, word) = WORDS[language], NAMES[language]
    page.locator("header.top").get_by_role("searchbox").fill(FILTER)
    expect(page.locator("#suggestions").get_by_role("link", name=name).first).to_be_visible()
    page.locator("header.top").get_by_role("searchbox").press("Enter")
    expect(page.locator("#products").get_by_role("link", name=name)).to_be_visible()
    page.goto("/shop/")
    for entered in (FILTER, word):
        search = page.locator("main form.list-search").get_by_role("searchbox")
        search.fill(entered)
        search.press("Enter")
        expect(page.locator("#results .list-head .chip").first).to_contain_text(entered)
        expect(page.get_by_role("heading", level=2).get_by_role("link", name=name).first).to_be_visible()
    row = page.locator(".prod", has_text=FILTER)
    expect(row.locator(".cost .tier")).to_have_text(words.tier(TIERS[language]))
    own = amount(row.locator(".cost .p").inner_text(), language)
    row.get_by_role("link", name=words("Why this price?")).click()
    shown = page.locator(".pop:popover-open")
    expect(shown).to_be_visible()
    steps = [amount(text, language) for text in shown.locator("dl.sum dd").all_inner_texts()]
    assert len(steps) >= 3
    assert sum(steps[:-1]) == steps[-1] == own
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)


def quick_order_by_file(page: Page, language: str) -> None:
    """A file with two good lines and two bad ones, which are mended where they stand."""
    words = WORDS[language]
    page.get_by_role("link", name=words("Quick order")).first.click()
    with page.expect_download() as sample:
        page.get_by_role("link", name=words("Sample file")).click()
    assert sample.value.suggested_filename.endswith(".csv")
    page.get_by_role("link", name=words("CSV or Excel")).click()
    upload = FilePayload(name="bestilling.csv", mimeType="text/csv", buffer=FILES[language])
    page.locator("#adding input[type=file]").set_input_files(upload)
    to_clear_up = page.locator("#tally-head a", has_text=words("To clear up"))
    expect(to_clear_up).to_contain_text("2")
    expect(page.locator("tr.bad")).to_have_count(2)
    page.locator("tr.bad").get_by_role("button", name=re.compile(f"^{FILTER}, ")).click()
    expect(page.locator("tr.bad")).to_have_count(1)
    mended = page.locator("tr.bad input[name=quantity]")
    mended.fill("3")
    mended.press("Tab")
    expect(to_clear_up).to_contain_text("0")
    expect(page.locator("tr.bad")).to_have_count(0)
    page.get_by_role(
        "button", name=words.counted("%(number)s line into the cart", "%(number)s lines into the cart", 4)
    ).click()


def the_order_says_everything(page: Page, language: str, number: str, total: Decimal, reference: str) -> None:
    words = WORDS[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Order %(number)s", number=number))
    expect(page.locator(".title-line .state")).to_have_text(words.state("Placed"))
    expect(page.get_by_text(reference).first).to_be_visible()
    lines = page.locator("section[aria-labelledby=h-lines] tbody tr")
    expect(lines).to_have_count(4)
    for article in (FILTER, CARTRIDGE, CONTRACT, BAR):
        expect(lines.filter(has_text=article)).to_have_count(1)
    sums = [amount(text, language) for text in page.locator("dl.sum dd").all_inner_texts()]
    assert sum(sums[:-1]) == sums[-1] == total
    assert any(rate in page.locator("dl.sum").inner_text() for rate in ("25", "19"))


def the_confirmation_came(
    page: Page, portal: Portal, language: str, buyer: str, number: str, total: Decimal
) -> None:
    """One mail in the reader's language, with a PDF; also to be looked at in the demonstration."""
    words = WORDS[language]
    [mail] = portal.mails_to(buyer, containing=number)
    assert mail["Subject"] == words("We have received your order %(number)s", number=number)
    [attached] = mail.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    page.goto("/demo/mail/")
    page.get_by_role("link", name=re.compile(number)).first.click()
    link = page.get_by_role("link", name=re.compile(rf"{number}\.pdf"))
    content = page.request.get(link.get_attribute("href") or "").body()
    assert content == attached.get_content()
    text = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(content)).pages)
    assert words("Order confirmation %(number)s", number=number) in text
    assert any(
        amount(line, language) == total for line in text.splitlines() if re.search(r"[.,]\d\d\b", line)
    )


def sigrid_confirms(sigrid: Page, number: str) -> None:
    sigrid.goto("/desk/orders/")
    sigrid.locator(".pane-tools").get_by_role("searchbox").fill(number)
    sigrid.locator(".pane-tools").get_by_role("searchbox").press("Enter")
    sigrid.locator("li.q", has_text=number).locator("a[data-open]").click()
    work = sigrid.locator("#thing")
    expect(work.get_by_role("heading", level=2).first).to_contain_text(number)
    work.get_by_role("button", name=NORWEGIAN("Confirm order")).click()
    expect(sigrid.get_by_text(NORWEGIAN("Order %(number)s is confirmed.", number=number))).to_be_visible()


def test_staff_confirm_several_at_once(sign_in: Callable[..., Page], sigrid: Page, portal: Portal) -> None:
    page = sign_in(BUYERS["nb"])
    numbers = []
    for quantity in ("1", "2"):
        buying.fill_cart(page, {FILTER: quantity})
        buying.prepare_checkout(page, "nb", reference="FLERE-2026")
        buying.order_button(page, "nb").click()
        numbers.append(buying.number_of_order(page))

    sigrid.goto("/desk/orders/?q=FLERE-2026")
    for number in numbers:
        sigrid.get_by_label(NORWEGIAN("Choose %(number)s", number=number)).check()
    sigrid.get_by_role("button", name=NORWEGIAN("Confirm {n} orders").format(n=2)).click()
    sigrid.wait_for_load_state()
    for number in numbers:
        expect(sigrid.locator("li.q", has_text=number)).to_have_count(0)
        page.goto(f"/orders/{number}/")
        expect(page.locator(".title-line .state")).to_have_text(WORDS["nb"].state("Confirmed"))
        portal.mails_to(BUYERS["nb"], containing=number, count=2)
