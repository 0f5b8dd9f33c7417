"""What a queue of the desk is (ST-1); which ones there are is in `queues.py`.

A queue says what it holds, what of it waits for us, for them or for nobody any more, and how it is searched and read. Lists,
counts and pages are made from that; a partner's staff see what their partner handles (ST-2).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.companies.querysets import HandledQuerySet
from kontor.desk.permissions import Permission
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.looks import Look, look
from kontor.kit.text import Text
from kontor.kit.workdays import a_workday_later, workdays_after
from kontor.partners.models import Staff

COUNTED_UP_TO: Final = 1000
IN_ANY_LIST: Final = ("handled_by__first_name", "handled_by__last_name", "partner__name", "partner__country")

TABS: Final[Mapping[str, Text]] = {
    "todo": _("To do"),
    "mine": pgettext_lazy("queue", "Mine"),
    "nobody": pgettext_lazy("queue", "Nobody’s"),
    "theirs": _("With them"),
    "done": pgettext_lazy("queue", "Done"),
    "all": pgettext_lazy("queue", "All"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """How one thing reads in a list: its title, and in grey what else it is known by."""

    title: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which things of a queue one looks for; empty fields ask for nothing. `newest` turns the sort by age round."""

    tab: str = "todo"
    search: str = ""
    partner: int | None = None
    area: str = ""
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """One kind of work.

    `key` and `one` name it in addresses; `named_by` is the column that names a thing there. `ours`, `theirs` and `over` say
    whose turn it is; `since` is the column that tells how long a thing waits, `ended` the one that sorts those that are done.
    `due` tells by which day an answer is due, which follows from `since`, so that both sort alike.
    `related` is what the page of a thing shows beside it, `listed_by` the columns that `read` needs of it; `asker` is the
    column of whoever in the company it comes from.
    `in_area` is empty where things belong to no product area.
    """

    key: str
    one: str
    words: Text
    icon: str
    model: type[Any]
    permission: Permission
    named_by: str
    ours: Q
    theirs: Q | None
    over: Q
    since: str
    ended: str
    related: tuple[str, ...]
    listed_by: tuple[str, ...]
    looks: str
    search_words: Text
    search: Callable[[str], Q]
    in_area: str
    read: Callable[[Any], Words]
    nothing: Text
    nothing_why: Text
    shown: Q
    asker: str = ""
    due: Callable[[Any], dt.date | None] = lambda thing: None

    def visible_to(self, staff: Staff) -> QuerySet[Any]:
        """All that this person may see of it, whatever its state."""
        return HandledQuerySet(self.model).visible_to(staff).filter(self.shown)

    def waiting(self, staff: Staff) -> QuerySet[Any]:
        """What waits for us, to be counted."""
        return self.visible_to(staff).filter(self.ours)

    def rows(self, staff: Staff, wanted: Wanted) -> QuerySet[Any]:
        """The things one looks for."""
        found = self.visible_to(staff).filter(self._in_tab(staff, wanted.tab))
        found = found.filter(**{f"{self._age(wanted.tab)}__isnull": False})
        if wanted.partner:
            found = found.filter(partner=wanted.partner)
        if wanted.area and not self.in_area:
            return found.none()
        if wanted.area:
            found = found.filter(
                **{self.in_area: [wanted.area] if "contains" in self.in_area else wanted.area}
            )
        if wanted.search:
            found = found.filter(self.search(wanted.search))
        return found

    def _in_tab(self, staff: Staff, tab: str) -> Q:
        open_ones = self.ours | self.theirs if self.theirs else self.ours
        return {
            "todo": self.ours,
            "mine": open_ones & Q(handled_by=staff),
            "nobody": self.ours & Q(handled_by=None),
            "theirs": self.theirs or Q(pk__in=()),
            "done": self.over,
            "all": Q(),
        }[tab]

    def _age(self, tab: str) -> str:
        return self.ended if tab == "done" else self.since

    def order(self, wanted: Wanted) -> tuple[str, str]:
        """By age: who waits longest comes first, of those that are done the last one."""
        column = self._age(wanted.tab)
        return (f"-{column}", "-id") if wanted.newest else (column, "id")

    def page(self, staff: Staff, wanted: Wanted, keys: Keys) -> Page[Listed]:
        """One page of the things wanted."""
        columns = ("status", self.named_by, self.since, self.ended, *IN_ANY_LIST, *self.listed_by)
        related = {column.rpartition("__")[0] for column in columns} - {""}
        rows = self.rows(staff, wanted).select_related(*related).only(*columns)
        return page_of(rows, order=self.order(wanted), keys=keys).map(lambda row: self.listed(row, wanted))

    def listed(self, row: Any, wanted: Wanted) -> Listed:
        """A thing as its list shows it."""
        return Listed(self, row, self.read(row), getattr(row, self._age(wanted.tab)), wanted.tab)

    def count(self, staff: Staff, wanted: Wanted) -> int:
        """How many there are, counted to 1,001 and no further."""
        return self.rows(staff, wanted).order_by()[: COUNTED_UP_TO + 1].count()

    def find(self, staff: Staff, key: str | int) -> Any:
        """One thing, in whatever state. Raises `ObjectDoesNotExist`, also for what others handle."""
        related = ["handled_by", "partner", *self.related, *([f"{self.asker}__user"] if self.asker else [])]
        return self.visible_to(staff).select_related(*related).get(**{self.named_by: key})

    def keys(self, sent: Sequence[str]) -> list[Any]:
        """The primary keys among what a form sent; what is none is left out."""
        found = []
        for value in sent:
            with suppress(ValidationError, ValueError, OverflowError):
                found.append(self.model._meta.pk.clean(value, None))
        return found

    def name_of(self, thing: Any) -> str | int:
        """What an address calls it."""
        name: str | int = getattr(thing, self.named_by)
        return name

    def url(self, thing: Any, verb: str = "") -> str:
        """The thing's page, or with a verb where that is done."""
        return reverse(f"desk:{verb + '_' if verb else ''}{self.one}", args=[self.name_of(thing)])

    @property
    def list_url(self) -> str:
        return reverse(f"desk:{self.key}")

    def look_of(self, thing: Any) -> Look:
        """Its state for people."""
        return look(self.looks, thing.status)

    def turn_of(self, thing: Any) -> str:
        """Whose turn it is: ours, theirs, or nobody's any more."""
        if not matches(self.ours, thing):
            return "theirs" if self.theirs is not None and matches(self.theirs, thing) else "over"
        return "ours"


@dataclass(frozen=True, slots=True)
class Listed:
    """A thing in a list. `since` is when it began to wait, or in the list of those done when it ended."""

    queue: Queue
    thing: Any
    words: Words
    since: dt.datetime
    tab: str

    @property
    def key(self) -> str | int:
        return self.queue.name_of(self.thing)

    @property
    def url(self) -> str:
        return self.queue.url(self.thing)

    @property
    def look(self) -> Look:
        return self.queue.look_of(self.thing)

    @property
    def is_ours(self) -> bool:
        return self.queue.turn_of(self.thing) == "ours"

    @property
    def due(self) -> dt.date | None:
        """By when an answer is due, if it is ours to give."""
        return self.queue.due(self.thing) if self.is_ours else None

    @property
    def is_overdue(self) -> bool:
        """That day has gone by."""
        return self.due is not None and self.due < timezone.localdate()

    @property
    def waits_long(self) -> bool:
        """It has been our turn for more than a workday of whoever handles it."""
        country = self.thing.partner.country if self.thing.partner else ""
        return timezone.now() > a_workday_later(self.since, country)


def due_after(column: str, workdays: int) -> Callable[[Any], dt.date | None]:
    """An answer is due so many workdays after what a column tells, by the calendar of who handles the thing."""

    def due(thing: Any) -> dt.date | None:
        began = getattr(thing, column)
        country = thing.partner.country if thing.partner else "NO"
        return began and workdays_after(timezone.localdate(began), workdays, country)

    return due


def matches(condition: Q, thing: Any) -> bool:
    """Whether a thing in hand meets a condition of its queue; they compare columns with values and nothing else."""

    def met(part: Any) -> bool:
        if isinstance(part, Q):
            answers = [met(child) for child in part.children]
            held = any(answers) if part.connector == Q.OR else all(answers)
            return not held if part.negated else held
        name, _lookup, kind = part[0].partition("__")
        value = getattr(thing, name)
        return value in part[1] if kind == "in" else bool(value == part[1])

    return met(condition)
