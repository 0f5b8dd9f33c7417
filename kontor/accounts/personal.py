"""Credentials of a person: all of it goes with the account; what is left says that there was one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import DeviceSession
from kontor.kit.personal import Personal, delete


def _forget(accounts: QuerySet[Any]) -> int:
    """Nobody signs in with it again, and the address is free."""
    for account in accounts:
        account.email = f"former-{account.pk}@deleted.invalid"
        account.username, account.password, account.last_login = "", make_password(None), None
        account.is_active = False
        account.save(update_fields=["email", "username", "password", "last_login", "is_active"])
    return len(accounts)


def _end_sessions(sessions: QuerySet[DeviceSession]) -> int:
    Session.objects.filter(session_key__in=list(sessions.values_list("session_key", flat=True))).delete()
    return delete(sessions)


PERSONAL = (
    Personal(
        "accounts.User",
        _("Account"),
        ("email", "username", "language", "date_joined", "last_login"),
        person=("pk",),
        erase=_forget,
    ),
    Personal(
        "account.EmailAddress",
        _("E-mail addresses"),
        ("email", "verified"),
        person=("user",),
        erase=delete,
    ),
    Personal(
        "accounts.NewEmail",
        _("New e-mail address, not proven yet"),
        ("email", "asked_at"),
        person=("user",),
        email=("email",),
        erase=delete,
    ),
    Personal(
        "mfa.Authenticator",
        _("Second factor"),
        ("type", "created_at", "last_used_at"),
        person=("user",),
        erase=delete,
    ),
    Personal(
        "accounts.DeviceSession",
        _("Where you were signed in"),
        ("began_at", "seen_at", "ended_at", "user_agent", "address"),
        person=("user",),
        erase=_end_sessions,
    ),
)
