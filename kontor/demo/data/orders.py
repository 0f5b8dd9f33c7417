"""3,000 orders of two years as an ERP would hand them over: who buys what, how often, and how far each has come."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import accumulate
from random import Random

from kontor.demo.data.article_numbers import of_companies
from kontor.demo.data.companies import BY_NUMBER, COMPANIES, Company, Site
from kontor.demo.data.operator import entity
from kontor.demo.data.order_rows import TOLD, Told
from kontor.demo.data.people import members_of
from kontor.demo.data.prices import PriceBook, cents
from kontor.demo.data.products import KNOWN, Product
from kontor.demo.data.workdays import SATURDAY, between, later, local

COUNT = 3000
_DAYS = 730
_ORDERING = ("administrator", "buyer")

# What the groups buy: product area and share.
_TASTES: dict[str, dict[str, float]] = {
    "building": {"construction": 0.72, "copper": 0.14, "lighting": 0.07, "test": 0.05, "office": 0.02},
    "metal": {"copper": 0.74, "test": 0.12, "construction": 0.1, "office": 0.04},
    "municipal": {"lighting": 0.5, "office": 0.2, "construction": 0.2, "test": 0.06, "copper": 0.04},
    "": {"office": 0.85, "lighting": 0.12, "construction": 0.03},
}
_MONTHS = {1: 0.8, 2: 0.9, 7: 0.45, 12: 0.75}
_HOURS: tuple[int, ...] = (6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 21)
_HOUR_WEIGHTS: tuple[int, ...] = (3, 10, 15, 16, 14, 10, 6, 10, 9, 7, 4, 2, 1, 1)
_CHANNELS = ("portal", "phone", "post", "erp")
_CHANNEL_WEIGHTS = (58, 19, 3, 20)
_LINE_COUNTS = (1, 2, 3, 4, 5, 6, 8, 11, 16)
_LINE_WEIGHTS = (14, 18, 20, 16, 11, 9, 7, 4, 1)

HEADER = (
    "number,company,placed_at,ordered_by,channel,customer_reference,currency,ship_name,ship_street,ship_postcode,"
    "ship_city,ship_country,position,product,text,quantity,unit_price,per,tax_rate,state,promised_date,shipped_at"
)


@dataclass
class Line:
    product: Product
    quantity: int
    state: str
    promised: date
    shipped: date | None


@dataclass
class Order:
    company: Company
    placed_at: datetime
    ordered_by: str
    channel: str
    reference: str
    site: Site
    lines: list[Line] = field(default_factory=list)


class Shelf:
    """The articles of one area with best sellers first in line."""

    def __init__(self, products: list[Product]) -> None:
        self.products = sorted(products, key=self._rank)
        self.weights = list(accumulate(1 / (rank + 3) ** 0.85 for rank in range(len(self.products))))

    @staticmethod
    def _rank(product: Product) -> float:
        rank = Random(f"rank {product.number}").random()
        return rank * 0.2 if product.number in KNOWN else rank

    def pick(self, random: Random) -> Product:
        return random.choices(self.products, cum_weights=self.weights)[0]


def _own_number(company: Company, placed: datetime) -> str:
    """The customer's own order number: its orders from all its suppliers, counted through the year."""
    day = placed.timetuple().tm_yday + placed.hour / 24
    return f"{company.short}-{placed.year % 100:02d}-{int(day * max(0.5, company.weight * 0.0394)):04d}"


class Market:
    """Draws orders one by one; the same day gives the same orders."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.random = Random(440718)
        self.book = PriceBook(today)
        self.days, self.day_weights = self._calendar()
        areas: dict[str, list[Product]] = {}
        for product in self.book.products.values():
            if self.book.unit_price(COMPANIES[0], product.number, 1) is not None:
                areas.setdefault(product.area, []).append(product)
        self.shelves = {area: Shelf(products) for area, products in areas.items()}
        self.company_weights = list(accumulate(company.weight for company in COMPANIES))
        self.favourites = {company.number: self._favourites(company) for company in COMPANIES}
        self.buyers = {company.number: self._buyers(company) for company in COMPANIES}

    def _calendar(self) -> tuple[list[date], list[float]]:
        """The days of two years with how much is ordered on them: more of late, less in July and on Saturdays."""
        days = [self.today - timedelta(days=back) for back in range(_DAYS, 0, -1)]
        weights = []
        for index, day in enumerate(days):
            share = (1.0, 1.1, 1.05, 1.0, 0.8, 0.05, 0.03)[day.weekday()] * _MONTHS.get(day.month, 1.0)
            weights.append(share * (0.75 + 0.5 * index / _DAYS))
        return days, list(accumulate(weights))

    def _favourites(self, company: Company) -> list[Product]:
        size = min(60, 10 + company.weight // 3)
        known = list(of_companies(self.today).get(company.number, {}).values())
        return [*known, *known[:8], *(self._any(company) for _ in range(size))]

    def _buyers(self, company: Company) -> list[str]:
        return [
            person.email
            for person in members_of(company.number)
            if person.role in _ORDERING and person.active
        ]

    def _any(self, company: Company) -> Product:
        tastes = _TASTES[company.group]
        area = self.random.choices(list(tastes), list(tastes.values()))[0]
        return self.shelves[area].pick(self.random)

    def _quantity(self, product: Product) -> int:
        """Whole packs worth some thousand kroner, one piece of what is dear."""
        worth = self.random.lognormvariate(7.2, 0.8)
        packs = round(worth / float(product.unit_price) / product.article.pack)
        quantity = max(product.minimum, packs * product.article.pack)
        return quantity if product.article.pack > 1 or quantity < 20 else round(quantity, -1)

    def _reference(self, company: Company, site: Site, placed: datetime) -> str:
        kind = self.random.random()
        if kind < 0.42:
            return _own_number(company, placed)
        if kind < 0.68:
            return site.name
        if kind < 0.8:
            return f"{'Kst.' if company.country == 'NO' else 'KSt'} {self.random.choice((2100, 3250, 4120, 4400, 5010))}"
        return ""

    def _moment(self, day: date, channel: str) -> datetime:
        hours, weights = _HOURS, _HOUR_WEIGHTS
        if channel != "portal":
            hours, weights = _HOURS[1:11], _HOUR_WEIGHTS[1:11]
        hour = self.random.choices(hours, weights)[0]
        return local(day, time(hour, self.random.randrange(60), self.random.randrange(60)))

    def draw(self) -> Order:
        day = self.random.choices(self.days, cum_weights=self.day_weights)[0]
        company = self.random.choices(COMPANIES, cum_weights=self.company_weights)[0]
        channel = self.random.choices(_CHANNELS, _CHANNEL_WEIGHTS)[0]
        if day.weekday() >= SATURDAY:
            channel = "portal"
        ordered_by = ""
        if channel == "portal" or (channel == "phone" and self.random.random() < 0.5):
            ordered_by = self.random.choice(self.buyers[company.number])
        shares = (6, 3, 2, 1)[: len(company.deliveries)]
        site = self.random.choices(company.deliveries, shares)[0]
        placed = self._moment(day, channel)
        order = Order(
            company=company,
            placed_at=placed,
            ordered_by=ordered_by,
            channel=channel,
            reference=self._reference(company, site, placed),
            site=site,
        )
        chosen: dict[str, Product] = {}
        for _ in range(self.random.choices(_LINE_COUNTS, _LINE_WEIGHTS)[0]):
            known = self.random.random() < 0.7
            product = self.random.choice(self.favourites[company.number]) if known else self._any(company)
            if product.active or day < self.today - timedelta(days=240):
                chosen[product.number] = product
        if not chosen:
            chosen["HI-440718"] = self.book.products["HI-440718"]
        self._progress(order, list(chosen.values()))
        return order

    def _progress(self, order: Order, products: list[Product]) -> None:
        """How far an order has come by its age in working days; at times a line is late or cancelled."""
        placed = order.placed_at.date()
        age = between(placed, self.today)
        lead = self.random.choice((2, 3, 3, 4, 5))
        travels = self.random.choice((1, 2, 3))
        on_hold = age < 25 and self.random.random() < 0.08
        for product in products:
            waits = lead + (self.random.choice((4, 7, 9)) if product.stock == 0 and age < 15 else 0)
            line = Line(product, self._quantity(product), "placed", later(placed, waits), None)
            shipped = later(placed, max(1, waits - 1))
            if self.random.random() < 0.012:
                line.state = "cancelled"
            elif on_hold or age <= 2:
                line.state = (
                    "placed" if age <= 1 and not on_hold and order.channel == "portal" else "confirmed"
                )
            elif shipped >= self.today:
                line.state = "picking" if between(self.today, shipped) <= 1 else "confirmed"
            else:
                line.shipped = shipped
                line.state = "delivered" if between(shipped, self.today) > travels else "shipped"
            if on_hold and line.promised < self.today and age > 8:
                line.promised = later(self.today, self.random.randint(1, 6))
            order.lines.append(line)

    def told(self, story: Told) -> Order:
        company = BY_NUMBER[story.company]
        day = self.today - timedelta(days=story.days_ago)
        if day.weekday() >= SATURDAY:
            day -= timedelta(days=day.weekday() - 4)
        hour, minute = (int(part) for part in story.at.split(":"))
        placed = local(day, time(hour, minute))
        order = Order(
            company=company,
            placed_at=placed,
            ordered_by=f"{story.by}@{company.domain}",
            channel=story.channel,
            reference=story.reference.format(number=_own_number(company, placed)),
            site=company.deliveries[story.site],
        )
        for text in story.lines.strip().splitlines():
            number, quantity, state, promised, *shipped = text.split()
            due = self.today + timedelta(days=int(promised))
            sent = later(max(day, self.today - timedelta(days=int(shipped[0]) + 2)), 0) if shipped else None
            order.lines.append(
                Line(
                    self.book.products[number],
                    int(quantity),
                    state,
                    later(due, 0),
                    min(sent, self.today) if sent else None,
                )
            )
        return order

    def price(self, order: Order, line: Line) -> Decimal:
        """Today's price for the company, a little lower for orders of earlier years."""
        price = self.book.unit_price(order.company, line.product.number, line.quantity)
        if price is None:
            raise LookupError(f"{order.company.name} has no price for {line.product.number}")
        years = self.today.year - order.placed_at.year
        return cents(price * (Decimal("0.965") ** years))


def _numbered(market: Market) -> list[tuple[str, Order]]:
    """The orders in the sequence in which they were placed, with their numbers."""
    orders = [market.told(story) for story in TOLD]
    orders += [market.draw() for _ in range(COUNT - len(orders))]
    orders.sort(key=lambda order: order.placed_at)
    counts: dict[int, int] = {}
    numbered = []
    for order in orders:
        year = order.placed_at.year
        counts[year] = counts.get(year, 0) + 1
        numbered.append((f"E-{year % 100:02d}-{counts[year]:06d}", order))
    return numbered


def rows(today: date) -> Iterator[list[str]]:
    """The lines of orders.csv."""
    market = Market(today)
    for number, order in _numbered(market):
        company, site = order.company, order.site
        seller = entity(company.entity)
        shared = [
            number,
            company.number,
            order.placed_at.isoformat(),
            order.ordered_by,
            order.channel,
            order.reference,
            company.currency,
            site.name,
            site.street,
            site.postcode,
            site.city,
            company.country,
        ]
        for position, line in enumerate(order.lines, start=1):
            family = line.product.family
            tax = seller.tax_reduced if family.reduced else seller.tax_standard
            yield [
                *shared,
                str(position),
                line.product.number,
                line.product.article.name[company.language],
                str(line.quantity),
                f"{market.price(order, line):.2f}",
                str(family.per),
                str(tax),
                line.state,
                line.promised.isoformat(),
                line.shipped.isoformat() if line.shipped else "",
            ]
