"""A company looks after itself: profile, relationships, several companies, consent, one's own data."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, expect

from kontor.demo.data.people import PASSWORD
from tests.browser.portal import click_through

ANNA: Final = "anna@fjordbygg.example"
CLAUDIA: Final = "claudia@rheintal-metallbau.example"
ARNE: Final = "arne.vollan@fjordbygg.example"
METTE: Final = "mette.rygg@fjordbygg.example"
FUCHS: Final = "s.fuchs@rheintal-metallbau.example"

type SignIn = Callable[..., Page]


def press(page: Page) -> None:
    page.locator("main form button.primary").first.click()


def test_a_profile_an_address_and_a_contact_person_are_changed(sign_in: SignIn) -> None:
    """CO-7, CO-13: by clicking from the side bar; an error stands beside its field and nothing typed is lost."""
    page = sign_in(CLAUDIA, language="en")
    click_through(page, "/company/")
    page.get_by_role("link", name="Change the profile").click()
    page.get_by_label("Telephone").fill("06131 998877")
    page.get_by_label("Postcode").fill("551")
    press(page)
    expect(page.locator(".errors")).to_be_visible()
    expect(page.get_by_label("Telephone")).to_have_value("06131 998877")
    page.get_by_label("Postcode").fill("55116")
    press(page)
    expect(page.locator("main")).to_contain_text("06131 998877")
    expect(page.locator("#h-changes")).to_be_visible()
    page.get_by_role("link", name="All addresses").click()
    page.get_by_role("link", name="New delivery address").click()
    for label, words in (
        ("Name of the place", "Halle 9"), ("Street and number", "Hafenstraße 1"), ("Postcode", "55118"), ("City", "Mainz"),
    ):  # fmt: skip
        page.get_by_label(label).fill(words)
    press(page)
    expect(page.locator("main tbody")).to_contain_text("Halle 9")
    page.get_by_role("button", name="Make it the default Halle 9").click()
    expect(page.locator("main tr", has_text="Halle 9")).to_contain_text("Default")
    click_through(page, "/company/")
    page.get_by_role("link", name="New contact person").click()
    page.get_by_label("Name").fill("Uwe Klein")
    page.get_by_label("What for").fill("Ladestelle")
    press(page)
    expect(page.locator(".errors")).to_contain_text("telephone number or an e-mail")
    page.get_by_label("Telephone").fill("06131 1")
    press(page)
    expect(page.locator("main tr", has_text="Uwe Klein")).to_contain_text("Ladestelle")


def test_a_relationship_is_ended_and_tells_its_story(sign_in: SignIn) -> None:
    """CO-8: from the list to the one relationship, ended with a word to the partner, and asked for anew."""
    page = sign_in(CLAUDIA, language="en")
    click_through(page, "/company/", "/company/relationships/")
    page.locator("main .panel").first.locator("td.a1 a.t").last.click()
    page.get_by_role("link", name="End the relationship").click()
    page.get_by_label("Reason").fill("We closed that workshop.")
    press(page)
    expect(page.locator("main .log")).to_contain_text("We closed that workshop.")
    expect(page.locator("main .log")).to_contain_text("Claudia Weber")
    expect(page.get_by_role("link", name="End the relationship")).to_have_count(0)
    page.get_by_role("link", name="Ask for a relationship").click()
    page.locator("input[name=accepted]").check()
    press(page)
    expect(page).to_have_url(re.compile("/company/relationships/$"))
    expect(page.locator("main .panel").first).to_contain_text("Requested")


def test_one_person_in_two_companies(sign_in: SignIn) -> None:
    """CO-10: switching in the side bar; a form of the one never acts in the other; a link to the other offers to switch."""
    page = sign_in(ARNE, language="en")
    expect(page).to_have_title("Overview – Fjordbygg AS – Hansa Industri")
    click_through(page, "/service/", "/service/new/")
    other = page.context.new_page()
    click_through(other, "/orders/")
    expect(other.locator("a.row").first).to_be_visible()
    order = other.locator("a.row").first.get_attribute("href")
    click_through(other, "/overview/")
    other.locator("nav.side .who-more summary").click()
    other.locator("nav.side .who-more button").click()
    expect(other).to_have_title("Overview – Mjøsbyen Elektro AS – Hansa Industri")
    other.goto(order or "")
    expect(other.locator("h1")).to_contain_text("another of your companies")
    page.locator("main form textarea").first.fill("The printer stands still.")
    press(page)
    expect(page.locator("h1")).to_have_text("For which company?")
    expect(page.locator("input[type=hidden][value='The printer stands still.']")).to_have_count(1)
    other.get_by_role("button", name="Act for Fjordbygg AS").click()
    expect(other).to_have_url(order or "")
    expect(other).to_have_title(re.compile("– Fjordbygg AS – Hansa Industri$"))


def test_new_terms_are_accepted_before_anything_else(sign_in: SignIn) -> None:
    """ON-5, QU-4: with what is new; then one goes on, and finds what one has accepted."""
    page = sign_in(METTE)
    expect(page).to_have_url(re.compile("/legal/consent/"))
    page.goto("/")
    expect(page).to_have_url(re.compile("/legal/consent/"))
    expect(page.locator(".passage.is-new")).to_be_visible()
    press(page)
    expect(page.locator(".errors")).to_be_visible()
    page.locator("input[name=accepted]").check()
    press(page)
    expect(page).to_have_url(re.compile("/overview/"))
    click_through(page, "/accounts/", "/accounts/my-data/", "/legal/consents/")
    expect(page.locator("main tbody tr")).to_have_count(2)


def test_ones_own_data_are_downloaded_and_the_account_deleted(sign_in: SignIn) -> None:
    """CO-9: everything as a zip; what would go is shown first; afterwards nobody signs in with it."""
    page = sign_in(FUCHS, language="en")
    click_through(page, "/accounts/", "/accounts/my-data/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download everything").click()
    packed = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert FUCHS in json.dumps(json.loads(packed.read("data.json")))
    page.get_by_role("link", name="Delete the account").click()
    expect(page.get_by_role("heading", name="This goes")).to_be_visible()
    page.get_by_role("button", name="Delete my account").click()
    expect(page.locator(".errors")).to_be_visible()
    page.locator("input[name=sure]").check()
    page.get_by_role("button", name="Delete my account").click()
    expect(page.locator("h1")).to_have_text("Your account is being deleted")
    click_through(page)
    page.fill("input[name=login]", FUCHS)
    page.fill("input[name=password]", PASSWORD)
    page.locator("form:has(input[name=password]) button").first.click()
    expect(page.locator(".errors")).to_be_visible()
