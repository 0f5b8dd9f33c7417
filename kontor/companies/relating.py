"""Business relationships (CO-8): which partner looks after a company in which product area.

Found in `actions` like all that writes. A company asks, the partner's staff decides. Neither has the right to write what
follows from it; once their right to ask for it is checked, the named system actor `RELATIONSHIPS` does it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import ngettext

from kontor.companies import jobs, queries, underway
from kontor.companies.actors import RELATIONSHIPS, By
from kontor.companies.carrying import Fate, Part
from kontor.companies.errors import (
    AlreadyAsked,
    AlreadyServed,
    NotActive,
    PartnerDoesNotServe,
    ReasonMissing,
    ReasonTooLong,
    RequestClosed,
    TermsNotInForce,
)
from kontor.companies.models import Company, Member, Relationship
from kontor.companies.permissions import Permission, require, require_operator
from kontor.journal.actions import record
from kontor.kit.errors import NotAllowed, violated
from kontor.kit.scope import acting_in
from kontor.partners.consent import accept_terms
from kontor.partners.models import Partner, ProductArea, Staff, Terms

REASON_LENGTH = 500
S = Relationship.Status


@transaction.atomic
def start_relationship(company: Company, *, partner: Partner, area: ProductArea, by: By) -> Relationship:
    """Let a partner look after a company in an area; whoever did so until now no longer does."""
    require_operator(by)
    former = list(
        Relationship.objects.select_for_update()
        .filter(company=company, area=area, status=S.ACTIVE)
        .order_by("pk")
    )
    for one in former:
        if one.partner_id == partner.pk:
            return one
    _end(former, by=by)
    relationship = Relationship.objects.create(
        company=company, partner=partner, area=area, status=S.ACTIVE, since=timezone.localdate()
    )
    record("relationship.started", relationship, by=by, area=area.code)
    return relationship


@transaction.atomic
def end_relationship(relationship: Relationship, *, by: Member | Staff, reason: str = "") -> Relationship:
    """End a relationship today: the company as it likes, the partner's staff with a reason that the company reads.

    What is under way stays with the partner. The other side is told. Raises `ReasonMissing`, `ReasonTooLong`,
    `NotActive`, `NotAllowed`.
    """
    reason = reason.strip()
    if isinstance(by, Member):
        require(by, Permission.ASK_RELATIONSHIP, relationship.company_id)
    else:
        _may_decide(relationship, by)
        if not reason:
            raise ReasonMissing()
    if len(reason) > REASON_LENGTH:
        raise ReasonTooLong(most=REASON_LENGTH, long=len(reason))
    with acting_in(RELATIONSHIPS):
        company = Company.objects.select_for_update().get(pk=relationship.company_id)
        relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
        if relationship.status != S.ACTIVE:
            raise NotActive()
        _end([relationship], by=by, reason=reason)
        _name_usual_partner(company, by=by)
        if isinstance(by, Member):
            jobs.tell_ended_by_company.defer(relationship_id=relationship.pk)
        else:
            jobs.tell_ended_by_partner.defer(relationship_id=relationship.pk)
    return relationship


@transaction.atomic
def ask_relationship(
    company: Company,
    *,
    area: ProductArea,
    partner: Partner,
    terms: Terms | None,
    by: Member,
    message: str = "",
) -> Relationship:
    """Ask a partner to look after the company in an area; `terms` are the area's terms of use, accepted with it.

    Until the partner decides, whoever looks after the company now goes on. Raises `PartnerDoesNotServe`,
    `TermsNotInForce`, `AlreadyServed`, `AlreadyAsked`.
    """
    require(by, Permission.ASK_RELATIONSHIP, company.pk)
    if not queries.partners_serving(area).filter(pk=partner.pk).exists():
        raise PartnerDoesNotServe()
    if terms != queries.terms_of_use(area):
        raise TermsNotInForce()
    if Relationship.objects.filter(company=company, area=area, partner=partner, status=S.ACTIVE).exists():
        raise AlreadyServed()
    try:
        with transaction.atomic():
            relationship = Relationship.objects.create(
                company=company,
                partner=partner,
                area=area,
                status=S.REQUESTED,
                requested_by=by,
                requested_at=timezone.now(),
                message=message.strip(),
                terms=terms,
            )
    except IntegrityError as error:
        if violated(error) == "companies_relationship_one_asked":
            raise AlreadyAsked() from error
        raise
    if terms is not None:
        accept_terms(by.user, terms=terms, occasion="relationship", by=by)
    record("relationship.requested", relationship, by=by, area=area.code)
    jobs.tell_requested.defer(relationship_id=relationship.pk)
    return relationship


@transaction.atomic
def withdraw_request(relationship: Relationship, *, by: Member) -> Relationship:
    """Take a request back before the partner decides. Raises `RequestClosed`."""
    require(by, Permission.ASK_RELATIONSHIP, relationship.company_id)
    with acting_in(RELATIONSHIPS):
        relationship = _requested(relationship)
        relationship.status, relationship.decided_at = S.ENDED, timezone.now()
        relationship.ended_at, relationship.ended_by = relationship.decided_at, by
        relationship.save(update_fields=["status", "decided_at", "ended_at", "ended_by"])
        record("relationship.withdrawn", relationship, by=by)
        jobs.tell_withdrawn.defer(relationship_id=relationship.pk)
    return relationship


@transaction.atomic
def accept_relationship(relationship: Relationship, *, by: Staff) -> Relationship:
    """Look after the company in that area from today on; whoever did so until now no longer does.

    A company without a usual partner gets this one. Whoever asked is told, and so is the partner that it leaves.
    Raises `RequestClosed`, `NotAllowed`.
    """
    _may_decide(relationship, by)
    with acting_in(RELATIONSHIPS):
        # The company first, then its relationships: two partners that accept at once do so one after the other.
        company = Company.objects.select_for_update().get(pk=relationship.company_id)
        relationship = _requested(relationship)
        former = Relationship.objects.select_for_update().filter(
            company=company, area=relationship.area_id, status=S.ACTIVE
        )
        for ended in _end(former.order_by("pk"), by=by):
            jobs.tell_ended.defer(relationship_id=ended.pk)
        relationship.status, relationship.since = S.ACTIVE, timezone.localdate()
        relationship.decided_at, relationship.decided_by = timezone.now(), by
        relationship.save(update_fields=["status", "since", "decided_at", "decided_by"])
        record("relationship.accepted", relationship, by=by)
        _name_usual_partner(company, by=by)
        jobs.tell_decided.defer(relationship_id=relationship.pk)
    return relationship


@transaction.atomic
def decline_relationship(relationship: Relationship, *, reason: str, by: Staff) -> Relationship:
    """Not look after the company; who asked reads the reason word for word.

    Raises `ReasonMissing`, `ReasonTooLong`, `RequestClosed`, `NotAllowed`.
    """
    _may_decide(relationship, by)
    reason = reason.strip()
    if not reason:
        raise ReasonMissing()
    if len(reason) > REASON_LENGTH:
        raise ReasonTooLong(most=REASON_LENGTH, long=len(reason))
    with acting_in(RELATIONSHIPS):
        relationship = _requested(relationship)
        relationship.status, relationship.reason = S.DECLINED, reason
        relationship.decided_at, relationship.decided_by = timezone.now(), by
        relationship.save(update_fields=["status", "reason", "decided_at", "decided_by"])
        record("relationship.declined", relationship, by=by)
        jobs.tell_decided.defer(relationship_id=relationship.pk)
    return relationship


def _may_decide(relationship: Relationship, by: Staff) -> None:
    """Staff of the partner that was asked, and the operator's."""
    if not (by.is_active and by.partner_id in (None, relationship.partner_id)):
        raise NotAllowed()


def _requested(relationship: Relationship) -> Relationship:
    """The request as it is now, under a lock. Raises `RequestClosed`."""
    found = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if found.status != S.REQUESTED:
        raise RequestClosed()
    return found


def _end(relationships: Iterable[Relationship], *, by: By, reason: str = "") -> list[Relationship]:
    """End them now; where the partner has work under way it still sees the company until that is done."""
    ended = list(relationships)
    for one in ended:
        one.status = S.ENDING if underway.is_any(one.company_id, one.partner_id) else S.ENDED
        one.ended_at, one.reason = timezone.now(), reason
        one.ended_by = by if isinstance(by, Member) else None
        one.ended_by_staff = by if isinstance(by, Staff) else None
        one.save(update_fields=["status", "ended_at", "reason", "ended_by", "ended_by_staff"])
        record("relationship.ended", one, by=by)
    return ended


def _name_usual_partner(company: Company, *, by: By) -> None:
    """Whom the company calls first: as before, unless that partner no longer looks after it anywhere; then the oldest."""
    active = Relationship.objects.filter(company=company, status=S.ACTIVE).order_by("since", "pk")
    partners = list(active.values_list("partner", flat=True))
    usual = company.partner_id if company.partner_id in partners else next(iter(partners), None)
    if usual != company.partner_id:
        company.partner_id = usual
        company.save(update_fields=["partner"])
        record("company.partner_set", company, by=by, company_id=company.pk)


def _asked(earlier: Company, successor: Company) -> int:
    return Relationship.objects.filter(company=earlier, status=S.REQUESTED).count()


def _asked_words(count: int) -> str:
    words = ngettext(
        "%(count)s business relationship asked for", "%(count)s business relationships asked for", count
    )
    return words % {"count": count}


ASKED: Final = Part("relationships.asked", "handshake", Fate.FIRST, count=_asked, words=_asked_words)


def carry_relationships(earlier: Company, successor: Company, *, by: Staff) -> None:
    """Who looked after a company looks after the one it was merged into, in areas where nobody does there."""
    active = Relationship.objects.select_for_update(of=("self",)).select_related("partner", "area")
    served = set(
        Relationship.objects.filter(company=successor, status=S.ACTIVE).values_list("area", flat=True)
    )
    ending = list(active.filter(company=earlier, status=S.ACTIVE).order_by("pk"))
    for one in ending:
        if one.area_id not in served:
            start_relationship(successor, partner=one.partner, area=one.area, by=by)
    _end(ending, by=by)
    _name_usual_partner(successor, by=by)
