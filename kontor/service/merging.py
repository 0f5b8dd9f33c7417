"""Cases of a company that becomes part of another: what is open is solved first, what is solved stays to be read."""

from __future__ import annotations

from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Part
from kontor.companies.models import Company
from kontor.kit.formats import number
from kontor.service.models import Case
from kontor.service.statuses import OPEN, CaseStatus


def _open(earlier: Company, successor: Company) -> int:
    return Case.objects.filter(company=earlier, status__in=OPEN).count()


def _open_words(count: int) -> str:
    return ngettext("%(count)s open case", "%(count)s open cases", count) % {"count": number(count)}


def _solved(earlier: Company, successor: Company) -> int:
    return Case.objects.filter(company=earlier, status=CaseStatus.SOLVED).count()


def _solved_words(count: int) -> str:
    return ngettext("%(count)s solved case", "%(count)s solved cases", count) % {"count": number(count)}


PARTS = (
    Part("cases.open", "message-square-text", Fate.FIRST, count=_open, words=_open_words),
    Part("cases", "message-square-text", Fate.STAYS, count=_solved, words=_solved_words),
)
