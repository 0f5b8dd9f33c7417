"""What a company types about itself: its profile, places and contact persons (CO-7)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kontor.companies.addresses import NewAddress, countries_for, postcode_problem
from kontor.companies.models import Address, Company, Contact
from kontor.companies.profile import FIELDS
from kontor.kit.countries import country_name

TEL = {"type": "tel", "autocomplete": "tel", "class": "tnum"}


class ProfileForm(forms.Form):
    """Name, contact, telephone, e-mail for invoices and business address; the country is ours to change."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Name of the company"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    contact = forms.CharField(label=_("Contact person"), max_length=120, required=False)
    phone = forms.CharField(
        label=_("Telephone"), max_length=32, required=False, widget=forms.TextInput(attrs=TEL)
    )
    email = forms.EmailField(
        label=_("E-mail for invoices"), required=False, help_text=_("Invoices go there from now on.")
    )
    street = forms.CharField(
        label=_("Street and number"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=16,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "tnum"}),
    )
    city = forms.CharField(label=_("City"), max_length=60, required=False)

    def __init__(self, data: Any, *, company: Company) -> None:
        super().__init__(data, initial={name: getattr(company, name) for name in FIELDS})
        self.company = company

    def clean(self) -> None:
        postcode = self.cleaned_data.get("postcode")
        if postcode and (problem := postcode_problem(postcode, self.company.country)):
            self.add_error("postcode", str(problem))


class PlaceForm(forms.Form):
    """A place of the address book; `kind` decides in which countries it may be."""

    use_required_attribute = False

    name = forms.CharField(
        label=_("Name of the place"), max_length=100, help_text=_("Such as “E6 Sluppen, gate 3”.")
    )
    street = forms.CharField(
        label=_("Street and number"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "tnum"}),
    )
    city = forms.CharField(label=_("City"), max_length=60)
    country = forms.ChoiceField(label=_("Country"))
    phone = forms.CharField(
        label=_("Telephone of whoever receives it"),
        max_length=32,
        required=False,
        widget=forms.TextInput(attrs=TEL),
    )

    def __init__(self, data: Any, *, kind: str, country: str, address: Address | None = None) -> None:
        fields = ("name", "street", "postcode", "city", "country", "phone")
        initial = {name: getattr(address, name) for name in fields} if address else {"country": country}
        super().__init__(data, initial=initial)
        named = sorted(((code, country_name(code)) for code in countries_for(kind)), key=lambda one: one[1])
        self.fields["country"].choices = named  # type: ignore[attr-defined]

    def clean(self) -> None:
        postcode, country = self.cleaned_data.get("postcode"), self.cleaned_data.get("country", "")
        if postcode and (problem := postcode_problem(postcode, country)):
            self.add_error("postcode", str(problem))

    def address(self) -> NewAddress:
        return NewAddress(**self.cleaned_data)


class ContactForm(forms.Form):
    """Whom we call for what; an e-mail of a colleague ties the contact to their account."""

    use_required_attribute = False

    name = forms.CharField(label=_("Name"), max_length=120)
    purpose = forms.CharField(
        label=_("What for"), max_length=80, help_text=_("Such as “Deliveries to the yard” or “Invoices”.")
    )
    phone = forms.CharField(
        label=_("Telephone"), max_length=32, required=False, widget=forms.TextInput(attrs=TEL)
    )
    email = forms.EmailField(label=_("E-mail"), required=False)

    def __init__(self, data: Any, *, contact: Contact | None = None) -> None:
        fields = ("name", "purpose", "phone", "email")
        super().__init__(data, initial={name: getattr(contact, name) for name in fields} if contact else None)
