"""What is typed, or asked of a device, to prove who somebody is."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.internal import auth as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import User

NOT_MADE = _("Your device made no passkey. Please try again.")
NOT_PROVEN = _("Your device could not prove that it is you. Please try again.")


class AppCodeForm(forms.Form):
    """The figures that a new authenticator app shows."""

    code = forms.CharField(
        label=_("Six figures that the app shows"),
        max_length=12,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class CodeForm(forms.Form):
    """The figures that an authenticator app shows, or one of the recovery codes."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("Six figures from your authenticator app, or one of your recovery codes."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )


class PasskeyNameForm(forms.Form):
    """What a person calls a passkey."""

    name = forms.CharField(
        label=_("Name"),
        max_length=60,
        help_text=_("So that you recognise it, such as “Anna's telephone” or “Key in the safe”."),
        widget=forms.TextInput(attrs={"autofocus": True}),
    )


class NewPasskeyForm(PasskeyNameForm):
    """A passkey that a device has just made, checked against what it was asked."""

    credential = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": NOT_MADE})

    def clean_credential(self) -> dict[str, Any]:
        credential: dict[str, Any] = self.cleaned_data["credential"]
        try:
            webauthn.parse_registration_response(credential)
            made = webauthn.complete_registration(credential)
        except (ValidationError, TypeError, ValueError, KeyError, AttributeError):
            raise ValidationError(NOT_MADE) from None
        if not made.is_user_verified():
            raise ValidationError(_("Your device did not check that it is you, by finger, face or PIN."))
        return credential


class PasskeyForm(forms.Form):
    """What a device says with a passkey; whose it is stands in the answer where no `user` is known yet."""

    credential = forms.JSONField(widget=forms.HiddenInput, error_messages={"required": NOT_PROVEN})

    def __init__(self, *args: Any, user: User | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_credential(self) -> Any:
        """The passkey that answered."""
        answer = self.cleaned_data["credential"]
        try:
            webauthn.parse_authentication_response(answer)
            user = self.user or webauthn.extract_user_from_response(answer)
            return webauthn.complete_authentication(user, answer)
        except (ValidationError, TypeError, ValueError, KeyError, AttributeError):
            raise ValidationError(NOT_PROVEN) from None
