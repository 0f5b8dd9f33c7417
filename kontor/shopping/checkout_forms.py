"""The checkout's form: its shape. The rules are in `checkout.problems`, which also holds when the order is placed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Address
from kontor.kit.text import Text
from kontor.orders.models import Order
from kontor.shopping.checkout import DELIVERY, FIELDS, INVOICE, Answers, Typed, problems
from kontor.shopping.review import Review


class _AskedByTheRules:
    """A field that is needed; that it is missing is said by the rules, in their words."""

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:  # type: ignore[attr-defined]
            super().validate(value)  # type: ignore[misc]


class _Choice(_AskedByTheRules, forms.TypedChoiceField):
    pass


class _Text(_AskedByTheRules, forms.CharField):
    pass


class _Email(_AskedByTheRules, forms.EmailField):
    pass


class _Day(_AskedByTheRules, forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CheckoutForm(forms.Form):
    """All that is answered at the checkout; `review` says what the answers must fit."""

    use_required_attribute = False

    ship_to = _Choice(label=_("Deliver to"), coerce=int, empty_value=None)
    phone = _Text(
        label=_("Telephone of whoever receives it"),
        max_length=32,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "tnum"}),
    )
    delivery = _Choice(label=_("When does it suit you?"), choices=Order.Delivery.choices)
    wish_from = _Day(label=_("From"))
    wish_to = _Day(label=_("Until"))
    wishes = forms.CharField(
        label=_("Special wishes"),
        required=False,
        max_length=300,
        help_text=_("The driver reads this. At most 300 characters."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    bill_to = _Choice(label=_("Invoice to"), coerce=int, empty_value=None)
    invoice_email = _Email(
        label=_("E-mail for the invoice"),
        help_text=_("The invoice comes as a PDF when goods are sent."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    reference = forms.CharField(
        label=_("Your order number"),
        required=False,
        max_length=60,
        help_text=_("Stands on the confirmation and on every invoice."),
    )
    accepted = forms.BooleanField(label=_("I accept the terms of sale"), required=False)

    def __init__(self, data: Mapping[str, Any], *, review: Review) -> None:
        super().__init__(data)
        self.review = review
        for name, kind in (("ship_to", Address.Kind.DELIVERY), ("bill_to", Address.Kind.BILLING)):
            choice = self.fields[name]
            assert isinstance(choice, forms.TypedChoiceField)
            choice.choices = [(one.pk, one.name) for one in review.places(kind)]
            choice.error_messages["invalid_choice"] = str(_("Choose an address."))
        self.fields["phone"].required = review.charges.by_forwarder
        self.fields["wishes"].error_messages["max_length"] = str(
            _("At most %(limit_value)d characters; these are %(show_value)d.")
        )

    def answers(self) -> Answers:
        """What could be read of the answers."""
        known = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return Answers(**known)

    def check(self) -> None:
        """Let the rules say what the shape did not."""
        self.is_valid()
        self.add_problems(problems(self.answers(), self.review))

    def add_problems(self, found: Iterable[tuple[str, Text]]) -> None:
        for name, message in found:
            if name not in self.errors:
                self.add_error(name, str(message))

    def keep_errors_of(self, names: Iterable[str]) -> None:
        """Say for now only what is wrong with these fields."""
        for name in [name for name in self.errors if name not in set(names)]:
            del self.errors[name]

    def be_gentle(self) -> None:
        """Nothing is wrong with what has not been asked yet."""
        self.keep_errors_of(name for name in FIELDS if self.data.get(name))

    def lacks(self, names: Iterable[str]) -> bool:
        """Whether a part of the page still lacks something."""
        return any(name in self.errors for name in names)

    @property
    def ship(self) -> Address | None:
        """The chosen place of delivery, also one that will not do."""
        return self._chosen("ship_to", Address.Kind.DELIVERY)

    @property
    def bill(self) -> Address | None:
        return self._chosen("bill_to", Address.Kind.BILLING)

    def _chosen(self, name: str, kind: str) -> Address | None:
        chosen = str(self.data.get(name, ""))
        return next((one for one in self.review.places(kind) if str(one.pk) == chosen), None)


def typed_in(posted: Mapping[str, Any]) -> Typed:
    """The answers as they stand in a form that came back."""
    return {name: str(posted[name]) for name in FIELDS if name in posted}


def key_in(posted: Mapping[str, Any]) -> uuid.UUID | None:
    """The checkout's key that a form brought back."""
    try:
        return uuid.UUID(str(posted.get("key", "")))
    except ValueError:
        return None


PARTS: Mapping[str, tuple[str, ...]] = {"delivery": DELIVERY, "invoice": INVOICE}
