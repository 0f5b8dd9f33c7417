"""All prices: general, group, company, contract and promotion lists in both currencies, and what a company pays.

The narrowest list that has a price wins: contract, company, group, promotion, general; then the loyalty tier comes
off unless the price is net. `PriceBook` says so for the orders of the past; the portal has its own reckoning.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from kontor.demo.data import price_rows
from kontor.demo.data.companies import BY_NUMBER, Company
from kontor.demo.data.operator import TIERS
from kontor.demo.data.products import Product, all_products

CENT = Decimal("0.01")
_NOK_PER_EUR = Decimal("11.6")
_FIRST_BREAK, _SECOND_BREAK = Decimal("0.95"), Decimal("0.90")
_TIER_FACTORS = {tier.code: (100 - tier.discount) / 100 for tier in TIERS}

HEADER = (
    "list,list_name,list_kind,company,group,product,from_quantity,price,per,currency,valid_from,valid_to,net"
)


def cents(value: Decimal) -> Decimal:
    """Rounded half up to two decimals."""
    return value.quantize(CENT, ROUND_HALF_UP)


def _neat(value: Decimal) -> Decimal:
    """A list price as a merchant would write it."""
    for below, step in (("2", "0.01"), ("10", "0.05"), ("100", "0.10"), ("1000", "0.50")):
        if value < Decimal(below):
            return cents((value / Decimal(step)).quantize(Decimal(1), ROUND_HALF_UP) * Decimal(step))
    return cents(value.quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True)
class PriceList:
    code: str
    name: str
    kind: str
    currency: str
    company: str
    group: str
    valid_from: date
    valid_to: date | None
    net: bool
    prices: dict[str, list[tuple[int, Decimal]]] = field(default_factory=dict)
    """Product number: quantities ascending with their prices for `per` units."""

    def price(self, number: str, quantity: int) -> Decimal | None:
        found = None
        for start, price in self.prices.get(number, ()):
            if quantity >= start:
                found = price
        return found


def _broken(price: Decimal, product: Product) -> list[tuple[int, Decimal]]:
    """A price with its quantity breaks; a third of the articles have none."""
    result = [(1, price)]
    if Random(f"breaks {product.number}").random() < 0.35:
        return result
    for quantity, factor in zip(product.family.breaks, (_FIRST_BREAK, _SECOND_BREAK), strict=False):
        if quantity > product.minimum:
            result.append((quantity, cents(price * factor)))
    return result


def _less(steps: list[tuple[int, Decimal]], percent: Decimal) -> list[tuple[int, Decimal]]:
    return [(quantity, cents(price * (100 - percent) / 100)) for quantity, price in steps]


class PriceBook:
    """Every price list of the demonstration as of one day."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.products = {product.number: product for product in all_products(today)}
        self.lists: list[PriceList] = []
        self._year = date(today.year, 1, 1)
        self._general = {currency: self._add_general(currency) for currency in ("NOK", "EUR")}
        self._groups = {
            (group, currency): self._add_group(group, currency)
            for group in price_rows.GROUP_DISCOUNTS
            for currency in ("NOK", "EUR")
        }
        self._company = {number: self._add_company(number, *rest) for number, *rest in price_rows.COMPANY}
        self._contracts = {
            company: self._add_contract(code, company, text) for code, company, text in price_rows.CONTRACTS
        }
        self._add_promotions()

    def _list(
        self,
        code: str,
        name: str,
        kind: str,
        currency: str,
        *,
        company: str = "",
        group: str = "",
        valid_from: date | None = None,
        valid_to: date | None = None,
        net: bool = False,
    ) -> PriceList:
        made = PriceList(code, name, kind, currency, company, group, valid_from or self._year, valid_to, net)
        self.lists.append(made)
        return made

    def _name(self, kind: str, currency: str) -> str:
        return price_rows.LIST_NAMES[kind][currency].format(year=self.today.year)

    def _add_general(self, currency: str) -> PriceList:
        made = self._list(f"general-{currency.lower()}", self._name("general", currency), "general", currency)
        for product in self.products.values():
            if product.number in price_rows.ON_REQUEST:
                continue
            price = product.article.price
            if currency == "EUR":
                agreed = price_rows.GENERAL_EUR.get(product.number)
                price = Decimal(agreed) if agreed else _neat(price / _NOK_PER_EUR)
            made.prices[product.number] = _broken(price, product)
        return made

    def _add_group(self, group: str, currency: str) -> PriceList:
        code = f"{group}-{currency.lower()}"
        made = self._list(
            code, self._name(group, currency), "group", currency, group=group, valid_to=self._list_ends()
        )
        for number, steps in self._general[currency].prices.items():
            agreed = price_rows.GROUP.get((code, number))
            percent = price_rows.GROUP_DISCOUNTS[group].get(self.products[number].category.path.split("/")[0])
            if agreed:
                made.prices[number] = price_rows.steps(agreed)
            elif percent and not self.products[number].family.reduced:
                made.prices[number] = _less(steps, Decimal(percent))
        return made

    def _list_ends(self) -> date:
        """The end of the year, or of the next winter where that is near: a demonstration should not run out."""
        year_end = date(self.today.year, 12, 31)
        return year_end if (year_end - self.today).days > 100 else date(self.today.year + 1, 3, 31)

    def _add_company(self, number: str, percent: str, categories: str) -> PriceList:
        company = BY_NUMBER[number]
        code, name = f"company-{number}", self._name("company", company.currency)
        made = self._list(code, name, "company", company.currency, company=number, valid_to=self._list_ends())
        for product, steps in self._general[company.currency].prices.items():
            if self.products[product].category.code in categories.split():
                made.prices[product] = _less(steps, Decimal(percent))
        return made

    def _add_contract(self, code: str, number: str, text: str) -> PriceList:
        begins = date(self.today.year - 1 if code.startswith("RA-2025") else self.today.year, 1, 1)
        currency = BY_NUMBER[number].currency
        made = self._list(
            code,
            code,
            "contract",
            currency,
            company=number,
            valid_from=begins,
            valid_to=date(self.today.year + 1, 12, 31),
            net=True,
        )
        for product, quantity, price in price_rows.contract_lines(text):
            made.prices.setdefault(product, []).append((quantity, price))
        return made

    def _add_promotions(self) -> None:
        for code, names, first, last, percent, categories in price_rows.PROMOTIONS:
            for currency, name in names.items():
                made = self._list(
                    f"{code}-{currency.lower()}",
                    name,
                    "promotion",
                    currency,
                    valid_from=self.today + timedelta(days=first),
                    valid_to=self.today + timedelta(days=last),
                    net=True,
                )
                for number, steps in self._general[currency].prices.items():
                    chosen = Random(f"{code} {number}").random() < 0.7
                    if chosen and self.products[number].category.code in categories.split():
                        made.prices[number] = _less(steps[:1], Decimal(percent))

    def lists_of(self, company: Company) -> list[PriceList]:
        """The lists that may hold a price for a company today, the narrowest first."""
        candidates = (
            self._contracts.get(company.number),
            self._company.get(company.number),
            self._groups.get((company.group, company.currency)),
            *(each for each in self.lists if each.kind == "promotion" and each.currency == company.currency),
            self._general[company.currency],
        )
        return [
            each
            for each in candidates
            if each
            and each.valid_from <= self.today
            and (each.valid_to is None or each.valid_to >= self.today)
        ]

    def unit_price(self, company: Company, number: str, quantity: int) -> Decimal | None:
        """What the company pays today for `per` units, tier taken off; None where there is no price."""
        for each in self.lists_of(company):
            price = each.price(number, quantity)
            if price is not None:
                return price if each.net else cents(price * _TIER_FACTORS[company.tier])
        return None


def rows(today: date) -> Iterator[list[str]]:
    """The lines of prices.csv."""
    book = PriceBook(today)
    for each in book.lists:
        shared = [each.code, each.name, each.kind, each.company, each.group]
        valid = [
            each.currency,
            each.valid_from.isoformat(),
            each.valid_to.isoformat() if each.valid_to else "",
        ]
        for number, steps in each.prices.items():
            per = str(book.products[number].family.per)
            for quantity, price in steps:
                yield [
                    *shared,
                    number,
                    str(quantity),
                    f"{price:.2f}",
                    per,
                    *valid,
                    "yes" if each.net else "no",
                ]
