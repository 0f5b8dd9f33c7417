"""What becomes of members: their rights, leaving, coming back (CO-3). Found in `actions` like all that writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kontor.companies import jobs, responsibilities
from kontor.companies.access import Access
from kontor.companies.actors import MEMBERS, By
from kontor.companies.errors import (
    LastAdministrator,
    MayNotGrant,
    MemberInactive,
    NoSuchColleague,
    ReplacementReasonMissing,
    ResetJustStarted,
)
from kontor.companies.models import Address, Company, CompanyRole, Member, Role, Sees
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.journal.queries import entries_about
from kontor.kit.errors import NotAllowed
from kontor.kit.ids import uuid7
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff

BETWEEN_RESETS: Final = dt.timedelta(minutes=1)


@transaction.atomic
def change_rights(
    member: Member,
    *,
    roles: Sequence[str],
    by: Member,
    own_role: CompanyRole | None = None,
    sees: str = Sees.COMPANY,
    site: Address | None = None,
) -> Member:
    """Say what somebody may do and see from their next request on; they are told by mail.

    Raises `RolesMissing`, `NoSuchSite`, `MayNotGrant`, `LastAdministrator`.
    """
    found, by = _locked(member, by)
    before, member = Access.now(found[member.pk]), found[member.pk]
    _may_manage(by, member)
    access = Access.of(member.company_id, roles=roles, own_role=own_role, sees=sees, site=site, by=by)
    if access == before:
        return member
    if member.is_active and Role.ADMINISTRATOR not in access.roles:
        check_one_remains(found.values(), without=member)
    for name, value in access.values().items():
        setattr(member, name, value)
    member.save(update_fields=[*access.values()])
    record("member.rights_changed", member, by=by, **access.details(), before=before.details())
    jobs.mail_rights_changed.defer(member_id=member.pk, by_id=by.pk, request=str(uuid7()))
    return member


@transaction.atomic
def deactivate(member: Member, *, by: Member, successor: Member | None = None) -> Member:
    """End a membership: the next request is refused. What the person was responsible for goes to the successor.

    Memberships of the same person in other companies stay. Raises `NoSuchColleague`, `MayNotGrant`, `LastAdministrator`.
    """
    found, by = _locked(member, by, successor)
    member = found[member.pk]
    _may_manage(by, member)
    if not member.is_active:
        return member
    if successor is not None:
        successor = successor_in(found, successor, other_than=member)
    check_one_remains(found.values(), without=member)
    return leave(member, successor, by=by)


@transaction.atomic
def reactivate(member: Member, *, by: Member) -> Member:
    """Let somebody in again, with the rights they had; machines and cases stay with those who took them over."""
    found, by = _locked(member, by)
    member = found[member.pk]
    _may_manage(by, member)
    if not member.is_active:
        member.is_active, member.inactive_since = True, None
        member.save(update_fields=["is_active", "inactive_since"])
        record("member.reactivated", member, by=by)
        jobs.mail_reactivated.defer(member_id=member.pk, by_id=by.pk, request=str(uuid7()))
    return member


@transaction.atomic
def start_reset(member: Member, *, by: Member) -> Member:
    """Mail somebody the link that sets a new password; the old one works until they do.

    Raises `MemberInactive`, `ResetJustStarted`, `MayNotGrant`.
    """
    found, by = _locked(member, by)
    member = found[member.pk]
    _may_manage(by, member)
    if not (member.is_active and member.user.is_active):
        raise MemberInactive()
    lately = entries_about(member).filter(verb="member.reset_started", at__gt=timezone.now() - BETWEEN_RESETS)
    if lately.exists():
        raise ResetJustStarted()
    record("member.reset_started", member, by=by)
    jobs.mail_reset_started.defer(member_id=member.pk, by_id=by.pk, request=str(uuid7()))
    return member


@transaction.atomic
def replace_administrator(
    company: Company, *, leaving: Member, successor: Member, reason: str, by: Staff
) -> Member:
    """Our staff makes a colleague administrator in place of somebody who leaves, be it the last one; both are told why.

    For the operator's staff and that of a partner which looks after the company.
    Raises `ReplacementReasonMissing`, `NoSuchColleague`, `NotAllowed`.
    """
    reason = reason.strip()
    if not reason:
        raise ReplacementReasonMissing()
    people = Member.objects.filter(company=company, pk__in=[leaving.pk, successor.pk])
    if not by.is_active or people.count() != len({leaving.pk, successor.pk}):
        raise NotAllowed()
    with acting_in(MEMBERS):
        found = lock(company.pk, leaving.pk, successor.pk)
        leaving = found[leaving.pk]
        successor = successor_in(found, successor, other_than=leaving)
        if Role.ADMINISTRATOR not in successor.roles:
            successor.roles = [Role.ADMINISTRATOR, *successor.roles]
            successor.save(update_fields=["roles"])
        if leaving.is_active:
            leave(leaving, successor, by=by, tell=False)
        entry = record("member.administrator_replaced", successor, by=by, leaving=leaving.pk, reason=reason)
        for one in (leaving, successor):
            jobs.mail_replaced.defer(member_id=one.pk, entry_id=str(entry.pk))
    return successor


def _locked(member: Member, by: Member, *others: Member | None) -> tuple[dict[int, Member], Member]:
    """The member, the others, whoever acts and the company's administrators, as they are under a lock."""
    require(by, Permission.MANAGE_USERS, member.company_id)
    found = lock(member.company_id, member.pk, by.pk, *(one.pk for one in others if one is not None))
    by = found[by.pk]  # two administrators who deactivate each other: the second is none any more
    require(by, Permission.MANAGE_USERS, member.company_id)
    return found, by


def lock(company_id: int, *keys: int) -> dict[int, Member]:
    """These members and all active administrators, locked in the order of their keys.

    Whoever takes an administrator away locks all of them, so that two never do it at once.
    """
    administrators = Q(is_active=True, roles__contains=[Role.ADMINISTRATOR])
    related = ("user", "company", "own_role", "site")
    rows = Member.objects.select_for_update(of=("self",)).select_related(*related)
    wanted = rows.filter(administrators | Q(pk__in=keys), company=company_id)
    return {one.pk: one for one in wanted.order_by("pk")}


def _may_manage(by: Member, member: Member) -> None:
    """Raise `MayNotGrant` for who manages somebody that may more than they."""
    if not Access.now(member).is_within(by):
        raise MayNotGrant()


def successor_in(found: dict[int, Member], chosen: Member, *, other_than: Member) -> Member:
    """The successor, as they are now. Raises `NoSuchColleague`."""
    successor = found.get(chosen.pk)
    if successor is None or not successor.is_active or successor.pk == other_than.pk:
        raise NoSuchColleague()
    return successor


def check_one_remains(people: Iterable[Member], *, without: Member) -> None:
    """Raise `LastAdministrator` where nobody else is an active administrator who can sign in."""
    if Role.ADMINISTRATOR not in without.roles:
        return
    for one in people:
        able = one.is_active and one.user.is_active
        if one.pk != without.pk and able and Role.ADMINISTRATOR in one.roles:
            return
    raise LastAdministrator()


def leave(member: Member, successor: Member | None, *, by: By, tell: bool = True, **details: Any) -> Member:
    """The membership ends, under the lock; what the person was responsible for goes to the successor."""
    gone = responsibilities.hand_over(member, successor, by=by)
    member.is_active, member.inactive_since = False, timezone.now()
    member.save(update_fields=["is_active", "inactive_since"])
    followed = {"successor": successor and successor.pk, "handed_over": gone}
    record("member.deactivated", member, by=by, **followed, **details)
    if tell and isinstance(by, Member):
        jobs.mail_deactivated.defer(member_id=member.pk, by_id=by.pk, request=str(uuid7()))
    return member
