"""What one may ask of the list of cases, and what one writes in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.companies.models import Member
from kontor.equipment.models import Holding
from kontor.kit.formats import file_size
from kontor.kit.pictures import CHOOSE_AGAIN, MAX_BYTES, PicturesField
from kontor.kit.text import Text
from kontor.service import queries
from kontor.service.actions import MAX_PICTURES
from kontor.service.models import Case

MAX_WORDS: Final = 5000
MACHINES_TO_CHOOSE: Final = 100
MACHINES_FOUND: Final = 25
MAX_REQUEST: Final = 120_000_000
SORT_WORDS: Final[dict[str, Text]] = {
    "-last_at": gettext_lazy("Last written first"),
    "last_at": gettext_lazy("Longest silent first"),
}
TAB_WORDS: Final[dict[str, Text]] = {
    "open": gettext_lazy("Open"),
    "mine": gettext_lazy("Your turn"),
    "solved": gettext_lazy("Solved"),
    "all": gettext_lazy("All"),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A set filter, to be shown as a chip: the key in the address, what is filtered, by which value."""

    key: str
    label: str
    value: str


class FilterForm(forms.Form):
    """Tab, search, filters and sort. What makes no sense is as if it had not been asked."""

    tab = forms.ChoiceField(required=False, choices=[(key, key) for key in queries.TABS])
    q = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(required=False, choices=Case.Kind.choices)
    machine = forms.ModelChoiceField(Holding.objects.none(), required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in queries.SORTS])

    def __init__(self, data: QueryDict, *, member: Member) -> None:
        super().__init__(data)
        self.fields["machine"].queryset = Holding.objects.visible_to(member).select_related("machine")  # type: ignore[attr-defined]
        self.is_valid()

    def value(self, name: str) -> str:
        """What was asked of one field; empty when nothing or nonsense."""
        return str(self.cleaned_data.get(name) or "")

    @property
    def tab_now(self) -> str:
        return self.value("tab") or "open"

    @property
    def tabs(self) -> Sequence[tuple[str, Text, bool]]:
        """The tabs with their words, and whether it is the one shown."""
        return [(key, TAB_WORDS[key], key == self.tab_now) for key in queries.TABS]

    def wanted(self) -> queries.Wanted:
        """The cases one looks for."""
        machine: Holding | None = self.cleaned_data.get("machine")
        return queries.Wanted(
            tab=self.tab_now,
            search=self.value("q").strip(),
            kind=self.value("kind"),
            holding=machine.pk if machine else None,
            sort=self.value("sort") or "-last_at",
        )

    def filters(self) -> Sequence[Filter]:
        """The set filters in words."""
        found = []
        if search := self.value("q").strip():
            found.append(Filter("q", pgettext("filter", "Search"), search))
        if kind := self.value("kind"):
            found.append(Filter("kind", _("Kind of request"), str(Case.Kind(kind).label)))
        if machine := self.cleaned_data.get("machine"):
            found.append(Filter("machine", _("Machine"), machine.name))
        return found


class MachineField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django has none at run time
    """A machine by its name, model and number."""

    def label_from_instance(self, obj: Model) -> str:
        assert isinstance(obj, Holding)
        model = obj.machine.model if obj.machine else ""
        return ", ".join(dict.fromkeys(part for part in (obj.name, model, obj.serial) if part))


class WithPictures(forms.Form):
    """A form that takes photographs; whatever is wrong, its words stay."""

    def __init__(self, *args: Any, skipped: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pictures.skipped = skipped

    @property
    def pictures(self) -> PicturesField:
        field = self.fields["pictures"]
        assert isinstance(field, PicturesField)
        return field

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors and given.get("pictures"):
            self.add_error("pictures", CHOOSE_AGAIN)
        return given

    def refuse_all(self) -> None:
        """Say that what was sent was too much to be read at all."""
        limit = file_size(MAX_BYTES)
        self.errors.clear()
        self.add_error(
            "pictures",
            _("The pictures are too large together, each may have %(limit)s. Send fewer at once.")
            % {"limit": limit},
        )


def pictures_field() -> PicturesField:
    """Photographs beside a message."""
    return PicturesField(most=MAX_PICTURES, label=gettext_lazy("Pictures"))


class NewCaseForm(WithPictures):
    """What somebody needs from us."""

    holding = MachineField(
        Holding.objects.none(),
        required=False,
        label=gettext_lazy("Machine"),
        empty_label=gettext_lazy("No machine, in general"),
    )
    area = forms.ModelChoiceField(
        Holding.objects.none(),
        required=False,
        label=gettext_lazy("Product area"),
        empty_label=gettext_lazy("None in particular"),
        help_text=gettext_lazy("Without a machine this says whom it goes to."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    subject = forms.CharField(
        label=gettext_lazy("In one line"),
        max_length=120,
        help_text=gettext_lazy("So that you find it again."),
        error_messages={
            "required": gettext_lazy("Say in one line what it is about."),
            "max_length": gettext_lazy("At most %(limit_value)s characters, these are %(show_value)s."),
        },
    )
    body = forms.CharField(
        label=gettext_lazy("What happened?"),
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Since when, what you did before, what the machine shows."),
        error_messages={
            "required": gettext_lazy("Tell us what happened."),
            "max_length": gettext_lazy("At most %(limit_value)s characters, these are %(show_value)s."),
        },
    )
    pictures = pictures_field()

    def __init__(
        self, *args: Any, member: Member, machine: int | None = None, search: str = "", **kwargs: Any
    ) -> None:
        """`machine` is chosen already; among more machines than one likes to scroll through, `search` finds some."""
        super().__init__(*args, **kwargs)
        machines = queries.holdings_for_case(member)
        areas = queries.areas_for_case(member)
        holding, area, kind = self.fields["holding"], self.fields["area"], self.fields["kind"]
        holding.queryset, area.queryset = machines, areas  # type: ignore[attr-defined]
        self.search = search
        self.searches = machines.order_by()[: MACHINES_TO_CHOOSE + 1].count() > MACHINES_TO_CHOOSE
        first = (
            queries.machines_to_choose(member, search, MACHINES_FOUND + 1)
            if self.searches
            else list(machines)
        )
        self.found = min(len(first), MACHINES_FOUND)
        self.finds_more = self.searches and len(first) > MACHINES_FOUND
        first = first[:MACHINES_FOUND] if self.searches else first
        wanted = str(self.data.get("holding", "")) or str(machine or "")
        if wanted.isdecimal() and int(wanted) not in {one.pk for one in first}:
            first += list(machines.filter(pk=int(wanted)))
        if machine and any(one.pk == machine for one in first):
            self.initial["holding"] = machine
        label = holding.label_from_instance  # type: ignore[attr-defined]
        holding.choices = [("", holding.empty_label), *((one.pk, label(one)) for one in first)]  # type: ignore[attr-defined]
        if not first and not self.searches:
            del self.fields["holding"]
        shown = list(areas)
        area.choices = [("", area.empty_label), *((one.pk, one.name) for one in shown)]  # type: ignore[attr-defined]
        if len(shown) < 2:
            del self.fields["area"]
        kind.choices = [("", _("Choose")), *Case.Kind.choices]  # type: ignore[attr-defined]


class ReplyForm(WithPictures):
    """What a member writes in a case."""

    body = forms.CharField(
        label=gettext_lazy("Your answer"),
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Write something."),
            "max_length": gettext_lazy("At most %(limit_value)s characters, these are %(show_value)s."),
        },
    )
    pictures = pictures_field()
