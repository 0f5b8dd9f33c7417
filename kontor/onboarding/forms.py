"""The forms of a registration: their shape. The rules are in `applying.py` and `checks.py`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.accounts import passwords
from kontor.companies.forms import OwnDataForm
from kontor.companies.models import Company, Role
from kontor.kit.countries import country_name
from kontor.kit.errors import DomainError
from kontor.onboarding import checks, queries
from kontor.onboarding.checks import COUNTRIES
from kontor.onboarding.models import Registration
from kontor.partners.models import ProductArea


class Gentle(forms.Form):
    """The browser's own bubbles stay away; what lacks is said beside the field in our words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages.setdefault("required", "")
            field.error_messages["required"] = _("Please fill this in.")


class PersonForm(OwnDataForm, Gentle):
    """Who registers, and as what."""

    field_order = ("kind", "email", *OwnDataForm.field_order)

    kind = forms.ChoiceField(
        label=gettext_lazy("What kind of account do you need?"),
        choices=Company.Kind.choices,
        widget=forms.RadioSelect,
    )
    email = forms.EmailField(
        label=gettext_lazy("Business e-mail"),
        help_text=gettext_lazy("You sign in with it later. We send you a code to confirm it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].help_text = _("Only for questions about the registration.")


class ColleagueForm(Gentle):
    """Whether somebody of the company is here already."""

    knows_colleague = forms.ChoiceField(
        label=gettext_lazy("Does a colleague of yours have an account already?"),
        choices=[("no", gettext_lazy("No, or I don't know")), ("yes", gettext_lazy("Yes"))],
        widget=forms.RadioSelect,
    )
    colleague_email = forms.EmailField(
        label=gettext_lazy("Your colleague's e-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> None:
        """The address is asked for with a yes only."""
        given = self.cleaned_data
        knows = given.get("knows_colleague") == "yes"
        if not knows:
            self.errors.pop("colleague_email", None)
            given["colleague_email"] = ""
        given["knows_colleague"] = knows


class CompanyForm(Gentle):
    """The company, asked as its country calls things."""

    country = forms.ChoiceField(label=gettext_lazy("Country"))
    company_name = forms.CharField(
        label=gettext_lazy("Company"),
        max_length=120,
        help_text=gettext_lazy("As it is registered."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    organisation_number = forms.CharField(
        max_length=32, required=False, widget=forms.TextInput(attrs={"class": "tnum", "autocomplete": "off"})
    )
    vat_number = forms.CharField(
        max_length=32, required=False, widget=forms.TextInput(attrs={"class": "tnum", "autocomplete": "off"})
    )
    street = forms.CharField(
        label=gettext_lazy("Street and number"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "class": "tnum"}),
    )
    city = forms.CharField(
        label=gettext_lazy("City"),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    invoice_email = forms.EmailField(
        label=gettext_lazy("E-mail for invoices"),
        required=False,
        help_text=gettext_lazy("Otherwise they go to you."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    customer_number = forms.CharField(
        label=gettext_lazy("Your customer number with us"),
        required=False,
        max_length=16,
        help_text=gettext_lazy("If you have one: it stands on our invoices. With it you may be in at once."),
        widget=forms.TextInput(attrs={"class": "tnum", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, country: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not queries.asks_customer_number():
            del self.fields["customer_number"]
        self.rules = rules = COUNTRIES[country]
        choice = self.fields["country"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [(code, country_name(code)) for code in COUNTRIES]
        number, vat = self.fields["organisation_number"], self.fields["vat_number"]
        number.label, vat.label = rules.organisation_label, rules.vat_label
        number.required, vat.required = not rules.asks_vat, rules.asks_vat
        if rules.organisation_example:
            number.help_text = _("For example %(example)s.") % {"example": rules.organisation_example}
        if not rules.asks_vat:
            del self.fields["vat_number"]
        else:
            vat.help_text = _("For example %(example)s. It stands on your invoices.") % {
                "example": rules.vat_example
            }
        if country in ("NO", "DE"):
            self.fields["postcode"].widget.attrs["inputmode"] = "numeric"

    def clean(self) -> None:
        given = self.cleaned_data
        country = given.get("country", "")
        if country not in COUNTRIES:
            return
        for name, check in (
            ("organisation_number", checks.organisation_number),
            ("vat_number", checks.vat_number),
        ):
            if given.get(name):
                try:
                    check(given[name], country)
                except DomainError as error:
                    self.add_error(name, str(error))
        if given.get("postcode") and (problem := checks.postcode_wrong(given["postcode"], country)):
            self.add_error("postcode", problem)


class NewAccountForm(Gentle):
    """A password, twice alike, and the version of the terms of use that was shown and accepted."""

    password1 = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=gettext_lazy("Password, once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    terms = forms.IntegerField(required=False, widget=forms.HiddenInput)
    accepted = forms.BooleanField(label=gettext_lazy("I accept the terms of use"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_force = queries.terms_of_use()
        self.fields["password1"].help_text = passwords.help_text()
        self.fields["accepted"].error_messages["required"] = _(
            "Without the terms of use there is no account."
        )
        if self.in_force is None:
            del self.fields["accepted"]

    def clean(self) -> None:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two are not the same."))


class AccessForm(NewAccountForm):
    """For which product areas, with which password, on which terms."""

    field_order = ("areas",)

    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Which product areas is it for?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("You can add others later."),
    )

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.registration = registration
        areas = self.fields["areas"]
        assert isinstance(areas, forms.MultipleChoiceField)
        areas.choices = [(area.code, area.name) for area in queries.areas()]
        areas.error_messages["required"] = _("Choose at least one.")
        self.asking = [] if registration.knows_colleague else _asking(queries.areas())
        for area in self.asking:
            self.fields[f"serial_{area.code}"] = _serial_field(area, registration)
        if not areas.choices or registration.knows_colleague:
            del self.fields["areas"]
        if registration.proof.password:
            self.password_is_chosen()

    def serial_fields(self) -> list[forms.BoundField]:
        """One for each area that asks for the serial number of a machine (ON-8)."""
        return [self[f"serial_{area.code}"] for area in self.asking]

    def password_is_chosen(self) -> None:
        """It is kept already; typing another replaces it."""
        for name in ("password1", "password2"):
            self.fields[name].required = False
        self.fields["password1"].label = _("Another password")
        self.fields["password1"].help_text = _(
            "Your password is kept. Leave this empty, or type another one."
        )

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        given["serials"] = {}
        for area in self.asking:
            if area.code in given.get("areas", ()):
                try:
                    given["serials"][area.code] = checks.serial(given.get(f"serial_{area.code}", ""), area)
                except DomainError as error:
                    self.add_error(f"serial_{area.code}", str(error))
        if given.get("password1") and not given.get("password2") and "password2" not in self.errors:
            self.add_error("password2", _("Please type it once more."))

    @property
    def new_password(self) -> str:
        """The password that was typed twice alike; empty when none was."""
        fine = "password1" not in self.errors and "password2" not in self.errors
        return str(self.cleaned_data.get("password1", "")) if fine else ""


def _asking(areas: Iterable[ProductArea]) -> list[ProductArea]:
    return [area for area in areas if checks.asks_serial(area)]


def _serial_field(area: ProductArea, registration: Registration) -> forms.CharField:
    """Where the nameplate is and what the number looks like, in the area's own words."""
    example = _("For example %(example)s.") % {"example": area.serial_example}
    return forms.CharField(
        label=_("Serial number: %(area)s") % {"area": area.name},
        required=False,
        max_length=60,
        initial=registration.serials.get(area.code, ""),
        help_text=f"{area.serial_help} {example}".strip(),
        widget=forms.TextInput(
            attrs={"class": "tnum", "autocomplete": "off", "autocapitalize": "characters"}
        ),
    )


class CodeForm(Gentle):
    """The code from the mail, typed or pasted, with or without spaces."""

    code = forms.CharField(
        label=gettext_lazy("Code from the mail"),
        max_length=40,
        help_text=gettext_lazy("Six figures, such as 123 456."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "tnum short",
                "autofocus": True,
            }
        ),
    )

    def clean_code(self) -> str:
        code = re.sub(r"[\s\-.]", "", unicodedata.normalize("NFKC", self.cleaned_data["code"]))
        if not re.fullmatch(r"[0-9]{6}", code):
            raise forms.ValidationError(_("The code has six figures. Please copy it from the mail."))
        return code


class AnswerForm(Gentle):
    """The applicant's answer to our question."""

    answer = forms.CharField(
        label=gettext_lazy("Your answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class AdmitForm(Gentle):
    """As what somebody joins a company."""

    roles = forms.MultipleChoiceField(
        label=gettext_lazy("What may they do?"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )


class RefuseForm(Gentle):
    """Why somebody may not join."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("The applicant reads it."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
