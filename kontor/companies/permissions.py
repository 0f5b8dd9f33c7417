"""What each role of a member may do, in one table that a person can read (CO-5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Member, Role
from kontor.kit.errors import NotAllowed


class Permission(models.TextChoices):
    """A thing one may do; the words are shown in the table of roles."""

    SEE_CATALOGUE = "see_catalogue", _("See products and own prices")
    USE_CART = "use_cart", _("Fill the cart")
    PLACE_ORDER = "place_order", _("Place orders")
    SEE_ORDERS = "see_orders", _("See orders")
    SEE_EQUIPMENT = "see_equipment", _("See machines")
    REGISTER_EQUIPMENT = "register_equipment", _("Register machines and describe them")
    SEND_READING = "send_reading", _("Send meter readings")
    ASSIGN_EQUIPMENT = "assign_equipment", _("Say who looks after which machine")
    SEE_CASES = "see_cases", _("See service cases")
    OPEN_CASE = "open_case", _("Open service cases and answer in them")
    ASK_RELATIONSHIP = "ask_relationship", _("Ask for a business relationship")
    MANAGE_ADDRESSES = "manage_addresses", _("Change addresses")
    MANAGE_USERS = "manage_users", _("Manage users")


P = Permission

#               permission            administrator  buyer  approver  service  accounts  reader
_TABLE: Final[Mapping[Permission, str]] = {
    P.SEE_CATALOGUE:    "yes            yes    yes       yes      yes       yes",
    P.USE_CART:         "yes            yes    yes       yes      no        no",
    P.PLACE_ORDER:      "yes            yes    yes       no       no        no",
    P.SEE_ORDERS:       "yes            yes    yes       yes      yes       yes",
    P.SEE_EQUIPMENT:    "yes            yes    yes       yes      yes       yes",
    P.REGISTER_EQUIPMENT: "yes          yes    no        yes      no        no",
    P.SEND_READING:     "yes            yes    no        yes      no        no",
    P.ASSIGN_EQUIPMENT: "yes            no     no        no       no        no",
    P.SEE_CASES:        "yes            yes    yes       yes      yes       yes",
    P.OPEN_CASE:        "yes            yes    yes       yes      yes       no",
    P.ASK_RELATIONSHIP: "yes            yes    no        no       no        no",
    P.MANAGE_ADDRESSES: "yes            yes    no        no       yes       no",
    P.MANAGE_USERS:     "yes            no     no        no       no        no",
}  # fmt: skip

GRANTED: Final[Mapping[Permission, frozenset[Role]]] = {
    permission: frozenset(role for role, word in zip(Role, row.split(), strict=True) if word == "yes")
    for permission, row in _TABLE.items()
}


def may(member: Member, permission: Permission) -> bool:
    """Whether one of the member's roles grants the permission in the member's own company."""
    return member.is_active and not GRANTED[permission].isdisjoint(member.roles)


def require(member: Member, permission: Permission, company_id: int | None = None) -> None:
    """Raise `NotAllowed` unless the member may do this, in this company."""
    if not may(member, permission) or (company_id is not None and company_id != member.company_id):
        raise NotAllowed(permission=permission)
