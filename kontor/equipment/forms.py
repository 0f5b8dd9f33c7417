"""Shapes of what one says about machines; the rules are in the actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from kontor.companies.choosing import Colleagues
from kontor.companies.models import Address, Member
from kontor.companies.people import sites
from kontor.companies.visibility import sees_company
from kontor.equipment.models import Holding, Meter
from kontor.equipment.queries import NOBODY, SORTS, Wanted, areas_with_machines, locations_for
from kontor.equipment.units import unit_of
from kontor.kit.formats import number
from kontor.kit.looks import LOOKS
from kontor.kit.one_of import OFFERED, Offer, OneOfField, Said
from kontor.kit.text import Text
from kontor.partners.models import ProductArea

SORT_WORDS: dict[str, Text] = {
    "reference": gettext_lazy("By your own name"),
    "serial": gettext_lazy("By serial number"),
    "location": gettext_lazy("By place"),
    "-registered_at": gettext_lazy("Newest first"),
}
UNKNOWN: Final = gettext_lazy("No colleague is called “%(typed)s” or has this e-mail.")
SEVERAL: Final = gettext_lazy("“%(typed)s” fits several colleagues: choose one.")
MOST_KEYWORDS: Final = 10
LONGEST_KEYWORD: Final = 40
# 4931; 4 931,5; 4.931,5; 4,931.5: groups of three, and at most one decimal.
FIGURES: Final = re.compile(r"(\d{1,3}(?:([ .,'’])\d{3})(?:\2\d{3})*|\d+)(?:(?!\2)[.,](\d))?", re.ASCII)


def read_value(text: str) -> Decimal | None:
    """A reading as people write it; None for what is none. Meters have one decimal, so three figures are a group."""
    text = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").split())
    found = FIGURES.fullmatch(text)
    if found is None:
        return None
    whole, _between, decimal = found.groups()
    return Decimal(f"{re.sub(r'\D', '', whole)}.{decimal or 0}")


class ReadingForm(forms.Form):
    """A new reading of a meter. The question whether one is sure is only shown once it was asked."""

    use_required_attribute = False

    value = forms.CharField(
        label=gettext_lazy("New reading"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "tnum"}),
        error_messages={"required": gettext_lazy("Write what the meter shows.")},
    )
    read_on = forms.DateField(
        label=gettext_lazy("Date of the reading"),
        widget=forms.DateInput(attrs={"type": "date", "class": "tnum"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Say on which day it was read."),
            "invalid": gettext_lazy("This is not a day. Write it as 2026-11-30."),
        },
    )
    sure = forms.BooleanField(label=gettext_lazy("I have looked again, the number is right"), required=False)

    def __init__(self, data: QueryDict | None = None, *, meter: Meter) -> None:
        super().__init__(data, initial={"read_on": timezone.localdate()})
        self.meter = meter
        self.unit = unit_of(meter.kind)
        self.asks = bool(data and data.get("sure"))
        self.fields["read_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def clean_value(self) -> Decimal:
        text: str = self.cleaned_data["value"]
        if text.startswith(("-", "\N{MINUS SIGN}")) and read_value(text[1:]) is not None:
            raise forms.ValidationError(_("A meter does not show less than nothing."))
        value = read_value(text)
        if value is None:
            raise forms.ValidationError(
                _(
                    "“%(text)s” is not a number we can read. Write it as %(example)s, with one decimal at most."
                ),
                params={"text": text, "example": number(Decimal("4931.5"))},
            )
        return value


class DescriptionForm(forms.Form):
    """What a company calls a machine, finds it by, and where it stands."""

    use_required_attribute = False

    reference = forms.CharField(
        label=gettext_lazy("Your own name for it"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("As your people say: Digger 7, Press in hall B."),
    )
    location = forms.CharField(
        label=gettext_lazy("Where it stands"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("A site, a hall, a room."),
    )
    keywords = forms.CharField(
        label=gettext_lazy("Keywords"),
        required=False,
        max_length=600,
        help_text=gettext_lazy("With commas between them. You find the machine by them: GPS, rototilt."),
    )

    def clean_keywords(self) -> list[str]:
        words = [" ".join(word.split()) for word in self.cleaned_data["keywords"].split(",")]
        words = list({word.casefold(): word for word in reversed(words) if word}.values())[::-1]
        if len(words) > MOST_KEYWORDS:
            raise forms.ValidationError(
                _("At most %(most)s keywords; these are %(count)s."),
                params={"most": MOST_KEYWORDS, "count": len(words)},
            )
        if long := next((word for word in words if len(word) > LONGEST_KEYWORD), None):
            raise forms.ValidationError(
                _("“%(word)s” is too long for a keyword."), params={"word": f"{long[:LONGEST_KEYWORD]}…"}
            )
        return words


class DescribeForm(DescriptionForm):
    """The same, and at which of the company's places it stands, for those who see all of the company."""

    site = forms.ModelChoiceField(
        label=gettext_lazy("At which of your delivery addresses"),
        queryset=Address.objects.none(),
        required=False,
        empty_label=gettext_lazy("None of them"),
        help_text=gettext_lazy("Users who see one place only see the machines that stand there."),
    )

    def __init__(self, *args: Any, by: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["site"].queryset = sites(by)  # type: ignore[attr-defined]
        if not sees_company(by):
            del self.fields["site"]


class RegisterForm(DescriptionForm):
    """A machine by its product area and serial number (EQ-1)."""

    area = forms.ModelChoiceField(
        label=gettext_lazy("Product area"),
        queryset=ProductArea.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Choose what kind of machine it is."),
            "invalid_choice": gettext_lazy("Choose what kind of machine it is."),
        },
    )
    serial = forms.CharField(
        label=gettext_lazy("Serial number"),
        max_length=60,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "id",
            }
        ),
        error_messages={"required": gettext_lazy("Write the number on the nameplate.")},
    )
    field_order = ("area", "serial", "reference", "location", "keywords")

    def __init__(self, data: QueryDict | None = None, *, initial: dict[str, Any] | None = None) -> None:
        areas = list(areas_with_machines())
        first = {"area": areas[0].pk} if len(areas) == 1 else {}
        super().__init__(data, initial=first | (initial or {}))
        self.areas = areas
        self.fields["area"].queryset = areas_with_machines()  # type: ignore[attr-defined]

    @property
    def chosen_area(self) -> str:
        """The key of the area that stands chosen."""
        return str(self["area"].value() or "")


class AssignForm(forms.Form):
    """A colleague who is to look after machines."""

    use_required_attribute = False

    member = OneOfField(
        label=gettext_lazy("Colleague"),
        suggest_url=reverse_lazy("equipment:colleagues"),
        empty_label=gettext_lazy("Choose a colleague"),
        placeholder=gettext_lazy("Name or e-mail"),
        error_messages={
            "required": gettext_lazy("Choose a colleague."),
            "invalid_choice": gettext_lazy("Choose a colleague."),
            "unknown": UNKNOWN,
            "several": SEVERAL,
        },
    )

    def __init__(self, data: QueryDict | None = None, *, colleagues: Colleagues) -> None:
        super().__init__(data)
        self.fields["member"].choose_from(colleagues)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Filter:
    """A set filter, to be shown as a chip: the key in the address, what is filtered, by which value."""

    key: str
    label: str
    value: str


class FilterForm(forms.Form):
    """Search, filters and sort. What makes no sense is as if it had not been asked."""

    q = forms.CharField(required=False, max_length=100)
    area = forms.ChoiceField(required=False)
    location = forms.ChoiceField(required=False)
    state = forms.ChoiceField(required=False)
    member = forms.ChoiceField(required=False)
    due = forms.BooleanField(required=False)
    sort = forms.ChoiceField(required=False, choices=[(key, key) for key in SORTS])

    # Among too many colleagues for a select: what was typed, and what is to be said about it.
    types_colleague = False
    typed = unclear = ""
    candidates: Sequence[Offer] = ()

    def __init__(self, data: QueryDict, *, member: Member, colleagues: Colleagues | None) -> None:
        """Who assigns machines filters by colleague too."""
        super().__init__(data)
        self.colleagues = colleagues
        places = locations_for(member)
        self.areas: list[tuple[str, str]] = [(area.code, area.name) for area in areas_with_machines()]
        self.locations: list[tuple[str, str]] = [(place, place) for place in places]
        self.states: list[tuple[str, Text]] = [
            (state, LOOKS["machine"][state].word) for state in Holding.Status.values
        ]
        self.members = self._members(colleagues) if colleagues else []
        for name, choices in (
            ("area", self.areas), ("location", self.locations), ("state", self.states), ("member", self.members)
        ):  # fmt: skip
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.is_valid()

    def _members(self, colleagues: Colleagues) -> list[tuple[str, str]]:
        """Nobody, and every colleague; where they are too many, whoever is asked for."""
        people = colleagues.few()
        self.types_colleague = people is None
        if people is None:
            people = self._asked(colleagues)
        return [(NOBODY, _("Nobody")), *((str(one.pk), one.name) for one in people)]

    def _asked(self, colleagues: Colleagues) -> Sequence[Member]:
        """The one colleague whom the address or what was typed means; of several, who might be meant is kept."""
        said = Said.of(self.data, "member")
        if said.key or not said.typed:
            return [one for one in [colleagues.get(said.key)] if one]
        self.typed = said.typed
        found = colleagues.like(said.typed)
        if len(found) != 1:
            self.unclear = (SEVERAL if found else UNKNOWN) % {"typed": said.typed}
            self.candidates = [colleagues.offer(one) for one in found[:OFFERED]]
            return []
        self.data = {**self.data, "member": str(found[0].pk)}
        return found

    def value(self, name: str) -> str:
        """What was asked of one field; empty when nothing or nonsense."""
        return str(self.cleaned_data.get(name, ""))

    def _options(self, name: str, choices: Sequence[tuple[str, Text]]) -> list[dict[str, Any]]:
        chosen = self.value(name)
        return [{"value": value, "label": label, "chosen": value == chosen} for value, label in choices]

    @property
    def area_options(self) -> list[dict[str, Any]]:
        return self._options("area", self.areas)

    @property
    def location_options(self) -> list[dict[str, Any]]:
        return self._options("location", self.locations)

    @property
    def state_options(self) -> list[dict[str, Any]]:
        return self._options("state", self.states)

    @property
    def member_options(self) -> list[dict[str, Any]]:
        return self._options("member", self.members)

    @property
    def only_due(self) -> bool:
        return bool(self.cleaned_data.get("due"))

    def wanted(self) -> Wanted:
        """The machines one looks for."""
        return Wanted(
            search=self.value("q").strip(),
            area=self.value("area"),
            location=self.value("location"),
            state=self.value("state"),
            due=self.only_due,
            member=self.value("member"),
            sort=self.value("sort") or "reference",
        )

    def filters(self) -> Sequence[Filter]:
        """The set filters in words."""
        known: list[tuple[str, str, dict[str, Any]]] = [
            ("area", _("Product area"), dict(self.areas)),
            ("location", _("Place"), dict(self.locations)),
            ("state", _("State"), dict(self.states)),
            ("member", _("Looked after by"), dict(self.members)),
        ]
        chosen = [
            Filter(key, label, str(words[self.value(key)])) for key, label, words in known if self.value(key)
        ]
        if self.typed:  # what stands in the address goes when the filter is taken away
            chosen = [replace(one, key="member_typed") if one.key == "member" else one for one in chosen]
        if self.only_due:
            chosen.append(Filter("due", "", _("Reading due")))
        if search := self.value("q").strip():
            chosen.insert(0, Filter("q", pgettext("filter", "Search"), search))
        return chosen
