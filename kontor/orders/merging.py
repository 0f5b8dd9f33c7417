"""Orders of a company that becomes part of another stay as they are, to be delivered and to be read."""

from __future__ import annotations

from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Part
from kontor.companies.models import Company
from kontor.kit.formats import number
from kontor.orders.models import Order


def _count(earlier: Company, successor: Company) -> int:
    return Order.objects.filter(company=earlier).count()


def _words(count: int) -> str:
    return ngettext("%(count)s order", "%(count)s orders", count) % {"count": number(count)}


PARTS = (Part("orders", "package", Fate.STAYS, count=_count, words=_words),)
