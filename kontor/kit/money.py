"""Money as the law and the trade count it: `Decimal`, rounded half up, tax per rate over the whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal("0.00")
HUNDRED = Decimal(100)


def round_half_up(amount: Decimal, places: int = 2) -> Decimal:
    """To `places` decimals; a half goes away from zero, so that a credit note mirrors its invoice to the cent."""
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class TaxRow:
    """One rate of a document: `rate` in per cent, the net sum it is owed on, and the tax."""

    rate: Decimal
    base: Decimal
    tax: Decimal


def tax_by_rate(lines: Iterable[tuple[Decimal, Decimal]]) -> list[TaxRow]:
    """Tax per rate over the document, highest rate first, from pairs of rate and net amount.

    As EN 16931 wants it (BG-23; BT-116, BT-117): the net amounts of a rate are added up, and only then is the tax
    counted and rounded. Rates that are equal in value are one row: 25 and 25.00.
    """
    bases: dict[Decimal, Decimal] = {}
    for rate, net in lines:
        bases[rate] = bases.get(rate, ZERO) + net
    rows = []
    for rate, net in sorted(bases.items(), reverse=True):
        base = round_half_up(net)
        rows.append(TaxRow(rate, base, round_half_up(base * rate / HUNDRED)))
    return rows
