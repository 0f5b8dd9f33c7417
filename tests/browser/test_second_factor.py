"""A second factor as a person meets it (ON-16): authenticator app, passkeys, recovery codes, and companies that ask for one.

Passkeys are made by Chromium's virtual device, at `localhost`: browsers make none for an address that is a number.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, CDPSession, Page, expect

from kontor.accounts.tests.stage_second_factor import shown
from kontor.demo.data.people import PASSWORD
from tests.browser import portal as portals
from tests.browser.portal import Portal
from tests.browser.words import WORDS

ARNE = "arne.vollan@fjordbygg.example"
RITA = "rita.solem@fjordbygg.example"
ARE = "are.fagerli@fjordbygg.example"
SILJE = "silje.fjeld@kystbetong.example"
KNUT = "knut.hovland@kystbetong.example"
# What was proven in any session happened an hour earlier.
AN_HOUR_LATER = """
from importlib import import_module
from django.conf import settings
from django.contrib.sessions.models import Session
store = import_module(settings.SESSION_ENGINE).SessionStore
for key in Session.objects.values_list("session_key", flat=True):
    session = store(key)
    for proof in session.get("account_authentication_methods", []):
        proof["at"] -= 3600
        session.modified = True
    if session.modified:
        session.save()
"""


def code(secret: str) -> str:
    """What the app showed half a minute ago, so that the figures of now are still to be used."""
    if time.time() % 30 > 25:
        time.sleep(6)
    return shown(secret.replace(" ", ""), time.time() - 30)


def sign_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.locator("main form button.primary").click()
    page.wait_for_url("**/accounts/login/**")


def type_password(page: Page, email: str) -> None:
    """The first step of signing in."""
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")


def set_up_app(page: Page) -> str:
    """On the page that sets one up; the key of the app."""
    secret = page.locator("main .id").inner_text()
    page.fill("input[name=code]", code(secret))
    page.locator("main form button.primary").click()
    return secret


def keep_codes(page: Page) -> list[str]:
    """The recovery codes, as they stand on their page."""
    shown_once = page.locator(".recovery li")
    expect(shown_once).to_have_count(10)
    codes = shown_once.all_inner_texts()
    page.locator("main a.primary").click()
    return codes


def take_away(page: Page) -> None:
    """On the page that asks before: the last thing goes, and the recovery codes with it."""
    page.locator("main form button.primary").click()
    page.wait_for_url("**/accounts/security/")
    expect(page.locator("#password")).to_be_visible()
    expect(page.locator("#codes")).to_have_count(0)


@pytest.fixture
def named(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A page that has opened the portal by its name."""
    at_name = replace(portal, address=portal.address.replace("127.0.0.1", "localhost"))
    context = portals.new_context(browser, at_name, "nb")
    complaints = portals.watch(context, at_name)
    yield context.new_page()
    context.close()
    assert complaints == []


@pytest.fixture
def device(named: Page) -> CDPSession:
    """A device that makes passkeys and knows its owner's finger."""
    session = named.context.new_cdp_session(named)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    knows = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | knows})
    return session


def test_a_passkey_signs_in_alone_and_as_the_second_step(
    named: Page, device: CDPSession, portal: Portal, barriers: Callable[[Page], list[str]]
) -> None:
    """ON-16: a passkey is made, signs in without the password, is the second step after it, and is taken away."""
    page, words = named, WORDS["nb"]
    portals.sign_in(page, ARNE, language="nb")
    page.goto("/accounts/security/")
    page.get_by_role("link", name=words("New passkey")).click()
    page.wait_for_url("**/accounts/passkeys/add/")
    assert barriers(page) == []
    page.fill("input[name=name]", "Telefonen til Arne")
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/second-factor/codes/")
    assert barriers(page) == []
    keep_codes(page)
    expect(page.locator("#passkeys", has_text="Telefonen til Arne")).to_be_visible()
    portal.mails_to(ARNE, containing=words("A passkey was added"))

    sign_out(page)
    page.get_by_role("button", name=words("Sign in with a passkey")).click()
    page.wait_for_url("**/overview/")

    sign_out(page)
    type_password(page, ARNE)
    page.wait_for_url("**/accounts/login/second-factor/")
    assert barriers(page) == []
    page.goto("/overview/")
    page.wait_for_url("**/accounts/login/second-factor/")
    page.get_by_role("button", name=words("Use a passkey")).click()
    page.wait_for_url("**/overview/")

    page.goto("/accounts/security/")
    page.locator("#passkeys [href$='/rename/']").click()
    page.fill("input[name=name]", "Nøkkelen i safen")
    page.locator("main form button.primary").click()
    expect(page.locator("#passkeys", has_text="Nøkkelen i safen")).to_be_visible()
    expect(page.locator("#codes")).to_have_count(1)
    page.locator("#passkeys [href$='/remove/']").click()
    take_away(page)
    sign_out(page)
    page.get_by_role("button", name=words("Sign in with a passkey")).click()
    expect(page.locator(".toasts")).to_contain_text(
        words("Signing in with a passkey did not work. Try again, or use your password.")
    )
    assert "/accounts/login/" in page.url
    portals.sign_in(page, ARNE, language="nb")
    page.wait_for_url("**/overview/")


def test_who_does_not_touch_the_device_is_told(named: Page, device: CDPSession) -> None:
    """ON-16: what the device refuses is said on the page, which can be used again."""
    page = named
    portals.sign_in(page, ARNE, language="nb")
    page.goto("/accounts/passkeys/add/")
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new DOMException()) }")
    page.fill("input[name=name]", "Telefon")
    page.locator("main form button.primary").click()
    expect(page.locator("[data-passkey-trouble]")).to_be_visible()
    expect(page.locator("main form button.primary")).to_be_enabled()
    assert page.input_value("input[name=name]") == "Telefon"


def test_at_a_number_it_is_said_why_there_are_no_passkeys(sign_in: Callable[..., Page]) -> None:
    """ON-16: a demonstration at 127.0.0.1 explains that browsers make none there."""
    page = sign_in(RITA)
    page.goto("/accounts/security/")
    expect(page.locator("#passkeys")).to_contain_text("127.0.0.1")
    named = page.locator("#passkeys").get_by_role("link", name=WORDS["nb"]("Open it with a name"))
    assert str(named.get_attribute("href")).startswith("http://localhost:")
    assert page.locator("#passkeys [href$='/passkeys/add/']").count() == 0
    sign_out(page)
    assert page.locator("[data-passkey]").count() == 0


@pytest.mark.parametrize(("javascript", "email"), [(True, RITA), (False, ARE)])
def test_an_app_and_recovery_codes(
    sign_in: Callable[..., Page], barriers: Callable[[Page], list[str]], javascript: bool, email: str
) -> None:
    """ON-16: an app is set up, asked for when signing in, a recovery code works once; also without JavaScript."""
    page, words = sign_in(email, javascript=javascript), WORDS["nb"]
    page.goto("/accounts/security/")
    page.get_by_role("link", name=words("Set up an app")).click()
    page.wait_for_url("**/accounts/second-factor/app/")
    if javascript:
        assert barriers(page) == []
    page.fill("input[name=code]", "000000")
    page.locator("main form button.primary").click()
    expect(page.locator("[role=alert]").first).to_be_visible()
    secret = set_up_app(page)
    first, second, *_others = keep_codes(page)
    page.goto("/accounts/second-factor/codes/")
    assert page.locator(".recovery").count() == 0, "shown once"

    for recovery_code, works in (("", True), (first, True), (first, False)):
        sign_out(page)
        type_password(page, email)
        page.wait_for_url("**/accounts/login/second-factor/")
        typed = recovery_code or shown(secret.replace(" ", ""))
        page.fill("input[name=code]", typed)
        page.get_by_role("button", name=words("Go on with this code")).click()
        if works:
            page.wait_for_url("**/overview/")
        else:
            expect(page.locator("[role=alert]").first).to_be_visible()
            assert page.input_value("input[name=code]") == typed
    page.fill("input[name=code]", second)
    page.get_by_role("button", name=words("Go on with this code")).click()
    page.wait_for_url("**/overview/")
    page.goto("/accounts/second-factor/app/remove/")
    take_away(page)


def test_a_company_asks_everybody_for_it(
    sign_in: Callable[..., Page], open_browser: Callable[..., Page], barriers: Callable[[Page], list[str]]
) -> None:
    """ON-16: switched on by the administrator; whoever lacks it is told why, sets it up, and goes on where they wanted."""
    words, apps = WORDS["nb"], {}
    admin = sign_in(SILJE)
    admin.goto("/company/users/")
    admin.get_by_role("button", name=words("Ask everybody for it")).click()
    admin.wait_for_url("**/accounts/second-factor/**")
    expect(admin.locator("main")).to_contain_text("Kystbetong")
    assert barriers(admin) == []

    buyer = open_browser("nb")
    buyer.goto("/orders/?q=104")
    type_password(buyer, KNUT)
    for page, email, wanted in ((admin, SILJE, "/company/users/"), (buyer, KNUT, "/orders/?q=104")):
        page.wait_for_url("**/accounts/second-factor/**")
        page.get_by_role("link", name=words("Set up an app")).click()
        apps[email] = set_up_app(page)
        keep_codes(page)
        page.wait_for_url(re.compile(re.escape(wanted) + "$"))
    buyer.goto("/accounts/security/")
    assert buyer.locator("#app [href$='/remove/']").count() == 0, "it has to stay"

    admin.goto("/company/users/")
    admin.get_by_role("link", name="Knut Hovland").click()
    admin.get_by_role("link", name=words("Reset second factor")).click()
    admin.fill("input[name=reason]", "Ny telefon")
    admin.locator("main form button.primary").click()
    expect(admin.locator(".toasts")).to_contain_text("Knut Hovland")
    buyer.goto("/orders/")
    buyer.wait_for_url("**/accounts/second-factor/**")

    admin.goto("/company/users/")
    admin.get_by_role("button", name=words("Leave it to each")).click()
    expect(admin.get_by_role("button", name=words("Ask everybody for it"))).to_be_visible()
    buyer.goto("/orders/")
    buyer.wait_for_url("**/orders/")
    admin.goto("/accounts/second-factor/app/remove/")
    take_away(admin)


def test_what_matters_asks_once_more_and_keeps_what_was_typed(
    sign_in: Callable[..., Page], portal: Portal
) -> None:
    """ON-16: an hour after signing in the password is asked before the second factor is changed."""
    page, words = sign_in(ARE), WORDS["nb"]
    page.goto("/accounts/second-factor/app/")
    key = page.locator("main .id").inner_text()
    portal.manage("shell", "--no-imports", "-c", AN_HOUR_LATER)
    page.fill("input[name=code]", "123456")
    page.locator("main form button.primary").click()
    page.wait_for_url("**/accounts/reauthenticate/**")
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name=words("Go on")).click()
    page.wait_for_url("**/accounts/second-factor/app/")
    assert page.input_value("input[name=code]") == "123456"
    assert page.locator("main .id").inner_text() == key
