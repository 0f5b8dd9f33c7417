"""The pictures of docs/guide/first-day.md: one day of a new customer, walked in the demonstration.

Each step takes the pages of both sides, does what is to be done, and takes a picture where the guide shows one. No name,
number or machine of this day is in the demonstration's own data.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from kontor.demo.data.people import PASSWORD
from tests.browser.portal import Portal, choose_language, sign_in, words_of

PICTURES: Final = Path(__file__).resolve().parent.parent / "kontor" / "demo" / "data" / "pictures"
EMAIL: Final = "nora@fieldworks-nordic.example"
COMPANY: Final = "Fieldworks Nordic AS"
SERIAL: Final = "KN263C"
FAULT: Final = "Oil below the swing motor"
OPERATOR: Final = "olav@hansa-industri.example"
PARTNER: Final = "petra@hansa-nord.example"


@dataclass(frozen=True, slots=True)
class Day:
    """Who takes part, each in a browser of their own, and how a picture is taken: page, name, height."""

    nora: Page
    olav: Page
    petra: Page
    portal: Portal
    take: Callable[[Page, str, int], None]


def walk(day: Day) -> None:
    for person, email in ((day.olav, OPERATOR), (day.petra, PARTNER)):
        sign_in(person, email)
        choose_language(person, "en")
    for step in (registers, is_let_in, asks_for_a_partner, registers_a_machine, sends_readings):
        step(day)
    for step in (opens_a_case, invites_a_colleague, sets_up):
        step(day)


def registers(day: Day) -> None:
    page = day.nora
    page.goto("/register/")
    page.locator("input[name=kind][value=customer]").check()
    fill(page, email=EMAIL, first_name="Nora", last_name="Field", phone="+47 73 00 44 55")
    go_on(page)
    page.locator("input[name=knows_colleague][value=no]").check()
    go_on(page)
    fill(page, company_name=COMPANY, organisation_number="399 200 016")
    fill(page, street="Verkstedveien 4", postcode="7125", city="Vanvikan")
    day.take(page, "register", 900)
    go_on(page)
    page.locator("input[name=areas][value=construction]").check()
    fill(page, password1=PASSWORD, password2=PASSWORD)
    page.locator("input[name=accepted]").check()
    go_on(page)
    [mail] = day.portal.mails_to(EMAIL, containing="code")
    code = re.search(r"(\d{3})[ \u00a0](\d{3})", words_of(mail))
    assert code is not None
    fill(page, code=code[1] + code[2])
    go_on(page)
    day.portal.mails_to(EMAIL, containing="your registration")
    page.goto("/register/status/")
    day.take(page, "registered", 860)


def is_let_in(day: Day) -> None:
    decide(day, day.olav, "registrations", COMPANY, "approve", "desk-registration")
    day.portal.mails_to(EMAIL, containing="customer number")
    sign_in(day.nora, EMAIL)
    day.take(day.nora, "first-overview", 900)


def asks_for_a_partner(day: Day) -> None:
    page = day.nora
    page.goto("/company/relationships/ask/?area=construction")
    page.locator("textarea[name=message]").fill("We begin today, with one excavator.")
    page.locator("input[name=accepted]").check()
    day.take(page, "relationship", 800)
    go_on(page)
    decide(day, day.petra, "relationships", COMPANY, "accept")


def registers_a_machine(day: Day) -> None:
    page = day.nora
    page.goto("/equipment/register/")
    page.locator("label.choice", has_text="NH482K").locator("input").check()
    fill(
        page, serial="kn26", reference="Excavator 1", keywords="Vanvikan, harbour", location="Harbour, pier 2"
    )
    go_on(page)
    day.take(page, "register-machine", 1110)
    fill(page, serial=SERIAL)
    go_on(page)
    decide(day, day.petra, "machines", SERIAL, "accept", "desk-machine", maker="Nordhaug", model="NX 200")


def sends_readings(day: Day) -> None:
    page = day.nora
    page.goto(f"/equipment/?q={SERIAL}")
    page.locator("a.row").first.click()
    page.wait_for_url(re.compile(r"/equipment/\d+/"))
    machine = page.url
    for meter, value in (("hours", "1482.5"), ("idle", "212")):
        page.goto(f"{machine}?meter={meter}")
        page.locator(f"form[action*='/{meter}/send/'] input[name=value]").fill(value)
        page.locator(f"form[action*='/{meter}/send/'] button").last.click()
        page.wait_for_load_state("networkidle")
    page.goto(machine)


def opens_a_case(day: Day) -> None:
    page = day.nora
    page.locator("main a[href*='/service/new/']").first.click()
    page.locator("select[name=kind]").select_option("fault")
    fill(page, subject=FAULT)
    page.fill(
        "textarea[name=body]", "About a spoonful an hour since this morning. It still swings as it should."
    )
    page.locator("input[type=file]").set_input_files(PICTURES / "oil.jpg")
    go_on(page)
    number = page.url.rstrip("/").rpartition("/")[2]
    desk = day.petra
    desk.goto(f"/desk/cases/{number}/")
    desk.locator("form[data-take] button").click()
    desk.wait_for_load_state("networkidle")
    desk.goto(f"/desk/cases/{number}/")
    words = "Is the hose above the motor wet too, or only the housing? Jon Are can come tomorrow at eight."
    desk.fill("form.reply textarea[name=body]", words)
    day.take(desk, "desk-case", 800)
    desk.locator("form.reply button[value=wait]").click()
    desk.wait_for_load_state("networkidle")
    page.goto(f"/service/{number}/")
    day.take(page, "case", 920)


def invites_a_colleague(day: Day) -> None:
    page = day.nora
    page.goto("/company/users/invite/")
    fill(page, first_name="Lars", last_name="Berg", email="lars@fieldworks-nordic.example")
    page.locator("input[name=roles][value=service]").check()
    day.take(page, "invite", 1060)
    go_on(page)


def sets_up(day: Day) -> None:
    page = day.olav
    page.goto("/admin/partners/productarea/")
    page.locator("#result_list a", has_text="construction").first.click()
    page.wait_for_load_state("networkidle")
    day.take(page, "product-area", 1020)


def fill(page: Page, **fields: str) -> None:
    for name, value in fields.items():
        page.fill(f"input[name={name}]", value)


def go_on(page: Page) -> None:
    """Press the one button that says what comes next."""
    with page.expect_navigation():
        page.locator("main form button.primary").first.click()


def decide(
    day: Day, page: Page, queue: str, words: str, decision: str, picture: str = "", **known: str
) -> None:
    """Take what waits in a queue of the desk, and decide about it."""
    page.goto(f"/desk/{queue}/?q={words}")
    address = page.locator("li.q a[data-open]").first.get_attribute("href") or ""
    page.goto(address)
    page.locator("form[data-take] button").click()
    page.wait_for_selector(".hands-who")
    page.goto(address)
    page.locator(f"form.decision input[name=decision][value={decision}]").check()
    for name, value in known.items():
        page.fill(f"form.decision input[name={name}]", value)
    if picture:
        day.take(page, picture, 940)
    page.locator("form.decision .decision-deeds button:visible").first.click()
    page.wait_for_load_state("networkidle")
