"""What a list of goods comes to: at list prices, at the company's own, with carriage and tax."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kontor.catalogue.models import Product
from kontor.catalogue.pricing import OwnPrice
from kontor.catalogue.queries import tax_rate
from kontor.companies.models import Company
from kontor.kit.money import ZERO, TaxRow, round_half_up
from kontor.orders.sums import tax_rows
from kontor.shopping.charges import Charges, charges_for


@dataclass(frozen=True, slots=True)
class Priced:
    """So much of a product at the company's own price."""

    product: Product
    quantity: Decimal
    price: OwnPrice

    @property
    def listed(self) -> Decimal:
        """What it would cost by the general list; the own price where that has none."""
        if self.price.general is None:
            return self.price.line_net(self.quantity)
        return round_half_up(self.quantity * self.price.general / self.price.per)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of goods in the company's currency; all but `gross` are net.

    `listed` is what the goods would cost by the general list, `tier` whose discount is in the difference, if any.
    """

    currency: str
    listed: Decimal
    goods: Decimal
    tier: str
    charges: Charges
    taxes: tuple[TaxRow, ...]

    @property
    def saved(self) -> Decimal:
        """The difference to the general list: negative where the own prices are lower."""
        return self.goods - self.listed

    @property
    def gross(self) -> Decimal:
        return self.goods + self.charges.net + sum((row.tax for row in self.taxes), ZERO)

    @property
    def free_shipping_lacks(self) -> Decimal | None:
        """How much more makes shipping free; None where it is, never will be, or is more than half away."""
        if self.charges.free_from is None or self.charges.is_free:
            return None
        lacks = self.charges.free_from - self.goods
        return lacks if lacks * 2 <= self.charges.free_from else None


def totals_of(company: Company, goods: Sequence[Priced]) -> Totals:
    """The sums of `goods`; one query, for the table of carriage."""
    nets = [one.price.line_net(one.quantity) for one in goods]
    net = sum(nets, ZERO)
    charges = charges_for(company, [(one.product, one.quantity) for one in goods], net)
    taxed = [(tax_rate(company, one.product), amount) for one, amount in zip(goods, nets, strict=True)]
    return Totals(
        currency=company.currency,
        listed=sum((one.listed for one in goods), ZERO),
        goods=net,
        tier=next((one.price.tier for one in goods if one.price.tier_percent), ""),
        charges=charges,
        taxes=tuple(tax_rows(taxed, charges=charges.net, charges_rate=charges.tax_rate)),
    )
