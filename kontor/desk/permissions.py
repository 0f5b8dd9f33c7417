"""What each role of our staff may decide, in one table that a person can read.

Everybody sees the queues of their side, takes what waits there and hands it over; deciding goes by role. Which rows are
theirs to see is another matter (ST-2): the operator's staff see all, a partner's what their partner handles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import NotAllowed
from kontor.partners.models import Staff


class Permission(models.TextChoices):
    """A thing that is decided at the desk."""

    CONFIRM_ORDERS = "confirm_orders", _("Confirm orders")
    DECIDE_REGISTRATIONS = "decide_registrations", _("Decide on registrations")
    DECIDE_RELATIONSHIPS = "decide_relationships", _("Accept business relationships")
    DECIDE_MACHINES = "decide_machines", _("Accept machines")
    ANSWER_CASES = "answer_cases", _("Answer and solve cases")
    LOOK_AS_MEMBER = "look_as_member", _("Look at the portal as a member")
    HELP_MEMBERS = "help_members", _("Let members in and out, confirm addresses")
    HELP_CREDENTIALS = "help_credentials", _("Help members with password, e-mail and second factor")
    INVITE_COMPANIES = "invite_companies", _("Invite companies")
    SEE_CHANGES = "see_changes", _("Look at what companies changed of themselves")
    MERGE_COMPANIES = "merge_companies", _("Merge companies")
    ANSWER_MESSAGES = "answer_messages", _("Answer people without an account")


P = Permission

#               permission      administrator  sales  service
_TABLE: Final[Mapping[Permission, str]] = {
    P.CONFIRM_ORDERS:       "yes            yes    no",
    P.DECIDE_REGISTRATIONS: "yes            yes    no",
    P.DECIDE_RELATIONSHIPS: "yes            yes    no",
    P.DECIDE_MACHINES:      "yes            no     yes",
    P.ANSWER_CASES:         "yes            no     yes",
    P.LOOK_AS_MEMBER:       "yes            yes    yes",
    P.HELP_MEMBERS:         "yes            yes    no",
    P.HELP_CREDENTIALS:     "yes            no     no",
    P.INVITE_COMPANIES:     "yes            yes    no",
    P.SEE_CHANGES:          "yes            yes    no",
    P.MERGE_COMPANIES:      "yes            no     no",
    P.ANSWER_MESSAGES:      "yes            yes    yes",
}  # fmt: skip

GRANTED: Final[Mapping[Permission, frozenset[Staff.Role]]] = {
    permission: frozenset(role for role, word in zip(Staff.Role, row.split(), strict=True) if word == "yes")
    for permission, row in _TABLE.items()
}


def may(staff: Staff, permission: Permission) -> bool:
    """Whether the role of a staff member grants the permission."""
    return staff.is_active and staff.role in GRANTED[permission]


def require(staff: Staff, permission: Permission) -> None:
    """Raise `NotAllowed` unless the staff member may decide this."""
    if not may(staff, permission):
        raise NotAllowed(permission=permission)


def roles_that_may(permission: Permission) -> list[str]:
    """The roles that may, in words, for those who may not."""
    return [str(role.label) for role in Staff.Role if role in GRANTED[permission]]
