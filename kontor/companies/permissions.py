"""What each role of a member may do, in one table that a person can read (CO-5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from kontor.companies.actors import By
from kontor.companies.models import Company, CompanyRole, Member, Role
from kontor.kit.actors import SystemActor
from kontor.kit.errors import NotAllowed
from kontor.kit.text import Text
from kontor.partners.models import Staff


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
    MANAGE_PROFILE = "manage_profile", _("Change the company's profile and contact persons")
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
    P.MANAGE_PROFILE:   "yes            no     no        no       no        no",
    P.MANAGE_USERS:     "yes            no     no        no       no        no",
}  # fmt: skip

GROUPS: Final[tuple[tuple[Text, tuple[Permission, ...]], ...]] = (
    (_("Shop and orders"), (P.SEE_CATALOGUE, P.USE_CART, P.PLACE_ORDER, P.SEE_ORDERS)),
    (
        _("Machines and service"),
        (P.SEE_EQUIPMENT, P.REGISTER_EQUIPMENT, P.SEND_READING, P.ASSIGN_EQUIPMENT, P.SEE_CASES, P.OPEN_CASE),
    ),
    (_("Company"), (P.ASK_RELATIONSHIP, P.MANAGE_ADDRESSES, P.MANAGE_PROFILE, P.MANAGE_USERS)),
)
"""How the table is cut up for those who read it; each permission stands in one group."""

GRANTED: Final[Mapping[Permission, frozenset[Role]]] = {
    permission: frozenset(role for role, word in zip(Role, row.split(), strict=True) if word == "yes")
    for permission, row in _TABLE.items()
}


def may(member: Member, permission: Permission) -> bool:
    """Whether one of the member's roles grants the permission in the member's own company."""
    return member.is_active and permission in rights_of(member.roles, member.own_role)


def rights_of(roles: Sequence[str], own_role: CompanyRole | None) -> frozenset[Permission]:
    """All that these roles grant together; a right that an own role has from former times counts for nothing."""
    own = own_role.permissions if own_role else ()
    return frozenset(one for one in Permission if one in own or not GRANTED[one].isdisjoint(roles))


def within_rights(by: Member, rights: Collection[str]) -> bool:
    """Whether `by` has each of these rights: nobody grants, or manages somebody with, what they do not have."""
    return rights_of(by.roles, by.own_role).issuperset(rights)


def require(member: Member, permission: Permission, company_id: int | None = None) -> None:
    """Raise `NotAllowed` unless the member may do this, in this company."""
    if not may(member, permission) or (company_id is not None and company_id != member.company_id):
        raise NotAllowed(permission=permission)


def allow(by: By, permission: Permission, company: Company) -> None:
    """A member needs the permission in that company; of our side, the operator and named system actors may."""
    if isinstance(by, Member):
        require(by, permission, company.pk)
    elif isinstance(by, Staff):
        require_operator(by)


def require_operator(by: By) -> None:
    """Raise `NotAllowed` unless `by` is active staff of the operator or a named part of the system."""
    if isinstance(by, SystemActor) or (isinstance(by, Staff) and by.is_active and by.partner_id is None):
        return
    raise NotAllowed()


def granted_beyond_all(role: Role) -> list[Permission]:
    """What a role may that not every role may, in the order of the table."""
    return [one for one in Permission if role in GRANTED[one] and len(GRANTED[one]) < len(Role)]
