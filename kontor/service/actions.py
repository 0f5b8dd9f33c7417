"""Opening cases, writing in them, and what follows from it for their state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from django.db import transaction
from django.utils import timezone

from kontor.companies.actors import Person
from kontor.companies.models import Company, Member, Relationship
from kontor.companies.permissions import Permission, require
from kontor.documents.actions import store
from kontor.documents.models import Document
from kontor.equipment.models import Holding
from kontor.journal.actions import record
from kontor.kit.errors import NotAllowed
from kontor.kit.models import next_number
from kontor.kit.pictures import CONTENT_TYPE, Picture
from kontor.partners.models import Partner, ProductArea
from kontor.service import jobs
from kontor.service.errors import MachineNotThere, NothingWritten, NotPossibleNow, TooManyPictures
from kontor.service.models import WITH_COMPANY, Case, Message
from kontor.service.statuses import NEXT, CaseStatus

type Then = Literal["wait", "keep", "solve"]

MAX_PICTURES: Final = 6


@transaction.atomic
def open_case(
    *,
    kind: str,
    subject: str,
    body: str,
    holding: Holding | None = None,
    area: ProductArea | None = None,
    pictures: Sequence[Picture] = (),
    by: Member,
) -> Case:
    """Ask our side for something, for a machine or in general (SE-2). Raises `MachineNotThere`, `NothingWritten`.

    It goes to the machine's partner, else to the one that looks after the company in the area, else to its usual one.
    """
    require(by, Permission.OPEN_CASE)
    if holding is not None:
        holding = Holding.objects.visible_to(by).filter(status__in=WITH_COMPANY, pk=holding.pk).first()
        if holding is None:
            raise MachineNotThere()
        area = holding.area
    now = timezone.now()
    case = Case.objects.create(
        company=by.company,
        partner=_partner(by.company, holding, area),
        area=area,
        number=next_number("S", timezone.localdate(now).year),
        kind=Case.Kind(kind),
        subject=" ".join(subject.split()),
        holding=holding,
        status=CaseStatus.NEW,
        opened_by=by,
        opened_at=now,
        last_at=now,
    )
    message = _write(case, body=body, pictures=pictures, note=False, by=by)
    record("case.opened", case, by=by, kind=case.kind, holding=case.holding_id, message=message.pk)
    jobs.tell_opened.defer(case_id=case.pk)
    return case


def _partner(company: Company, holding: Holding | None, area: ProductArea | None) -> Partner | None:
    if holding is not None and holding.partner is not None:
        return holding.partner
    if area is not None:
        active = Relationship.objects.filter(
            company=company, area=area, status=Relationship.Status.ACTIVE
        ).select_related("partner")
        if relationship := active.first():
            return relationship.partner
    return company.partner


@transaction.atomic
def reply(
    case: Case,
    *,
    body: str,
    pictures: Sequence[Picture] = (),
    by: Person,
    note: bool = False,
    then: Then = "wait",
) -> Message:
    """Write in a case. What a member writes makes it our turn; `then` says what follows from what staff write.

    `wait`: it is the customer's turn; `keep`: it stays ours; `solve`: nothing is left to do, which a member may say
    too. A `note` is for staff and changes nothing. Who writes in a solved case opens it again.
    """
    case = _locked(case, by)
    if note and isinstance(by, Member):
        raise NotAllowed()
    message = _write(case, body=body, pictures=pictures, note=note, by=by)
    if note:
        record("case.noted", case, by=by, message=message.pk)
        return message
    wanted = _wanted(case, by, then)
    reopened = case.status == CaseStatus.SOLVED and wanted != CaseStatus.SOLVED
    if reopened:
        _advance(case, CaseStatus.OPEN)
        record("case.reopened", case, by=by, message=message.pk)
    solved = wanted == CaseStatus.SOLVED and case.status != CaseStatus.SOLVED
    if wanted != case.status:
        _advance(case, wanted)
    case.last_at = message.written_at
    case.save(update_fields=["status", "solved_at", "last_at"])
    record("case.answered", case, by=by, message=message.pk, status=case.status)
    if solved:
        record("case.solved", case, by=by, message=message.pk)
    jobs.tell_written.defer(message_id=message.pk, solved=solved, reopened=reopened)
    return message


def _wanted(case: Case, by: Person, then: Then) -> CaseStatus:
    """The state after a message."""
    if then == "solve":
        return CaseStatus.SOLVED
    if isinstance(by, Member):
        return CaseStatus.NEW if case.status == CaseStatus.NEW else CaseStatus.OPEN
    return CaseStatus.WAITING if then == "wait" else CaseStatus.OPEN


@transaction.atomic
def solve(case: Case, *, by: Person) -> Case:
    """Nothing is left to do. Raises `NotPossibleNow` when it is solved already."""
    case = _locked(case, by)
    _advance(case, CaseStatus.SOLVED)
    case.save(update_fields=["status", "solved_at"])
    entry = record("case.solved", case, by=by)
    jobs.tell_moved.defer(case_id=case.pk, entry_id=str(entry.pk))
    return case


@transaction.atomic
def reopen(case: Case, *, by: Person) -> Case:
    """Something is left to do after all. Raises `NotPossibleNow` when it is not solved."""
    case = _locked(case, by)
    if case.status != CaseStatus.SOLVED:
        raise _not_now(case)
    _advance(case, CaseStatus.OPEN)
    case.last_at = timezone.now()
    case.save(update_fields=["status", "solved_at", "last_at"])
    entry = record("case.reopened", case, by=by)
    jobs.tell_moved.defer(case_id=case.pk, entry_id=str(entry.pk))
    return case


def _locked(case: Case, by: Person) -> Case:
    """The case as it is now, nobody else writing in it until this commits."""
    if isinstance(by, Member) and case.company_id in by.scope.companies:
        require(by, Permission.OPEN_CASE, case.company_id)
    seen = Case.objects.visible_to(by).select_for_update(of=("self",))
    case = seen.select_related("company", "partner").get(pk=case.pk)
    if not (isinstance(by, Member) or by.is_active):
        raise NotAllowed()
    return case


def _advance(case: Case, to: CaseStatus) -> None:
    """What a company left behind when it became part of another stays as it was: nobody could answer there."""
    is_past = case.company.succeeded_by_id is not None
    if is_past or to not in NEXT[CaseStatus(case.status)]:
        raise _not_now(case)
    case.status = to
    case.solved_at = timezone.now() if to == CaseStatus.SOLVED else None


def _not_now(case: Case) -> NotPossibleNow:
    return NotPossibleNow(number=case.number, state=case.get_status_display())


def _write(case: Case, *, body: str, pictures: Sequence[Picture], note: bool, by: Person) -> Message:
    if not (body := body.strip()):
        raise NothingWritten()
    if len(pictures) > MAX_PICTURES:
        raise TooManyPictures(limit=MAX_PICTURES)
    message = Message.objects.create(
        company=case.company,
        partner=case.partner,
        case=case,
        member=by if isinstance(by, Member) else None,
        staff=None if isinstance(by, Member) else by,
        body=body,
        note=note,
        written_at=timezone.now(),
    )
    for picture in pictures:
        store(
            company=case.company,
            partner_id=case.partner_id,
            kind=Document.Kind.ATTACHMENT,
            subject=message,
            name=picture.name,
            content_type=CONTENT_TYPE,
            content=picture.content,
            small=picture.small,
            staff_only=note,
            by=by,
        )
    return message
