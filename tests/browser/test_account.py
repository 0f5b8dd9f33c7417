"""My account and signing in, as people meet them: each case bears the requirement it shows."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser import portal as portals
from tests.browser.portal import Portal, words_of
from tests.browser.test_keyboard import tab_to
from tests.browser.test_second_factor import AN_HOUR_LATER
from tests.browser.words import WORDS

SINDRE: Final = "sindre.gronli@nordlys-drift.example"
EIVIND: Final = "eivind.iversen@nordlys-drift.example"
BERIT: Final = "berit.solbakken@nordlys-drift.example"
HEDDA: Final = "hedda.kleven@nordlys-drift.example"
FRIDA: Final = "frida.veum@tronder-maskin.example"
PIOTR: Final = "piotr.sandvik@tronder-maskin.example"
ANE: Final = "ane.bakken@tronder-maskin.example"
HOURS: Final = 3600
# The clock of every session of somebody goes on by some hours.
LATER: Final = """
from importlib import import_module
from django.conf import settings
from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import DeviceSession
from kontor.kit.scope import acting_in
store = import_module(settings.SESSION_ENGINE).SessionStore
with acting_in(CREDENTIALS):
    keys = list(DeviceSession.objects.filter(user__email="{email}").values_list("session_key", flat=True))
    for key in keys:
        session = store(key)
        for time in ("signed_in_at", "seen_at"):
            if time in session:
                session[time] -= {seconds}
        session.save()
"""

type Open = Callable[..., Page]
type Barriers = Callable[[Page], list[str]]


def sign_in_by_form(page: Page, login: str, *, password: str = PASSWORD, remember: bool = False) -> None:
    page.goto("/accounts/login/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", password)
    if remember:
        page.check("input[name=remember]")
    page.locator("main form button.primary").first.click()


def lasts(context: BrowserContext) -> float:
    """Seconds that the browser keeps the session; below 0: until it closes."""
    [cookie] = [one for one in context.cookies() if "session" in one.get("name", "")]
    expires = cookie.get("expires", -1)
    return expires - time.time() if expires > 0 else -1


def one_mail(portal: Portal, recipient: str, containing: str) -> str:
    """The newest mail to an address in which these words stand, which no older mail to it may have."""
    return words_of(portal.mails_to(recipient, containing=containing)[-1])


def link_in(mail: str, path: str) -> str:
    found = re.search(rf"https?://[^/\s]+({re.escape(path)}\S+)", mail)
    assert found, mail
    return found[1]


def test_one_signs_in_with_address_or_user_name(open_browser: Open, sign_in: Open) -> None:
    """ON-12: the address is the user name unless one has another; either signs in; the profile shows both."""
    page = sign_in(SINDRE, language="en")
    page.goto("/accounts/")
    expect(page.locator("#email")).to_contain_text(SINDRE)
    page.locator("#user-name a.btn").click()
    page.fill("input[name=username]", "sindre.g")
    page.locator("main form button.primary").click()
    expect(page.locator("#user-name")).to_contain_text("sindre.g")
    expect(page.locator("#email")).to_contain_text(SINDRE)
    for login in ("SINDRE.G", SINDRE):
        other = open_browser("nb")
        sign_in_by_form(other, login)
        other.wait_for_url("**/overview/")


def test_remembered_for_twelve_hours_otherwise_until_the_browser_closes(
    open_browser: Open, portal: Portal
) -> None:
    """ON-12: with a warning about shared computers; after twelve hours, or three idle ones, it asks again."""
    remembered, fleeting = open_browser("en"), open_browser("en")
    remembered.goto("/accounts/login/")
    expect(remembered.locator("main form").first).to_contain_text("Not on a computer that others use too.")
    sign_in_by_form(remembered, EIVIND, remember=True)
    remembered.wait_for_url("**/overview/")
    assert 11.9 * HOURS < lasts(remembered.context) <= 12 * HOURS
    sign_in_by_form(fleeting, EIVIND)
    fleeting.wait_for_url("**/overview/")
    assert lasts(fleeting.context) < 0
    portal.manage("shell", "--no-imports", "-c", LATER.format(email=EIVIND, seconds=int(3.1 * HOURS)))
    fleeting.goto("/overview/")
    assert "/accounts/login/" in fleeting.url
    remembered.goto("/overview/")
    assert remembered.url.endswith("/overview/")
    portal.manage("shell", "--no-imports", "-c", LATER.format(email=EIVIND, seconds=9 * HOURS))
    remembered.goto("/overview/")
    assert "/accounts/login/" in remembered.url


@pytest.mark.parametrize("javascript", [True, False])
def test_a_forgotten_password_is_set_anew_by_mail(
    open_browser: Open, portal: Portal, barriers: Barriers, javascript: bool
) -> None:
    """ON-13: the same answer for every address; the mail says how long the link works; it works once."""
    email = BERIT if javascript else PIOTR
    page, answers = open_browser("nb", javascript=javascript), []
    for typed in ("nobody@nordlys-drift.example", email):
        page.goto("/accounts/login/")
        page.locator("main a[href='/accounts/password/reset/']").click()
        page.fill("input[name=email]", typed)
        page.locator("main form button.primary").click()
        page.wait_for_url("**/accounts/password/reset/done/")
        answers.append(page.locator("main").inner_text())
    assert answers[0] == answers[1]
    mail = one_mail(portal, email, "/accounts/password/reset/key/")
    assert "24 timer" in mail
    assert not portal.mails_there("nobody@nordlys-drift.example")
    link = link_in(mail, "/accounts/password/reset/key/")
    page.goto(link)
    if javascript:
        assert barriers(page) == []
    page.fill("input[name=password1]", "short")
    page.fill("input[name=password2]", "short")
    page.locator("main form button.primary").click()
    expect(page.locator("#id_password1_error")).to_be_visible()
    new = "fire glade sauer i fjellet"
    page.fill("input[name=password1]", new)
    page.fill("input[name=password2]", new)
    page.locator("main form button.primary").click()
    page.wait_for_url("**/accounts/password/reset/key/done/")
    page.goto(link)
    expect(page.locator("h1")).to_have_text(WORDS["nb"]("The link no longer works"))
    sign_in_by_form(page, email)
    expect(page.locator("[role=alert]").first).to_be_visible()
    sign_in_by_form(page, email, password=new)
    page.wait_for_url("**/overview/")


def test_sessions_and_devices_are_listed_and_each_is_revoked(sign_in: Open, barriers: Barriers) -> None:
    """ON-17: the other browser is signed out at its next click; with one button all the others."""
    page, other, third = (sign_in(FRIDA, language="en") for _each in range(3))
    page.goto("/accounts/security/")
    sessions = page.locator("section[aria-labelledby=sessions]")
    expect(sessions.locator(".item")).to_have_count(3)
    expect(sessions.locator(".item").first).to_contain_text("This device")
    assert barriers(page) == []
    sessions.locator(".item form button").first.click()
    expect(sessions.locator(".item")).to_have_count(2)
    out = []
    for elsewhere in (other, third):
        elsewhere.goto("/orders/")
        out.append("/accounts/login/" in elsewhere.url)
    assert sorted(out) == [False, True]
    sessions.locator("header form button").click()
    expect(sessions.locator(".item")).to_have_count(1)
    for elsewhere in (other, third):
        elsewhere.goto("/orders/")
        assert "/accounts/login/" in elsewhere.url
    page.goto("/orders/")
    assert page.url.endswith("/orders/")


@pytest.mark.parametrize("javascript", [True, False])
def test_personal_data_by_tabs(sign_in: Open, javascript: bool) -> None:
    """CO-6: name, position and telephone; a mistake stands beside its field and loses nothing."""
    page = sign_in(HEDDA, language="en", javascript=javascript, size="phone")
    page.goto("/accounts/security/")
    page.locator("nav.tabs a[href='/accounts/']").click()
    page.locator("section[aria-labelledby=h-person] header a").click()
    page.fill("input[name=first_name]", "")
    page.fill("input[name=phone]", "+47 411 22 333")
    page.locator("main form button.primary").click()
    expect(page.locator("#id_first_name_error")).to_be_visible()
    expect(page.locator("input[name=phone]")).to_have_value("+47 411 22 333")
    page.fill("input[name=first_name]", "Hedda Marie")
    page.locator("main form button.primary").click()
    facts = page.locator("section[aria-labelledby=h-person]")
    expect(facts).to_contain_text("Hedda Marie Kleven")
    expect(facts).to_contain_text("+47 411 22 333")


@pytest.mark.parametrize("javascript", [True, False])
def test_a_new_address_counts_once_it_is_proven(
    sign_in: Open, portal: Portal, barriers: Barriers, javascript: bool
) -> None:
    """CO-6, ON-9: the link goes to the new address, notices to the old one; an address with an account is answered alike."""
    email, new = (
        (ANE, "ane.b@tronder-maskin.example") if javascript else (HEDDA, "hedda.k@nordlys-drift.example")
    )
    domain = email.partition("@")[2]
    taken = FRIDA if javascript else SINDRE
    page, elsewhere = sign_in(email, language="nb", javascript=javascript), sign_in(email)
    said = []
    for typed in (taken, new):
        page.goto("/accounts/email/")
        expect(page.locator("main form")).to_contain_text(f"@{domain}")
        page.fill("input[name=email]", typed)
        page.locator("main form button.primary").click()
        page.wait_for_url("**/accounts/#email")
        said.append(page.locator("main").inner_text().replace(typed, "…"))
    assert re.sub(r"\d+", "", said[0]) == re.sub(r"\d+", "", said[1])
    if javascript:
        assert barriers(page) == []
    assert "/accounts/email/prove/" not in one_mail(portal, taken, taken)
    assert new in one_mail(portal, email, new)
    mail = one_mail(portal, new, "/accounts/email/prove/")
    assert "24 timer" in mail
    first = link_in(mail, "/accounts/email/prove/")
    page.locator("form[action='/accounts/email/resend/'] button").click()
    second = link_in(
        words_of(portal.mails_to(new, containing="/email/prove/", count=2)[-1]), "/accounts/email/prove/"
    )
    assert first != second
    page.goto(first)
    expect(page.locator("h1")).to_have_text(WORDS["nb"]("The link no longer works"))
    page.goto(second)
    if javascript:
        assert barriers(page) == []
    page.locator("main form button.primary").click()
    expect(page.locator("#email")).to_contain_text(new)
    assert new in one_mail(portal, email, WORDS["nb"]("The address of your account is another one"))
    elsewhere.goto("/orders/")
    assert "/accounts/login/" in elsewhere.url
    sign_in_by_form(elsewhere, new)
    elsewhere.wait_for_url("**/overview/")


def test_changing_the_password_asks_for_the_old_one(sign_in: Open, open_browser: Open) -> None:
    """CO-6: with the keyboard alone."""
    page, words = sign_in("mona.aune@moholt-entreprenor.example", language="nb"), WORDS["nb"]
    page.goto("/accounts/security/")
    tab_to(page, page.locator("#password a.btn"))
    page.keyboard.press("Enter")
    new = "tolv blide griser danser"
    for old in ("not the old one", PASSWORD):
        for label, value in (("oldpassword", old), ("password1", new), ("password2", new)):
            tab_to(page, page.locator(f"input[name={label}]"))
            page.keyboard.type(value)
        page.keyboard.press("Enter")
        if old != PASSWORD:
            expect(page.locator("#id_oldpassword_error")).to_be_visible()
            page.goto("/accounts/password/change/")
    page.wait_for_url("**/accounts/security/")
    expect(page.locator(".toasts")).to_contain_text(words("Your password is changed."))
    other = open_browser("nb")
    portals.sign_in(other, "mona.aune@moholt-entreprenor.example", password=new)


@pytest.mark.parametrize("javascript", [True, False])
def test_language_and_mails(sign_in: Open, barriers: Barriers, javascript: bool) -> None:
    """CO-6: the language of pages and mails, and which mails one wants, kind by kind; both stay."""
    page = sign_in("nora.hussain@moholt-entreprenor.example", language="nb", javascript=javascript)
    page.goto("/accounts/")
    page.locator("nav.tabs a[href='/accounts/language/choose/']").click()
    page.locator("main button[value=de]").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator("nav.tabs a[aria-current]")).to_have_text("Sprache")
    page.locator("nav.tabs a[href='/notifications/mails/']").click()
    box = page.locator("input[name=mails]").first
    was = box.is_checked()
    page.locator("main label.choice").first.click()
    page.locator("main form button.primary").click()
    expect(page.locator(".toasts .toast.is-ok")).to_be_visible()
    page.goto("/notifications/mails/")
    assert box.is_checked() != was
    if javascript:
        for tab in page.locator("nav.tabs a").all():
            path = tab.get_attribute("href")
            assert path
            page.goto(path)
            assert barriers(page) == []


def test_deleting_the_account_asks_again_who_one_is(sign_in: Open, portal: Portal) -> None:
    """CO-9, ON-16: some minutes after signing in the password is asked before the page opens."""
    email = "randi.olsen@havnogkai.example"
    page = sign_in(email, language="en")
    portal.manage("shell", "--no-imports", "-c", AN_HOUR_LATER)
    page.goto("/accounts/my-data/")
    page.locator("main a[href='/accounts/my-data/delete/']").click()
    page.wait_for_url("**/accounts/reauthenticate/**")
    page.fill("input[name=password]", PASSWORD)
    page.locator("main form button.primary").click()
    expect(page).to_have_url(re.compile(r"/accounts/my-data/delete/$"))
