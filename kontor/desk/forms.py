"""What staff may ask of a queue, which stands in the address, and what they decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.desk.queue import TABS, Queue, Wanted
from kontor.kit.text import Text
from kontor.orders.forms import SORT_WORDS, Filter
from kontor.orders.queries import Wanted as WantedOrders
from kontor.orders.statuses import OrderStatus
from kontor.partners.models import Partner, ProductArea


class ListForm(forms.Form):
    """Search, tab, partner and sort of a list. What makes no sense is as if it had not been asked."""

    q = forms.CharField(required=False, max_length=100)
    tab = forms.ChoiceField(required=False)
    partner = forms.ChoiceField(required=False)
    sort = forms.ChoiceField(required=False)

    first_tab: str
    only_when_chosen: Sequence[str] = ()

    def __init__(self, data: QueryDict, *, partners: Sequence[Partner]) -> None:
        super().__init__(data)
        self.partners = partners
        self.fields["partner"].choices = [(str(one.pk), one.name) for one in partners]  # type: ignore[attr-defined]
        self.fields["sort"].choices = self.sorts()  # type: ignore[attr-defined]
        self.fields["tab"].choices = [(key, key) for key in self.tab_words()]  # type: ignore[attr-defined]

    def value(self, name: str) -> str:
        """What was asked of one field; empty when nothing or nonsense."""
        return str(self.cleaned_data.get(name, "")).strip()

    def tab_words(self) -> dict[str, Text]:
        """The tabs by key."""
        raise NotImplementedError

    def sorts(self) -> list[tuple[str, Text]]:
        """Keys and words of the sorts."""
        raise NotImplementedError

    @property
    def tab_key(self) -> str:
        return self.value("tab") or self.first_tab

    def tabs(self) -> list[tuple[str, Text, bool]]:
        """Key (none for the first), words, and whether it is the one shown."""
        return [
            ("" if key == self.first_tab else key, words, key == self.tab_key)
            for key, words in self.tab_words().items()
            if key not in self.only_when_chosen or key == self.tab_key
        ]

    def filters(self) -> Sequence[Filter]:
        """The set filters in words."""
        chosen = []
        if search := self.value("q"):
            chosen.append(Filter("q", pgettext("filter", "Search"), search))
        if partner := self.value("partner"):
            name = next(one.name for one in self.partners if str(one.pk) == partner)
            chosen.append(Filter("partner", _("Partner"), name))
        return chosen


# Tabs, the states that they hold, and how they are sorted unless one says otherwise: who waits longest comes first.
ORDER_TABS: Final[dict[str, tuple[Text, str, str]]] = {
    "new": (gettext_lazy("New"), OrderStatus.PLACED, "placed_at"),
    "open": (gettext_lazy("Under way"), "open", "-placed_at"),
    "all": (gettext_lazy("All"), "", "-placed_at"),
}

# By amount only a company's own orders are sorted: no index holds those of all companies in that order.
ORDERS_SORTED_BY: Final = ("placed_at", "-placed_at")


class OrdersForm(ListForm):
    """The queue of orders."""

    first_tab = "new"

    def __init__(self, data: QueryDict, *, partners: Sequence[Partner]) -> None:
        super().__init__(data, partners=partners)
        self.is_valid()

    def tab_words(self) -> dict[str, Text]:
        return {key: words for key, (words, _state, _sort) in ORDER_TABS.items()}

    def sorts(self) -> list[tuple[str, Text]]:
        return [(key, SORT_WORDS[key]) for key in ORDERS_SORTED_BY]

    @property
    def sort_key(self) -> str:
        return self.value("sort") or ORDER_TABS[self.tab_key][2]

    def wanted(self) -> WantedOrders:
        """The orders one looks for."""
        partner = self.value("partner")
        return WantedOrders(
            search=self.value("q"),
            state=ORDER_TABS[self.tab_key][1],
            partner=int(partner) if partner else None,
            sort=self.sort_key,
        )


class QueueForm(ListForm):
    """Any other queue; those also go by product area."""

    first_tab = "todo"
    # Where one looks when a search finds nothing.
    only_when_chosen = ("all",)
    area = forms.ChoiceField(required=False)

    def __init__(
        self, data: QueryDict, *, queue: Queue, partners: Sequence[Partner], areas: Sequence[ProductArea]
    ) -> None:
        self.queue = queue
        super().__init__(data, partners=partners)
        self.areas = areas
        self.fields["area"].choices = [(one.code, one.name) for one in areas]  # type: ignore[attr-defined]
        self.is_valid()

    def tab_words(self) -> dict[str, Text]:
        return {key: words for key, words in TABS.items() if key != "theirs" or self.queue.theirs is not None}

    def sorts(self) -> list[tuple[str, Text]]:
        return [("age", SORT_WORDS["placed_at"]), ("-age", SORT_WORDS["-placed_at"])]

    @property
    def sort_key(self) -> str:
        """Work is done by age; what is done, or anything at all, one looks up from its newest end."""
        return self.value("sort") or ("-age" if self.tab_key in ("done", "all") else "age")

    def wanted(self) -> Wanted:
        """The things one looks for."""
        partner = self.value("partner")
        return Wanted(
            tab=self.tab_key,
            search=self.value("q"),
            partner=int(partner) if partner else None,
            area=self.value("area"),
            newest=self.sort_key == "-age",
        )

    def filters(self) -> Sequence[Filter]:
        chosen = list(super().filters())
        if code := self.value("area"):
            name = next(str(one.name) for one in self.areas if one.code == code)
            chosen.append(Filter("area", _("Product area"), name))
        return chosen
