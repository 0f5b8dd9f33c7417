"""What the portal knows about a person (CO-9): every app says where, and what becomes of it when the account is deleted.

    personal.register(
        Personal("orders.Order", _("Orders"), person=("member__user",), fields=("number", "placed_at"), why=LAW),
    )

in `AppConfig.ready`. `tests/test_personal_data.py` fails for a model with an account, a member or an e-mail address that
is neither registered nor among those with a reason. Only a named system actor reads or erases by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text

LAW = _("The law asks us to keep it. It then says “former user”.")
OTHERS = _("It belongs to the company. It then says “former user”.")

NAMES: Final[Mapping[str, Text]] = {
    "at": _("When"),
    "body": _("Words"),
    "created_at": _("Since"),
    "kind": _("Kind"),
    "loaded_at": _("Loaded"),
    "opened_at": _("Opened"),
    "params": _("Particulars"),
    "read_at": _("Read"),
    "registered_at": _("Registered"),
    "sent_at": _("Sent"),
    "subject": _("About"),
    "subject_id": _("Number"),
    "template": _("Kind"),
    "updated_at": _("Changed"),
    "verb": _("What"),
    "written_at": _("Written"),
    "began_at": _("Signed in"),
    "seen_at": _("Last seen"),
    "ended_at": _("Ended"),
    "user_agent": _("Browser"),
    "address": _("Network address"),
    "asked_at": _("Asked"),
    "done_at": _("Done"),
    "last_used_at": _("Last used"),
    "taken_over_at": _("Taken over"),
    "accepted_at": _("Accepted"),
    "area": _("Product area"),
    "case": _("Case"),
    "company": _("Company"),
    "holding": _("Machine"),
    "partner": _("Service partner"),
    "invoice_email": _("E-mail for invoices"),
    "since": _("Since"),
    "total": _("Total"),
    "type": _("Kind"),
}
"""Columns that have no name for people of their own."""

type Rows = QuerySet[Any]
type Files = Callable[[list[Any]], Iterable[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Personal:
    """Rows of one model that are about a person.

    `person` are the ways from a row to the account, `email` those to an address that is compared with the account's.
    `fields` are shown and downloaded. `erase` takes the rows when the account goes and answers how many went; where
    there is none, `why` says why they stay. `files` gives what was uploaded with them.
    """

    model: str
    title: Text
    fields: tuple[str, ...]
    person: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    erase: Callable[[Rows], int] | None = None
    why: Text = ""
    files: Files | None = None

    def rows(self, user: Any) -> Rows:
        """The rows about this person, oldest first."""
        model = apps.get_model(self.model)
        about = Q()
        for path in self.person:
            about |= Q(**{path: user.pk})
        for path in self.email:
            about |= Q(**{f"{path}__iexact": user.email})
        found: Rows = model._default_manager.filter(about).order_by("pk")
        return found

    def labels(self) -> list[str]:
        """The fields by the names that people know them by; "company, name" for one of another model."""
        return [", ".join(_names(apps.get_model(self.model), path)) for path in self.fields]


def _names(model: type[Model], path: str) -> Iterator[str]:
    for part in path.split("__"):
        column = model._meta.get_field(part)
        yield str(NAMES.get(part) or getattr(column, "verbose_name", part))
        model = column.related_model or model


def _in_words(model: type[Model], path: str, value: Any) -> Any:
    """What a column holds as people read it: the word of a choice, several of them one after the other, yes or no."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    column: Any = None
    for part in path.split("__"):
        column = model._meta.get_field(part)
        model = column.related_model or model
    words = dict(getattr(getattr(column, "base_field", column), "flatchoices", ()))
    if isinstance(value, list):
        return ", ".join(str(words.get(one, one)) for one in value)
    return str(words[value]) if isinstance(value, str | int) and value in words else value


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of data about a person: how many rows, what goes and what stays and why."""

    personal: Personal
    count: int
    rows: list[dict[str, Any]] = field(default_factory=list)

    @property
    def goes(self) -> bool:
        """Whether it is erased with the account."""
        return self.personal.erase is not None


_known: dict[str, Personal] = {}


def register(*kinds: Personal) -> None:
    """Let these rows be shown, downloaded and erased. Lower floors come first."""
    for one in kinds:
        if one.erase is None and not one.why:
            raise ValueError(f"{one.model}: why does it stay?")
        _known[one.model] = one


def known() -> Sequence[Personal]:
    """Everything that is registered."""
    return list(_known.values())


def delete(rows: Rows) -> int:
    """Erase by deleting the rows."""
    count = rows.count()
    rows.delete()
    return count


def blank(**values: Any) -> Callable[[Rows], int]:
    """Erase by emptying columns; the row itself stays."""

    def emptied(rows: Rows) -> int:
        return rows.update(**values)

    return emptied


def preview(user: Any, *, rows: int = 0) -> list[Section]:
    """What there is about a person, higher floors first, with the first rows of each kind."""
    kinds = reversed(_known.values())
    found = (Section(one, one.rows(user).count(), _shown(one, user, rows)) for one in kinds)
    return [section for section in found if section.count]


def export(user: Any) -> Iterator[tuple[Personal, list[dict[str, Any]]]]:
    """All rows about a person, kind by kind."""
    for one in _known.values():
        if found := _read(one, user, None):
            yield one, found


def files(user: Any) -> Iterator[tuple[str, bytes]]:
    """What the person has uploaded: name and content."""
    for one in _known.values():
        if one.files is not None:
            yield from one.files(list(one.rows(user).values_list("pk", flat=True)))


def erase(user: Any) -> dict[str, int]:
    """Erase what need not stay, higher floors first; how many rows of each kind. Only inside a system job."""
    gone = {}
    for one in reversed(_known.values()):
        if one.erase is not None and (count := one.erase(one.rows(user))):
            gone[one.model] = count
    return gone


def _shown(one: Personal, user: Any, most: int) -> list[dict[str, Any]]:
    model = apps.get_model(one.model)
    rows = _read(one, user, most)
    return [{path: _in_words(model, path, value) for path, value in row.items()} for row in rows]


def _read(one: Personal, user: Any, most: int | None) -> list[dict[str, Any]]:
    if most == 0:
        return []
    rows = one.rows(user).values(*one.fields)
    return list(rows if most is None else rows[:most])
