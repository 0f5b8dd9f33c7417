"""Who a person is in their companies."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.kit.personal import OTHERS, Personal, delete


def _forget_invitations(invitations: QuerySet[Any]) -> int:
    """The row stays for the administrator's list, without the person."""
    return invitations.update(email="former@deleted.invalid", first_name="", last_name="", title="")


def _forget_names(members: QuerySet[Any]) -> int:
    return members.update(first_name="", last_name="", title="", phone="")


PERSONAL = (
    Personal(
        "companies.Member",
        _("Who you are in your companies"),
        ("company__name", "first_name", "last_name", "title", "phone", "roles", "is_active", "created_at"),
        person=("user",),
        erase=_forget_names,
    ),
    Personal(
        "companies.Erasure",
        _("Deletion of the account"),
        ("asked_at", "done_at"),
        person=("user",),
        why=_("It shows that the account was deleted as you asked."),
    ),
    Personal(
        "companies.Contact",
        _("Contact person"),
        ("company__name", "name", "purpose", "phone", "email"),
        person=("member__user",),
        email=("email",),
        erase=delete,
    ),
    Personal(
        "companies.Invitation",
        _("Invitations"),
        ("company__name", "email", "first_name", "last_name", "created_at", "accepted_at"),
        email=("email",),
        erase=_forget_invitations,
    ),
    Personal(
        "companies.Relationship",
        _("Business relationships that you asked for or ended"),
        ("area__code", "partner__name", "requested_at", "message", "ended_at"),
        person=("requested_by__user", "ended_by__user"),
        why=OTHERS,
    ),
)
