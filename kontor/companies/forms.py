"""What one types about colleagues and relationships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from kontor.accounts import passwords
from kontor.accounts.models import User
from kontor.companies.access_forms import AccessFields
from kontor.companies.models import Invitation, Member
from kontor.companies.people import People
from kontor.kit.text import Text
from kontor.partners.consent import owed_by
from kontor.partners.forms import ConsentForm
from kontor.partners.models import Partner, ProductArea, Terms


class PeopleForm(forms.Form):
    """Search and state of the list of users. What makes no sense is as if it had not been asked."""

    q = forms.CharField(required=False, max_length=100)
    state = forms.ChoiceField(
        required=False,
        choices=[
            ("active", _("Active users")),
            ("invited", _("Invited users")),
            ("inactive", _("Deactivated users")),
        ],
    )

    role = forms.ChoiceField(required=False)

    def __init__(self, data: QueryDict, *, roles: Sequence[tuple[str, Text]]) -> None:
        super().__init__(data)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.is_valid()

    def value(self, name: str) -> str:
        return str(self.cleaned_data.get(name, "")).strip()

    def wanted(self) -> People:
        """The people one looks for."""
        return People(search=self.value("q"), state=self.value("state"), role=self.value("role"))

    def filters(self) -> list[tuple[str, str, str]]:
        """The set filters as chips: key in the address, what is filtered, by which value."""
        found = [("q", pgettext("filter", "Search"), self.value("q"))] if self.value("q") else []
        for name, label in (("state", gettext("State")), ("role", gettext("Role"))):
            words = dict(self.fields[name].choices)  # type: ignore[attr-defined]
            if value := self.value(name):
                found.append((name, label, str(words[value])))
        return found


class _Person(forms.Form):
    """Who somebody is in the company."""

    use_required_attribute = False

    title = forms.CharField(
        label=_("Position"),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    first_name = forms.CharField(
        label=_("First name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )


class InviteForm(_Person, AccessFields):
    """A colleague to be invited."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, help_text=_("Of the invitation, and of the pages.")
    )
    field_order = (
        "first_name",
        "last_name",
        "email",
        "title",
        "roles",
        "own_role",
        "sees",
        "site",
        "language",
    )

    def __init__(self, *args: Any, by: Member, domains: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        for name in ("title", "first_name", "last_name"):
            self.fields[name].widget.attrs["autocomplete"] = "off"
        endings = ", ".join(f"@{domain}" for domain in domains)
        self.fields["email"].help_text = _("Ends with %(endings)s.") % {"endings": endings}


class ManyForm(forms.Form):
    """A table of colleagues, as a file or as text."""

    use_required_attribute = False

    file = forms.FileField(label=_("File"), required=False)
    text = forms.CharField(
        label=_("Or type or paste the lines here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "class": "tnum"}),
        help_text=_("First name; last name; e-mail; position; roles; language. With titles in any order."),
    )


class OwnDataForm(_Person):
    """What somebody says about themselves."""

    phone = forms.CharField(
        label=_("Telephone"),
        max_length=32,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "class": "tnum"}),
    )
    field_order: Sequence[str] = ("first_name", "last_name", "title", "phone")

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"]
        if phone and sum(sign.isdigit() for sign in phone) < 5:
            raise ValidationError(gettext("This is too short for a telephone number."))
        return phone


class AcceptForm(OwnDataForm, ConsentForm):
    """What an invited person says about themselves; with a password where the address has no account yet.

    They accept the terms of use here, so that the first sign-in need not ask (ON-5).
    """

    password1 = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )
    password2 = forms.CharField(
        label=_("Password, once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )

    field_order = (*OwnDataForm.field_order, "password1", "password2", "terms", "accepted")

    def __init__(self, data: QueryDict | None, *, invitation: Invitation, owner: User | None) -> None:
        facts = ("title", "first_name", "last_name")
        initial = {name: getattr(invitation, name) for name in facts}
        super().__init__(data, initial=initial, owed=owed_by(owner))
        self.invitation = invitation
        if owner is not None:
            del self.fields["password1"], self.fields["password2"]
        else:
            self.fields["password1"].help_text = passwords.help_text()

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        person = User(email=self.invitation.email)
        person.company_name = self.invitation.company.name  # type: ignore[attr-defined]
        validate_password(password, person)
        return password

    def clean(self) -> None:
        super().clean()
        first, second = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if first and second and first != second:
            self.add_error("password2", ValidationError(_("The two passwords are not the same.")))

    def facts(self) -> dict[str, Any]:
        """What was said, as the action takes it."""
        given = self.cleaned_data
        facts = {name: given[name] for name in ("title", "first_name", "last_name", "phone")}
        facts["accepted"] = self.owed
        return facts | ({"password": given["password1"]} if "password1" in given else {})


class AskForm(forms.Form):
    """Which partner is asked, on which terms. `partners` are those that serve the area, the usual one first."""

    use_required_attribute = False

    partner = forms.ModelChoiceField(
        label=_("Partner"),
        queryset=Partner.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": _("Choose a partner."),
            "invalid_choice": _("This partner does not serve this product area. Choose another."),
        },
    )
    message = forms.CharField(
        label=_("Message to the partner"),
        required=False,
        max_length=500,
        help_text=_("Such as which machines you have, or by when you need something."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    terms = forms.ModelChoiceField(queryset=Terms.objects.none(), required=False, widget=forms.HiddenInput)
    accepted = forms.BooleanField(
        label=_("I have read and accept the terms of use"),
        error_messages={"required": _("Without the terms of use nobody can look after you.")},
    )

    def __init__(
        self, *args: Any, area: ProductArea, partners: Sequence[Partner], terms: Terms | None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.partners = partners
        self.fields["partner"].queryset = Partner.objects.filter(areas__area=area).distinct()  # type: ignore[attr-defined]
        self.fields["terms"].queryset = Terms.objects.filter(kind=Terms.Kind.USE)  # type: ignore[attr-defined]
        if terms is None:
            del self.fields["accepted"]

    def rows(self) -> Iterator[tuple[Partner, bool]]:
        """The partners, each with whether it is chosen."""
        chosen = str(self["partner"].value() or "")
        return ((one, str(one.pk) == chosen) for one in self.partners)

    def forget_accepted(self) -> None:
        """What was ticked was another version: the box is empty again."""
        self.data = {name: value for name, value in self.data.items() if name != "accepted"}

    def other_is_chosen(self) -> bool:
        """Whether one of those is chosen that are shown on request."""
        return any(chosen for _one, chosen in list(self.rows())[1:])


class EndForm(forms.Form):
    """Why a relationship ends; the company need not say."""

    use_required_attribute = False

    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=500,
        help_text=_("The partner reads it. May be left empty."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
