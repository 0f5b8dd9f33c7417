"""What a company calls our products comes along when it becomes part of another; prices agreed with it end."""

from __future__ import annotations

from django.utils.translation import ngettext

from kontor.catalogue.models import CustomerArticleNumber, PriceList
from kontor.companies.carrying import Fate, Merge, Part
from kontor.companies.models import Company
from kontor.kit.formats import number


def _numbers(earlier: Company, successor: Company) -> int:
    return CustomerArticleNumber.objects.filter(company=earlier).count()


def _numbers_words(count: int) -> str:
    words = ngettext("%(count)s article number of their own", "%(count)s article numbers of their own", count)
    return words % {"count": number(count)}


def _carry_numbers(merge: Merge) -> None:
    """What the successor calls something already stands."""
    CustomerArticleNumber.objects.bulk_create(
        [
            CustomerArticleNumber(
                company=merge.successor, product_id=one.product_id, number=one.number, plain=one.plain
            )
            for one in CustomerArticleNumber.objects.filter(company=merge.earlier).order_by("pk")
        ],
        ignore_conflicts=True,
    )


def _lists(earlier: Company, successor: Company) -> int:
    return PriceList.objects.filter(company=earlier).count()


def _lists_words(count: int) -> str:
    words = ngettext(
        "%(count)s price list of their own no longer applies",
        "%(count)s price lists of their own no longer apply",
        count,
    )
    return words % {"count": number(count)}


PARTS = (
    Part("article_numbers", "hash", Fate.COMES, count=_numbers, words=_numbers_words, carry=_carry_numbers),
    Part("price_lists", "tags", Fate.ENDS, count=_lists, words=_lists_words),
)
