"""What an order comes to: goods, charges, tax per rate, total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.kit.formats import number, percent
from kontor.kit.money import TaxRow, tax_by_rate


def tax_rows(
    lines: Iterable[tuple[Decimal, Decimal]], *, charges: Decimal, charges_rate: Decimal
) -> list[TaxRow]:
    """Tax per rate over the whole order, from each line's rate and net; charges that are nothing open no row."""
    return tax_by_rate([*lines, (charges_rate, charges)] if charges else lines)


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line of the sums, such as "VAT 25 %"."""

    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Sums:
    """An order's sums, in its currency; everything but `total` is net of tax."""

    line_count: int
    goods: Decimal
    surcharge: Decimal
    shipping: Decimal
    taxes: Sequence[TaxRow]
    total: Decimal

    def rows(self) -> list[SumRow]:
        """From the goods down to the taxes; the total stands by itself below."""
        lines = ngettext("%(count)s line", "%(count)s lines", self.line_count)
        rows = [SumRow(lines % {"count": number(self.line_count)}, self.goods)]
        if self.surcharge:
            rows.append(SumRow(_("Surcharge for bulky goods"), self.surcharge))
        rows.append(SumRow(_("Shipping"), self.shipping))
        rows += [SumRow(_("VAT %(rate)s") % {"rate": percent(row.rate)}, row.tax) for row in self.taxes]
        return rows
