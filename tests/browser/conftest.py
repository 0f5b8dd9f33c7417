"""Fixtures: one running demonstration and one browser for all tests of this folder.

Chromium is the system's own. Where there is none the tests are skipped; KONTOR_REQUIRE_BROWSER=1 makes them fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import barriers as looking
from tests.browser import portal as portals
from tests.browser.portal import Portal

HERE: Final = Path(__file__).resolve().parent
NO_BROWSER: Final = "Chromium was not found, so nothing was tried in a browser. Install it (Debian, Ubuntu: apt-get install chromium)."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They come first, as they take the longest. Each test process that meets one starts a portal and a browser."""
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    items[:] = ours + [item for item in items if not item.path.is_relative_to(HERE)]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    if os.environ.get("KONTOR_REQUIRE_BROWSER") == "1":
        pytest.fail(NO_BROWSER)
    pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def portal(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The demonstration as `make demo` starts it."""
    with portals.running(tmp_path_factory.mktemp("portal")) as running:
        yield running


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests; each test gets a context of its own, like a fresh profile."""
    # Playwright keeps an event loop in this thread, in which Django would refuse to touch a database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=15_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=portals.CHROMIUM_OPTIONS)
        yield started
        started.close()


@pytest.fixture
def open_browser(browser: Browser, portal: Portal) -> Iterator[Callable[..., Page]]:
    """`open_browser("nb", size="phone", javascript=False)`: a page of a fresh profile.

    When the test is over, no page may have reported an error or asked anyone but the portal for anything.
    """
    contexts: list[BrowserContext] = []
    complaints: list[list[str]] = []

    def open_page(language: str = "nb", **more: Any) -> Page:
        context = portals.new_context(browser, portal, language, **more)
        contexts.append(context)
        complaints.append(portals.watch(context, portal))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for of_context in complaints for complaint in of_context] == []


@pytest.fixture
def sign_in(open_browser: Callable[..., Page]) -> Callable[..., Page]:
    """`sign_in("bjorn@fjordbygg.example", language="de")`: a page that has signed in by the form.

    Without a language people read in the one of their account.
    """

    def sign_in_as(email: str, *, language: str = "", **more: Any) -> Page:
        page = open_browser(language or "nb", **more)
        portals.sign_in(page, email, language=language)
        return page

    return sign_in_as


@pytest.fixture
def barriers() -> Callable[[Page], list[str]]:
    """What axe (WCAG 2.2 A and AA) finds on a page, one line each; empty is right."""
    return looking.barriers
