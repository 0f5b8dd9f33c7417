"""Telling both sides what happened in a case: by mail and in the inbox."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from kontor.journal.models import Entry
from kontor.kit.actors import SystemActor
from kontor.kit.jobs import system_task
from kontor.service import mail
from kontor.service.models import Case, Message

MAILER: Final = SystemActor("service.mail")


@system_task(MAILER, queue="mail")
def tell_opened(*, case_id: int) -> None:
    """Tell our side that there is a new case, and who opened it that we have it."""
    case = _case(case_id)
    first = case.messages.order_by("written_at", "pk").first()
    words = first.body if first else ""
    if case.opened_by:
        mail.tell(
            case, "received", key=f"case.opened:{case.pk}", to=[mail.member(case.opened_by)], words=words
        )
    mail.tell(case, "opened", key=f"case.opened:{case.pk}", to=mail.our_side(case), words=words)


@system_task(MAILER, queue="mail")
def tell_written(*, message_id: int, solved: bool, reopened: bool) -> None:
    """Tell all who take part in the case, but who wrote it, what was written. Notes are told to nobody."""
    message = Message.objects.select_related("member", "staff__partner").get(pk=message_id)
    if message.note:
        return
    case = _case(message.case_id)
    mail.tell(
        case,
        "answered",
        key=f"case.answered:{message.pk}",
        to=_all_but(case, member=message.member_id, theirs=message.staff_id is None),
        words=message.body,
        who=message.member or message.staff,
        solved=solved,
        reopened=reopened,
    )


@system_task(MAILER, queue="mail")
def tell_moved(*, case_id: int, entry_id: str) -> None:
    """Tell all who take part, but who did it, that a case was solved or opened again."""
    case, entry = _case(case_id), Entry.objects.get(pk=UUID(entry_id))
    kind = entry.verb.partition(".")[2]
    to = _all_but(case, member=entry.member_id, user=entry.user_id, theirs=entry.member_id is not None)
    mail.tell(case, kind, key=f"{entry.verb}:{entry.pk}", to=to)


def _case(case_id: int) -> Case:
    related = ("company", "partner", "holding__machine", "opened_by__user", "handled_by__user")
    return Case.objects.select_related(*related).get(pk=case_id)


def _all_but(
    case: Case,
    *,
    theirs: bool,
    member: int | None = None,
    user: int | None = None,
) -> Iterable[mail.To]:
    """Who is told: the company's people, and our side of what the company did."""
    told = [mail.member(one) for one in mail.people(case) if one.pk != member]
    if theirs:
        told += mail.our_side(case)
    return [one for one in told if user is None or one.user.pk != user]
