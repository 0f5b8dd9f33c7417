"""What is decided at the desk about people from outside: who may, then the deed itself, which belongs to `onboarding`."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kontor.companies.models import Company
from kontor.desk.actions import take_if_nobody_has
from kontor.desk.permissions import Permission, require
from kontor.onboarding import contacting, inviting
from kontor.onboarding.models import CompanyInvitation, ContactMessage
from kontor.partners.models import Partner, Staff


def invite_company(
    *, partner: Partner, company: Company | None, by: Staff, **facts: Any
) -> CompanyInvitation:
    """Invite the first administrator of a company."""
    require(by, Permission.INVITE_COMPANIES)
    return inviting.invite_company(partner=partner, company=company, by=by, **facts)


@transaction.atomic
def resend_invitation(invitation: CompanyInvitation, *, by: Staff) -> None:
    """Send a new link in place of the one before."""
    require(by, Permission.INVITE_COMPANIES)
    inviting.resend(take_if_nobody_has(invitation, by=by), by=by)


@transaction.atomic
def withdraw_invitation(invitation: CompanyInvitation, *, by: Staff) -> None:
    """Take an invitation back."""
    require(by, Permission.INVITE_COMPANIES)
    inviting.withdraw(take_if_nobody_has(invitation, by=by), by=by)


@transaction.atomic
def answer_contact(message: ContactMessage, *, answer: str, by: Staff) -> None:
    """Answer somebody without an account, by mail."""
    require(by, Permission.ANSWER_MESSAGES)
    contacting.answer(take_if_nobody_has(message, by=by), answer=answer, by=by)


@transaction.atomic
def close_contact(message: ContactMessage, *, by: Staff) -> None:
    """There is nothing to answer."""
    require(by, Permission.ANSWER_MESSAGES)
    contacting.close(take_if_nobody_has(message, by=by), by=by)
