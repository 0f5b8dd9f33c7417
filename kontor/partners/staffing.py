"""Who works for us (ST-4): people, what they may, their teams, when they are away. Found in `actions` like all that writes.

The operator's administrators look after everybody, a partner's after that partner's own. Partners have no right to write
our side's tables; once it is checked, the named system actor `STAFFING` does it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.accounts.actions import create_account
from kontor.accounts.helping import HelpNeedsReason
from kontor.accounts.models import User
from kontor.accounts.second_factor_actions import reset_second_factor
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import DomainError, NotAllowed, violated
from kontor.kit.ids import uuid7
from kontor.kit.scope import acting_in
from kontor.partners import jobs
from kontor.partners.models import Absence, Partner, Staff
from kontor.partners.teams import Team

STAFFING: Final = SystemActor("partners.staffing")


class AddressTaken(DomainError):
    """Who has an account already is a customer's, or works for us."""

    code = "staff.address_taken"
    field = "email"
    message = _("There is an account with this address already.")


class LastOfOurAdministrators(DomainError):
    """The operator and each partner always have an administrator."""

    code = "staff.last_administrator"
    field = "role"
    message = _("This is the last administrator. Make a colleague administrator first.")


class OtherSide(DomainError):
    """Teams and substitutes are of the same side."""

    code = "staff.other_side"
    field = "team"
    message = _("Choose one of your own side.")


class TeamNameTaken(DomainError):
    """A side has each team once."""

    code = "team.name_taken"
    field = "name"
    message = _("There is already a team with this name.")


class DaysWrong(DomainError):
    """An absence ends on or after its first day, and not in the past."""

    code = "absence.days_wrong"
    field = "last"
    message = _("The last day is not before the first, and not in the past.")


class HasSignedInBefore(DomainError):
    """A link for the first password is only for who has none."""

    code = "staff.has_signed_in"
    message = _("%(name)s has a password already, and can have a new one sent on the sign-in page.")


class NoSecondFactor(DomainError):
    """The person has none that could be lost."""

    code = "staff.no_second_factor"
    message = _("%(name)s has no second factor.")


@transaction.atomic
def invite_staff(
    *,
    email: str,
    first_name: str,
    last_name: str,
    role: str,
    language: str,
    by: Staff,
    partner: Partner | None = None,
    team: Team | None = None,
    phone: str = "",
) -> Staff:
    """Let somebody work for the operator or a partner: a mail brings the link with which they set their password.

    Raises `AddressTaken`, `OtherSide`.
    """
    require_manager(by, partner.pk if partner else None)
    _check_side(team, partner.pk if partner else None)
    with acting_in(STAFFING):
        if User.objects.filter(email__iexact=email.strip()).exists():
            raise AddressTaken()
        try:
            with transaction.atomic():
                user = create_account(email=email, language=language, by=by)
        except IntegrityError as error:
            if violated(error) == "accounts_user_email":
                raise AddressTaken() from error
            raise
        staff = Staff.objects.create(
            user=user,
            partner=partner,
            role=Staff.Role(role),
            team=team,
            first_name=first_name.strip(),
            last_name=last_name.strip(),
            phone=phone.strip(),
        )
        record("staff.added", staff, by=by, role=role)
        jobs.mail_staff_invited.defer(staff_id=staff.pk, by_id=by.pk, request=str(uuid7()))
    return staff


@transaction.atomic
def resend_staff_link(staff: Staff, *, by: Staff) -> Staff:
    """Mail the link for the first password once more. Raises `HasSignedInBefore`."""
    with acting_in(STAFFING):
        staff, by = _locked(staff, by)
        if staff.user.has_usable_password() or not staff.is_active:
            raise HasSignedInBefore(name=staff.name)
        record("staff.invited_again", staff, by=by)
        jobs.mail_staff_invited.defer(staff_id=staff.pk, by_id=by.pk, request=str(uuid7()))
    return staff


@transaction.atomic
def change_staff(staff: Staff, *, role: str, team: Team | None, by: Staff) -> Staff:
    """Say what somebody may decide, and in which team they are. Raises `LastOfOurAdministrators`, `OtherSide`."""
    with acting_in(STAFFING):
        staff, by = _locked(staff, by)
        _check_side(team, staff.partner_id)
        if role != Staff.Role.ADMINISTRATOR:
            _check_one_remains(staff)
        before = {"role": staff.role, "team": staff.team_id}
        if before != {"role": role, "team": team and team.pk}:
            staff.role, staff.team = Staff.Role(role), team
            staff.save(update_fields=["role", "team"])
            record("staff.changed", staff, by=by, role=role, team=team and team.pk, before=before)
    return staff


@transaction.atomic
def deactivate_staff(staff: Staff, *, by: Staff) -> Staff:
    """End somebody's access from the next request on. Raises `LastOfOurAdministrators`."""
    with acting_in(STAFFING):
        staff, by = _locked(staff, by)
        _check_one_remains(staff)
        if staff.is_active:
            staff.is_active = False
            staff.save(update_fields=["is_active"])
            record("staff.deactivated", staff, by=by)
    return staff


@transaction.atomic
def reactivate_staff(staff: Staff, *, by: Staff) -> Staff:
    """Let somebody in again, with the role they had."""
    with acting_in(STAFFING):
        staff, by = _locked(staff, by)
        if not staff.is_active:
            staff.is_active = True
            staff.save(update_fields=["is_active"])
            record("staff.reactivated", staff, by=by)
    return staff


@transaction.atomic
def reset_staff_second_factor(staff: Staff, *, reason: str, by: Staff) -> None:
    """Take a lost second factor away, so that a colleague signs in by password and sets up another; they get a mail.

    Raises `NotAllowed` (also for one's own), `HelpNeedsReason`, `NoSecondFactor`.
    """
    if not (reason := reason.strip()):
        raise HelpNeedsReason()
    with acting_in(STAFFING):
        staff, by = _locked(staff, by)
        if by.pk == staff.pk:
            raise NotAllowed()
        if not reset_second_factor(staff.user, reason=reason, by=by, partner_id=staff.partner_id):
            raise NoSecondFactor(name=staff.name)
        record("staff.second_factor_reset", staff, by=by, reason=reason)


@transaction.atomic
def add_team(*, name: str, by: Staff, partner: Partner | None = None) -> Team:
    """Add a team of the operator or a partner. Raises `TeamNameTaken`."""
    require_manager(by, partner.pk if partner else None)
    with acting_in(STAFFING):
        try:
            with transaction.atomic():
                team = Team.objects.create(name=name.strip(), partner=partner)
        except IntegrityError as error:
            if violated(error) == "partners_team_name":
                raise TeamNameTaken() from error
            raise
        record("team.added", team, by=by)
    return team


@transaction.atomic
def remove_team(team: Team, *, by: Staff) -> None:
    """Remove a team; its people stay, without a team."""
    require_manager(by, team.partner_id)
    with acting_in(STAFFING):
        record("team.removed", team, by=by)
        team.delete()


@transaction.atomic
def add_absence(
    staff: Staff, *, first: dt.date, last: dt.date, by: Staff, substitute: Staff | None = None
) -> Absence:
    """Say when somebody is away and who does their work; everybody for themselves, administrators for theirs.

    Raises `DaysWrong`, `OtherSide`.
    """
    _may_plan(staff, by)
    if last < first or last < timezone.localdate():
        raise DaysWrong()
    if substitute is not None and not _can_stand_in(substitute, staff):
        raise OtherSide(_("Choose an active colleague."), field="substitute")
    with acting_in(STAFFING):
        absence = Absence.objects.create(staff=staff, first=first, last=last, substitute=substitute)
        record("staff.absence_added", staff, by=by, first=str(first), last=str(last))
    return absence


@transaction.atomic
def remove_absence(absence: Absence, *, by: Staff) -> None:
    """The person is not away after all."""
    _may_plan(absence.staff, by)
    with acting_in(STAFFING):
        days = {"first": str(absence.first), "last": str(absence.last)}
        record("staff.absence_removed", absence.staff, by=by, **days)
        absence.delete()


def manages(by: Staff, partner_id: int | None) -> bool:
    """Whether somebody looks after the staff of that partner, or without one of the operator."""
    is_administrator = by.is_active and by.role == Staff.Role.ADMINISTRATOR
    return is_administrator and by.partner_id in (None, partner_id)


def maintains_master_data(staff: Staff | None) -> bool:
    """Whether `/admin/` opens: for an administrator of the operator, as long as they are one."""
    return staff is not None and manages(staff, None)


def require_manager(by: Staff, partner_id: int | None) -> None:
    """Raise `NotAllowed` unless it is so."""
    if not manages(by, partner_id):
        raise NotAllowed()


def _may_plan(staff: Staff, by: Staff) -> None:
    if not (by.is_active and by.pk == staff.pk):
        require_manager(by, staff.partner_id)


def _can_stand_in(substitute: Staff, staff: Staff) -> bool:
    """Who sees the same: a colleague of the same side, or for a partner's the operator's."""
    sees = substitute.partner_id in (None, staff.partner_id)
    return substitute.is_active and sees and substitute.pk != staff.pk


def _check_side(team: Team | None, partner_id: int | None) -> None:
    if team is not None and team.partner_id != partner_id:
        raise OtherSide()


def _locked(staff: Staff, by: Staff) -> tuple[Staff, Staff]:
    """Both as they are now; all administrators of that side wait, so that two never go at once."""
    require_manager(by, staff.partner_id)
    everybody = Staff.objects.select_for_update(of=("self",)).select_related("user", "partner", "team")
    side = everybody.filter(partner=staff.partner_id) | everybody.filter(pk=by.pk)
    found = {one.pk: one for one in side.order_by("pk")}
    require_manager(found[by.pk], staff.partner_id)
    return found[staff.pk], found[by.pk]


def _check_one_remains(staff: Staff) -> None:
    """Raise `LastOfOurAdministrators` where nobody else administers that side and can sign in."""
    if not staff.is_active or staff.role != Staff.Role.ADMINISTRATOR:
        return
    others = Staff.objects.filter(partner=staff.partner_id, role=Staff.Role.ADMINISTRATOR, is_active=True)
    if not others.filter(user__is_active=True).exclude(pk=staff.pk).exists():
        raise LastOfOurAdministrators()
