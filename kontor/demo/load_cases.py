"""Loading service cases with their conversations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from kontor.companies.models import Member
from kontor.demo.data import machines
from kontor.demo.data.cases import Case as Row
from kontor.demo.data.cases import all_cases
from kontor.demo.load_machines import Held
from kontor.demo.load_pictures import load_pictures
from kontor.demo.past import BATCH, Past
from kontor.kit.models import NumberSeries
from kontor.partners.models import Staff
from kontor.service.models import Case, Message
from kontor.service.statuses import CaseStatus

TOLD_LATELY: Final = dt.timedelta(days=45)


def load_cases(past: Past, rows: Sequence[machines.Holding], held: Held) -> int:
    """Load 300 cases; the next one that is opened gets the number after them. How many messages there are."""
    numbered = all_cases(list(rows), past.today)
    cases = [_case(past, number, row, held) for number, row in numbered]
    Case.objects.bulk_create(cases, batch_size=BATCH)
    conversations = [_messages(past, case, row) for case, (_, row) in zip(cases, numbered, strict=True)]
    messages = [message for conversation in conversations for message in conversation]
    Message.objects.bulk_create(messages, batch_size=BATCH)
    for case, (_, row), conversation in zip(cases, numbered, conversations, strict=True):
        _tell(past, case, row, conversation)
    sent = [
        (message, told.picture, case.company.language)
        for case, (_, row), conversation in zip(cases, numbered, conversations, strict=True)
        for message, told in zip(conversation, row.messages, strict=True)
        if told.picture
    ]
    load_pictures(past, sent)
    last: dict[int, int] = {}
    for case in cases:
        last[case.opened_at.year] = int(case.number.rpartition("-")[2])
    NumberSeries.objects.bulk_create(
        [NumberSeries(name="S", year=year, last=count) for year, count in last.items()]
    )
    return len(messages)


def _case(past: Past, number: str, row: Row, held: Held) -> Case:
    company = past.companies[row.company.number]
    machine = row.holding
    holding = held[row.company.number, machine.model.area, machine.serial] if machine else None
    return Case(
        company=company,
        partner=holding.partner if holding else company.partner,
        area=holding.area if holding else None,
        number=number,
        kind=row.kind,
        subject=row.subject,
        holding=holding,
        status=row.status,
        opened_by=past.members[row.opened_by],
        opened_at=row.opened_at,
        last_at=row.last_at,
        solved_at=row.last_at + dt.timedelta(minutes=9) if row.status == CaseStatus.SOLVED else None,
        handled_by=past.staff[row.handled_by] if row.handled_by else None,
    )


def _messages(past: Past, case: Case, row: Row) -> list[Message]:
    return [
        Message(
            company=case.company,
            partner=case.partner,
            case=case,
            member=None if told.by_staff else past.members[told.by],
            staff=past.staff[told.by] if told.by_staff else None,
            body=told.body,
            note=told.note,
            written_at=told.at,
        )
        for told in row.messages
    ]


def _tell(past: Past, case: Case, row: Row, messages: Sequence[Message]) -> None:
    """The journal of a case; and who opened it or has taken it is told what the other side wrote of late."""
    opener = past.members[row.opened_by]
    handler = past.staff.get(row.handled_by)
    taken = handler is None
    first, *others = messages
    past.tell(
        "case.opened",
        case,
        at=case.opened_at,
        by=opener,
        kind=case.kind,
        holding=case.holding_id,
        message=first.pk,
    )
    for message in others:
        by = message.staff or message.member
        assert by is not None
        if message.staff and not taken and handler is not None:
            past.tell("case.taken", case, at=message.written_at - dt.timedelta(minutes=2), by=handler)
            taken = True
        if message.note:
            past.tell("case.noted", case, at=message.written_at, by=by, message=message.pk)
            continue
        status = _status_after(case, message, last=message is messages[-1])
        past.tell("case.answered", case, at=message.written_at, by=by, message=message.pk, status=status)
        if message.written_at.date() > past.today - TOLD_LATELY:
            _notify(past, case, message, opener if message.staff else handler)
    if handler is not None and not taken:
        past.tell("case.taken", case, at=case.opened_at + dt.timedelta(minutes=20), by=handler)
    if case.solved_at:
        past.tell("case.solved", case, at=case.solved_at, by=handler or past.decider(case.partner))


def _status_after(case: Case, message: Message, *, last: bool) -> str:
    """The state in which a message left its case."""
    if last and case.status != CaseStatus.SOLVED:
        return str(case.status)
    return CaseStatus.WAITING.value if message.staff else CaseStatus.OPEN.value


def _notify(past: Past, case: Case, message: Message, reader: Member | Staff | None) -> None:
    if reader is None:
        return
    ours = isinstance(reader, Staff)
    past.notify(
        reader,
        key=f"case.answered:{message.pk}",
        kind=f"case.answered.{'ours' if ours else 'theirs'}",
        at=message.written_at,
        url=f"/desk/cases/{case.number}/" if ours else f"/service/{case.number}/",
        number=case.number,
        subject=case.subject,
        company=case.company.name,
    )
