"""Our own side: the desk, its customers, its people; each case bears the requirement it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Locator, Page, expect

from tests.browser import portal as portals
from tests.browser.portal import Portal, words_of
from tests.browser.test_second_factor import keep_codes, set_up_app

OLAV: Final = "olav@hansa-industri.example"
PETRA: Final = "petra@hansa-nord.example"
STEFAN: Final = "stefan@hansa-sued.example"
VERONIKA: Final = "veronika.huber@hansa-sued.example"
METTE: Final = "mette.rygg@fjordbygg.example"
LIV: Final = "liv.aas@hansa-nord.example"
CLAUDIA: Final = "claudia@rheintal-metallbau.example"

type SignIn = Callable[..., Page]


def go_to(page: Page, part: str) -> None:
    """From wherever one is, by the side bar."""
    page.locator(f"nav.side a[href='/desk/{part}/']").click()
    page.wait_for_url(f"**/desk/{part}/")


def find_customers(page: Page, search: str) -> Locator:
    """The customers that a search finds; by clicking from anywhere at the desk."""
    go_to(page, "customers")
    page.locator("main input[name=q]").fill(search)
    page.locator("main form[role=search] button").click()
    page.wait_for_url("**?q=*")
    return page.locator("main tbody a.row")


def open_customer(page: Page, search: str) -> None:
    """The first of them."""
    find_customers(page, search).first.click()


def open_person(page: Page, company: str, name: str) -> None:
    """One of a customer's people."""
    open_customer(page, company)
    page.locator("main a.row[href*='/members/']", has_text=name).click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_registration_says_by_when_it_is_due(sign_in: SignIn) -> None:
    """ST-1: the queue of registrations shows by when an answer was promised, what is due first on top."""
    page = sign_in(OLAV, language="nb")
    go_to(page, "registrations")
    first = page.locator("main li.q .q-end .state").first
    expect(first).to_have_text(re.compile("Frist|Over fristen"))


def test_a_partner_sees_its_own_customers_the_operator_all(sign_in: SignIn) -> None:
    """ST-2: customers are found by number, name or person; another partner's do not exist."""
    page = sign_in(PETRA, language="nb")
    open_customer(page, "anna@fjordbygg")
    expect(page.locator("h1")).to_have_text("Fjordbygg AS")
    fjordbygg = page.url
    expect(find_customers(page, "208117")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Ingen kunde passer")
    page = sign_in(OLAV, language="nb")
    expect(find_customers(page, "208117")).to_contain_text("Rheintal Metallbau GmbH")
    page = sign_in(STEFAN, language="de")
    expect(find_customers(page, "Fjordbygg")).to_have_count(0)
    answer = page.goto(fjordbygg)
    assert answer is not None
    assert answer.status == 404


def test_one_looks_as_a_member_and_changes_nothing(sign_in: SignIn) -> None:
    """ST-3: begun with a reason, under a banner, read only, ended by a button; the member can read of it."""
    page = sign_in(OLAV, language="nb")
    open_person(page, "208117", "Claudia Weber")
    page.locator("main a[href$='/look/']").click()
    page.fill("input[name=reason]", "Findet eine Rechnung nicht.")
    page.locator("main form button.primary").click()
    banner = page.locator(".looking")
    expect(banner).to_contain_text("Claudia Weber")
    page.locator("nav.side a[href='/company/']").last.click()
    page.locator("nav.side a[href='/company/users/']").click()
    expect(page.locator("main tbody")).to_contain_text("Claudia Weber")
    expect(banner).to_be_visible()
    answer = page.goto("/accounts/")
    assert answer is not None
    assert answer.status == 403
    expect(banner).to_be_visible()
    page.goto("/company/change/")
    page.locator("main form button.primary").click()
    expect(page.locator("h1")).to_have_text("Du bare ser på")
    banner.locator("button").click()
    expect(page.locator("h1")).to_have_text("Claudia Weber")
    expect(banner).to_have_count(0)
    page = sign_in(CLAUDIA, language="de")
    page.goto("/accounts/my-data/")
    expect(page.locator("section[aria-labelledby=h-looks]")).to_contain_text("Findet eine Rechnung nicht.")


def test_an_administrator_runs_teams_absences_and_people(
    sign_in: SignIn, open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ST-4: somebody new gets a link and begins with it, is put into a team, is away, goes."""
    page = sign_in(PETRA, language="nb")
    go_to(page, "staff")
    page.fill("main input[name=name]", "Nattvakt")
    page.locator("main form[action$='/teams/add/'] button").click()
    expect(page.locator("section[aria-labelledby=h-teams]")).to_contain_text("Nattvakt")
    page.locator("main a[href='/desk/staff/add/']").click()
    for name, value in (("first_name", "Liv"), ("last_name", "Aas"), ("email", LIV)):
        page.fill(f"input[name={name}]", value)
    page.locator("main form button.primary").click()
    expect(page.locator(".toast")).to_contain_text(LIV)
    [mail] = portal.mails_to(LIV, containing="/accounts/password/reset/key/")
    assert mail["Subject"] == "Tilgangen din til kundeportalen til Hansa Industri"
    words = words_of(mail)
    assert "Petra Lund" in words
    assert "Hansa Nord" in words
    link = re.search(r"http\S+/accounts/password/reset/key/\S+", words)
    assert link is not None
    hers = open_browser("nb")
    hers.goto(link[0])
    for field in ("password1", "password2"):
        hers.fill(f"input[name={field}]", "natt og dag på Heimdal 7")
    hers.locator("main form button").first.click()
    hers.locator("main a[href='/accounts/login/']").click()
    hers.fill("input[name=login]", LIV)
    hers.fill("input[name=password]", "natt og dag på Heimdal 7")
    hers.locator("main form button").first.click()
    expect(hers.locator("nav.side a[href='/desk/cases/']")).to_be_visible()
    expect(hers.locator("nav.side a[href='/desk/staff/']")).to_have_count(0)

    page.locator("main tbody a.row", has_text="Liv Aas").click()
    page.select_option("select[name=team]", label="Nattvakt")
    page.locator("form[action$='/change/'] button.primary").click()
    expect(page.locator("main aside")).to_contain_text("Nattvakt")
    page.fill("input[name=first]", "2030-01-01")
    page.fill("input[name=last]", "2030-01-09")
    page.locator("form[action$='/absences/add/'] button.btn").last.click()
    expect(page.locator("section[aria-labelledby=h-absences]")).to_contain_text("1.–9. januar 2030")
    page.locator("main a[href$='/deactivate/']").click()
    page.locator("main form button.danger").click()
    expect(page.locator("h1")).to_have_text("Medarbeidere")
    expect(page.locator("main tbody")).not_to_contain_text("Liv Aas")
    hers.locator("nav.side a[href='/desk/cases/']").click()
    expect(hers.locator("nav.side")).to_have_count(0)


def test_a_colleague_who_lost_the_second_factor_gets_in_again(
    sign_in: SignIn, open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ST-4: an administrator of the same side resets it with a reason, which the colleague reads in a mail."""
    hers = open_browser("de")
    portals.sign_in(hers, VERONIKA)
    hers.goto("/accounts/second-factor/app/")
    set_up_app(hers)
    keep_codes(hers)
    page = sign_in(STEFAN, language="de")
    go_to(page, "staff")
    page.locator("main tbody a.row", has_text="Veronika Huber").click()
    page.locator("main a[href$='/second-factor/']").click()
    page.locator("main form button.primary").click()
    expect(page.locator("main .err").first).to_be_visible()
    page.fill("input[name=reason]", "Telefon liegt im Rhein.")
    page.locator("main form button.primary").click()
    expect(page.locator("h1")).to_have_text("Veronika Huber")
    expect(page.locator("main a[href$='/second-factor/']")).to_have_count(0)
    [mail] = portal.mails_to(VERONIKA, containing="Telefon liegt im Rhein.")
    assert mail["Subject"] == "Ihr zweiter Faktor wurde zurückgesetzt"
    again = open_browser("de")
    portals.sign_in(again, VERONIKA)
    expect(again.locator("nav.side a[href='/desk/cases/']")).to_be_visible()


def test_staff_helps_somebody_who_cannot_sign_in(
    sign_in: SignIn, open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ON-15: a temporary password is shown once and has to be replaced at the next sign-in; the member is told why."""
    page = sign_in(PETRA, language="nb")
    open_person(page, "104233", "Mette Rygg")
    page.locator("main a[href$='/temporary-password/']").click()
    page.fill("input[name=reason]", "Ringte fra kontoret, e-posten er nede.")
    page.locator("main form button.primary").click()
    shown_once = page.locator(".once-password")
    expect(shown_once).to_have_text(re.compile(r"^\w{5}(-\w{5}){3}$"))
    password = shown_once.inner_text()
    page.locator("main a.primary").click()
    expect(page.locator("main")).not_to_contain_text(password)
    expect(page.locator("main")).to_contain_text("e-posten er nede")
    other = open_browser("nb")
    other.goto("/accounts/login/")
    other.fill("input[name=login]", METTE)
    other.fill("input[name=password]", password)
    other.locator("main form button").first.click()
    other.wait_for_url(re.compile("/accounts/password/replace/"))
    [mail] = portal.mails_to(METTE, containing="Ringte fra kontoret, e-posten er nede.")
    assert password not in words_of(mail)


def test_staff_confirms_and_changes_an_address(sign_in: SignIn, portal: Portal) -> None:
    """ON-15: after proof another address holds; the one before and the new one are told why, and the history keeps it."""
    page = sign_in(PETRA, language="nb")
    open_person(page, "104233", "Mette Rygg")
    page.locator("main a[href$='/change-email/']").click()
    page.fill("input[name=email]", PETRA)
    page.fill("input[name=reason]", "Ny adresse, vist på kontoret.")
    page.locator("main form button.primary").click()
    expect(page.locator("main .err").first).to_be_visible()
    expect(page.locator("input[name=reason]")).to_have_value("Ny adresse, vist på kontoret.")
    page.fill("input[name=email]", "mette@rygg.example")
    page.locator("main form button.primary").click()
    expect(page.locator("main aside")).to_contain_text("mette@rygg.example")
    expect(page.locator("section[aria-labelledby=h-story]")).to_contain_text("Ny adresse, vist på kontoret.")
    for address in (METTE, "mette@rygg.example"):
        [mail] = portal.mails_to(address, containing="Ny adresse, vist på kontoret.")
        assert "mette@rygg.example" in words_of(mail)


def test_a_registration_stands_beside_its_likely_duplicates(sign_in: SignIn) -> None:
    """ST-1: field by field, who is in them and what they bring; each way to decide says what happens."""
    page = sign_in(PETRA, language="nb")
    go_to(page, "registrations")
    page.fill("main input[name=q]", "Betongsaging")
    page.locator("main form[role=search] button").click()
    page.wait_for_url("**?q=*")
    page.locator("main li.q a[data-open]").first.click()
    table = page.locator("table.cmp")
    expect(table).to_contain_text("Trøndelag Betongsag A/S")
    expect(table).to_contain_text("administreres av Roar Aune")
    expect(table).to_contain_text("1 maskin")
    choice = page.locator("form.decision label.choice", has_text="La 101877 avgjøre")
    expect(choice).to_contain_text("Roar Aune")
    choice.locator("input").check()
    expect(page.locator(".decision-deeds button:visible")).to_have_text("Spør Trøndelag Betongsag A/S")


def test_what_companies_change_waits_to_be_seen(sign_in: SignIn) -> None:
    """ST-1, CO-7: a change holds at once, waits with its day, is taken, seen, and leaves the queue."""
    page = sign_in(CLAUDIA, language="de")
    page.goto("/company/change/")
    page.fill("input[name=phone]", "06131 000099")
    page.locator("main form button.primary").click()
    page = sign_in(STEFAN, language="nb")
    go_to(page, "changes")
    row = page.locator("main li.q", has_text="Rheintal Metallbau GmbH")
    expect(row.locator(".q-end .state")).to_have_text(re.compile("Fällig|Frist|fällig|Über"))
    row.locator("a[data-open]").click()
    expect(page.locator("table.cmp").first).to_contain_text("06131 000099")
    page.locator("form.decision button:visible").first.click()
    expect(row).to_have_count(0)


def test_two_customers_become_one(sign_in: SignIn, portal: Portal) -> None:
    """ST-1: found from the customer, looked at side by side, merged with a reason; both sides' administrators are told."""
    page = sign_in(OLAV, language="nb")
    open_customer(page, "101877")
    page.locator("main a[href$='/merge/']").click()
    page.locator("main a[href$='/merge/103350/']").click()
    expect(page.locator("table.cmp")).to_contain_text("følger med")
    expect(page.locator("main aside")).to_contain_text("1 maskin")
    page.locator("main form button.primary").click()
    expect(page.locator("main .err").first).to_be_visible()
    page.fill("textarea[name=reason]", "Samme firma, registrert to ganger.")
    page.locator("main form button.primary").click()
    expect(page.locator("h1")).to_have_text("Trøndelag Betongsaging Utleie AS")
    expect(page.locator("main tbody")).to_contain_text("Roar Aune")
    [mail] = portal.mails_to("roar.aune@tbsaging.example", containing="Samme firma, registrert to ganger.")
    assert "Trøndelag Betongsag A/S" in mail["Subject"]
    page = sign_in("roar.aune@tbsaging.example", language="nb")
    page.goto("/equipment/")
    expect(page.locator("main")).to_contain_text("Veggsag 2")


def test_work_is_found_taken_and_handed_over(sign_in: SignIn) -> None:
    """ST-1: narrowed by a word and an area, taken, then mine, handed to a colleague, whose it is from then on."""
    page = sign_in(STEFAN, language="nb")
    go_to(page, "relationships")
    rows = page.locator("main li.q")
    expect(rows.first).to_be_visible()
    name = rows.first.locator("a[data-open]").inner_text()
    page.fill("main input[name=q]", "finnes ikke")
    page.locator("main form[role=search] button").click()
    expect(page.locator("main")).to_contain_text("Ingenting her passer")
    expect(rows).to_have_count(0)
    page.fill("main input[name=q]", name)
    page.locator("main form[role=search] button").click()
    expect(rows).to_have_count(1)
    rows.first.locator("a[data-open]").click()
    page.locator("#thing form[action$='/take/'] button").click()
    page.locator("main nav.tabs a[href*='tab=mine']").click()
    expect(page.locator("main nav.tabs [aria-current]")).to_have_attribute("href", re.compile("tab=mine"))
    expect(rows).to_contain_text([name])
    rows.first.locator("a[data-open]").click()
    page.locator("#thing .hands a[href$='/hand-over/']").click()
    receivers = page.locator("#pop:popover-open select")
    expect(receivers).to_contain_text("Dragan Petrović")
    dragan = receivers.locator("option", has_text="Dragan").get_attribute("value")
    receivers.select_option(dragan)
    page.locator("#pop:popover-open button.primary").click()
    expect(page.locator(".toast", has_text="Dragan Petrović har den nå.")).to_be_visible()
    expect(rows).to_have_count(0)  # back in the list of mine
