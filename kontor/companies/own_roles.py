"""Roles that a company makes for itself out of our permissions (CO-5). Found in `actions` like all that writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import translation

from kontor.companies.errors import MayNotGrant, RightsMissing, RoleInUse, RoleNameTaken
from kontor.companies.models import Company, CompanyRole, Invitation, Member, Role
from kontor.companies.permissions import Permission, require, within_rights
from kontor.journal.actions import record
from kontor.kit.errors import violated


@transaction.atomic
def add_role(company: Company, *, name: str, permissions: Sequence[str], by: Member) -> CompanyRole:
    """Add a role. Raises `RoleNameTaken`, `RightsMissing`, `MayNotGrant`."""
    require(by, Permission.MANAGE_USERS, company.pk)
    rights = _rights(permissions, by)
    with _name_is_free(name):
        role = CompanyRole.objects.create(company=company, name=name.strip(), permissions=rights)
    record("role.added", role, by=by, permissions=rights)
    return role


@transaction.atomic
def change_role(role: CompanyRole, *, name: str, permissions: Sequence[str], by: Member) -> CompanyRole:
    """Change a role: whoever has it may do what it says from the next request on.

    Raises `RoleNameTaken`, `RightsMissing`, `MayNotGrant`.
    """
    role = _locked(role, by)
    rights = _rights(permissions, by)
    if (role.name, role.permissions) != (name.strip(), rights):
        before = role.permissions
        role.name, role.permissions = name.strip(), rights
        with _name_is_free(name):
            role.save(update_fields=["name", "permissions"])
        record("role.changed", role, by=by, permissions=rights, before=before)
    return role


@transaction.atomic
def remove_role(role: CompanyRole, *, by: Member) -> None:
    """Remove a role that nobody has. Raises `RoleInUse`, `MayNotGrant`."""
    role = _locked(role, by)
    # Invitations that are over keep no role: the person has theirs, or never came.
    over = Invitation.objects.filter(own_role=role).exclude(accepted_at=None, withdrawn_at=None)
    over.update(own_role=None)
    if Member.objects.filter(own_role=role).exists() or Invitation.objects.filter(own_role=role).exists():
        raise RoleInUse()
    record("role.removed", role, by=by, permissions=role.permissions)
    try:
        role.delete()
    except ProtectedError as error:
        raise RoleInUse() from error


def _locked(role: CompanyRole, by: Member) -> CompanyRole:
    """The role as it is now; who gives it to somebody waits, and so does who removes it."""
    require(by, Permission.MANAGE_USERS, role.company_id)
    role = CompanyRole.objects.select_for_update().get(pk=role.pk)
    if not within_rights(by, role.permissions):
        raise MayNotGrant()
    return role


def _rights(permissions: Sequence[str], by: Member) -> list[str]:
    """The rights in the order of the table. Raises `RightsMissing`, `MayNotGrant`."""
    rights = [one.value for one in Permission if one in permissions]
    if not rights:
        raise RightsMissing()
    if not within_rights(by, rights):
        raise MayNotGrant()
    return rights


@contextmanager
def _name_is_free(name: str) -> Iterator[None]:
    """Raise `RoleNameTaken` for the name of another role, ours among them."""
    if name.strip().casefold() in _our_names():
        raise RoleNameTaken()
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if violated(error) == "companies_companyrole_name":
            raise RoleNameTaken() from error
        raise


def _our_names() -> set[str]:
    """What our roles are called, in each language."""
    names = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= {str(role.label).casefold() for role in Role}
    return names
