"""The conversation of a case with what happened in between, oldest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.journal.queries import entries_about
from kontor.kit.text import Text
from kontor.partners.models import Staff
from kontor.service.models import Case
from kontor.service.queries import Said

JUST_BEFORE: Final = dt.timedelta(microseconds=1)
MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Between:
    """Something that happened between two messages."""

    icon: str
    words: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A message, or what happened between two."""

    said: Said | None = None
    between: Between | None = None


VERBS: Final[dict[str, tuple[str, Text]]] = {
    "case.taken": ("hand", _("%(name)s looks after it")),
    "case.handed_over": ("arrow-right-left", _("%(to)s looks after it now")),
    "case.solved": ("circle-check", _("Solved, said by %(name)s")),
    "case.reopened": ("rotate-ccw", _("Opened again by %(name)s")),
}


def conversation(case: Case, messages: Sequence[Said], *, operator: str) -> list[Step]:
    """Messages and steps in the order in which they came; steps before the first message shown are left out."""
    about = entries_about(case).filter(verb__in=list(VERBS))
    entries = list(about[:MOST])
    names = _Names(case, entries, operator)
    written = {one.pk: one.written_at for one in messages}
    steps = [(one.written_at, Step(said=one)) for one in messages]
    begin = messages[0].written_at if messages else case.opened_at
    for entry in entries:
        at = entry.at
        message = entry.details.get("message")
        if message in written and entry.verb == "case.reopened":
            at = written[message] - JUST_BEFORE
        if at >= begin:
            icon, words = VERBS[entry.verb]
            told = str(words) % {"name": names.of(entry), "to": names.receiver(entry)}
            steps.append((at, Step(between=Between(icon, told, entry.at))))
    return [step for _at, step in sorted(steps, key=lambda pair: pair[0])]


class _Names:
    """Who did it, in at most two questions; our people by name and house, as they sign their messages."""

    def __init__(self, case: Case, entries: Sequence[Entry], operator: str) -> None:
        self.operator = operator
        self.house = case.partner.name if case.partner else operator
        members = {entry.member_id for entry in entries if entry.member_id}
        users = {entry.user_id for entry in entries if entry.user_id and not entry.member_id}
        receivers = {entry.details["to"] for entry in entries if "to" in entry.details}
        self.members = {
            one.pk: one.name
            for one in (Member.objects.filter(company=case.company_id, pk__in=members) if members else [])
        }
        staff: list[Staff] = []
        if users or receivers:
            staff = list(Staff.objects.filter(user__in=users) | Staff.objects.filter(pk__in=receivers))
        self.by_user = {one.user_id: one.name for one in staff}
        self.by_pk = {one.pk: one.name for one in staff}

    def of(self, entry: Entry) -> str:
        if entry.member_id:
            return self.members.get(entry.member_id, str(_("a former colleague")))
        return self.by_user.get(entry.user_id or 0, self.house)

    def receiver(self, entry: Entry) -> str:
        return self.by_pk.get(entry.details.get("to", 0), self.house)
