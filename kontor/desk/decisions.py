"""What is decided at the desk: who may, then the deed itself, which belongs to the app of the thing.

Whoever decides about what nobody has taken has taken it with that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from kontor.companies import actions as companies
from kontor.companies.models import ChangeReview, Company, Relationship, Role
from kontor.desk.actions import take_if_nobody_has
from kontor.desk.permissions import Permission, require
from kontor.equipment import actions as equipment
from kontor.equipment.models import Holding
from kontor.kit.pictures import Picture
from kontor.onboarding import actions as onboarding
from kontor.onboarding.models import Registration
from kontor.onboarding.queries import administrators_of
from kontor.partners.models import Staff
from kontor.service import actions as service
from kontor.service.models import Case


@transaction.atomic
def approve_registration(
    registration: Registration, *, into: Company | None = None, message: str = "", by: Staff
) -> None:
    """Let somebody in: with a company made for them, or `into` one that exists.

    They administer it, unless somebody there does already.
    """
    require(by, Permission.DECIDE_REGISTRATIONS)
    registration = take_if_nobody_has(registration, by=by)
    onboarding.approve(registration, into=into, as_role=role_in(into), message=message, by=by)


def role_in(company: Company | None) -> Role:
    """What becomes of an applicant who is let into a company, or without one into their own."""
    administered = company is not None and administrators_of(company).exists()
    return Role.BUYER if administered else Role.ADMINISTRATOR


@transaction.atomic
def pass_on(registration: Registration, *, to: Company, by: Staff) -> None:
    """Let a company's administrators decide whether somebody joins it."""
    require(by, Permission.DECIDE_REGISTRATIONS)
    onboarding.pass_on(take_if_nobody_has(registration, by=by), to=to, by=by)


@transaction.atomic
def ask_back(registration: Registration, *, question: str, by: Staff) -> None:
    """Ask the applicant something before deciding."""
    require(by, Permission.DECIDE_REGISTRATIONS)
    onboarding.ask_back(take_if_nobody_has(registration, by=by), question=question, by=by)


@transaction.atomic
def reject_registration(registration: Registration, *, reason: str, by: Staff) -> None:
    """Let somebody not in, and say why."""
    require(by, Permission.DECIDE_REGISTRATIONS)
    onboarding.reject(take_if_nobody_has(registration, by=by), reason=reason, by=by)


@transaction.atomic
def accept_relationship(relationship: Relationship, *, by: Staff) -> None:
    """Look after a company from now on."""
    require(by, Permission.DECIDE_RELATIONSHIPS)
    companies.accept_relationship(take_if_nobody_has(relationship, by=by), by=by)


@transaction.atomic
def decline_relationship(relationship: Relationship, *, reason: str, by: Staff) -> None:
    """Not look after a company, and say why."""
    require(by, Permission.DECIDE_RELATIONSHIPS)
    companies.decline_relationship(take_if_nobody_has(relationship, by=by), reason=reason, by=by)


@transaction.atomic
def end_relationship(relationship: Relationship, *, reason: str, by: Staff) -> None:
    """Look after a company no longer, and say why."""
    require(by, Permission.DECIDE_RELATIONSHIPS)
    companies.end_relationship(relationship, reason=reason, by=by)


@transaction.atomic
def see_changes(review: ChangeReview, *, by: Staff) -> None:
    """Say that one has looked at what a company changed of itself."""
    require(by, Permission.SEE_CHANGES)
    companies.see_changes(take_if_nobody_has(review, by=by), by=by)


@transaction.atomic
def accept_machine(
    holding: Holding,
    *,
    model: str = "",
    maker: str = "",
    held_from: dt.date | None = None,
    end_other: bool = False,
    by: Staff,
) -> None:
    """The company has this machine. Raises `HeldElsewhere` unless told that the other's holding ends."""
    require(by, Permission.DECIDE_MACHINES)
    equipment.accept(
        take_if_nobody_has(holding, by=by),
        model=model,
        maker=maker,
        held_from=held_from,
        end_other=end_other,
        by=by,
    )


@transaction.atomic
def decline_machine(holding: Holding, *, reason: str, by: Staff) -> None:
    """The company has not got this machine, and why we think so."""
    require(by, Permission.DECIDE_MACHINES)
    equipment.decline(take_if_nobody_has(holding, by=by), reason=reason, by=by)


@transaction.atomic
def reply(
    case: Case,
    *,
    body: str,
    pictures: Sequence[Picture] = (),
    note: bool = False,
    then: service.Then,
    by: Staff,
) -> None:
    """Write to the customer, or with `note` to colleagues only; `then` is whose turn it is: wait, keep or solve."""
    require(by, Permission.ANSWER_CASES)
    service.reply(take_if_nobody_has(case, by=by), body=body, pictures=pictures, note=note, then=then, by=by)


@transaction.atomic
def solve(case: Case, *, by: Staff) -> None:
    """There is nothing left to do."""
    require(by, Permission.ANSWER_CASES)
    service.solve(take_if_nobody_has(case, by=by), by=by)


@transaction.atomic
def reopen(case: Case, *, by: Staff) -> None:
    """There is something left to do after all."""
    require(by, Permission.ANSWER_CASES)
    service.reopen(take_if_nobody_has(case, by=by), by=by)
