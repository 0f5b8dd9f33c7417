"""The open cases that somebody is asked about, when they leave their company (CO-3)."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import ngettext

from kontor.companies.actors import By
from kontor.companies.models import Member
from kontor.companies.responsibilities import Responsibility
from kontor.journal.actions import record
from kontor.kit.formats import number
from kontor.service.models import Case, CaseQuerySet
from kontor.service.statuses import CaseStatus


def _open(member: Member) -> CaseQuerySet:
    """Open cases that they opened, unless a colleague took them over, and those they took over."""
    theirs = Q(contact=member) | Q(opened_by=member, contact=None)
    return Case.objects.filter(theirs, company=member.company_id).exclude(status=CaseStatus.SOLVED)


def _count(member: Member) -> int:
    return _open(member).count()


def _words(count: int) -> str:
    return ngettext("Is asked about %(count)s open case", "Is asked about %(count)s open cases", count) % {
        "count": number(count)
    }


def _hand_over(leaving: Member, successor: Member | None, by: By) -> int:
    """The successor gets the mails about them now, and sees them whatever else they see."""
    cases = list(_open(leaving).select_for_update(of=("self",)).order_by("pk"))
    if successor is None:
        return 0
    for case in cases:
        case.contact = successor
        case.save(update_fields=["contact"])
        record("case.handed_over", case, by=by, member=successor.pk)
    return len(cases)


CASES = Responsibility("cases", "life-buoy", count=_count, words=_words, hand_over=_hand_over)
