"""Writing about companies: themselves, their people, places, and who looks after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from kontor.companies.actors import SETTINGS, By
from kontor.companies.errors import AddressIsSite, AddressNameTaken, BillingAddressNeeded, NoSuchDomain
from kontor.companies.managing import change_rights as change_rights
from kontor.companies.managing import deactivate as deactivate
from kontor.companies.managing import reactivate as reactivate
from kontor.companies.managing import replace_administrator as replace_administrator
from kontor.companies.managing import start_reset as start_reset
from kontor.companies.members import accept_invitation as accept_invitation
from kontor.companies.members import add_member as add_member
from kontor.companies.members import invite as invite
from kontor.companies.members import invite_many as invite_many
from kontor.companies.members import renew_invitation as renew_invitation
from kontor.companies.members import resend_invitation as resend_invitation
from kontor.companies.members import withdraw_invitation as withdraw_invitation
from kontor.companies.merging import merge as merge
from kontor.companies.models import Address, Company, CustomerGroup, Member
from kontor.companies.own_roles import add_role as add_role
from kontor.companies.own_roles import change_role as change_role
from kontor.companies.own_roles import remove_role as remove_role
from kontor.companies.permissions import Permission, allow, require, require_operator
from kontor.companies.profile import add_contact as add_contact
from kontor.companies.profile import apply, ask_to_look, note
from kontor.companies.profile import change_contact as change_contact
from kontor.companies.profile import change_profile as change_profile
from kontor.companies.profile import remove_contact as remove_contact
from kontor.companies.profile import see_changes as see_changes
from kontor.companies.relating import accept_relationship as accept_relationship
from kontor.companies.relating import ask_relationship as ask_relationship
from kontor.companies.relating import decline_relationship as decline_relationship
from kontor.companies.relating import end_relationship as end_relationship
from kontor.companies.relating import start_relationship as start_relationship
from kontor.companies.relating import withdraw_request as withdraw_request
from kontor.journal.actions import record
from kontor.kit.errors import violated
from kontor.kit.scope import acting_in
from kontor.partners.models import SellingEntity

DOMAIN: Final = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
DOMAIN_LENGTH: Final = 253
PLACE: Final = ("name", "street", "postcode", "city")


@transaction.atomic
def add_group(*, code: str, name: str, by: By) -> CustomerGroup:
    """Add a group of companies that share a price list."""
    require_operator(by)
    group = CustomerGroup.objects.create(code=code, name=name)
    record("group.added", group, by=by, code=code)
    return group


@transaction.atomic
def add_company(
    *, number: str, name: str, entity: SellingEntity, language: str, by: By, **values: Any
) -> Company:
    """Add a customer of a selling entity, in its currency. `values` are further columns of `Company`."""
    require_operator(by)
    values = {"country": entity.country} | values
    company = Company.objects.create(
        number=number, name=name, entity=entity, language=language, currency=entity.currency, **values
    )
    record("company.added", company, by=by, company_id=company.pk, number=number)
    return company


@transaction.atomic
def assign_by_equipment(company: Company, *, on: bool, by: Member) -> Company:
    """Say whether members see only the machines that are assigned to them (CO-4); administrators see all either way."""
    require(by, Permission.ASSIGN_EQUIPMENT, company.pk)
    with acting_in(SETTINGS):
        company = Company.objects.select_for_update().get(pk=company.pk)
        if company.assigns_equipment != on:
            company.assigns_equipment = on
            company.save(update_fields=["assigns_equipment"])
            verb = "company.equipment_assigned" if on else "company.equipment_shared"
            record(verb, company, by=by, company_id=company.pk)
    return company


@transaction.atomic
def allow_domains(company: Company, *, domains: Sequence[str], by: By, reason: str = "") -> Company:
    """Allow colleagues whose addresses end otherwise than their administrator's (CO-2); the operator decides.

    Raises `NoSuchDomain`.
    """
    require_operator(by)
    wanted = list(dict.fromkeys(one.strip().lower().removeprefix("@") for one in domains if one.strip()))
    for one in wanted:
        if not DOMAIN.fullmatch(one) or len(one) > DOMAIN_LENGTH:
            raise NoSuchDomain(domain=one)
    company = Company.objects.select_for_update().get(pk=company.pk)
    if company.extra_domains != wanted:
        company.extra_domains = wanted
        company.save(update_fields=["extra_domains"])
        details = {"domains": wanted, "reason": reason}
        record("company.domains_allowed", company, by=by, company_id=company.pk, **details)
    return company


@transaction.atomic
def add_address(
    company: Company, *, kind: str, name: str, by: By, is_default: bool = False, **place: Any
) -> Address:
    """Add a place; the first of its kind is the default. Raises `AddressNameTaken`."""
    allow(by, Permission.MANAGE_ADDRESSES, company)
    others = _others(company, kind)
    if any(other.name == name for other in others):
        raise AddressNameTaken()
    if is_default:
        _no_default(others)
    with _name_is_free():
        address = Address.objects.create(
            company=company, kind=Address.Kind(kind), name=name, is_default=is_default or not others, **place
        )
    entry = record("address.added", address, by=by)
    note(entry, {name: ("", getattr(address, name)) for name in PLACE})
    ask_to_look(address, entry, by=by)
    return address


@transaction.atomic
def change_address(address: Address, *, by: By, **changes: Any) -> Address:
    """Change a place; orders keep the copy they have. Raises `AddressNameTaken`."""
    company = Company.objects.get(pk=address.company_id)
    allow(by, Permission.MANAGE_ADDRESSES, company)
    places = _others(company, address.kind)
    address = next(place for place in places if place.pk == address.pk)
    others = [place for place in places if place.pk != address.pk]
    if any(other.name == changes.get("name") for other in others):
        raise AddressNameTaken()
    if changes.get("is_default"):
        _no_default(others)
    with _name_is_free():
        apply(address, changes, verb="address.changed", by=by)
    return address


@transaction.atomic
def remove_address(address: Address, *, by: By) -> None:
    """Remove a place; orders keep the copy they have. If it was the default, the oldest that is left becomes it.

    Raises `BillingAddressNeeded` for the last billing address, `AddressIsSite` where it says what somebody sees.
    """
    company = Company.objects.get(pk=address.company_id)
    allow(by, Permission.MANAGE_ADDRESSES, company)
    others = [place for place in _others(company, address.kind) if place.pk != address.pk]
    if not others and address.kind == Address.Kind.BILLING:
        raise BillingAddressNeeded()
    entry = record("address.removed", address, by=by)
    note(entry, {name: (getattr(address, name), "") for name in PLACE})
    ask_to_look(address, entry, by=by)
    try:
        address.delete()
    except ProtectedError as error:
        raise AddressIsSite() from error
    if others and not any(other.is_default for other in others):
        others[0].is_default = True
        others[0].save(update_fields=["is_default"])


def _others(company: Company, kind: str) -> list[Address]:
    """The company's places of a kind; nobody else adds, changes or removes one of the company's until this commits.

    The rows alone would not do: an address book may be empty, and a lock on rows does not show new ones.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('companies.address', %s))", [company.pk]
        )
    return list(Address.objects.select_for_update().filter(company=company, kind=kind).order_by("pk"))


@contextmanager
def _name_is_free() -> Iterator[None]:
    """The table has the last word: a load, which takes no such lock, may have brought the name in between."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if violated(error) == "companies_address_name":
            raise AddressNameTaken() from error
        raise


def _no_default(addresses: list[Address]) -> None:
    for address in addresses:
        if address.is_default:
            address.is_default = False
            address.save(update_fields=["is_default"])
