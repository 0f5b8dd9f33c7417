"""Signing in, in each language, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize("language", ["nb", "de", "en"])
def test_the_sign_in_page_is_in_the_readers_language_and_free_of_barriers(
    open_browser: Callable[..., Page], barriers: Callable[[Page], list[str]], language: str
) -> None:
    page = open_browser(language)
    for path in ("/", "/accounts/login/"):
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        assert barriers(page) == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_buyer_signs_in(sign_in: Callable[..., Page], javascript: bool) -> None:
    page = sign_in("bjorn@fjordbygg.example", javascript=javascript)
    assert page.url.endswith("/overview/")
    expect(page.get_by_text("Fjordbygg AS").first).to_be_visible()


def test_a_wrong_password_keeps_what_was_typed(open_browser: Callable[..., Page]) -> None:
    page = open_browser("nb")
    page.goto("/accounts/login/")
    page.fill("input[name=login]", "bjorn@fjordbygg.example")
    page.fill("input[name=password]", "not the password")
    page.click("main form button.primary")
    expect(page.locator("main [role=alert]").first).to_be_visible()
    expect(page.locator("input[name=login]")).to_have_value("bjorn@fjordbygg.example")
    expect(page.locator("input[name=password]")).to_have_value("")
