"""Deciding about registrations: our staff, or the administrators of the company that it turned out to belong to.

What the applicant does is in `applying.py`. Whoever decides has no right to the tables in which accounts and companies are
made; once their right to decide is checked, the named system actor `ADMISSIONS` does it, in the same transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from kontor.companies.access import Access
from kontor.companies.errors import MayNotGrant
from kontor.companies.models import Company, Member, Role, Sees
from kontor.companies.permissions import Permission, may, require
from kontor.journal.actions import record
from kontor.kit.errors import NotAllowed
from kontor.kit.ids import uuid7
from kontor.kit.scope import acting_in
from kontor.onboarding import jobs, queries
from kontor.onboarding.actors import ADMISSIONS
from kontor.onboarding.admitting import bring_machines, close, complete, let_in, new_company
from kontor.onboarding.errors import (
    CompanyDecides,
    NobodyDecides,
    NotPossibleNow,
    QuestionMissing,
    ReasonMissing,
    RolesMissing,
)
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import NEXT, RegistrationStatus
from kontor.partners.models import Staff

S = RegistrationStatus


@transaction.atomic
def approve(
    registration: Registration,
    *,
    by: Staff,
    as_role: str = Role.ADMINISTRATOR,
    message: str = "",
    into: Company | None = None,
) -> Company:
    """Let the applicant in: with a company made from what they told, or `into` one that exists; and tell them, with `message`.

    What that one lacks and the applicant told comes along (`admitting.fills`); what it knows of itself stays. Raises `NotPossibleNow`, `CompanyDecides`, `CompanyMissing`, `AddressHasAccount`.
    """
    _may_decide(registration, by)
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.APPROVED)
        company = complete(into.today, registration, by=by) if into else new_company(registration)
        member = let_in(registration, company, roles=[as_role], by=by)
        if may(member, Permission.REGISTER_EQUIPMENT):
            bring_machines(registration, member)
        close(registration, S.APPROVED, company=company, reason=message.strip())
        record(
            "registration.approved",
            registration,
            by=by,
            company_id=None,
            company=company.pk,
            made=into is None,
        )
        _mail(registration, "approved")
    return company


@transaction.atomic
def pass_on(registration: Registration, *, to: Company, by: Staff) -> None:
    """Let the administrators of a company decide whether the applicant joins it: it is theirs for their working days (ON-4).

    Raises `NotPossibleNow`, `CompanyDecides`, `NobodyDecides`.
    """
    _may_decide(registration, by)
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.APPROVED)
        if registration.status != S.WAITING or registration.passed_on_at is not None:
            raise NotPossibleNow(state=registration.get_status_display())
        company = to.today
        if not queries.administrators_of(company).exists():
            raise NobodyDecides(company=company.name)
        registration.company, registration.joins, registration.partner = company, True, None
        registration.save(update_fields=["company", "joins", "partner"])
        record("registration.given_to_company", registration, by=by, company_id=None, company=company.pk)
        jobs.tell_administrators.defer(registration_id=str(registration.pk))


@transaction.atomic
def ask_back(registration: Registration, *, question: str, by: Staff) -> None:
    """Ask the applicant something; then it is their turn, for 14 days. Raises `QuestionMissing`, `NotPossibleNow`."""
    _may_decide(registration, by)
    if not question.strip():
        raise QuestionMissing()
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.ASKED)
        registration.status, registration.question, registration.answer = S.ASKED, question.strip(), ""
        registration.expires_at = timezone.now() + dt.timedelta(days=Registration.DAYS)
        registration.save(update_fields=["status", "question", "answer", "expires_at"])
        record("registration.asked", registration, by=by, company_id=None)
        _mail(registration, "asked")


@transaction.atomic
def reject(registration: Registration, *, reason: str, by: Staff) -> None:
    """Do not let the applicant in; they read the reason word for word. Raises `ReasonMissing`, `NotPossibleNow`."""
    _may_decide(registration, by)
    if not reason.strip():
        raise ReasonMissing()
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.REJECTED)
        close(registration, S.REJECTED, reason=reason.strip())
        record("registration.rejected", registration, by=by, company_id=None)
        _mail(registration, "rejected")


@transaction.atomic
def admit(registration: Registration, roles: Sequence[str], *, by: Member) -> Member:
    """An administrator lets a person join their company, with rights that they have themselves; that person sees all of it.

    Raises `NotAllowed`, `RolesMissing`, `MayNotGrant`, `NotPossibleNow`, `AddressHasAccount`.
    """
    require(by, Permission.MANAGE_USERS, registration.company_id)
    if not roles:
        raise RolesMissing()
    everything = Access(tuple(Role(role) for role in roles), None, Sees.COMPANY, None)
    if not everything.is_within(by):
        raise MayNotGrant()
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.APPROVED, whose=queries.FOR_ADMINISTRATORS)
        member = let_in(registration, by.company, roles=roles, by=by)
        close(registration, S.APPROVED)
        record("registration.admitted", registration, by=by, roles=list(roles))
        _mail(registration, "admitted")
    return member


@transaction.atomic
def refuse(registration: Registration, *, by: Member, reason: str = "") -> None:
    """An administrator does not let a person join their company. Raises `NotAllowed`, `NotPossibleNow`."""
    require(by, Permission.MANAGE_USERS, registration.company_id)
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.REJECTED, whose=queries.FOR_ADMINISTRATORS)
        close(registration, S.REJECTED, reason=reason.strip())
        record("registration.refused", registration, by=by)
        _mail(registration, "refused")


def _may_decide(registration: Registration, by: Staff) -> None:
    """Staff of the operator, or of the partner to whom it was given; what a company decides is the company's for a while."""
    mine = by.partner_id is None or by.partner_id == registration.partner_id
    if not (by.is_active and mine):
        raise NotAllowed()
    if registration.joins and registration.passed_on_at is None:
        assert registration.company is not None
        raise CompanyDecides(company=registration.company.name)


def _locked(
    registration: Registration, *, to: RegistrationStatus, whose: Q = queries.FOR_STAFF
) -> Registration:
    """The registration as it is now. Raises `NotPossibleNow` where there is no way to the wanted state."""
    related = Registration.objects.select_for_update(of=("self",)).select_related(
        "proof", "partner", "company"
    )
    found = related.get(whose, pk=registration.pk)
    if to not in NEXT[RegistrationStatus(found.status)] or found.proven_at is None:
        raise NotPossibleNow(state=found.get_status_display())
    return found


def _mail(registration: Registration, decision: str) -> None:
    jobs.mail_decision.defer(registration_id=str(registration.pk), decision=decision, request=str(uuid7()))
