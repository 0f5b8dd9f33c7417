"""A form field for one thing of a list that may be long: few are chosen from a select, one of many is typed.

While one types, the server offers what matches (htmx); without JavaScript what was typed is looked up when the form is
sent. Whatever matches more than one thing, or none, is an error beside the field, with the candidates to choose from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text

FEW: Final = 50
"""So many one chooses from a select; of more one types."""
OFFERED: Final = 10
"""So many of those that match are offered."""
FEWEST: Final = 2
"""So many letters one types before anything is offered."""
TYPED: Final = "_typed"
"""What the name of the text field ends with, beside the field's own name for the key of a candidate."""


class Long[T](Protocol):
    """A list that may be long, as far as whoever chooses may see it."""

    def few(self) -> Sequence[T] | None:
        """All of it in its order; None where that are more than `FEW`."""

    def get(self, key: str) -> T | None:
        """The one with this key, if it is one of them."""

    def like(self, typed: str) -> Sequence[T]:
        """The one that is called exactly so, else those that match, at most one more than `OFFERED`."""

    def offer(self, one: T) -> Offer:
        """How one of them is shown."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One to choose: its key, what it is called, and what tells it from others of that name."""

    key: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What was sent: what was typed, and the key of one that was offered.

    Where both are sent the key counts among what matches: one may have gone on typing after choosing.
    """

    key: str = ""
    typed: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any], name: str) -> Said:
        return cls(str(data.get(name) or ""), cleaned(str(data.get(f"{name}{TYPED}") or "")))


def cleaned(typed: str) -> str:
    """What was typed, fit to be looked for."""
    return " ".join(typed.replace("\0", " ").split())[:100]


class OneOfWidget(forms.Widget):
    """A select, or a text field with what matches below it."""

    template_name = "kit/forms/one_of.html"
    options: Sequence[Offer] | None = ()
    offered: Sequence[Offer] = ()

    def __init__(self, *, suggest_url: Text, empty_label: Text, placeholder: Text) -> None:
        super().__init__()
        self.suggest_url, self.empty_label, self.placeholder = suggest_url, empty_label, placeholder

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Said:
        return Said.of(data, name)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and f"{name}{TYPED}" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, "", attrs)
        said = value if isinstance(value, Said) else Said()
        options = None if self.options is None else _rows(self.options, said.key)
        own = {"said": said, "options": options, "one_of": self, "typed": TYPED}
        return context | own | offers(self.offered, chosen=said.key)


def offers(found: Sequence[Offer], *, chosen: str = "", searched: str = "") -> dict[str, Any]:
    """What `kit/forms/offers.html` shows besides the name of the field; `searched` was typed just now."""
    return {
        "offered": _rows(found[:OFFERED], chosen),
        "more": len(found) > OFFERED,
        "searched": searched,
    }


def _rows(found: Sequence[Offer], chosen: str) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "name": one.name, "note": one.note, "chosen": one.key == chosen} for one in found
    ]


class OneOfField(forms.Field):
    """One thing of the list that `choose_from` is given; cleans to it, or to None where nothing is said and nothing has to be."""

    default_error_messages = {
        "invalid_choice": _("This is not one of them any more."),
        "unknown": _("Nothing matches “%(typed)s”."),
        "several": _("Several match “%(typed)s”: choose one."),
    }

    def __init__(
        self, *, suggest_url: Text = "", empty_label: Text = "", placeholder: Text = "", **kwargs: Any
    ) -> None:
        widget = OneOfWidget(suggest_url=suggest_url, empty_label=empty_label, placeholder=placeholder)
        super().__init__(widget=widget, **kwargs)

    def choose_from(self, things: Long[Any]) -> None:
        """The list, for whom the form is made."""
        self.things = things
        few = things.few()
        self.widget.options = None if few is None else [things.offer(one) for one in few]

    def clean(self, value: Said) -> Any:
        if not (value.key or value.typed):
            if self.required:
                raise self._error("required", value)
            return None
        if value.typed:
            alike = list(self.things.like(value.typed))
        else:
            alike = [one for one in [self.things.get(value.key)] if one is not None]
        self.widget.offered = [self.things.offer(one) for one in alike]
        found = [one for one in alike if self.things.offer(one).key == value.key] or alike
        if len(found) != 1:
            raise self._error("several" if found else "invalid_choice" if value.key else "unknown", value)
        return found[0]

    def _error(self, code: str, value: Said) -> forms.ValidationError:
        return forms.ValidationError(self.error_messages[code], code=code, params={"typed": value.typed})
