"""What one may ask of the list of orders; everything stands in the address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.kit.looks import LOOKS
from kontor.kit.text import Text
from kontor.orders.models import Order
from kontor.orders.queries import SORTS, Wanted
from kontor.orders.statuses import OrderStatus

SORT_WORDS: dict[str, Text] = {
    "-placed_at": gettext_lazy("Newest first"),
    "placed_at": gettext_lazy("Oldest first"),
    "-total": gettext_lazy("Largest amount first"),
    "total": gettext_lazy("Smallest amount first"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A set filter, to be shown as a chip: the key in the address, what is filtered, by which value."""

    key: str
    label: str
    value: str


def state_choices() -> list[tuple[str, Text]]:
    """All open ones, then state by state."""
    return [("open", _("All open")), *((state, LOOKS["order"][state].word) for state in OrderStatus.values)]


def period_choices() -> list[tuple[str, Text]]:
    """The last days, then this year and the three before."""
    year = timezone.localdate().year
    return [
        ("30", _("Last 30 days")),
        ("90", _("Last 90 days")),
        *((str(one), str(one)) for one in range(year, year - 4, -1)),
    ]


class FilterForm(forms.Form):
    """Search, filters and sort. What makes no sense is as if it had not been asked."""

    q = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(required=False)
    channel = forms.ChoiceField(required=False, choices=Order.Channel.choices)
    period = forms.ChoiceField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in SORTS])

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.states, self.periods = state_choices(), period_choices()
        self.fields["state"].choices = self.states  # type: ignore[attr-defined]
        self.fields["period"].choices = self.periods  # type: ignore[attr-defined]
        self.is_valid()

    def value(self, name: str) -> str:
        """What was asked of one field; empty when nothing or nonsense."""
        return str(self.cleaned_data.get(name, ""))

    def wanted(self) -> Wanted:
        """The orders one looks for."""
        since, until = self._days()
        return Wanted(
            search=self.value("q").strip(),
            state=self.value("state"),
            channel=self.value("channel"),
            since=since,
            until=until,
            sort=self.value("sort") or "-placed_at",
        )

    def _days(self) -> tuple[dt.date | None, dt.date | None]:
        match self.value("period"):
            case "":
                return None, None
            case "30" | "90" as days:
                return timezone.localdate() - dt.timedelta(days=int(days)), None
            case year:
                return dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)

    def filters(self) -> Sequence[Filter]:
        """The set filters in words."""
        known: list[tuple[str, str, dict[str, Text]]] = [
            ("state", _("State"), dict(self.states)),
            ("channel", _("Channel"), dict(Order.Channel.choices)),
            ("period", _("Period"), dict(self.periods)),
        ]
        chosen = [
            Filter(key, label, str(words[self.value(key)])) for key, label, words in known if self.value(key)
        ]
        if search := self.value("q").strip():
            chosen.insert(0, Filter("q", pgettext("filter", "Search"), search))
        return chosen
