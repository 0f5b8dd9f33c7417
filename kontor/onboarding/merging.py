"""Who is about to get into a company that becomes part of another gets into that one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Merge, Part
from kontor.companies.models import Company
from kontor.journal.actions import record
from kontor.kit.formats import number
from kontor.onboarding.models import CompanyInvitation, LegacyAccount, Registration
from kontor.onboarding.queries import UNDECIDED
from kontor.onboarding.statuses import InvitationStatus


def _joining(company: Company) -> QuerySet[Registration]:
    return Registration.objects.filter(company=company, joins=True, status__in=UNDECIDED)


def _invited(company: Company) -> QuerySet[CompanyInvitation]:
    still_open = [InvitationStatus.SENT, InvitationStatus.EXPIRED]
    return CompanyInvitation.objects.filter(company=company, status__in=still_open)


def _count(earlier: Company, successor: Company) -> int:
    return _joining(earlier).count() + _invited(earlier).count()


def _words(count: int) -> str:
    words = ngettext("%(count)s who asks to join", "%(count)s who ask to join", count)
    return words % {"count": number(count)}


def _carry(merge: Merge) -> None:
    for rows in (_joining(merge.earlier), _invited(merge.earlier)):
        for one in rows.select_for_update(of=("self",)).order_by("pk"):
            one.company = merge.successor
            one.save(update_fields=["company"])
            name = one._meta.model_name
            record(f"{name}.carried_over", one, by=merge.by, company_id=None, earlier=merge.earlier.pk)
    LegacyAccount.objects.filter(company=merge.earlier).update(company=merge.successor)


PARTS = (Part("joining", "user-plus", Fate.COMES, count=_count, words=_words, carry=_carry),)
