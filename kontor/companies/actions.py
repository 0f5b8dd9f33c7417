"""Writing about companies: themselves, their people, places, and who looks after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import User
from kontor.companies.actors import By
from kontor.companies.models import Address, Company, CustomerGroup, Member, Relationship, Role
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import DomainError, NotAllowed, violated
from kontor.partners.models import Partner, ProductArea, SellingEntity, Staff


class AddressNameTaken(DomainError):
    """A place of that name is there already."""

    code = "address.name_taken"
    field = "name"
    message = _("There is already a place with this name.")


class StaffCannotBeMember(DomainError):
    """A person is staff or member, never both: what they see would depend on which we asked first."""

    code = "member.is_staff"
    field = "email"
    message = _("This person works for us and cannot be a member of a company.")


def _allow(by: By, permission: Permission, company: Company) -> None:
    """A member needs the permission in that company; of our side, the operator and named system actors may."""
    if isinstance(by, Member):
        require(by, permission, company.pk)
    elif isinstance(by, Staff):
        _require_operator(by)


def _require_operator(by: By) -> None:
    if isinstance(by, SystemActor) or (isinstance(by, Staff) and by.is_active and by.partner_id is None):
        return
    raise NotAllowed()


@transaction.atomic
def add_group(*, code: str, name: str, by: By) -> CustomerGroup:
    """Add a group of companies that share a price list."""
    _require_operator(by)
    group = CustomerGroup.objects.create(code=code, name=name)
    record("group.added", group, by=by, code=code)
    return group


@transaction.atomic
def add_company(
    *, number: str, name: str, entity: SellingEntity, language: str, by: By, **values: Any
) -> Company:
    """Add a customer of a selling entity, in its currency. `values` are further columns of `Company`."""
    _require_operator(by)
    values = {"country": entity.country} | values
    company = Company.objects.create(
        number=number, name=name, entity=entity, language=language, currency=entity.currency, **values
    )
    record("company.added", company, by=by, company_id=company.pk, number=number)
    return company


@transaction.atomic
def start_relationship(company: Company, *, partner: Partner, area: ProductArea, by: By) -> Relationship:
    """Let a partner look after a company in an area; whoever did so until now no longer does."""
    _require_operator(by)
    for former in Relationship.objects.select_for_update().filter(
        company=company, area=area, status=Relationship.Status.ACTIVE
    ):
        if former.partner_id == partner.pk:
            return former
        former.status = Relationship.Status.ENDED
        former.save(update_fields=["status"])
        record("relationship.ended", former, by=by)
    relationship = Relationship.objects.create(
        company=company,
        partner=partner,
        area=area,
        status=Relationship.Status.ACTIVE,
        since=timezone.localdate(),
    )
    record("relationship.started", relationship, by=by, area=area.code)
    return relationship


@transaction.atomic
def add_member(
    company: Company,
    *,
    user: User,
    first_name: str,
    last_name: str,
    roles: Sequence[str],
    by: By,
    title: str = "",
    phone: str = "",
    is_active: bool = True,
) -> Member:
    """Make a person a member of a company. Raises `StaffCannotBeMember`."""
    _allow(by, Permission.MANAGE_USERS, company)
    if Staff.objects.filter(user=user).exists():
        raise StaffCannotBeMember()
    member = Member.objects.create(
        company=company,
        user=user,
        first_name=first_name,
        last_name=last_name,
        title=title,
        phone=phone,
        roles=[Role(role) for role in roles],
        is_active=is_active,
    )
    record("member.added", member, by=by, roles=member.roles)
    return member


@transaction.atomic
def add_address(
    company: Company, *, kind: str, name: str, by: By, is_default: bool = False, **place: Any
) -> Address:
    """Add a place; the first of its kind is the default. Raises `AddressNameTaken`."""
    _allow(by, Permission.MANAGE_ADDRESSES, company)
    others = _others(company, kind)
    if any(other.name == name for other in others):
        raise AddressNameTaken()
    if is_default:
        _no_default(others)
    with _name_is_free():
        address = Address.objects.create(
            company=company, kind=Address.Kind(kind), name=name, is_default=is_default or not others, **place
        )
    record("address.added", address, by=by)
    return address


@transaction.atomic
def change_address(address: Address, *, by: By, **changes: Any) -> Address:
    """Change a place; orders keep the copy they have. Raises `AddressNameTaken`."""
    company = Company.objects.get(pk=address.company_id)
    _allow(by, Permission.MANAGE_ADDRESSES, company)
    places = _others(company, address.kind)
    address = next(place for place in places if place.pk == address.pk)
    others = [place for place in places if place.pk != address.pk]
    if any(other.name == changes.get("name") for other in others):
        raise AddressNameTaken()
    if changes.get("is_default"):
        _no_default(others)
    changed = sorted(name for name, value in changes.items() if getattr(address, name) != value)
    for name in changed:
        setattr(address, name, changes[name])
    if changed:
        with _name_is_free():
            address.save(update_fields=changed)
        record("address.changed", address, by=by, fields=changed)
    return address


@transaction.atomic
def remove_address(address: Address, *, by: By) -> None:
    """Remove a place; orders keep the copy they have. If it was the default, the oldest that is left becomes it."""
    company = Company.objects.get(pk=address.company_id)
    _allow(by, Permission.MANAGE_ADDRESSES, company)
    others = [place for place in _others(company, address.kind) if place.pk != address.pk]
    record("address.removed", address, by=by)
    address.delete()
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
