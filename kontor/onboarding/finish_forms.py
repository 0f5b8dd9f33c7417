"""The form behind a personal link: who one is, a password, the terms; with this one is in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from kontor.companies.forms import OwnDataForm
from kontor.onboarding.forms import Gentle, NewAccountForm


class TakeOverForm(Gentle):
    """The address of an account of the former portal."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail of your old account"),
        help_text=gettext_lazy("If there is one we send a link to it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )


class FinishForm(OwnDataForm, NewAccountForm):
    """Name and password of somebody whose address the link has proven; whoever has an account needs no other password."""

    field_order = (*OwnDataForm.field_order, "password1", "password2", "terms", "accepted")

    def __init__(self, *args: Any, has_account: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.in_force is not None:
            self.fields["terms"].initial = self.in_force.pk
        if has_account:
            del self.fields["password1"], self.fields["password2"]

    def facts(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        names = ("first_name", "last_name", "title", "phone", "terms")
        return {name: given[name] for name in names} | {"password": given.get("password1", "")}
