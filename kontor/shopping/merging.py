"""Carts and quick orders of a company that becomes part of another end: its people begin anew, at the successor's prices."""

from __future__ import annotations

from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Merge, Part
from kontor.companies.models import Company
from kontor.kit.formats import number
from kontor.shopping.models import Cart, CartLine, QuickOrder, QuickOrderLine


def _count(earlier: Company, successor: Company) -> int:
    return CartLine.objects.filter(company=earlier).values("cart").distinct().count()


def _words(count: int) -> str:
    words = ngettext("%(count)s cart is emptied", "%(count)s carts are emptied", count)
    return words % {"count": number(count)}


def _end(merge: Merge) -> None:
    for model in (QuickOrderLine, QuickOrder, CartLine, Cart):
        model.objects.filter(company=merge.earlier).delete()


PARTS = (Part("carts", "shopping-cart", Fate.ENDS, count=_count, words=_words, carry=_end),)
