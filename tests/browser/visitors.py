"""Who looks at the pages, and what a page to be looked at is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Page, Response

from kontor.demo.data.people import PASSWORD
from tests.browser.portal import Portal

ASKS_AGAIN: Final = "/accounts/reauthenticate/"
LANGUAGES: Final = ("nb", "de", "en")
ANNA: Final = "anna@fjordbygg.example"
CLAUDIA: Final = "claudia@rheintal-metallbau.example"
STEFAN: Final = "stefan@hansa-sued.example"
PETRA: Final = "petra@hansa-nord.example"
NEWCOMERS: Final = {
    "nb": "jonas.lie@fjordbygg.example",
    "de": "j.albrecht@rheintal-metallbau.example",
    "en": "nora.kolstad@polar-offshore.example",
}
PEOPLE: Final = {
    "nobody": {"nb": "", "de": "", "en": ""},
    # With a registration that was sent, but whose code was not typed yet.
    "applicant": {"nb": "", "de": "", "en": ""},
    # With the link of an invitation.
    "invited": {"nb": "", "de": "", "en": ""},
    # With the link of one that has run out.
    "invited long ago": {"nb": "", "de": "", "en": ""},
    # With the link of a registration about which we have asked something.
    "asked": {"nb": "", "de": "", "en": ""},
    # With the links that let a company and an account of a former portal in.
    "bearer": {"nb": "", "de": "", "en": ""},
    # Has not accepted the terms of use in force.
    "asked to accept": dict.fromkeys(LANGUAGES, "t.schaefer@rheintal-metallbau.example"),
    # Has signed in with a password of our staff.
    "helped": dict.fromkeys(LANGUAGES, ""),
    # Acts for one of two companies, and knows an order of the other.
    "of two companies": dict.fromkeys(LANGUAGES, "arne.vollan@fjordbygg.example"),
    # Looks at the portal as a customer's member.
    "looking": dict.fromkeys(LANGUAGES, ""),
    # Is signed in on a telephone and another computer, too.
    "on several devices": NEWCOMERS,
    # With lines in the cart, a quick order with two bad ones, and orders.
    "buyer": {"nb": ANNA, "de": CLAUDIA, "en": "bjorn@fjordbygg.example"},
    # With an empty cart and an empty quick order.
    "newcomer": NEWCOMERS,
    # May do everything for their company.
    "administrator": {"nb": ANNA, "de": CLAUDIA, "en": "kari.skaar@polar-offshore.example"},
    # May confirm orders; decides about everything else.
    "staff": {"nb": "sigrid@hansa-industri.example", "de": STEFAN, "en": PETRA},
    "decider": {"nb": "olav@hansa-industri.example", "de": STEFAN, "en": PETRA},
}


@dataclass
class Visitor:
    """A signed-in page of one person in one language, with what the browser complained about."""

    page: Page
    language: str
    portal: Portal
    complaints: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """Addresses that only this visitor knows, by the name they have in a path: "{invitation}"."""
    _found: dict[tuple[str, ...], str] = field(default_factory=dict)

    def go(self, address: str) -> Response:
        """Open a page; where it asks once more who one is, since one signed in a while ago, prove it."""
        answer = self.page.goto(address)
        if ASKS_AGAIN in self.page.url and ASKS_AGAIN not in address:
            self.page.fill("main input[name=password]", PASSWORD)
            self.page.locator("main form button.primary").first.click()
            self.page.wait_for_url(re.compile(f"{re.escape(address)}$"))
            answer = self.page.goto(address)
        assert answer is not None
        return answer

    def follow(self, path: str, links: tuple[str, ...]) -> str:
        """Where the first link of each kind leads, one page after the other; each is followed once."""
        for number, link in enumerate(links, start=1):
            way = (path, *links[:number])
            if way not in self._found:
                self.go(self._found.get(way[:-1], path))
                found = self.page.locator(link).first.get_attribute("href")
                assert found, link
                self._found[way] = found
        return self._found[path, *links] if links else path


type Action = Callable[[Visitor], None]


@dataclass(frozen=True)
class Sight:
    """A page in one of its states: who sees it, where it is, what is done there before looking."""

    name: str
    who: str
    path: str
    then: Action = lambda visitor: None
    link: str | tuple[str, ...] = ()
    """The page is where the first such link on `path` leads; of several, each is on the page before."""
    status: int = 200
    elsewhere: bool = False
    """The address leads to another one."""
    languages: tuple[str, ...] = LANGUAGES

    @property
    def links(self) -> tuple[str, ...]:
        return (self.link,) if isinstance(self.link, str) else self.link
