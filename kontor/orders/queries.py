"""Reading orders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Count, Max, OuterRef, Q, Subquery, Sum
from django.utils import timezone

from kontor.catalogue.numbers import plain
from kontor.companies.actors import Viewer
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission, require
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.looks import Look, look
from kontor.kit.money import ZERO
from kontor.kit.workdays import a_workday_later
from kontor.orders.models import Order, OrderLine, OrderQuerySet
from kontor.orders.statuses import OPEN, LineStatus, OrderStatus
from kontor.orders.sums import Sums, tax_rows

COUNTED_UP_TO: Final = 1000
LINES_ON_A_PAGE: Final = 100
GONE: Final = (LineStatus.SHIPPED, LineStatus.DELIVERED, LineStatus.CANCELLED)
BEFORE_GONE: Final = (
    OrderStatus.PLACED,
    OrderStatus.CONFIRMED,
    OrderStatus.PICKING,
    OrderStatus.PART_SHIPPED,
)
SORTS: Final[dict[str, tuple[str, str]]] = {
    "-placed_at": ("-placed_at", "-id"),
    "placed_at": ("placed_at", "id"),
    "-total": ("-total", "-id"),
    "total": ("total", "id"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which orders one looks for; empty fields ask for nothing. `state` is a state or "open"."""

    search: str = ""
    state: str = ""
    channel: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    partner: int | None = None
    sort: str = "-placed_at"

    @property
    def order(self) -> tuple[str, str]:
        return SORTS.get(self.sort, SORTS["-placed_at"])


def orders_for(viewer: Viewer, wanted: Wanted) -> OrderQuerySet:
    """Orders this person may see, as far as they are wanted. Raises `NotAllowed`."""
    if isinstance(viewer, Member):
        require(viewer, Permission.SEE_ORDERS)
    orders = Order.objects.visible_to(viewer)
    if wanted.state == "open":
        orders = orders.filter(status__in=OPEN)
    elif wanted.state:
        orders = orders.filter(status=wanted.state)
    if wanted.channel:
        orders = orders.filter(channel=wanted.channel)
    if wanted.partner:
        orders = orders.filter(partner=wanted.partner)
    if wanted.since:
        orders = orders.filter(placed_at__gte=_midnight(wanted.since))
    if wanted.until:
        orders = orders.filter(placed_at__lt=_midnight(wanted.until + dt.timedelta(days=1)))
    if wanted.search:
        orders = orders.filter(_matching(viewer, wanted.search))
    return orders


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _matching(viewer: Viewer, search: str) -> Q:
    """By the order's number or the company's own; members also by an article's number or words.

    Members have all words of their company read through, which the indexes `…_words` hold side by side. Staff search the
    orders of all companies, where that would take seconds: they find by an article's whole number, ours, the maker's or
    the GTIN, which an index answers, and by the customer.
    """
    found = Q(number__icontains=search) | Q(customer_reference__icontains=search)
    if isinstance(viewer, Member):
        words = Q(number__icontains=search) | Q(text__icontains=search)
        lines = OrderLine.objects.filter(words, company__in=viewer.scope.companies)
    else:
        lines = OrderLine.objects.filter(product__article_numbers__plain=plain(search))
        companies = Company.objects.filter(Q(name__icontains=search) | Q(number=search))
        found |= Q(company__in=companies.values("pk"))
    return found | Q(pk__in=lines.values("order"))


@dataclass(frozen=True, slots=True)
class Listed:
    """An order as lists show it; `promised` is the day by which the next of its goods are to be with the customer."""

    order: Order
    promised: dt.date | None
    look: Look

    @property
    def waits_long(self) -> bool:
        """A new order that nobody has confirmed for more than a workday of whoever handles it."""
        if self.order.status != OrderStatus.PLACED:
            return False
        country = self.order.partner.country if self.order.partner else ""
        return timezone.now() > a_workday_later(self.order.placed_at, country)


def page_of_orders(viewer: Viewer, wanted: Wanted, keys: Keys) -> Page[Listed]:
    """One page of the orders wanted."""
    orders = orders_for(viewer, wanted).select_related("company", "partner")
    return page_of(listed(orders), order=wanted.order, keys=keys).map(_listed)


def listed(orders: OrderQuerySet) -> OrderQuerySet:
    """The orders with the next day that something of them is promised for, as `promised`."""
    open_lines = OrderLine.objects.filter(order=OuterRef("pk"), promised_date__isnull=False).exclude(
        status__in=GONE
    )
    return orders.annotate(
        promised=Subquery(open_lines.order_by("promised_date").values("promised_date")[:1])
    )


def _listed(order: Order) -> Listed:
    promised: dt.date | None = order.promised  # type: ignore[attr-defined]
    return Listed(order, promised, shown_state(order, promised))


def latest_orders(viewer: Viewer, number: int) -> list[Listed]:
    """The newest orders, open ones and done ones alike."""
    shown = ("number", "customer_reference", "status", "placed_at", "total", "currency")
    newest = listed(Order.objects.visible_to(viewer)).only(*shown).order_by("-placed_at", "-id")
    return [_listed(order) for order in newest[:number]]


def exported(
    orders: OrderQuerySet, *, states: Mapping[str, str], channels: Mapping[str, str]
) -> Iterator[Sequence[str | Decimal | dt.date]]:
    """Rows for an export, newest first, read as they are taken."""
    for order in orders.order_by("-placed_at", "-id").iterator(chunk_size=2000):
        yield [
            order.number,
            timezone.localdate(order.placed_at),
            order.customer_reference,
            order.ordered_by,
            channels[order.channel],
            states[order.status],
            order.net,
            order.tax,
            order.total,
            order.currency,
        ]


def count_orders(viewer: Viewer, wanted: Wanted) -> int:
    """How many there are, counted to 1,001 and no further."""
    return orders_for(viewer, wanted).order_by()[: COUNTED_UP_TO + 1].count()


def open_orders(viewer: Viewer) -> OrderQuerySet:
    """The orders that are under way."""
    return Order.objects.visible_to(viewer).filter(status__in=OPEN)


def sees_order(viewer: Viewer, pk: int) -> bool:
    """Whether an order is for this person to see, so that its files are too."""
    return Order.objects.visible_to(viewer).filter(pk=pk).exists()


def order_for(viewer: Viewer, number: str) -> Order:
    """An order with what its page shows. Raises `Order.DoesNotExist`, `NotAllowed`."""
    if isinstance(viewer, Member):
        require(viewer, Permission.SEE_ORDERS)
    related = ("company", "company__entity", "partner", "entity", "member__user", "terms")
    terms_texts = ("terms__body_nb", "terms__body_de", "terms__body_en")
    return Order.objects.visible_to(viewer).select_related(*related).defer(*terms_texts).get(number=number)


def shown_state(order: Order, promised: dt.date | None) -> Look:
    """The order's state for people: late when what was to be there before today has not left us."""
    late = order.status in BEFORE_GONE and promised is not None and promised < timezone.localdate()
    return look("order", "late" if late else order.status)


@dataclass(frozen=True, slots=True)
class Lines:
    """Some of an order's lines; `earlier` and `later` are positions that other pages begin at, None at the ends."""

    rows: Sequence[OrderLine]
    earlier: int | None
    later: int | None

    @property
    def first(self) -> int:
        return self.rows[0].position if self.rows else 0

    @property
    def last(self) -> int:
        return self.rows[-1].position if self.rows else 0


def lines_of(order: Order, begin: int = 1) -> Lines:
    """A hundred lines from position `begin` on; an order may have ten thousand."""
    lines = order.lines.select_related("product").filter(position__gte=begin).order_by("position")
    rows = list(lines[: LINES_ON_A_PAGE + 1])
    later = rows[LINES_ON_A_PAGE].position if len(rows) > LINES_ON_A_PAGE else None
    earlier = max(1, begin - LINES_ON_A_PAGE) if begin > 1 else None
    return Lines(rows[:LINES_ON_A_PAGE], earlier, later)


def all_lines(order: Order) -> Sequence[OrderLine]:
    """Every line, for the confirmation."""
    return list(order.lines.order_by("position"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an order's lines are: their number, how many are gone, and by when all others are promised, if that is known."""

    lines: int
    gone: int
    promised: dt.date | None
    by_day: Sequence[tuple[dt.date, int]]


def summary_of(order: Order) -> tuple[Sums, Progress]:
    """Sums and progress of an order, in one look at its lines."""
    grouped = (
        order.lines.values("tax_rate", "status", "shipped_on")
        .annotate(
            net_sum=Sum("net"), promised=Max("promised_date"), count=Count("pk"), dated=Count("promised_date")
        )
        .order_by()
    )
    taxed: list[tuple[Decimal, Decimal]] = []
    lines = gone = 0
    goods, promised = ZERO, None
    all_dated = True
    days: dict[dt.date, int] = {}
    for row in grouped:
        taxed.append((row["tax_rate"], row["net_sum"]))
        goods += row["net_sum"]
        lines += row["count"]
        if row["status"] in (LineStatus.SHIPPED, LineStatus.DELIVERED):
            gone += row["count"]
        elif row["status"] != LineStatus.CANCELLED:
            promised = max(filter(None, [promised, row["promised"]]), default=None)
            all_dated = all_dated and row["dated"] == row["count"]
        if row["shipped_on"]:
            days[row["shipped_on"]] = days.get(row["shipped_on"], 0) + row["count"]
    taxes = tax_rows(taxed, charges=order.shipping + order.surcharge, charges_rate=order.charges_tax_rate)
    sums = Sums(lines, goods, order.surcharge, order.shipping, taxes, order.total)
    return sums, Progress(lines, gone, promised if all_dated else None, sorted(days.items()))


def has_open_orders(company_id: int, partner_id: int) -> bool:
    """Whether the partner still has an order of the company to see through."""
    return Order.objects.filter(company=company_id, partner=partner_id, status__in=OPEN).exists()
