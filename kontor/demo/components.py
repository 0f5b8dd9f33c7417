"""The sheet of all components, as they are: for whoever builds a page, and for the tests that look at it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kontor.kit.looks import LOOKS
from kontor.kit.one_of import Offer, OneOfField

TOKENS = [
    "ground",
    "surface",
    "sunken",
    "raised",
    "line",
    "line-strong",
    "control",
    "ink-3",
    "ink-2",
    "ink",
    "brand",
    "brand-soft",
    "brand-line",
    "brand-deep",
    "ok",
    "ok-soft",
    "info",
    "info-soft",
    "warn",
    "warn-soft",
    "danger",
    "danger-soft",
    "idle",
    "idle-soft",
    "focus",
]


TOASTS = [
    (constants.SUCCESS, "2 × Return filter RF 330 in the cart."),
    (constants.INFO, "Everything you typed is here again."),
    (constants.WARNING, "3 lines taken. 1 is to be cleared up."),
    (constants.ERROR, "This article is no longer sold."),
]


class People:
    """As if they were too many for a select."""

    known: Final = {
        "tom": Offer("tom", "Tom Vik", "tom@fjordbygg.example"),
        "tomas": Offer("tomas", "Tomas Vikan", "tomas@fjordbygg.example"),
    }

    def few(self) -> None:
        return None

    def get(self, key: str) -> Offer | None:
        return self.known.get(key)

    def like(self, typed: str) -> list[Offer]:
        return [one for one in self.known.values() if typed in one.name.lower()]

    def offer(self, one: Offer) -> Offer:
        return one


class Sample(forms.Form):
    """One field of each kind, three of them with errors."""

    reference = forms.CharField(
        label="Your order number", required=False, help_text="Printed on the invoice and the delivery note."
    )
    postcode = forms.RegexField(
        r"^\d{4}$", label="Postcode", error_messages={"invalid": "A Norwegian postcode has four digits."}
    )
    frozen = forms.CharField(
        label="Frozen",
        required=False,
        help_text="Addresses of a placed order cannot change.",
        widget=forms.TextInput({"readonly": True}),
    )
    weight = forms.DecimalField(label="Weight", required=False)
    country = forms.ChoiceField(label="Country", choices=[("NO", "Norway"), ("DE", "Germany")])
    way = forms.ChoiceField(
        label="Payment", choices=[("invoice", "Invoice"), ("card", "Card")], widget=forms.RadioSelect
    )
    story = forms.CharField(
        label="What happened?",
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Tell us in a sentence."},
    )
    colleague = OneOfField(
        label="Who looks after it?",
        placeholder="Name or e-mail",
        error_messages={"several": "“%(typed)s” fits several people: choose one."},
    )
    remember = forms.BooleanField(label="Remember me", required=False)
    wished_from = forms.DateField(label="From", widget=forms.DateInput({"type": "date"}))
    wished_until = forms.DateField(label="To", widget=forms.DateInput({"type": "date"}))

    def __init__(self, data: dict[str, str]) -> None:
        super().__init__(data)
        self.fields["colleague"].choose_from(People())  # type: ignore[attr-defined]


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every component in each of its states; `?color=a62b1f` shows them in another operator's colour."""
    today = timezone.localdate()
    first = today + timedelta(days=14 - today.weekday())
    form = Sample(
        {
            "reference": "FB-26-1184",
            "postcode": "703",
            "frozen": "E6 Sluppen, gate 3",
            "weight": "12.5",
            "country": "NO",
            "way": "invoice",
            "colleague_typed": "tom",
            "remember": "on",
            "wished_from": first.isoformat(),
            "wished_until": (first + timedelta(days=2)).isoformat(),
        }
    )
    return render(
        request,
        "kit/components.html",
        {
            "form": form,
            "looks": LOOKS,
            "toasts": [Message(level, text) for level, text in TOASTS],
            "tokens": TOKENS,
            "earliest": (first - timedelta(days=3)).isoformat(),
            "net": Decimal("471.73"),
            "hundred": Decimal("38.20"),
            "sorts": [("name", "Name"), ("-placed", "Newest first")],
            "steps": ["You", "Colleagues", "Company", "Areas and password", "Confirm e-mail"],
            "parts": ["full", "way", "open"],
            "now": timezone.now(),
            "yesterday": timezone.now() - timedelta(days=1),
            "earlier": timezone.now() - timedelta(days=9),
        },
    )
