"""What stands around every page: operator, company, modules, cart, person, service partner.

The apps know the facts, the frame only shows them. Each registers a provider for a slot in `AppConfig.ready`:

    frame.register("modules", shop_modules, order=20)

A provider takes the request and returns the slot's value, or None when it has nothing to say. `modules` and `account` collect
from all providers in their order; of the other slots the first answer wins.
Nothing is asked before a template shows it, and nothing twice in a request. Only doors that exist are shown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from kontor.kit.counting import count_all
from kontor.kit.text import Text

type Slot = Literal[
    "operator",
    "company",
    "person",
    "modules",
    "cart",
    "notifications",
    "contact",
    "search",
    "help",
    "legal",
    "deciders",
    "looking",
    "account",
]
type Provider = Callable[[HttpRequest], Any]

OWN_NAMES = {"nb": "Norsk", "de": "Deutsch", "en": "English"}
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Operator:
    """Whose portal this is. `color` is a six-figure hex colour; without `logo_url` the built-in mark is shown.

    `phone` and `email` stand at the foot of public pages (CO-13). `open_registration` and `takes_over_accounts` say who
    gets in at `/register/` (ON-1).
    """

    name: str
    color: str = "#0b5a66"
    logo_url: str = ""
    phone: str = ""
    email: str = ""
    open_registration: bool = True
    takes_over_accounts: bool = False
    password_length: int = 12

    def __post_init__(self) -> None:
        if not COLOUR.fullmatch(self.color):
            raise ValueError(f"not a colour: {self.color!r}")


@dataclass(frozen=True, slots=True)
class Company:
    """The company one acts for, or the partner whose staff one is; `others` are those one may act for instead."""

    name: str
    initials: str = ""
    note: Text = ""
    url: str = ""
    others: Sequence[Other] = ()
    switch_url: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """Another company that the person belongs to."""

    key: str
    name: str
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in."""

    name: str
    email: str
    initials: str
    account_url: str = ""
    sign_out_url: str = ""
    is_staff: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A module of the side bar, or with `parent` (the key of a module) a line inside it.

    `count` is a quiet number, shown when it is not 0; given as rows, the frame counts them, with all others in one
    statement. `heading` begins a new group above the entry.
    `current` is set by the frame: the entry whose address is the longest beginning of the page's own.
    A line that is not `shown` only says that its address lies in the module.
    """

    key: str
    label: Text
    url: str
    icon: str = ""
    count: int | QuerySet[Any] | None = None
    parent: str = ""
    heading: Text = ""
    shown: bool = True
    current: bool = False
    children: tuple[Entry, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the page lies in this module, so that its lines are shown."""
        return self.current or any(child.current for child in self.children)


@dataclass(frozen=True, slots=True)
class Tool:
    """A door in the top bar with a number: the cart, the notifications. `count` as with `Entry`."""

    url: str
    count: int | QuerySet[Any] = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call (CO-13): the company's own service partner, else the operator's customer service.

    `title` says which, "Your service partner" where it is empty.
    `person` is who answers there; `hours` as a person says it: "open until 16:00".
    """

    partner: str
    phone: str = ""
    hours: Text = ""
    email: str = ""
    message_url: str = ""
    person: str = ""
    title: Text = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What the field in the top bar searches, and where it sends `name`; `suggest_url` answers while one types."""

    url: str
    placeholder: Text
    name: str = "q"
    suggest_url: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A page by its title: the help for a page, a text at its foot."""

    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class Looking:
    """Our staff looks as somebody else: as whom, until when at most, and where it is ended."""

    name: str
    company: str
    until: dt.datetime
    end_url: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the portal, by its own name."""

    code: str
    name: str
    current: bool


@dataclass(order=True, frozen=True, slots=True)
class _Registered:
    order: int
    name: str
    provider: Provider = field(compare=False)


_providers: dict[Slot, list[_Registered]] = {}


def register(slot: Slot, provider: Provider, *, order: int = 0) -> None:
    """Let `provider` fill `slot`. Registering the same function again changes nothing but its order."""
    name = f"{provider.__module__}.{provider.__qualname__}"
    others = [one for one in _providers.get(slot, []) if one.name != name]
    _providers[slot] = sorted([*others, _Registered(order, name, provider)])


class Frame:
    """The frame of one request; each part is asked for when a template first shows it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    def _first(self, slot: Slot) -> Any:
        for one in _providers.get(slot, []):
            if (answer := one.provider(self._request)) is not None:
                return answer
        return None

    def _all(self, slot: Slot) -> list[Entry]:
        found: list[Entry] = []
        for one in _providers.get(slot, []):
            found.extend(one.provider(self._request) or ())
        return found

    @cached_property
    def operator(self) -> Operator:
        return self._first("operator") or Operator(name="Kontor")

    @cached_property
    def company(self) -> Company | None:
        return self._first("company")  # type: ignore[no-any-return]

    @cached_property
    def person(self) -> Person | None:
        return self._first("person")  # type: ignore[no-any-return]

    @cached_property
    def contact(self) -> Contact | None:
        return self._first("contact")  # type: ignore[no-any-return]

    @cached_property
    def search(self) -> Search | None:
        return self._first("search")  # type: ignore[no-any-return]

    @property
    def cart(self) -> Tool | None:
        return self._counted[0]

    @property
    def notifications(self) -> Tool | None:
        return self._counted[1]

    @cached_property
    def help(self) -> Link | None:
        """The help page about what one does here."""
        return self._first("help")  # type: ignore[no-any-return]

    @cached_property
    def looking(self) -> Looking | None:
        """Shown on every page while it lasts."""
        return self._first("looking")  # type: ignore[no-any-return]

    @cached_property
    def legal(self) -> Sequence[Link]:
        """Texts that everybody must be able to find: privacy, imprint, terms (QU-4)."""
        return self._first("legal") or []

    @cached_property
    def deciders(self) -> Sequence[Link]:
        """Who in the reader's company can give rights, with their e-mail; named where a page is not open to somebody."""
        return self._first("deciders") or []

    @cached_property
    def modules(self) -> Sequence[Entry]:
        """The side bar from top to bottom, lines inside their modules, the page's own one marked."""
        return arrange(self._counted[2], self._request.path)

    @cached_property
    def account(self) -> Sequence[Entry]:
        """The tabs of "My account", the page's own one marked."""
        return arrange(self._all("account"), self._request.path)

    @cached_property
    def _counted(self) -> tuple[Tool | None, Tool | None, list[Entry]]:
        """Whatever has a number: the cart, the notifications, the modules."""
        cart, inbox = self._first("cart"), self._first("notifications")
        doors = [cart, inbox, *self._all("modules")]
        asked = [door.count for door in doors if door is not None and isinstance(door.count, QuerySet)]
        numbers = iter(count_all(asked))
        cart, inbox, *modules = (
            replace(door, count=next(numbers))
            if door is not None and isinstance(door.count, QuerySet)
            else door
            for door in doors
        )
        return cart, inbox, modules

    @cached_property
    def modules_html(self) -> str:
        """The same as markup, rendered once for the side bar and the drawer."""
        return render_to_string("kit/_modules.html", {"modules": self.modules})

    @property
    def is_staff(self) -> bool:
        return self.person is not None and self.person.is_staff

    @cached_property
    def languages(self) -> Sequence[Language]:
        now = get_language()
        return [
            Language(code, OWN_NAMES.get(code, str(name)), code == now) for code, name in settings.LANGUAGES
        ]

    @property
    def language(self) -> Language | None:
        """The language the page is in."""
        return next((one for one in self.languages if one.current), None)

    @property
    def theme(self) -> str:
        """light or dark as the reader chose it; empty: as the system does."""
        chosen = self._request.COOKIES.get("theme", "")
        return chosen if chosen in ("light", "dark") else ""

    @cached_property
    def language_url(self) -> str:
        return _address("set_language")

    @cached_property
    def theme_url(self) -> str:
        return _address("kit:theme")

    @property
    def home_url(self) -> str:
        """Where the logo leads."""
        return "/"


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def arrange(entries: Iterable[Entry], path: str) -> list[Entry]:
    """Put lines under their modules and mark the entry that `path` lies in.

    A line whose module is not shown is not shown either.
    """
    entries = list(entries)
    here = max((one.url for one in entries if _lies_in(path, one.url)), key=len, default=None)
    # Where a module and its first line share an address, the line is the current one.
    current = next((one for one in entries if one.parent and one.url == here), None) or next(
        (one for one in entries if one.url == here), None
    )
    if current is not None and not current.shown:
        current = next((one for one in entries if one.key == current.parent), None)
    marked = [replace(one, current=one is current) for one in entries if one.shown]
    return [
        replace(module, children=tuple(line for line in marked if line.parent == module.key))
        for module in marked
        if not module.parent
    ]


def _lies_in(path: str, url: str) -> bool:
    """Whether `path` is the page `url` or one below it; the start page has nothing below it."""
    place = url.partition("?")[0]
    return path == place or (place != "/" and place.endswith("/") and path.startswith(place))


def of(request: HttpRequest) -> Frame:
    """The frame of `request`, made once."""
    made: Frame | None = getattr(request, "_kontor_frame", None)
    if made is None:
        made = Frame(request)
        request._kontor_frame = made  # type: ignore[attr-defined]
    return made


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: `frame` in every template."""
    return {"frame": of(request)}
