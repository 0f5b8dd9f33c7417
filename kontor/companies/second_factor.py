"""A company asks its people for a second factor, and helps those who lost theirs (ON-16)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kontor.accounts.second_factor_actions import reset_second_factor as reset
from kontor.companies.access import Access
from kontor.companies.actors import MEMBERS, SETTINGS
from kontor.companies.errors import MayNotGrant
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.kit.errors import DomainError
from kontor.kit.scope import acting_in


class NothingToReset(DomainError):
    """The person has no second factor."""

    code = "member.no_second_factor"
    message = _("%(name)s has no second factor.")


class ActsElsewhere(DomainError):
    """The person also belongs to another company, which this one must not open to a stranger."""

    code = "member.acts_elsewhere"
    message = _("%(name)s also acts for another company. Please ask us to reset the second factor.")


@transaction.atomic
def require_second_factor(company: Company, *, on: bool, by: Member) -> Company:
    """Whether everybody in the company has to prove with more than the password who they are."""
    require(by, Permission.MANAGE_USERS, company.pk)
    with acting_in(SETTINGS):
        company = Company.objects.select_for_update().get(pk=company.pk)
        if company.requires_second_factor != on:
            company.requires_second_factor = on
            company.save(update_fields=["requires_second_factor"])
            verb = "company.second_factor_required" if on else "company.second_factor_left_open"
            record(verb, company, by=by, company_id=company.pk)
    return company


@transaction.atomic
def reset_second_factor(member: Member, *, reason: str, by: Member) -> None:
    """Take a lost second factor away, so that the colleague signs in by password and sets up another; they get a mail.

    Raises `MayNotGrant` (also for one's own), `ActsElsewhere`, `NothingToReset`.
    """
    require(by, Permission.MANAGE_USERS, member.company_id)
    if by.pk == member.pk or not Access.now(member).is_within(by):
        raise MayNotGrant()
    with acting_in(MEMBERS):
        elsewhere = Member.objects.filter(user=member.user_id, is_active=True).exclude(
            company=member.company_id
        )
        acts_elsewhere = elsewhere.exists()
    if acts_elsewhere:
        raise ActsElsewhere(name=member.name)
    if not reset(member.user, reason=reason, by=by):
        raise NothingToReset(name=member.name)
    record("member.second_factor_reset", member, by=by, reason=reason)
