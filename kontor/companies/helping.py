"""What our staff does for the people of a company when they cannot themselves (ON-15, CO-3).

Each takes a reason, which the journal keeps and the person reads. For the operator's staff and for that of a partner which
looks after the company. Whoever acts has no right to write there; once it is checked, the system actor `MEMBERS` does it.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kontor.accounts import helping as accounts
from kontor.accounts.second_factor_actions import reset_second_factor as reset_second_factor_of
from kontor.companies import jobs, managing
from kontor.companies.actions import allow_domains
from kontor.companies.actors import MEMBERS
from kontor.companies.errors import AlreadyMerged, MemberInactive, ReplacementReasonMissing
from kontor.companies.models import Company, Member, Role
from kontor.companies.second_factor import ActsElsewhere, NothingToReset
from kontor.journal.actions import record
from kontor.journal.models import Entry
from kontor.journal.queries import entries_about
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff


class NothingToConfirm(DomainError):
    """The address is proven already."""

    code = "member.address_proven"
    message = _("The address of %(name)s is confirmed already.")


@transaction.atomic
def deactivate_for(member: Member, *, reason: str, by: Staff, successor: Member | None = None) -> Member:
    """End a membership for a company that cannot do it itself. Raises `LastAdministrator`: that one is replaced."""
    reason = said(reason)
    may_help(member, by)
    with acting_in(MEMBERS):
        found = managing.lock(member.company_id, member.pk, *([successor.pk] if successor else []))
        member = found[member.pk]
        if not member.is_active:
            return member
        if successor is not None:
            successor = managing.successor_in(found, successor, other_than=member)
        managing.check_one_remains(found.values(), without=member)
        managing.leave(member, successor, by=by, tell=False, reason=reason, **_ours(by))
        _tell(entries_about(member).filter(verb="member.deactivated").first())
    return member


@transaction.atomic
def reactivate_for(member: Member, *, reason: str, by: Staff) -> Member:
    """Let somebody in again, with the rights they had. Raises `AlreadyMerged`."""
    reason = said(reason)
    may_help(member, by)
    with acting_in(MEMBERS):
        member = managing.lock(member.company_id, member.pk)[member.pk]
        if member.company.succeeded_by_id is not None:
            raise AlreadyMerged(company=member.company.name)
        if not member.is_active:
            member.is_active, member.inactive_since = True, None
            member.save(update_fields=["is_active", "inactive_since"])
            _tell(record("member.reactivated", member, by=by, reason=reason, **_ours(by)))
    return member


@transaction.atomic
def reset_second_factor_for(member: Member, *, reason: str, by: Staff) -> None:
    """Take a lost second factor away; the person is told. Raises `NothingToReset`, `ActsElsewhere`."""
    reason = said(reason)
    may_help(member, by)
    owns_account(member, by)
    if not reset_second_factor_of(member.user, reason=reason, by=by, **_about(member, by)):
        raise NothingToReset(name=member.name)
    _record("member.second_factor_reset", member, by, reason)


@transaction.atomic
def confirm_address_for(member: Member, *, reason: str, by: Staff) -> None:
    """Take an address as proven; the person is told. Raises `NothingToConfirm`, `ActsElsewhere`."""
    reason = said(reason)
    may_help(member, by)
    owns_account(member, by)
    if not accounts.confirm_address(member.user, reason=reason, by=by, **_about(member, by)):
        raise NothingToConfirm(name=member.name)
    _record("member.address_confirmed", member, by, reason)


@transaction.atomic
def change_address_for(member: Member, *, email: str, reason: str, by: Staff) -> None:
    """Give somebody another address, after proof; both addresses are told. Raises `AddressTaken`, `ActsElsewhere`."""
    reason = said(reason)
    may_help(member, by)
    owns_account(member, by)
    accounts.change_address(member.user, email=email, reason=reason, by=by, **_about(member, by))
    _record("member.address_changed", member, by, reason)


@transaction.atomic
def issue_password_for(member: Member, *, reason: str, by: Staff) -> str:
    """A password for a day, to be read out; whoever signs in with it sets another. Raises `ActsElsewhere`, `MemberInactive`."""
    reason = said(reason)
    may_help(member, by)
    owns_account(member, by)
    if not member.is_active:
        raise MemberInactive()
    password = accounts.issue_temporary_password(member.user, reason=reason, by=by, **_about(member, by))
    _record("member.password_issued", member, by, reason)
    return password


@transaction.atomic
def allow_domains_for(company: Company, *, domains: list[str], reason: str, by: Staff) -> Company:
    """Let colleagues have addresses with these endings too; its administrators are told. Raises `NoSuchDomain`."""
    reason = said(reason)
    before = company.extra_domains
    company = allow_domains(company, domains=domains, by=by, reason=reason)
    if company.extra_domains != before:
        about = Entry.objects.filter(subject="company", subject_id=str(company.pk))
        entry = about.filter(verb="company.domains_allowed").latest("at")
        administrators = Member.objects.filter(is_active=True, roles__contains=[Role.ADMINISTRATOR])
        for one in administrators.filter(company=company).order_by("pk"):
            jobs.mail_helped.defer(member_id=one.pk, entry_id=str(entry.pk))
    return company


def said(reason: str) -> str:
    """The reason, without which nothing is done. Raises `ReplacementReasonMissing`."""
    if not (reason := reason.strip()):
        raise ReplacementReasonMissing()
    return reason


def may_help(member: Member, by: Staff) -> None:
    """Raise `NotAllowed` unless `by` may see the member: whoever looks after a company sees its people."""
    with acting_in(by):
        seen = Member.objects.filter(pk=member.pk, company=member.company_id).exists()
    if not (by.is_active and seen):
        raise NotAllowed()


def owns_account(member: Member, by: Staff) -> None:
    """A partner does not open an account that also acts for companies which others look after. Raises `ActsElsewhere`."""
    if by.partner_id is None:
        return
    with acting_in(MEMBERS):
        elsewhere = Member.objects.filter(user=member.user_id, is_active=True).exclude(
            company=member.company_id
        )
        acts_elsewhere = elsewhere.exists()
    if acts_elsewhere:
        raise ActsElsewhere(name=member.name)


def _ours(by: Staff) -> dict[str, int | None]:
    return {"partner_id": by.partner_id} if by.partner_id else {}


def _about(member: Member, by: Staff) -> dict[str, int | None]:
    return {"company_id": member.company_id, **_ours(by)}


def _record(verb: str, member: Member, by: Staff, reason: str) -> None:
    with acting_in(MEMBERS):
        record(verb, member, by=by, reason=reason, **_ours(by))


def _tell(entry: Entry | None) -> None:
    if entry is not None:
        jobs.mail_helped.defer(member_id=int(entry.subject_id), entry_id=str(entry.pk))
