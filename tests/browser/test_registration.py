"""What open registration asks, step by step, with and without JavaScript; each case bears the requirement it shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.portal import Portal, click_through
from tests.browser.test_first_day import CODE, PASSWORD, code_for, go_on
from tests.browser.test_ways_in import begin, choose_access, describe, link_in_mail, prove
from tests.browser.words import WORDS


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_a_stranger_says_who_they_are_and_whether_a_colleague_is_here(
    open_browser: Callable[..., Page], barriers: Callable[[Page], list[str]], javascript: bool
) -> None:
    """ON-2: from the front door; the kind of account, business e-mail and personal data, then the colleague."""
    page = open_browser("de", size="phone", javascript=javascript)
    click_through(page, "/register/")
    for kind in ("customer", "supplier", "reseller"):
        expect(page.locator(f"input[name=kind][value={kind}]")).to_be_visible()
    page.locator("input[name=kind][value=reseller]").check()
    page.fill("input[name=first_name]", "Jutta")
    page.fill("input[name=email]", "jutta")
    go_on(page)
    for name in ("email", "last_name"):
        expect(page.locator(f"#id_{name}_error")).to_be_visible()
    expect(page.locator("input[name=kind][value=reseller]")).to_be_checked()
    expect(page.locator("input[name=first_name]")).to_have_value("Jutta")
    if javascript:
        assert barriers(page) == []
    email = f"jutta{'' if javascript else '.ohne'}@resellers.example"
    page.fill("input[name=email]", email)
    page.fill("input[name=last_name]", "Brandt")
    go_on(page)
    expect(page).to_have_url(re.compile("/register/colleague/"))
    page.locator("input[name=knows_colleague][value=yes]").check()
    go_on(page)
    expect(page.locator("#id_colleague_email_error")).to_be_visible()
    page.locator("input[name=knows_colleague][value=no]").check()
    go_on(page)
    expect(page).to_have_url(re.compile("/register/company/"))


def test_the_portal_and_the_areas_are_confirmed_and_the_terms_accepted(
    open_browser: Callable[..., Page],
) -> None:
    """ON-5: whose portal it is, for which areas, a password twice, the version of the terms; nothing goes without."""
    page = open_browser("en")
    begin(page, "kari@confirms.example")
    describe(page, "Confirms AS", "399 300 045")
    expect(page.locator("main .lead").first).to_contain_text("Hansa Industri")
    page.fill("input[name=password1]", PASSWORD)
    page.fill("input[name=password2]", f"{PASSWORD}r")
    go_on(page)
    for name in ("areas", "password2", "accepted"):
        expect(page.locator(f"#id_{name}_error")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("link", name=re.compile("Terms of use, version")).click()
    expect(opened.value).to_have_url(re.compile(r"/legal/use/\d+/$"))
    expect(opened.value.locator("h1")).to_be_visible()
    choose_access(page)
    expect(page).to_have_url(re.compile("/register/code/"))


def test_an_address_is_proven_by_the_code_or_by_the_link_of_the_same_mail(
    open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ON-6: 14 days; a wrong code is said beside it; the link works on another device and ends in the same place."""
    page, telephone = open_browser("nb"), open_browser("nb", size="phone", javascript=False)
    for email in ("kari@proves-by-code.example", "kari@proves-by-link.example"):
        begin(page, email)
        describe(page, "Proves AS", "399 300 053")
        choose_access(page)
        code = code_for(email, portal)
        *_older, mail = portal.mails_to(email, containing=CODE)
        assert "14" in mail.as_string()
        page.fill("input[name=code]", f"{(int(code) + 1) % 1_000_000:06d}")
        go_on(page)
        expect(page.locator("#id_code_error")).to_be_visible()
        if "link" in email:
            telephone.goto(link_in_mail(portal, email, "/register/"))
            go_on(telephone)
            page.reload()
        else:
            prove(page, email, portal)
        expect(page).to_have_url(re.compile("/register/status/"))
        page.context.clear_cookies()


def test_an_address_that_has_an_account_learns_so_by_mail_never_on_the_screen(
    open_browser: Callable[..., Page], portal: Portal
) -> None:
    """ON-9: the pages are those of any other address; the mail leads to the sign-in and to a new password."""
    email, seen = "rita.solem@fjordbygg.example", []
    for address in (email, "kari@has-no-account.example"):
        page = open_browser("nb")
        begin(page, address)
        describe(page, "No Account AS", "399 300 061")
        choose_access(page)
        expect(page).to_have_url(re.compile("/register/code/"))
        page.fill("input[name=code]", "000000")
        go_on(page)
        expect(page.locator("#id_code_error")).to_be_visible()
        shown = page.locator("main").inner_text().replace(address, "")
        seen.append(re.sub(r"\b\d\d\.\d\d\b", "", shown))
    assert seen[0] == seen[1]
    *_older, mail = portal.mails_to(email, containing="/accounts/password/reset/")
    assert (
        WORDS["nb"]("You have an account with %(operator)s already", operator="Hansa Industri")
        in mail["Subject"]
    )
    assert not portal.mails_there(email, containing="/register/")
