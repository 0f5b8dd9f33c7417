"""What staff may ask of the queue of orders; everything stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.kit.text import Text
from kontor.orders.forms import SORT_WORDS, Filter
from kontor.orders.queries import Wanted
from kontor.orders.statuses import OrderStatus
from kontor.partners.models import Partner

# Tabs, the states that they hold, and how they are sorted unless one says otherwise: who waits longest comes first.
TABS: Final[dict[str, tuple[Text, str, str]]] = {
    "new": (gettext_lazy("New"), OrderStatus.PLACED, "placed_at"),
    "open": (gettext_lazy("Under way"), "open", "-placed_at"),
    "all": (gettext_lazy("All"), "", "-placed_at"),
}


# By amount only a company's own orders are sorted: no index holds those of all companies in that order.
SORTED_BY: Final = ("placed_at", "-placed_at")


class QueueForm(forms.Form):
    """Search, tab, partner and sort. What makes no sense is as if it had not been asked."""

    q = forms.CharField(required=False, max_length=100)
    tab = forms.ChoiceField(required=False, choices=[(key, key) for key in TABS])
    partner = forms.ChoiceField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in SORTED_BY])

    def __init__(self, data: QueryDict, *, partners: Sequence[Partner]) -> None:
        super().__init__(data)
        self.partners = partners
        self.fields["partner"].choices = [(str(one.pk), one.name) for one in partners]  # type: ignore[attr-defined]
        self.is_valid()

    def value(self, name: str) -> str:
        """What was asked of one field; empty when nothing or nonsense."""
        return str(self.cleaned_data.get(name, "")).strip()

    @property
    def tab_key(self) -> str:
        return self.value("tab") or "new"

    @property
    def sort_key(self) -> str:
        return self.value("sort") or TABS[self.tab_key][2]

    def wanted(self) -> Wanted:
        """The orders one looks for."""
        partner = self.value("partner")
        return Wanted(
            search=self.value("q"),
            state=TABS[self.tab_key][1],
            partner=int(partner) if partner else None,
            sort=self.sort_key,
        )

    def tabs(self) -> list[tuple[str, Text, bool]]:
        """Key, words, and whether it is the one shown."""
        return [(key, words, key == self.tab_key) for key, (words, _state, _sort) in TABS.items()]

    def sorts(self) -> list[tuple[str, Text]]:
        return [(key, SORT_WORDS[key]) for key in SORTED_BY]

    def filters(self) -> Sequence[Filter]:
        """The set filters in words."""
        chosen = []
        if search := self.value("q"):
            chosen.append(Filter("q", pgettext("filter", "Search"), search))
        if partner := self.value("partner"):
            name = next(one.name for one in self.partners if str(one.pk) == partner)
            chosen.append(Filter("partner", _("Partner"), name))
        return chosen
