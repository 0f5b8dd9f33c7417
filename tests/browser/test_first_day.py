"""The first day of a company that nobody knew this morning, in each language: from registering to the solved case.

Three people at three machines: who registers, Olav who lets them in, and the staff of their service partner. A colleague
comes in the end.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from kontor.kit.looks import look
from tests.browser import buying
from tests.browser.buying import FILTER
from tests.browser.portal import Portal, choose_language, click_through, words_of
from tests.browser.words import WORDS

PASSWORD: Final = "nordlys-over-fjorden-26"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who registers, from where, and who will look after them."""

    language: str
    name: tuple[str, str]
    email: str
    company: str
    country: str
    number: dict[str, str]
    address: tuple[str, str, str]
    serial: str
    partner: str
    another_partner: str

    @property
    def domain(self) -> str:
        return self.email.partition("@")[2]


# Six figures, as one reads them: in threes.
CODE: Final = re.compile(r"(?<![\d#])(\d{3})[ \u00a0]?(\d{3})(?!\d)")
PETRA: Final = "petra@hansa-nord.example"
STEFAN: Final = "stefan@hansa-sued.example"
OLAV: Final = "olav@hansa-industri.example"

# The numbers pass their check and are of the series that nobody holds.
NEWCOMERS: Final = [
    Newcomer(
        "nb", ("Kari", "Nilsen"), "kari@nordbetong-prosjekt.example", "Nordbetong Prosjekt AS", "NO",
        {"organisation_number": "399 100 011"}, ("Industriveien 31", "7080", "Heimdal"), "KN261A", PETRA, STEFAN,
    ),
    Newcomer(
        "de", ("Jutta", "Brandt"), "jutta@brandt-pruefwesen.example", "Brandt Prüfwesen GmbH", "DE",
        {"vat_number": "DE 998877008"}, ("Am Güterbahnhof 14", "55131", "Mainz"), "KN262B", STEFAN, PETRA,
    ),
    Newcomer(
        "en", ("Nora", "Field"), "nora@fieldworks-nordic.example", "Fieldworks Nordic AS", "NO",
        {"organisation_number": "399 200 016"}, ("Verkstedveien 4", "7125", "Vanvikan"), "KN263C", PETRA, STEFAN,
    ),
]  # fmt: skip


@pytest.mark.parametrize("newcomer", NEWCOMERS, ids=lambda newcomer: newcomer.language)
def test_a_stranger_becomes_a_customer_and_is_helped_the_same_day(
    newcomer: Newcomer, open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    language = newcomer.language
    page = open_browser(language)
    registers(page, newcomer, portal)

    olav = sign_in(OLAV)
    in_language(olav, language)
    decides(olav, "registrations", newcomer.company, "approve")
    portal.mails_to(newcomer.email, containing=WORDS[language]("Your access is open"))

    page.reload()
    page.locator("main a[href='/accounts/login/']").first.click()
    page.fill("input[name=login]", newcomer.email)
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button").filter(has_text=WORDS[language]("Sign in")).click()
    expect(page).to_have_url(re.compile("/overview/"))
    expect(page.locator("html")).to_have_attribute("lang", language)

    partner, another = sign_in(newcomer.partner), sign_in(newcomer.another_partner)
    in_language(partner, language)
    asks_for_a_relationship(page, newcomer)
    relationship = waits_at_the_desk(partner, "relationships", newcomer.company)
    sees_nothing(another, relationship, newcomer.company)
    decides(partner, "relationships", newcomer.company, "accept")

    registers_a_machine(page, newcomer)
    at_the_desk = waits_at_the_desk(partner, "machines", newcomer.serial)
    sees_nothing(another, at_the_desk, newcomer.serial)
    decides(partner, "machines", newcomer.serial, "accept")
    sends_readings(page)

    orders(page, language)

    number = opens_a_case(page)
    case = waits_at_the_desk(partner, "cases", number)
    sees_nothing(another, case, number)
    is_answered(page, partner, number, newcomer, portal)

    invites_a_colleague(page, open_browser(language), newcomer, portal)
    in_language(olav, "nb")
    in_language(partner, "nb" if newcomer.partner == PETRA else "de")


def in_language(page: Page, language: str) -> None:
    """Staff may read in whatever language they like."""
    click_through(page)
    if page.locator("html").get_attribute("lang") != language:
        choose_language(page, language)


def registers(page: Page, newcomer: Newcomer, portal: Portal) -> None:
    """Step by step, with the mistakes that people make."""
    click_through(page, "/register/")
    page.locator("input[name=kind][value=customer]").check()
    page.fill("input[name=email]", newcomer.email)
    go_on(page)
    expect(page.locator(".errors")).to_be_visible()
    expect(page.locator("input[name=email]")).to_have_value(newcomer.email)
    expect(page.locator("input[name=kind][value=customer]")).to_be_checked()
    page.fill("input[name=first_name]", newcomer.name[0])
    page.fill("input[name=last_name]", newcomer.name[1])
    page.fill("input[name=phone]", "+47 73 00 44 55")
    go_on(page)

    page.locator("input[name=knows_colleague][value=no]").check()
    go_on(page)

    expect(page).to_have_url(re.compile("/register/company/"))
    expect(page.locator("select[name=country]")).to_have_value(newcomer.country)
    page.fill("input[name=company_name]", newcomer.company)
    [(field, right)] = newcomer.number.items()
    page.fill(f"input[name={field}]", right[:-1] + str((int(right[-1]) + 1) % 10))
    for name, value in zip(("street", "postcode", "city"), newcomer.address, strict=True):
        page.fill(f"input[name={name}]", value)
    go_on(page)
    expect(page.locator(f"#id_{field}_error")).to_be_visible()
    expect(page.locator("input[name=city]")).to_have_value(newcomer.address[2])
    page.fill(f"input[name={field}]", right)
    go_on(page)

    expect(page).to_have_url(re.compile("/register/access/"))
    page.locator("input[name=areas][value=test]").check()
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.locator("input[name=accepted]").check()
    go_on(page)

    expect(page).to_have_url(re.compile("/register/code/"))
    code = code_for(newcomer.email, portal)
    page.fill("input[name=code]", f"{(int(code) + 1) % 1_000_000:06d}")
    go_on(page)
    expect(page.locator("#id_code_error")).to_be_visible()
    page.fill("input[name=code]", f"{code[:3]} {code[3:]}")
    go_on(page)
    expect(page).to_have_url(re.compile("/register/status/"))
    expect(page.get_by_text(newcomer.company).first).to_be_visible()


def go_on(page: Page) -> None:
    """Press the one button that says what comes next, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator("main form button.primary").first.click()


def code_for(email: str, portal: Portal) -> str:
    """The six figures of the newest mail that has some."""
    *_older, mail = portal.mails_to(email, containing=CODE)
    found = CODE.search(words_of(mail))
    assert found is not None
    return found[1] + found[2]


def waits_at_the_desk(page: Page, queue: str, words: str) -> str:
    """The address of what waits in a queue and is found by these words."""
    click_through(page, f"/desk/{queue}/")
    page.locator("main input[name=q]").fill(words)
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_url(lambda url: "q=" in url)
    link = page.locator("li.q a[data-open]").first
    expect(link).to_be_visible()
    return link.get_attribute("href") or ""


def sees_nothing(page: Page, address: str, words: str) -> None:
    """Another partner's staff: not in the queue, not by its address, not by searching."""
    queue = address.split("/")[2]
    for listed in (f"/desk/{queue}/?tab=all&q={words}", f"/search/?q={words}"):
        page.goto(listed)
        expect(page.locator(f"main a[href='{address}']")).to_have_count(0)
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404


def decides(page: Page, queue: str, words: str, decision: str) -> None:
    """Take what waits, and decide about it."""
    address = waits_at_the_desk(page, queue, words)
    page.goto(address)
    page.locator("form[data-take] button").click()
    expect(page.locator(".hands-who")).to_be_visible()
    page.locator(f"form.decision input[name=decision][value={decision}]").check()
    with page.expect_navigation():
        page.locator("form.decision .decision-deeds button:visible").first.click()
    expect(page.locator("form.decision")).to_have_count(0)


def asks_for_a_relationship(page: Page, newcomer: Newcomer) -> None:
    click_through(page, "/overview/")
    page.locator("main a[href*='/company/relationships/']").first.click()
    page.locator("main a[href='/company/relationships/ask/?area=test']").first.click()
    expect(page.locator("input[name=partner]").first).to_be_checked()
    go_on(page)
    expect(page.locator("#id_accepted_error")).to_be_visible()
    page.locator("input[name=accepted]").check()
    page.locator("textarea[name=message]").fill("Vi begynner i dag. / Wir beginnen heute. / We start today.")
    go_on(page)
    expect(page).to_have_url(re.compile(r"/company/relationships/$"))


def registers_a_machine(page: Page, newcomer: Newcomer) -> None:
    """A wrong number first; then it is in the list."""
    click_through(page, "/equipment/", "/equipment/register/")
    area = page.locator("label.choice", has_text="AB123Z").locator("input")
    area.check()
    page.fill("input[name=serial]", "123")
    page.fill("input[name=reference]", "Presse 1")
    page.fill("input[name=keywords]", "Halle B, Labor")
    go_on(page)
    expect(page.locator("#id_serial_error")).to_be_visible()
    expect(page.locator("input[name=reference]")).to_have_value("Presse 1")
    page.fill("input[name=serial]", newcomer.serial.lower())
    go_on(page)
    open_machine(page)


def open_machine(page: Page) -> None:
    """From anywhere by clicking."""
    click_through(page, "/equipment/")
    page.locator("main a.row", has_text="Presse 1").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Presse 1")


def sends_readings(page: Page) -> None:
    """The first one is taken; a lower one, and a second one for the day, are not."""
    open_machine(page)
    page.fill("input[name=value]", "100,5")
    page.locator("form[action*='/send/'] button").last.click()
    expect(page.locator("#readings")).to_contain_text(re.compile(r"100[,.]5"))
    for value in ("99", "101", "1e12"):
        open_machine(page)
        page.fill("input[name=value]", value)
        page.locator("form[action*='/send/'] button").last.click()
        expect(page.locator("[id$=_error]").first).to_be_visible()


def orders(page: Page, language: str) -> None:
    buying.fill_cart(page, {FILTER: "2"})
    buying.prepare_checkout(page, language, reference="DAG-1")
    buying.order_button(page, language).click()
    buying.number_of_order(page)


def photograph() -> FilePayload:
    """As a telephone makes it: JPEG, lying on its side."""
    picture = Image.new("RGB", (1200, 900), "#8a6d3b")
    turned = Image.Exif()
    turned[0x0112] = 6
    content = io.BytesIO()
    picture.save(content, "JPEG", exif=turned)
    return FilePayload(name="IMG_0042.jpg", mimeType="image/jpeg", buffer=content.getvalue())


def opens_a_case(page: Page) -> str:
    """From the machine's page; a PDF is no photograph, and what was written stays."""
    open_machine(page)
    page.locator("main a[href*='/service/new/']").first.click()
    page.locator("select[name=kind]").select_option("fault")
    page.fill("input[name=subject]", "Kraftmåleren viser feil")
    page.fill("textarea[name=body]", "Den hopper mellom 0 og 12 kN. Se bildet.")
    pdf = FilePayload(name="manual.jpg", mimeType="image/jpeg", buffer=b"%PDF-1.7 nothing")
    page.locator("input[type=file]").set_input_files(pdf)
    go_on(page)
    expect(page.locator("#id_pictures_error")).to_be_visible()
    expect(page.locator("textarea[name=body]")).to_have_value(re.compile("12 kN"))
    page.locator("input[type=file]").set_input_files(photograph())
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kraftmåleren viser feil")
    expect(page.locator(".talk img")).to_be_visible()
    return page.url.rstrip("/").rpartition("/")[2]


def is_answered(page: Page, partner: Page, number: str, newcomer: Newcomer, portal: Portal) -> None:
    """A question, a mail, an answer, solved: each sees what the other wrote, and whose turn it is."""
    case = f"/desk/cases/{number}/"
    partner.goto(case)
    partner.fill("form.reply textarea[name=body]", "Kan du lese av nullpunktet?")
    partner.locator("form.reply button[value=wait]").click()
    portal.mails_to(newcomer.email, containing="Kan du lese av nullpunktet?")

    page.reload()
    expect(page.get_by_text("Kan du lese av nullpunktet?")).to_be_visible()
    expect(page.locator(".turn.mine")).to_be_visible()
    page.fill("textarea[name=body]", "Nullpunktet er 0,4.")
    page.locator("form[action*='/reply/'] button.primary").first.click()
    expect(page.locator(".turn.mine")).to_have_count(0)

    partner.reload()
    expect(partner.get_by_text("Nullpunktet er 0,4.")).to_be_visible()
    partner.fill("form.reply textarea[name=body]", "Takk, da vet jeg det.")
    partner.locator("form.reply button[value=solve]").click()
    expect(partner.get_by_text("Takk, da vet jeg det.")).to_be_visible()
    page.reload()
    expect(page.locator(".title-line .state")).to_have_text(str(look_of("solved", newcomer.language)))


def look_of(state: str, language: str) -> str:
    from django.utils import translation

    with translation.override(language):
        return str(look("case", state).word)


def invites_a_colleague(page: Page, stranger: Page, newcomer: Newcomer, portal: Portal) -> None:
    """By a link in a mail; the colleague chooses a password, accepts the terms of use, and signs in."""
    colleague = f"lars@{newcomer.domain}"
    click_through(page, "/company/", "/company/users/", "/company/users/invite/")
    page.fill("input[name=first_name]", "Lars")
    page.fill("input[name=last_name]", "Berg")
    page.fill("input[name=email]", colleague)
    page.locator("input[name=roles][value=service]").check()
    go_on(page)
    [mail] = portal.mails_to(colleague, containing="/company/invitation/")
    link = re.search(r"https?://[^\s]+/company/invitation/[^\s]+", words_of(mail))
    assert link is not None
    stranger.goto(link[0])
    stranger.fill("input[name=password1]", PASSWORD)
    stranger.fill("input[name=password2]", PASSWORD)
    go_on(stranger)
    expect(stranger.locator("#id_accepted_error")).to_be_visible()
    stranger.locator("input[name=accepted]").check()
    go_on(stranger)
    expect(stranger).to_have_url(re.compile("/accounts/login/"))
    stranger.fill("input[name=login]", colleague)
    stranger.fill("input[name=password]", PASSWORD)
    stranger.locator("main form button").filter(has_text=WORDS[newcomer.language]("Sign in")).click()
    expect(stranger).to_have_url(re.compile("/overview/"))
