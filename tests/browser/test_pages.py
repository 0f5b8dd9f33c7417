"""Every page at three widths, in three languages, light and dark: nothing sticks out, nothing is cut, no barriers.

A page is loaded once a language; then only the window changes. German pages are dark, the others light. axe looks at the
Norwegian ones wide and at the German ones narrow. The pages are listed in `sights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.barriers import barriers, cut
from tests.browser.everybody import Everybody
from tests.browser.portal import SIZES, Portal
from tests.browser.sights import SIGHTS
from tests.browser.visitors import Sight

THEMES: Final = {"nb": "light", "de": "dark", "en": "light"}
AXE_LOOKS_AT: Final = {"nb": "desk", "de": "phone"}
LOOKS: Final = [(sight, language) for sight in SIGHTS for language in sight.languages]


@pytest.fixture(scope="module")
def everybody(browser: Browser, portal: Portal) -> Iterator[Everybody]:
    """Each person signs in once, for all pages."""
    everybody = Everybody(browser, portal)
    yield everybody
    everybody.leave()


@pytest.mark.parametrize(
    ("sight", "language"), LOOKS, ids=[f"{sight.name}-{language}" for sight, language in LOOKS]
)
def test_a_page_fits_and_has_no_barriers(everybody: Everybody, sight: Sight, language: str) -> None:
    visitor = everybody(sight.who, language)
    page, found = visitor.page, list[str]()
    visitor.complaints.clear()
    page.set_viewport_size({"width": 1440, "height": 900})
    address = visitor.follow(sight.path.format(**visitor.places), sight.links)
    answer = visitor.go(address)
    assert answer.status == sight.status
    assert sight.elsewhere or address in answer.url
    assert page.locator("html").get_attribute("lang") == language
    sight.then(visitor)
    page.evaluate("theme => document.documentElement.dataset.theme = theme", THEMES[language])
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{size}: {one}" for one in cut(page)]
        if AXE_LOOKS_AT.get(language) == size:
            found += [f"{size}: {one}" for one in barriers(page)]
    found += visitor.complaints
    assert not found, "\n".join(dict.fromkeys(found))
