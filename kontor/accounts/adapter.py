"""How allauth signs people in here."""

from __future__ import annotations

import math
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kontor.accounts import jobs, sessions, throttle
from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import User
from kontor.journal.actions import record
from kontor.kit.ids import uuid7

# What allauth tells people about their credentials, and the mail that says it.
NOTICES: Final = {
    "account/email/password_changed": "password_changed",
    "account/email/password_reset": "password_changed",
    "account/email/password_set": "password_changed",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in by address or user name. Mails are jobs; each change of credentials goes into the journal.

    Nobody signs up at `/accounts/signup/`: companies register, and colleagues are invited.
    """

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Please ask an administrator of your company."),
        "email_password_mismatch": _("Address and password do not fit together."),
        "username_password_mismatch": _("User name and password do not fit together."),
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your password."),
        "rate_limited": _("Too many tries. Please wait a little."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Passwords are counted with growing waits (`throttle.py`), codes of second factors by allauth."""
        if seconds := throttle.wait(request, _login(credentials)):
            request.wait = seconds  # type: ignore[attr-defined]  # the view says it in the answer's head
            minutes = math.ceil(seconds / 60)
            words = ngettext(
                "Too many tries. You can try again in %(minutes)s minute, or set a new password by mail.",
                "Too many tries. You can try again in %(minutes)s minutes, or set a new password by mail.",
                minutes,
            )
            raise ValidationError(words % {"minutes": minutes}, code="too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        user: User | None = super().authenticate(request, **credentials)
        if user:
            throttle.succeeded(request, _login(credentials))
            if user.password_expires_at and user.password_expires_at <= timezone.now():
                raise ValidationError(
                    _("This temporary password has run out. Ask for another, or set a new one by mail."),
                    code="temporary_password_expired",
                )
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        sessions.begin(request)
        request.session["just_signed_in"] = True  # until it is known what has to be accepted first
        record("account.signed_in", user, by=AccountHolder(user.pk))

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, User):
            record("account.signed_out", request.user, by=AccountHolder(request.user.pk))
            sessions.end_here(request)
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        user.set_password(password)
        user.password_expires_at = None
        user.save(update_fields=["password", "password_expires_at"])
        record("account.password_changed", user, by=AccountHolder(user.pk))
        throttle.forgive(user)
        sessions.end_other_sessions(user, but=sessions.row_here(context.request, user))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        """One page asks for whatever the person has."""
        return [{"id": "reauthenticate", "url": reverse("account_reauthenticate")}]

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        if notice := NOTICES.get(template_prefix):
            jobs.mail_notice.defer(user_id=user.pk, notice=notice, request=str(uuid7()))


def _login(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username"))


def display_name(user: User) -> str:
    """What allauth calls a person in its messages."""
    return user.email
