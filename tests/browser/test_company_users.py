"""A company runs its own people: users, roles, what each sees; each case bears the requirement it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.portal import Portal, click_through, words_of

CLAUDIA: Final = "claudia@rheintal-metallbau.example"
EMRE: Final = "e.demir@rheintal-metallbau.example"
PIOTR: Final = "p.kowalski@rheintal-metallbau.example"
DOMAIN: Final = "rheintal-metallbau.example"

MANY: Final = """
from kontor.accounts.actions import create_account
from kontor.companies.actions import add_member
from kontor.companies.models import Company
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in

with acting_in(by := SystemActor("test")):
    company = Company.objects.get(number="206104")
    for number in range(0 if company.members.count() > 50 else 50):
        name = ("Maria", "Vogt") if number < 2 else (f"Person {number}", "Leine")
        email = f"person{number}@leine-anlagen.example"
        user = create_account(email=email, language="de", password_hash="!", by=by)
        add_member(company, user=user, first_name=name[0], last_name=name[1], roles=["service"], by=by)
"""
"""Fifty colleagues more, two of one name, for a company that no other test looks at."""

type SignIn = Callable[..., Page]


@pytest.fixture(scope="module")
def many_colleagues(portal: Portal) -> None:
    portal.manage("shell", "--command", MANY)


def status_behind(page: Page, address: str) -> int:
    """Of what answers to the next click on a link of the page that is open."""
    with page.expect_response(lambda one: one.request.is_navigation_request()) as waiting:
        page.locator(f"a[href='{address}']:visible").first.click()
    return waiting.value.status


def open_user(page: Page, name: str) -> None:
    """From anywhere by clicking: my company, users, search, the person."""
    click_through(page, "/company/", "/company/users/")
    page.get_by_role("searchbox", name=re.compile("Benutzer")).fill(name)
    page.locator("main form[role=search] button").first.click()
    page.locator("main tbody a.row", has_text=name).click()
    expect(page.locator("h1")).to_have_text(name)


def test_an_administrator_manages_users_a_member_does_not(sign_in: SignIn) -> None:
    """CO-1: administrators do all that members do, and manage users besides."""
    page = sign_in(CLAUDIA, language="de")
    click_through(page, "/company/", "/company/users/")
    expect(page.locator("main a[href='/company/users/invite/']")).to_be_visible()
    click_through(page, "/shop/")
    expect(page.locator("h1")).to_be_visible()
    page = sign_in("t.brandt@rheintal-metallbau.example", language="de")
    click_through(page, "/company/", "/company/users/")
    expect(page.locator("main a[href='/company/users/invite/']")).to_have_count(0)
    expect(page.locator("main tbody a.row")).to_have_count(0)


def test_colleagues_come_from_a_table_and_only_of_the_own_domain(sign_in: SignIn, portal: Portal) -> None:
    """CO-2: many at once; each line has its verdict, what is wrong stays to be mended; the link comes by mail."""
    page = sign_in(CLAUDIA, language="de")
    click_through(page, "/company/", "/company/users/", "/company/users/invite/many/")
    lines = f"Ida;Lang;ida.lang@{DOMAIN};;Einkauf;de\nUwe;Kurz;uwe@elsewhere.example;;Einkauf;de\n"
    page.fill("textarea[name=text]", lines)
    page.locator("button[value=check]").click()
    expect(page.locator("tr.bad")).to_have_count(1)
    page.locator("button[value=invite]").click()
    expect(page.locator("textarea[name=text]")).to_have_value(re.compile(r"^Uwe;Kurz;"))
    [mail] = portal.mails_to(f"ida.lang@{DOMAIN}", containing="/company/invitation/")
    assert "Claudia Weber" in words_of(mail)
    click_through(page, "/company/", "/company/users/")
    page.select_option("select[name=state]", "invited")
    page.wait_for_url("**state=invited**")
    expect(page.locator("main tbody")).to_contain_text("Ida Lang")


def test_somebody_leaves_at_once_hands_over_and_comes_back(sign_in: SignIn, portal: Portal) -> None:
    """CO-3: deactivate with a successor, refused at the next click, told by mail; reactivate; start a reset."""
    his = sign_in(EMRE, language="de")
    click_through(his, "/service/", "/service/new/")
    his.locator("select[name=kind]").select_option("fault")
    his.fill("input[name=subject]", "Der Drucker streift")
    his.fill("textarea[name=body]", "Auf jeder Seite ein dunkler Streifen.")
    his.locator("main form button.primary").first.click()
    expect(his.get_by_role("heading", level=1)).to_have_text("Der Drucker streift")
    page = sign_in(CLAUDIA, language="de")
    open_user(page, "Emre Demir")
    page.locator("main a[href$='/reset/']").click()
    page.locator("main form button.primary").click()
    portal.mails_to(EMRE, containing="/accounts/password/reset/key/")
    page.locator("main a[href$='/deactivate/']").click()
    page.locator("select[name=successor]").select_option(label="Piotr Kowalski")
    page.locator("main form button.danger").click()
    expect(page.locator(".state").first).to_contain_text("Deaktiviert")
    assert status_behind(his, "/service/") == 403
    page.locator("main a[href$='/reactivate/']").click()
    page.locator("main form button.primary").click()
    expect(page.locator(".state").first).to_contain_text("Aktiv")
    his.reload()
    expect(his.locator("main tbody a.row").first).to_be_visible()
    open_user(page, "Piotr Kowalski")
    expect(page.locator("section[aria-labelledby=h-has]")).to_contain_text("Vorgang")


def test_the_last_administrator_stays_and_is_told_who_can_help(sign_in: SignIn) -> None:
    """CO-3: where there is only one, neither deactivating nor another role goes through."""
    page = sign_in("kari.skaar@polar-offshore.example", language="en")
    click_through(page, "/company/", "/company/users/")
    page.select_option("select[name=role]", "administrator")
    page.wait_for_url("**role=administrator**")
    expect(page.locator("main tbody a.row")).to_have_count(1)
    page.locator("main tbody a.row").click()
    page.locator("main a[href$='/deactivate/']").click()
    page.locator("main form button.danger").click()
    expect(page.locator("[role=alert]")).to_contain_text("service partner")


def test_a_role_of_ones_own_and_a_right_taken_away(sign_in: SignIn) -> None:
    """CO-5: the table of all roles; a company makes one, gives it, takes a right away: gone at the next click."""
    page = sign_in(CLAUDIA, language="de")
    click_through(page, "/company/", "/company/users/", "/company/roles/")
    expect(page.locator("table.perm")).to_contain_text("Werkstattleitung")
    page.locator("main a[href='/company/roles/add/']").click()
    page.fill("input[name=name]", "Nachtschicht")
    for right in ("see_cases", "see_orders"):
        page.locator(f"input[name=permissions][value={right}]").check()
    page.locator("main form button.primary").click()
    expect(page.locator("table.perm")).to_contain_text("Nachtschicht")
    open_user(page, "Miriam Keller")
    page.locator("main a[href$='/rights/']").click()
    page.locator("input[name=roles][value=approver]").uncheck()
    page.locator("label.choice", has_text="Nachtschicht").click()
    page.locator("main form button.primary").click()
    expect(page.locator("main")).to_contain_text("Nachtschicht")
    hers = sign_in(f"m.keller@{DOMAIN}", language="de")
    assert status_behind(hers, "/service/") == 200
    click_through(page, "/company/", "/company/roles/")
    page.locator("table.perm a", has_text="Nachtschicht").click()
    page.locator("input[name=permissions][value=see_cases]").uncheck()
    page.locator("main form button.primary").click()
    expect(page.locator("table.perm")).to_be_visible()
    assert status_behind(hers, "/service/") == 403
    click_through(hers, "/orders/")
    expect(hers.locator("main h1")).to_have_text("Bestellungen")


def test_on_a_telephone_one_role_is_looked_at(sign_in: SignIn) -> None:
    """CO-5: the table on a telephone shows the role one chooses, without JavaScript too."""
    page = sign_in(CLAUDIA, language="de", size="phone")
    page.locator("header.top [data-drawer]").click()
    for address in ("/company/", "/company/users/", "/company/roles/"):
        page.locator(f"a[href='{address}']:visible").first.click()
        page.wait_for_url(f"**{address}")
    expect(page.locator("table.perm thead th:visible")).to_have_count(2)
    page.select_option("select[name=role]", "buyer")
    page.wait_for_url("**/?role=buyer")
    expect(page.locator("table.perm thead th:visible").nth(1)).to_contain_text("Einkauf")


def test_who_sees_one_place_sees_its_orders_and_machines_only(sign_in: SignIn) -> None:
    """CO-12: Piotr sees Montage Halle 3; Claudia sees everything, and can change that."""
    everything, part = sign_in(CLAUDIA, language="de"), sign_in(PIOTR, language="de")
    for path in ("/orders/", "/service/", "/equipment/"):
        click_through(everything, path)
        click_through(part, path)
        expect(part.locator("main")).to_contain_text("Montage Halle 3")
    expect(everything.locator("main tbody a.row").first).to_be_visible()
    assert part.locator("main tbody a.row").count() < everything.locator("main tbody a.row").count()
    everything.locator("main input[name=q]").fill("MC30")
    everything.locator("main input[name=q]").press("Enter")
    everything.wait_for_url("**q=MC30**")
    href = everything.locator("main tbody a.row").first.get_attribute("href")
    assert href
    assert everything.goto(href).status == 200  # type: ignore[union-attr]
    assert part.goto(href).status == 404  # type: ignore[union-attr]


def test_members_see_the_machines_that_are_assigned_to_them(sign_in: SignIn) -> None:
    """CO-4: switched on by the company; an administrator sees all and assigns in bulk, and takes back."""
    page, his = sign_in(CLAUDIA, language="de"), sign_in(EMRE, language="de")
    click_through(his, "/equipment/")
    expect(his.locator("main tbody a.row").nth(2)).to_be_visible()
    every = his.locator("main tbody a.row").count()
    click_through(page, "/company/", "/company/users/")
    page.locator("form[action='/company/users/assign-by-equipment/'] button").click()
    try:
        switched = page.locator("form[action='/company/users/assign-by-equipment/'] input[name=on]")
        expect(switched).to_have_value("0")
        click_through(page, "/equipment/")
        expect(page.locator("main tbody a.row")).to_have_count(every)
        click_through(his, "/equipment/")
        expect(his.locator("main h1")).to_be_visible()
        before = his.locator("main tbody a.row").all_inner_texts()
        free = page.locator("main tbody tr", has_not_text="Emre Demir")
        chosen = [free.nth(number).locator("a.row").inner_text() for number in (0, 1)]
        for number in (0, 1):
            free.nth(number).locator("[data-pick]").check()
        page.locator("select[name=member]").last.select_option(label="Emre Demir")
        page.locator("button[name=deed][value=assign]").click()
        for one in chosen:
            expect(page.locator("main tbody tr", has_text=one)).to_contain_text("Emre Demir")
        his.reload()
        expect(his.locator("main tbody a.row")).to_have_count(len(before) + 2)
        assert sorted(his.locator("main tbody a.row").all_inner_texts()) == sorted(before + chosen)
    finally:
        click_through(page, "/company/", "/company/users/")
        page.locator("form[action='/company/users/assign-by-equipment/'] button").click()
        expect(switched).to_have_value("1")
    his.reload()
    expect(his.locator("main tbody a.row")).to_have_count(every)


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_of_more_than_fifty_colleagues_one_is_typed(
    sign_in: SignIn, many_colleagues: None, javascript: bool
) -> None:
    """CO-4: what matches is offered while one types; nobody, or several, is said, and the machines stay chosen."""
    page = sign_in("u.nagel@leine-anlagen.example", language="de", javascript=javascript)
    click_through(page, "/equipment/")
    first = page.locator("main tbody tr").first
    first.locator("[data-pick]").check()
    typed = page.locator("input[name=member_typed]").last
    assign = page.locator("button[name=deed][value=assign]")
    typed.fill("Niemand")
    assign.click()
    expect(page.locator(".errors")).to_contain_text("Niemand")
    expect(first.locator("[data-pick]")).to_be_checked()
    typed.fill("Vogt")
    if not javascript:
        assign.click()
        expect(page.locator(".errors")).to_contain_text("Vogt")
    offered = page.locator(".offers label", has_text="person1@leine-anlagen.example")
    expect(page.locator(".offers label")).to_have_count(2)
    offered.click()
    assign.click()
    expect(first).to_contain_text("Maria Vogt")
    first.locator("[data-pick]").check()
    typed.fill("person1@leine-anlagen.example")
    page.locator("button[name=deed][value=unassign]").click()
    expect(first).not_to_contain_text("Maria Vogt")
