"""How a person came to us."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import Personal, delete


def _forget(rows: QuerySet[Any]) -> int:
    return rows.update(email="former@deleted.invalid", first_name="", last_name="", title="", phone="")


PERSONAL = (
    Personal(
        "onboarding.Registration",
        _("Registrations"),
        ("number", "email", "first_name", "last_name", "title", "phone", "company_name", "sent_at", "status"),
        email=("email",),
        erase=_forget,
    ),
    Personal(
        "onboarding.CompanyInvitation",
        _("Invitations to register a company"),
        ("number", "email", "first_name", "last_name", "company_name", "sent_at", "status"),
        email=("email",),
        erase=_forget,
    ),
    Personal(
        "onboarding.LegacyAccount",
        _("Account in our former portal"),
        ("email", "username", "first_name", "last_name", "loaded_at", "taken_over_at"),
        person=("user",),
        email=("email",),
        erase=delete,
    ),
    Personal(
        "onboarding.ContactMessage",
        _("What you wrote to us without an account"),
        ("number", "name", "email", "body", "sent_at"),
        email=("email",),
        erase=delete,
    ),
)
