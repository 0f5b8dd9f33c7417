"""What a product costs a company, and why (SH-2).

A company's lists stand in rank order: contract, company, group, promotion, general. The first that has a price for
the quantity on the day wins: the narrowest, not the cheapest. Then comes the loyalty tier, unless the price is net
or agreed in a contract.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from kontor.catalogue.models import PriceList
from kontor.companies.models import Company
from kontor.kit.money import round_half_up

HUNDRED: Final = Decimal(100)
FOREVER: Final = dt.date(9999, 12, 31)
CENT: Final = Decimal("0.01")
FINE: Final = Decimal("0.0001")
NOTHING: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Break:
    """What one unit costs from a quantity on, after the tier, per as many units as the price it belongs to."""

    from_quantity: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """A company's own price for a quantity of a product, net of tax, and how it came about.

    `amount` is per `per` units after the tier; `base` what the list says, `general` what the general list does (None
    where it has no price). `tier` is empty where the price bears none. `breaks` is filled on request: every quantity
    from which another price holds, the first one included.
    """

    product_id: int
    quantity: Decimal
    currency: str
    amount: Decimal
    per: int
    net: bool
    source: str
    list_name: str
    list_code: str
    base: Decimal
    general: Decimal | None
    tier: str
    tier_percent: Decimal
    from_quantity: Decimal
    valid_to: dt.date | None
    breaks: tuple[Break, ...] = ()

    @property
    def is_contract(self) -> bool:
        return self.source == PriceList.Kind.CONTRACT

    @property
    def unit_amount(self) -> Decimal:
        """Per single unit, unrounded: for comparing prices."""
        return self.amount / self.per

    @property
    def more(self) -> tuple[Break, ...]:
        """The breaks above this quantity."""
        return tuple(one for one in self.breaks if one.from_quantity > self.quantity)

    def line_net(self, quantity: Decimal | None = None) -> Decimal:
        """What a line of `quantity` costs (this price's own when None), rounded half up."""
        return round_half_up((self.quantity if quantity is None else quantity) * self.amount / self.per)

    def steps(self) -> list[dict[str, str]]:
        """From the general list to the own price, as kept with an order line; the amounts sum up to `amount`."""
        steps: list[dict[str, str]] = []
        before = None
        if self.general is not None and self.source != PriceList.Kind.GENERAL:
            before = self.general
            steps.append({"kind": PriceList.Kind.GENERAL.value, "amount": str(before)})
        own = {"kind": self.source, "name": self.list_name, "amount": str(self.base - (before or 0))}
        if self.from_quantity > 1:
            own["from_quantity"] = f"{self.from_quantity.normalize():f}"
        if before:
            own["percent"] = _percent(self.base / before * HUNDRED - HUNDRED)
        steps.append(own)
        if self.tier_percent:
            steps.append(
                {
                    "kind": "tier",
                    "tier": self.tier,
                    "percent": _percent(-self.tier_percent),
                    "amount": str(self.amount - self.base),
                }
            )
        return steps


def _percent(value: Decimal) -> str:
    """One decimal at most: "-18", "-3.5"."""
    rounded = round_half_up(value, 1)
    return f"{rounded.normalize() if rounded else Decimal(0):f}"


# A company's lists, narrowest first. Each branch is an indexed look-up.
LISTS: Final = """
    lists AS MATERIALIZED (
        SELECT id, code, name, kind, rank FROM (
            SELECT * FROM catalogue_pricelist WHERE company_id = %(company)s AND currency = %(currency)s
            UNION ALL
            SELECT * FROM catalogue_pricelist WHERE group_id = %(group)s AND currency = %(currency)s
            UNION ALL
            SELECT * FROM catalogue_pricelist
            WHERE currency = %(currency)s AND kind IN ('promotion', 'general')
        ) AS own_lists ORDER BY rank, id
    )
"""

# Per cent that the company's tier takes off.
DISCOUNT: Final = """
    (SELECT CASE %(tier)s WHEN 'gold' THEN gold_discount WHEN 'platinum' THEN platinum_discount ELSE silver_discount END
     FROM partners_operator WHERE id = 1)
"""

# The highest quantity reached, and of that the newest, on one list: one descent of `catalogue_price_lookup`.
PRICE: Final = """
    SELECT p.from_quantity, p.amount, p.per, p.net, p.valid_to
    FROM catalogue_price p
    WHERE p.list_id = l.id AND p.product_id = w.product_id AND p.from_quantity <= w.quantity
      AND p.valid_from <= %(on)s AND p.valid_to >= %(on)s
    ORDER BY p.from_quantity DESC, p.valid_from DESC LIMIT 1
"""

# S608: the parts are constants of this module; all values are parameters.
OWN_PRICES: Final = f"""
    WITH {LISTS}
    SELECT w.position, own.amount, own.per, own.net, own.kind, own.name, own.code, own.from_quantity, own.valid_to,
           general.amount, general.per, {DISCOUNT}
    FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[])
         WITH ORDINALITY AS w (product_id, quantity, position)
    CROSS JOIN LATERAL (
        SELECT l.code, l.name, l.kind, price.* FROM lists l CROSS JOIN LATERAL ({PRICE}) AS price
        ORDER BY l.rank, l.id LIMIT 1
    ) AS own
    LEFT JOIN LATERAL (
        SELECT price.amount, price.per FROM lists l CROSS JOIN LATERAL ({PRICE}) AS price
        WHERE l.kind = 'general' AND own.kind <> 'general' ORDER BY l.rank, l.id LIMIT 1
    ) AS general ON true
"""  # noqa: S608

BREAKS: Final = f"""
    WITH {LISTS}
    SELECT w.product_id, l.id, l.kind, price.from_quantity, price.amount, price.per, price.net, {DISCOUNT}
    FROM (SELECT DISTINCT unnest(%(products)s::bigint[]) AS product_id) AS w
    CROSS JOIN lists l
    CROSS JOIN LATERAL (
        SELECT DISTINCT ON (p.from_quantity) p.from_quantity, p.amount, p.per, p.net FROM catalogue_price p
        WHERE p.list_id = l.id AND p.product_id = w.product_id
          AND p.valid_from <= %(on)s AND p.valid_to >= %(on)s
        ORDER BY p.from_quantity DESC, p.valid_from DESC
    ) AS price
    ORDER BY w.product_id, l.rank, l.id, price.from_quantity DESC
"""  # noqa: S608


def own_prices(
    company: Company,
    wanted: Sequence[tuple[int, Decimal]],
    *,
    on: dt.date | None = None,
    with_breaks: bool = False,
) -> list[OwnPrice | None]:
    """The company's own price for each wanted `(product id, quantity)`, in the same order; None where there is none.

    `on` is the day it holds, today when None. One statement however many lines, and one more for `breaks`,
    which only pages want.
    """
    if not wanted:
        return []
    values = _values(company, on) | {
        "products": [product_id for product_id, _ in wanted],
        "quantities": [quantity for _, quantity in wanted],
    }
    with connection.cursor() as cursor:
        cursor.execute(OWN_PRICES, values)
        rows = cursor.fetchall()
    found: list[OwnPrice | None] = [None] * len(wanted)
    for place, *facts in rows:
        found[place - 1] = _own_price(company, *wanted[place - 1], *facts)
    return add_breaks(company, found, on=on) if with_breaks else found


def add_breaks(
    company: Company, prices: Sequence[OwnPrice | None], *, on: dt.date | None = None
) -> list[OwnPrice | None]:
    """The same prices with their `breaks` filled. One statement."""
    values = _values(company, on) | {"products": [price.product_id for price in prices if price]}
    if not values["products"]:
        return list(prices)
    with connection.cursor() as cursor:
        cursor.execute(BREAKS, values)
        stairs = _stairs(cursor.fetchall())
    return [
        price and replace(price, breaks=_breaks(stairs.get(price.product_id, ()), price.per))
        for price in prices
    ]


def _values(company: Company, on: dt.date | None) -> dict[str, Any]:
    return {
        "company": company.pk,
        "group": company.group_id,
        "currency": company.currency,
        "tier": company.tier,
        "on": on or timezone.localdate(),
    }


def _own_price(
    company: Company,
    product_id: int,
    quantity: Decimal,
    amount: Decimal,
    per: int,
    net: bool,
    kind: str,
    name: str,
    code: str,
    from_quantity: Decimal,
    valid_to: dt.date,
    general: Decimal | None,
    general_per: int | None,
    discount: Decimal | None,
) -> OwnPrice:
    has_tier = bears_tier(kind, net=net)
    deducted = (discount or NOTHING) if has_tier else NOTHING
    precision = _precision(amount)
    return OwnPrice(
        product_id=product_id,
        quantity=quantity,
        currency=company.currency,
        amount=_deduct(amount, deducted),
        per=per,
        net=net,
        source=kind,
        list_name=name,
        list_code=code,
        base=amount.quantize(precision),
        general=_exact(general * per / general_per, precision)
        if general is not None and general_per
        else None,
        tier=company.tier if has_tier else "",
        tier_percent=deducted,
        from_quantity=from_quantity,
        valid_to=None if valid_to == FOREVER else valid_to,
    )


def bears_tier(kind: str, *, net: bool) -> bool:
    """Whether the loyalty discount is taken off a price: never off a contract's, nor off a net one."""
    return not net and kind != PriceList.Kind.CONTRACT


def _precision(amount: Decimal) -> Decimal:
    """Cents, or hundredths of a cent where the list has more than cents."""
    return CENT if amount == amount.quantize(CENT) else FINE


def _exact(amount: Decimal, precision: Decimal) -> Decimal:
    return amount.quantize(precision, ROUND_HALF_UP)


def _deduct(amount: Decimal, percent: Decimal) -> Decimal:
    """Less the tier, rounded half up to the list's own precision."""
    return _exact(amount * (HUNDRED - percent) / HUNDRED, _precision(amount))


type _Step = tuple[Decimal, Decimal, int]


def _stairs(rows: Sequence[tuple[Any, ...]]) -> dict[int, list[_Step]]:
    """Per product each quantity from which another own price holds, with that price after the tier, and per what.

    A list hides the wider ones from its own least quantity on.
    """
    stairs: dict[int, list[_Step]] = {}
    for product_id, of_product in groupby(rows, key=itemgetter(0)):
        steps = stairs.setdefault(product_id, [])
        for _list, breaks in groupby(of_product, key=itemgetter(1)):
            hidden_from = min((step[0] for step in steps), default=None)
            for _, _, kind, from_quantity, amount, per, net, discount in breaks:
                if hidden_from is None or from_quantity < hidden_from:
                    deducted = (discount or NOTHING) if bears_tier(kind, net=net) else NOTHING
                    steps.append((from_quantity, _deduct(amount, deducted), per))
        steps.sort()
    return stairs


def _breaks(steps: Sequence[_Step], per: int) -> tuple[Break, ...]:
    """The steps as prices per `per` units; a step that changes nothing is left out."""
    breaks: list[Break] = []
    for from_quantity, amount, own_per in steps:
        shown = amount if own_per == per else _exact(amount * per / own_per, FINE)
        if not breaks or breaks[-1].amount != shown:
            breaks.append(Break(from_quantity, shown))
    return tuple(breaks)
