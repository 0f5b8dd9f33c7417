"""The machines that somebody looks after, when they leave their company (CO-3)."""

from __future__ import annotations

from django.utils.translation import ngettext

from kontor.companies.actors import By
from kontor.companies.models import Member
from kontor.companies.responsibilities import Responsibility
from kontor.equipment.models import Assignment
from kontor.journal.actions import record
from kontor.kit.formats import number


def _count(member: Member) -> int:
    return Assignment.objects.filter(company=member.company_id, member=member).count()


def _words(count: int) -> str:
    words = ngettext("Looks after %(count)s machine", "Looks after %(count)s machines", count)
    return words % {"count": number(count)}


def _hand_over(leaving: Member, successor: Member | None, by: By) -> int:
    """The successor looks after them now; of those that they looked after already nothing changes."""
    theirs = Assignment.objects.filter(company=leaving.company_id, member=leaving)
    given = list(theirs.select_related("holding").order_by("holding"))
    theirs.delete()
    if successor is not None:
        new = [Assignment(company_id=one.company_id, holding=one.holding, member=successor) for one in given]
        Assignment.objects.bulk_create(new, ignore_conflicts=True)
    for one in given:
        record("holding.unassigned", one.holding, by=by, member=leaving.pk)
        if successor is not None:
            record("holding.assigned", one.holding, by=by, member=successor.pk)
    return len(given)


MACHINES = Responsibility("machines", "forklift", count=_count, words=_words, hand_over=_hand_over)
