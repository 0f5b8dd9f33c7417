"""The form behind a personal link: who one is, a password, the terms; with this one is in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.accounts import passwords
from kontor.companies.forms import OwnDataForm
from kontor.onboarding import queries
from kontor.onboarding.forms import Gentle


class TakeOverForm(Gentle):
    """The address of an account of the former portal."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail of your old account"),
        help_text=gettext_lazy("If there is one we send a link to it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )


class FinishForm(OwnDataForm, Gentle):
    """Name and password of somebody whose address the link has proven; whoever has an account needs no other password."""

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

    def __init__(self, *args: Any, has_account: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_force = queries.terms_of_use()
        if self.in_force is None:
            del self.fields["accepted"]
        else:
            self.fields["terms"].initial = self.in_force.pk
            self.fields["accepted"].error_messages["required"] = _(
                "Without the terms of use there is no account."
            )
        if has_account:
            del self.fields["password1"], self.fields["password2"]
        else:
            self.fields["password1"].help_text = passwords.help_text()

    def clean(self) -> None:
        given = self.cleaned_data
        first, second = given.get("password1"), given.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two are not the same."))

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        names = ("first_name", "last_name", "title", "phone", "terms")
        return {name: given[name] for name in names} | {"password": given.get("password1", "")}
