"""Every way in, as a stranger meets it (ON-1 to ON-14): open, at once, by invitation, from a former portal; and stuck."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.portal import Portal, click_through, sign_in, words_of
from tests.browser.test_first_day import (
    OLAV,
    PASSWORD,
    PETRA,
    code_for,
    go_on,
    photograph,
    waits_at_the_desk,
)
from tests.browser.words import WORDS

OPERATOR: Final = ("/admin/", "/admin/partners/operator/", "/admin/partners/operator/1/change/")
"""From the desk to what the operator sets."""


@contextmanager
def ways(olav: Page, **wanted: bool) -> Iterator[None]:
    """The operator's administrator sets the ways in under `/admin/`, and back again."""
    _set(olav, wanted)
    try:
        yield
    finally:
        _set(olav, {name: not on for name, on in wanted.items()})


def _set(olav: Page, wanted: dict[str, bool]) -> None:
    click_through(olav, *OPERATOR)
    for name, on in wanted.items():
        olav.locator(f"input[name={name}]").set_checked(on)
    with olav.expect_navigation():
        olav.locator("button[name=_save], input[name=_save]").first.click()


def begin(page: Page, email: str, *, colleague: str = "") -> None:
    """The first two steps, from the front door."""
    click_through(page, "/register/")
    page.locator("input[name=kind][value=customer]").check()
    page.fill("input[name=email]", email)
    page.fill("input[name=first_name]", "Kari")
    page.fill("input[name=last_name]", "Nilsen")
    go_on(page)
    page.locator(f"input[name=knows_colleague][value={'yes' if colleague else 'no'}]").check()
    if colleague:
        page.fill("input[name=colleague_email]", colleague)
    go_on(page)


def describe(page: Page, company: str, number: str) -> None:
    """The company, in Norway."""
    expect(page).to_have_url(re.compile("/register/company/"))
    expect(page.locator("select[name=country]")).to_have_value("NO")
    values = {
        "company_name": company,
        "organisation_number": number,
        "street": "Moveien 9",
        "postcode": "7080",
        "city": "Heimdal",
    }
    for name, value in values.items():
        page.fill(f"input[name={name}]", value)
    go_on(page)


def choose_access(page: Page, *, serial: str = "") -> None:
    """Areas, password, terms; with the serial number of a machine where it is asked for."""
    expect(page).to_have_url(re.compile("/register/access/"))
    if page.locator("input[name=areas][value=construction]").count():
        page.locator("input[name=areas][value=construction]").check()
    if serial:
        page.fill("input[name=serial_construction]", serial)
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.locator("input[name=accepted]").check()
    go_on(page)


def prove(page: Page, email: str, portal: Portal) -> None:
    expect(page).to_have_url(re.compile("/register/code/"))
    page.fill("input[name=code]", code_for(email, portal))
    go_on(page)


def link_in_mail(portal: Portal, email: str, path: str) -> str:
    """The newest link of a mail that leads to such a page."""
    wanted = re.compile(rf"https?://\S+?({path}\S+/)")
    *_older, mail = portal.mails_to(email, containing=wanted)
    found = wanted.search(words_of(mail))
    assert found
    return found[1]


def test_each_way_in_is_switched_by_the_operator(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page]
) -> None:
    """ON-1: with open registration off `/register/` explains how to be invited, and the front door says so."""
    olav, page = sign_in(OLAV, language="nb"), open_browser("nb")
    page.goto("/")
    expect(page.locator("#become")).to_be_visible()
    with ways(olav, open_registration=False, takes_over_accounts=False):
        page.goto("/")
        expect(page.locator("#become")).to_have_count(0)
        page.get_by_role("link", name=WORDS["nb"]("How you get access")).first.click()
        expect(page).to_have_url(re.compile("/register/$"))
        expect(page.get_by_role("heading", level=1)).to_have_text(WORDS["nb"]("How you get access"))
        expect(page.locator("input[name=email]")).to_have_count(0)
        expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    click_through(page, "/register/")
    expect(page.locator("input[name=email]")).to_be_visible()


def test_a_known_and_an_unknown_colleague_look_alike(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-3: the administrators of the known colleague's company are told; the two applicants see the same."""
    seen = []
    for email, colleague in (
        ("k1@colleagues.example", "anna@fjordbygg.example"),
        ("k2@colleagues.example", "nobody@fjordbygg.example"),
    ):
        page = open_browser("nb")
        begin(page, email, colleague=colleague)
        choose_access(page)
        prove(page, email, portal)
        expect(page.locator("main ol.log")).to_be_visible()
        seen.append((page.locator("main .turn").inner_text(), page.locator("main ol.log").inner_text()))
    assert seen[0][0].replace("k1@", "k2@") == seen[1][0]
    assert re.sub(r"\d\d[.:]\d\d", "", seen[0][1]) == re.sub(r"\d\d[.:]\d\d", "", seen[1][1])
    portal.mails_to("anna@fjordbygg.example", containing="/company/join-requests/")
    anna = sign_in("anna@fjordbygg.example")
    click_through(anna, "/company/", "/company/users/")
    expect(anna.get_by_text("k1@colleagues.example").first).to_be_visible()
    expect(anna.get_by_text("k2@colleagues.example")).to_have_count(0)


def test_a_company_that_is_here_by_its_number_asks_its_administrators(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-4: the organisation number is Fjordbygg's, written as people write it; its administrators decide."""
    anna = sign_in("anna@fjordbygg.example")
    click_through(anna, "/company/")
    written = re.compile(r"\b\d{3}\s?\d{3}\s?\d{3}\b")
    expect(anna.locator("main")).to_contain_text(written, use_inner_text=True)
    number = written.search(anna.locator("main").inner_text())
    assert number
    page = open_browser("nb")
    begin(page, "kari@another-domain.example")
    describe(page, "Fjordbygg", f"NO {number[0]} MVA")
    choose_access(page)
    prove(page, "kari@another-domain.example", portal)
    portal.mails_to("anna@fjordbygg.example", containing="kari@another-domain.example")
    click_through(anna, "/company/", "/company/users/")
    expect(anna.get_by_text("kari@another-domain.example").first).to_be_visible()


def test_a_machine_that_we_know_and_nobody_holds_opens_the_door_at_once(
    open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ON-5, ON-7, ON-8: the serial number is asked for with its form and where it stands; the mail says that access is open.

    What was accepted is kept, and the person finds it in their account.
    """
    email, page = "kari@unheld-machine.example", open_browser("nb")
    begin(page, email)
    describe(page, "Unheld Machine AS", "399 300 037")
    expect(page.get_by_text("NH482K").first).to_be_visible()
    choose_access(page, serial="nonsense")
    expect(page.locator("#id_serial_construction_error")).to_be_visible()
    choose_access(page, serial="nh907q")
    prove(page, email, portal)
    portal.mails_to(email, containing=WORDS["nb"]("Your access is open"))
    page.reload()
    expect(page.get_by_text(WORDS["nb"]("What you told us fits what we know")).first).to_be_visible()
    sign_in(page, email, password=PASSWORD)
    click_through(page, "/equipment/")
    expect(page.get_by_text("NH907Q").first).to_be_visible()
    click_through(page, "/accounts/", "/accounts/my-data/", "/legal/consents/")
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main tbody tr")).to_contain_text(WORDS["nb"]("Registration"))


def test_staff_invite_a_company_and_its_first_administrator_comes_in(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-10: the list shows the state; the link is personal, works once and says so afterwards."""
    email, petra = "kari@invited-company.example", sign_in(PETRA, language="nb")
    click_through(petra, "/desk/invitations/", "/desk/invitations/new/")
    values = {
        "first_name": "Kari", "last_name": "Nilsen", "email": email, "company_name": "Invited Company AS",
        "organisation_number": "399 200 024", "street": "Moveien 9", "postcode": "7080", "city": "Heimdal",
    }  # fmt: skip
    for name, value in values.items():
        petra.fill(f"input[name={name}]", value)
    go_on(petra)
    expect(petra.locator("#id_areas_error")).to_be_visible()
    expect(petra.locator("#id_organisation_number_error")).to_have_count(0)
    petra.locator("input[name=areas]").first.check()
    go_on(petra)
    expect(petra.get_by_text(email).first).to_be_visible()

    link = link_in_mail(portal, email, "/register/invitation/")
    page = open_browser("nb")
    page.goto(link)
    expect(page.locator("input[name=first_name]")).to_have_value("Kari")
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.locator("input[name=accepted]").check()
    go_on(page)
    sign_in_as(page, email)
    click_through(page, "/company/", "/company/users/")
    expect(page.locator("main").get_by_text(email).first).to_be_visible()
    petra.reload()
    expect(petra.locator(".title-line .state").first).to_have_text("Godtatt")

    stranger = open_browser("nb")
    answer = stranger.goto(link)
    assert answer is not None
    assert answer.status == 410
    expect(stranger.get_by_role("heading", level=1)).to_have_text(WORDS["nb"]("This link has done its work"))


def test_an_account_of_the_former_portal_is_taken_over(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-11: the old address in the form, a mail, name and password; company and role are there, the old user name too."""
    email = "turid.haugen@fjordbygg.example"
    olav, page = sign_in(OLAV, language="nb"), open_browser("nb")
    with ways(olav, open_registration=False):
        click_through(page, "/register/")
        page.fill("input[name=email]", email)
        go_on(page)
        expect(page).to_have_url(re.compile("/register/mailed/"))
        page.goto(link_in_mail(portal, email, "/register/take-over/"))
    expect(page.locator("input[name=last_name]")).to_have_value("Haugen")
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", PASSWORD)
    page.locator("input[name=accepted]").check()
    go_on(page)
    sign_in_as(page, "turidh")
    click_through(page, "/orders/")
    expect(page.locator("a.row").first).to_be_visible()
    click_through(page, "/equipment/")
    page.locator("main input[name=q]").fill("NH911T")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("main tbody a.row")).to_have_count(1)
    expect(page.locator("main tbody")).to_contain_text("NH911T")


def sign_in_as(page: Page, login: str) -> None:
    sign_in(page, login, password=PASSWORD)
    expect(page).to_have_url(re.compile("/overview/"))


def test_who_is_stuck_writes_to_us_with_a_screenshot_and_is_answered(
    open_browser: Callable[..., Page], sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-14: from the page where one is stuck to the form; a mail with a number, an answer from the desk."""
    email, page = "kari@stuck.example", open_browser("nb")
    page.goto("/register/invitation/nothing/")
    page.locator("main a[href*='/help/dead-link/']").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("main a[href*='/help/contact/']").first.click()
    expect(page.locator("input[name=about][value=dead-link]")).to_be_checked()
    page.fill("input[name=name]", "Kari Nilsen")
    page.fill("textarea[name=body]", "Lenken virker ikke. Se bildet.")
    page.wait_for_timeout(3500)
    go_on(page)
    expect(page.locator("#id_email_error")).to_be_visible()
    expect(page.locator("textarea[name=body]")).to_have_value(re.compile("Se bildet"))
    page.fill("input[name=email]", email)
    picture: FilePayload = photograph()
    page.locator("input[type=file]").set_input_files(picture)
    page.wait_for_timeout(3500)
    go_on(page)
    expect(page).to_have_url(re.compile("/help/contact/sent/"))
    [received] = portal.mails_to(email, containing=re.compile(r"K-\d{4}-\d{6}"))
    number = re.search(r"K-\d{4}-\d{6}", words_of(received))
    assert number

    sigrid = sign_in("sigrid@hansa-industri.example")
    sigrid.goto(waits_at_the_desk(sigrid, "contacts", number[0]))
    expect(sigrid.locator(".thing-work img")).to_be_visible()
    sigrid.locator("form.decision input[value=answer]").check()
    sigrid.fill("form.decision textarea[name=message]", "Her er en ny lenke.")
    sigrid.locator("form.decision .decision-deeds button:visible").first.click()
    portal.mails_to(email, containing="Her er en ny lenke.")
