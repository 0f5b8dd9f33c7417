"""Deciding about registrations: our staff, or the administrators of the company that it turned out to belong to.

What the applicant does is in `applying.py`. Whoever decides has no right to the tables in which accounts and companies are
made; once their right to decide is checked, the named system actor `ADMISSIONS` does it, in the same transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from kontor.accounts.actions import create_account
from kontor.companies.actions import add_address, add_company, add_member
from kontor.companies.models import Address, Company, Member, Role
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.kit.errors import NotAllowed, violated
from kontor.kit.ids import uuid7
from kontor.kit.models import draw
from kontor.kit.scope import Actor, acting_in
from kontor.onboarding import jobs, queries
from kontor.onboarding.actors import ADMISSIONS
from kontor.onboarding.applying import answer as answer
from kontor.onboarding.applying import choose_password as choose_password
from kontor.onboarding.applying import fill_in as fill_in
from kontor.onboarding.applying import prove as prove
from kontor.onboarding.applying import prove_by_link as prove_by_link
from kontor.onboarding.applying import send_code as send_code
from kontor.onboarding.applying import start as start
from kontor.onboarding.applying import withdraw as withdraw
from kontor.onboarding.errors import (
    AddressHasAccount,
    CompanyDecides,
    CompanyMissing,
    NotPossibleNow,
    QuestionMissing,
    ReasonMissing,
    RolesMissing,
)
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import NEXT, RegistrationStatus
from kontor.partners.models import Staff

S = RegistrationStatus

FIRST_CUSTOMER: Final = 500_001
"""Customer numbers from here on are given by the portal."""


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

    Raises `NotPossibleNow`, `CompanyDecides`, `CompanyMissing`, `AddressHasAccount`.
    """
    _may_decide(registration, by)
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.APPROVED)
        company = into or _new_company(registration)
        _let_in(registration, company, roles=[as_role], by=by)
        _close(registration, S.APPROVED, company=company, reason=message.strip())
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
        _close(registration, S.REJECTED, reason=reason.strip())
        record("registration.rejected", registration, by=by, company_id=None)
        _mail(registration, "rejected")


@transaction.atomic
def admit(registration: Registration, roles: Sequence[str], *, by: Member) -> Member:
    """An administrator lets a person join their company. Raises `NotAllowed`, `RolesMissing`, `NotPossibleNow`, `AddressHasAccount`."""
    require(by, Permission.MANAGE_USERS, registration.company_id)
    if not roles:
        raise RolesMissing()
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.APPROVED, whose=queries.FOR_ADMINISTRATORS)
        member = _let_in(registration, by.company, roles=roles, by=by)
        _close(registration, S.APPROVED)
        record("registration.admitted", registration, by=by, roles=list(roles))
        _mail(registration, "admitted")
    return member


@transaction.atomic
def refuse(registration: Registration, *, by: Member, reason: str = "") -> None:
    """An administrator does not let a person join their company. Raises `NotAllowed`, `NotPossibleNow`."""
    require(by, Permission.MANAGE_USERS, registration.company_id)
    with acting_in(ADMISSIONS):
        registration = _locked(registration, to=S.REJECTED, whose=queries.FOR_ADMINISTRATORS)
        _close(registration, S.REJECTED, reason=reason.strip())
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


def _new_company(registration: Registration) -> Company:
    """A customer of who sells in its country, with its address, looked after by who serves its postcode."""
    entity = queries.entity_for(registration.country)
    if not registration.company_name or entity is None:
        raise CompanyMissing()
    company = add_company(
        number=_customer_number(),
        name=registration.company_name,
        entity=entity,
        language=registration.language,
        by=ADMISSIONS,
        kind=registration.kind,
        country=registration.country,
        organisation_number=registration.organisation_number,
        vat_number=registration.vat_number,
        partner=registration.partner,
        email=registration.invoice_email or registration.email,
        phone=registration.phone,
    )
    for kind in Address.Kind:
        add_address(
            company,
            kind=kind,
            name=registration.company_name[:100],
            by=ADMISSIONS,
            street=registration.street,
            postcode=registration.postcode,
            city=registration.city,
            country=registration.country,
            phone=registration.phone,
        )
    return company


def _customer_number() -> str:
    """The next number of ours that no company has, whoever gave it."""
    while True:
        number = str(draw("customer", first=FIRST_CUSTOMER))
        if not Company.objects.filter(number=number).exists():
            return number


def _let_in(registration: Registration, company: Company, *, roles: Sequence[str], by: Actor) -> Member:
    """An account with the password that the applicant chose, and membership."""
    try:
        with transaction.atomic():
            user = create_account(
                email=registration.email,
                language=registration.language,
                password_hash=registration.proof.password,
                by=by,
            )
    except IntegrityError as error:
        if violated(error) == "accounts_user_email":
            raise AddressHasAccount(email=registration.email) from error
        raise
    return add_member(
        company,
        user=user,
        first_name=registration.first_name,
        last_name=registration.last_name,
        title=registration.title,
        phone=registration.phone,
        roles=roles,
        by=ADMISSIONS,
    )


def _close(
    registration: Registration,
    status: RegistrationStatus,
    *,
    company: Company | None = None,
    reason: str = "",
) -> None:
    """Decided: what only served to get here is forgotten."""
    registration.status, registration.decided_at, registration.reason = status, timezone.now(), reason
    registration.company = company or registration.company
    registration.save(update_fields=["status", "decided_at", "reason", "company"])
    registration.proof.password = registration.proof.code_hash = ""
    registration.proof.save(update_fields=["password", "code_hash"])


def _mail(registration: Registration, decision: str) -> None:
    jobs.mail_decision.defer(registration_id=str(registration.pk), decision=decision, request=str(uuid7()))
