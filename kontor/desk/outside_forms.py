"""Inviting a company, and what becomes of an invitation or of a message of somebody without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company
from kontor.desk.decision_forms import Decision, Option
from kontor.kit.countries import country_name
from kontor.onboarding.checks import COUNTRIES
from kontor.onboarding.models import CompanyInvitation, ContactMessage
from kontor.partners.models import Partner, PartnerArea, Staff

COMPANY = (
    "company_name",
    "country",
    "organisation_number",
    "vat_number",
    "street",
    "postcode",
    "city",
    "invoice_email",
)
NEEDED = ("company_name", "street", "postcode", "city")
PERSON = ("first_name", "last_name", "title", "email", "phone", "language")


class InviteForm(forms.Form):
    """Whom we invite for which company. A customer number names one that is here already; else its data are needed."""

    use_required_attribute = False

    first_name = forms.CharField(label=_("First name"), max_length=60)
    last_name = forms.CharField(label=_("Last name"), max_length=60)
    title = forms.CharField(label=_("Position"), max_length=60, required=False)
    email = forms.EmailField(label=_("Business e-mail"), help_text=_("The personal link goes there."))
    phone = forms.CharField(label=_("Telephone"), max_length=32, required=False)
    language = forms.ChoiceField(label=_("Language of the mail"), choices=settings.LANGUAGES)
    customer_number = forms.CharField(
        label=_("Customer number"),
        max_length=16,
        required=False,
        help_text=_(
            "Only if the company is a customer here that nobody administers. Then leave the rest empty."
        ),
    )
    country = forms.ChoiceField(label=_("Country"))
    company_name = forms.CharField(label=_("Company"), max_length=120, required=False)
    organisation_number = forms.CharField(label=_("Organisation number"), max_length=32, required=False)
    vat_number = forms.CharField(
        label=_("VAT number"), max_length=32, required=False, help_text=_("Not for Norwegian companies.")
    )
    street = forms.CharField(label=_("Street and number"), max_length=100, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=16, required=False)
    city = forms.CharField(label=_("City"), max_length=60, required=False)
    invoice_email = forms.EmailField(label=_("E-mail for invoices"), required=False)
    partner = forms.ModelChoiceField(Partner.objects.none(), label=_("Service partner"))
    areas = forms.MultipleChoiceField(
        label=_("Product areas that the partner looks after"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, staff: Staff, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.staff = staff
        partners = (
            Partner.objects.all() if staff.partner_id is None else Partner.objects.filter(pk=staff.partner_id)
        )
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
        if staff.partner is not None:
            del self.fields["partner"]
        own = {one.area.code: one.area.name for one in self._served()}
        self.fields["areas"].choices = list(own.items())  # type: ignore[attr-defined]
        self.fields["areas"].error_messages["required"] = gettext("Choose at least one.")
        self.fields["country"].choices = [(code, country_name(code)) for code in COUNTRIES]  # type: ignore[attr-defined]
        for name in NEEDED:
            self.fields[name].required = not self.data.get("customer_number", "").strip()
        for field in self.fields.values():
            if not isinstance(field, forms.MultipleChoiceField):
                field.error_messages["required"] = gettext("Please fill this in.")

    def _served(self) -> Any:
        served = PartnerArea.objects.select_related("area").order_by("area__position")
        return served.filter(partner=self.staff.partner_id) if self.staff.partner_id else served

    @property
    def person(self) -> list[forms.BoundField]:
        return [self[name] for name in PERSON]

    @property
    def company(self) -> list[forms.BoundField]:
        return [self[name] for name in COMPANY]

    def clean(self) -> dict[str, Any]:
        """The company of the number, among those that this person may see."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        given["company"] = None
        number = given.get("customer_number", "").replace(" ", "")
        if number:
            given["company"] = Company.objects.filter(number=number).first()
            if given["company"] is None:
                self.add_error("customer_number", gettext("You look after no customer with this number."))
        return given

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        facts = {name: given[name] for name in (*PERSON, "areas", "company")}
        if given["company"] is None:
            facts |= {name: given[name] for name in COMPANY}
        return facts | {"partner": self.staff.partner or given["partner"]}


class InvitationDecision(Decision):
    """Send it again or take it back."""

    message = None  # type: ignore[assignment]  # nobody would read one


class ContactDecision(Decision):
    """Answer or close."""

    NEEDS_WORDS = {"answer": _("Write an answer.")}


def invitation_options(one: CompanyInvitation) -> list[Option]:
    """Again, or no more."""
    names = {"name": one.name, "email": one.email}
    return [
        Option(
            "resend",
            gettext("Send again"),
            gettext(
                "%(name)s gets a new link by mail to %(email)s, good for 90 days. The one before is dead."
            )
            % names,
            gettext("Send to %(email)s") % names,
            "send",
        ),
        Option(
            "withdraw",
            gettext("Withdraw"),
            gettext("The link no longer works, and %(name)s is told.") % names,
            gettext("Withdraw the invitation"),
            "x",
        ),
    ]


def contact_options(one: ContactMessage) -> list[Option]:
    """A mail with an answer, or nothing."""
    return [
        Option(
            "answer",
            gettext("Answer"),
            gettext("Goes by mail to %(email)s, with the number %(number)s.")
            % {"email": one.email, "number": one.number},
            gettext("Send the answer"),
            "send",
        ),
        Option(
            "close", gettext("Close without an answer"), gettext("Nobody is told."), gettext("Close it"), "x"
        ),
    ]
