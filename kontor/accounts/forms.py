"""allauth's forms in our words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kontor.accounts import jobs, passwords
from kontor.kit.ids import uuid7


class LoginForm(allauth.LoginForm):  # type: ignore[misc]
    """Signs in by e-mail address or user name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail or user name")
        self.fields["login"].widget.attrs = {"autocomplete": "username", "autofocus": True}
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs = {"autocomplete": "current-password"}
        self.fields["remember"].label = _("Stay signed in on this device for 12 hours")
        self.fields["remember"].help_text = _("Not on a computer that others use too.")


class ResetPasswordForm(allauth.ResetPasswordForm):  # type: ignore[misc]
    """Asks for the link that sets a new password. Who has the address is looked up by a job: the answer takes no longer for
    one that is known.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        self.fields["email"].widget.attrs = {"autocomplete": "email", "autofocus": True}

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        jobs.look_up_and_mail_reset.defer(email=email, request=str(uuid7()))
        return email


class ResetPasswordKeyForm(allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    """Sets the new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_password(self.fields)


class ChangePasswordForm(allauth.ChangePasswordForm):  # type: ignore[misc]
    """Changes the password; the old one is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Current password")
        self.fields["oldpassword"].widget.attrs = {"autocomplete": "current-password", "autofocus": True}
        _new_password(self.fields)


class ReplacePasswordForm(allauth.SetPasswordForm):  # type: ignore[misc]
    """Replaces a temporary password, with which the person has just signed in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_password(self.fields)

    def clean_password1(self) -> str:
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise ValidationError(_("This is the temporary password. Choose one of your own."))
        return password


class ReauthenticateForm(allauth.ReauthenticateForm):  # type: ignore[misc]
    """Asks for the password once more before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs = {"autocomplete": "current-password", "autofocus": True}


class UserNameForm(forms.Form):
    """The name to sign in with besides the e-mail address. As it has no @, it is nobody's address."""

    username = forms.CharField(
        label=_("User name"),
        required=False,
        min_length=3,
        max_length=60,
        help_text=_(
            "Letters, digits, dots, hyphens and underscores. Empty: you sign in with your e-mail only."
        ),
        validators=[
            RegexValidator(r"^[\w.-]+\Z", _("Only letters, digits, dots, hyphens and underscores, please."))
        ],
        widget=forms.TextInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )


class NewEmailForm(forms.Form):
    """The address that the account is to have."""

    use_required_attribute = False

    email = forms.EmailField(
        label=_("New e-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def __init__(self, data: Any, *, endings: Sequence[str]) -> None:
        super().__init__(data)
        if endings:
            words = _("Ends with %(endings)s.")
            self.fields["email"].help_text = words % {"endings": ", ".join(f"@{one}" for one in endings)}


def _new_password(fields: dict[str, Any]) -> None:
    fields["password1"].label = _("New password")
    fields["password1"].help_text = passwords.help_text()
    fields["password1"].widget.attrs = {"autocomplete": "new-password"}
    fields["password2"].label = _("New password, once more")
    fields["password2"].widget.attrs = {"autocomplete": "new-password"}
