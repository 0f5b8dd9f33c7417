"""The member's quick order, ready for its page (SH-4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from babel.lists import format_list
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.catalogue.availability import Availability, availability
from kontor.catalogue.models import Product
from kontor.catalogue.numbers import plain
from kontor.catalogue.pricing import OwnPrice, own_prices
from kontor.catalogue.quantities import least_quantity
from kontor.catalogue.queries import products_by_id, resolve_numbers, similar_numbers, sold
from kontor.companies.models import Company, Member
from kontor.kit import formats
from kontor.kit.looks import Look
from kontor.kit.money import ZERO
from kontor.shopping.arrival import arrival
from kontor.shopping.models import Problem, QuickOrder, QuickOrderLine
from kontor.shopping.queries import PAGE, Paged, shown_products
from kontor.shopping.sums import Priced, Totals, totals_of
from kontor.shopping.understanding import (
    ABOUT_NUMBER,
    ABOUT_PRODUCT,
    fitting_quantities,
    in_words,
    problem_with_price,
)

SUGGESTED: Final = 25  # lines of a page that get suggestions; the others are searched for
NAMED: Final = 5  # positions that the sum box names one by one


class Line(NamedTuple):
    """A row of the table, as a tuple: a list may have 10,000 of them, and no model's methods are needed."""

    pk: int
    position: int
    entered_number: str
    entered_quantity: str
    product_id: int | None
    quantity: Decimal | None
    problem: str


@dataclass(frozen=True, slots=True)
class QuickOrderLineView:
    """A line as the member sees it; `problem` is empty when it can go into the cart, else `reason` says why not.

    `candidates` are products that may have been meant.
    """

    line: Line
    problem: str
    product: Product | None = None
    price: OwnPrice | None = None
    availability: Availability | None = None
    candidates: Sequence[Product] = ()

    @property
    def stock(self) -> Look | None:
        """How soon so many can be had."""
        return arrival(self.availability, self.line.quantity)

    @property
    def net(self) -> Decimal | None:
        """The line's sum; None while it is not clear."""
        return self.price.line_net() if self.price and not self.problem else None

    @property
    def shown_quantity(self) -> str:
        """As the reader writes it where it was understood, else as it was entered."""
        return (
            self.line.entered_quantity if self.line.quantity is None else formats.number(self.line.quantity)
        )

    @property
    def reason(self) -> str:
        return in_words(self.problem, self.product, self.shown_quantity)

    @property
    def about_number(self) -> bool:
        """Whether it is the number that has to be mended, rather than the quantity."""
        return self.problem in ABOUT_NUMBER

    @property
    def about_product(self) -> bool:
        """Whether the product itself cannot be had."""
        return self.problem in ABOUT_PRODUCT

    @property
    def key(self) -> str:
        return str(self.line.pk)

    @property
    def lookalike(self) -> str:
        """ "O" or "I" where the first suggestion differs only by a 0 or 1 in its place; empty otherwise."""
        if self.problem != Problem.UNKNOWN or not self.candidates:
            return ""
        entered, found = plain(self.line.entered_number), plain(self.candidates[0].number)
        for letter, figure in (("O", "0"), ("I", "1")):
            if entered.replace(letter, figure) == found.replace(letter, figure) and entered != found:
                return letter
        return ""

    @property
    def remedies(self) -> tuple[Decimal, ...]:
        """Quantities that would do."""
        return fitting_quantities(self.problem, self.product, self.line.quantity)

    @property
    def is_other_number(self) -> bool:
        """Whether the product's own number is another one than was entered."""
        return self.product is not None and plain(self.product.number) != plain(self.line.entered_number)


@dataclass(frozen=True)
class QuickOrderView(Paged):
    """The list: the lines of one page, and what all clear lines come to."""

    lines: Sequence[QuickOrderLineView]
    totals: Totals
    count: int
    bad: int
    bad_positions: Sequence[int]
    next_position: int
    source: str
    updated_at: dt.datetime | None
    only_bad: bool
    page: int
    pages: int

    @property
    def clear(self) -> int:
        return self.count - self.bad

    @property
    def show(self) -> str:
        """What the address says about the filter."""
        return "bad" if self.only_bad else ""

    @property
    def stays(self) -> str:
        """Which lines stay until they are cleared up, as a sentence."""
        if self.bad > NAMED:
            return _("%(count)s lines stay here until you have cleared them up.") % {
                "count": formats.number(self.bad)
            }
        positions = [formats.number(position) for position in self.bad_positions]
        named = format_list(positions, locale=formats.LOCALES[formats.reader()])
        return ngettext(
            "Line %(lines)s stays here until you have cleared it up.",
            "Lines %(lines)s stay here until you have cleared them up.",
            self.bad,
        ) % {"lines": named}


def quick_order_of(
    member: Member, *, page: int = 1, only_bad: bool = False, only_line: int | None = None
) -> QuickOrderView:
    """One page of the member's quick order, or one line of it, with sums over all that is clear.

    As many statements for 1 line as for 10,000.
    """
    company = member.company
    order = QuickOrder.objects.filter(member=member).first()
    rows = _rows(_lines(member))
    products = shown_products(row.product_id for row in rows)
    prices = _prices(company, rows)
    problems = {row.pk: _problem_now(row, products, prices) for row in rows}
    bad = [row for row in rows if problems[row.pk]]
    listed = bad if only_bad else rows
    pages = max(1, -(-len(listed) // PAGE))
    page = min(max(page, 1), pages)
    if only_line is None:
        shown = listed[(page - 1) * PAGE : page * PAGE]
    else:
        shown = [row for row in rows if row.pk == only_line]
    return QuickOrderView(
        lines=_views(company, shown, products, prices, problems),
        totals=totals_of(company, list(_clear(rows, products, prices, problems))),
        count=len(rows),
        bad=len(bad),
        bad_positions=[row.position for row in bad[: NAMED + 1]],
        next_position=rows[-1].position + 1 if rows else 1,
        source=order.source if order else "",
        updated_at=order.updated_at if order else None,
        only_bad=only_bad,
        page=page,
        pages=pages,
    )


def stale_lines(member: Member) -> dict[str, list[int]]:
    """Lines that were clear when they were entered and are not any more: ids by what is wrong with them now."""
    rows = _rows(_lines(member).filter(problem=""))
    products = shown_products(row.product_id for row in rows)
    prices = _prices(member.company, rows)
    stale: dict[str, list[int]] = {}
    for row in rows:
        if problem := _problem_now(row, products, prices):
            stale.setdefault(problem, []).append(row.pk)
    return stale


def quick_order_line_for(member: Member, pk: int) -> QuickOrderLine:
    """A line of the member's own quick order; anything else does not exist."""
    line = _lines(member).filter(pk=pk).first()
    if line is None:
        raise Http404
    return line


def last_line(member: Member) -> QuickOrderLine | None:
    """The line that was added last."""
    return _lines(member).last()


def sample_lines(member: Member) -> list[tuple[str, Decimal]]:
    """Three articles for sale, each with the least quantity, for the sample file."""
    products = sold().order_by("number")[:3]
    return [(product.number, least_quantity(product)) for product in products]


def _lines(member: Member) -> QuerySet[QuickOrderLine]:
    return QuickOrderLine.objects.filter(quick_order__member=member, company=member.company_id).order_by(
        "position"
    )


def _rows(lines: QuerySet[QuickOrderLine]) -> list[Line]:
    return [Line._make(row) for row in lines.values_list(*Line._fields)]


def _prices(company: Company, rows: Sequence[Line]) -> dict[int, OwnPrice | None]:
    """Own prices of the clear lines, by line."""
    clear = [row for row in rows if not row.problem]
    wanted = [(row.product_id or 0, row.quantity or ZERO) for row in clear]
    return {row.pk: price for row, price in zip(clear, own_prices(company, wanted), strict=True)}


def _problem_now(row: Line, products: Mapping[int, Product], prices: Mapping[int, OwnPrice | None]) -> str:
    if row.problem or row.product_id is None or row.quantity is None:
        return row.problem
    return problem_with_price(products[row.product_id], row.quantity, prices[row.pk])


def _clear(
    rows: Sequence[Line],
    products: Mapping[int, Product],
    prices: Mapping[int, OwnPrice | None],
    problems: Mapping[int, str],
) -> Iterator[Priced]:
    for row in rows:
        price = prices.get(row.pk)
        if price is not None and not problems[row.pk]:
            yield Priced(products[price.product_id], price.quantity, price)


def _views(
    company: Company,
    rows: Sequence[Line],
    products: Mapping[int, Product],
    prices: Mapping[int, OwnPrice | None],
    problems: Mapping[int, str],
) -> list[QuickOrderLineView]:
    here = availability(company, [row.product_id for row in rows if row.product_id is not None])
    candidates = _candidates(company, [row for row in rows if problems[row.pk]], problems)
    return [
        QuickOrderLineView(
            line=row,
            problem=problems[row.pk],
            product=products.get(row.product_id or 0),
            price=prices.get(row.pk),
            availability=here.get(row.product_id or 0),
            candidates=candidates.get(row.pk, ()),
        )
        for row in rows
    ]


def _candidates(
    company: Company, bad: Sequence[Line], problems: Mapping[int, str]
) -> dict[int, list[Product]]:
    """What may have been meant by numbers that several products have, or none; by line."""
    several = [row for row in bad if problems[row.pk] == Problem.AMBIGUOUS]
    none = [row for row in bad if problems[row.pk] == Problem.UNKNOWN][:SUGGESTED]
    ids: dict[int, Sequence[int]] = {}
    if several:
        found = resolve_numbers(company, [row.entered_number for row in several])
        ids |= {row.pk: one.product_ids for row, one in zip(several, found, strict=True)}
    if none:
        near = similar_numbers([row.entered_number for row in none])
        ids |= {row.pk: one for row, one in zip(none, near, strict=True)}
    wanted = {one for some in ids.values() for one in some}
    products = products_by_id(wanted) if wanted else {}
    return {pk: [products[one] for one in some if one in products] for pk, some in ids.items()}
