"""What is different between the order as it was shown and as it would be now, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kontor.catalogue.queries import products_by_id
from kontor.kit import formats
from kontor.shopping.review import Review, Seen, Snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different; `old` and `new` are empty where the sentence says it all."""

    what: str
    old: str = ""
    new: str = ""


def differences(seen: Snapshot | None, review: Review) -> list[Change]:
    """What changed since the page was shown. Empty when the order would be exactly the one that was seen."""
    now = review.snapshot()
    if seen is None:
        return [Change(_("This page is too old. Please look over the order once more."))]
    if seen == now:
        return []
    changes = [*_lines(seen, now, review), *_charges(seen, now, review)]
    if seen.terms != now.terms and review.terms:
        changes.append(
            Change(
                _("The terms of sale have a new version, %(version)s.") % {"version": review.terms.version}
            )
        )
    return changes or [Change(_("The total"), _money(seen.total, review), _money(now.total, review))]


def _lines(seen: Snapshot, now: Snapshot, review: Review) -> Iterator[Change]:
    names = {line.product.pk: line.product.name for line in (*review.lines, *review.left_out)}
    gone = seen.lines.keys() - now.lines.keys()
    names |= {pk: product.name for pk, product in products_by_id(gone - names.keys()).items()}
    left_out = {line.product.pk: line for line in review.left_out}
    for product_id in sorted(gone):
        name = {"name": names.get(product_id, "")}
        if line := left_out.get(product_id):
            yield Change(_("%(name)s cannot be ordered now. %(reason)s") % {**name, "reason": line.reason})
        else:
            yield Change(_("%(name)s is no longer in the cart.") % name)
    for line in review.lines:
        product_id = line.product.pk
        if product_id not in seen.lines:
            yield Change(_("%(name)s has come into the cart.") % {"name": names[product_id]})
        else:
            yield from _line(names[product_id], seen.lines[product_id], now.lines[product_id], review)


def _line(name: str, seen: Seen, now: Seen, review: Review) -> Iterator[Change]:
    if seen.quantity != now.quantity:
        old, new = Decimal(seen.quantity), Decimal(now.quantity)
        yield Change(_("Quantity of %(name)s") % {"name": name}, formats.number(old), formats.number(new))
    if (seen.amount, seen.per) != (now.amount, now.per):
        yield Change(_("Price of %(name)s") % {"name": name}, _price(seen, review), _price(now, review))
    if seen.arrives != now.arrives:
        yield Change(_("Delivery of %(name)s") % {"name": name}, _day(seen.arrives), _day(now.arrives))


def _charges(seen: Snapshot, now: Snapshot, review: Review) -> Iterator[Change]:
    if seen.shipping != now.shipping:
        yield Change(_("Shipping"), _money(seen.shipping, review), _money(now.shipping, review))
    if seen.surcharge != now.surcharge:
        old, new = _money(seen.surcharge, review), _money(now.surcharge, review)
        yield Change(_("Surcharge for bulky goods"), old, new)


def _money(amount: str, review: Review) -> str:
    return formats.money(Decimal(amount), review.currency)


def _price(line: Seen, review: Review) -> str:
    amount = _money(line.amount, review)
    if line.per == 1:
        return amount
    return _("%(amount)s per %(per)s") % {"amount": amount, "per": formats.number(line.per)}


def _day(iso: str) -> str:
    return formats.day(dt.date.fromisoformat(iso), "short") if iso else _("not known yet")
