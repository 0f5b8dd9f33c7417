"""A member's cart, ready for its page, the checkout and the confirmation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet
from django.http import Http404

from kontor.catalogue.availability import Availability, availability
from kontor.catalogue.models import Product
from kontor.catalogue.pictures import picture_url
from kontor.catalogue.pricing import OwnPrice, own_prices
from kontor.catalogue.queries import product_for, tax_rate
from kontor.companies.models import Member
from kontor.kit import formats
from kontor.kit.looks import Look
from kontor.kit.money import ZERO
from kontor.shopping.arrival import arrival
from kontor.shopping.errors import NotOrderable
from kontor.shopping.models import Cart, CartLine
from kontor.shopping.sums import Priced, Totals, totals_of
from kontor.shopping.understanding import fitting_quantities, in_words, problem_with_price

PAGE: Final = 100

# Of 10,000 products only what lines show and sums need: no descriptions, no search columns.
SHOWN: Final = tuple(
    field.attname
    for field in Product._meta.concrete_fields
    if not field.attname.startswith(("words_", "description_"))
)


@dataclass(frozen=True, slots=True)
class CartLineView:
    """A line as the member sees it: at the own price, net; `problem` is why it cannot be ordered, empty when it can.

    `refused` is what was just entered instead of its quantity and could not be taken.
    """

    line: CartLine
    product: Product
    price: OwnPrice | None
    tax_rate: Decimal
    availability: Availability | None = None
    problem: str = ""
    refused: NotOrderable | None = None

    @property
    def net(self) -> Decimal:
        """The line's sum; nothing while there is no price."""
        return self.price.line_net(self.line.quantity) if self.price else ZERO

    @property
    def stock(self) -> Look | None:
        """How soon so many can be had."""
        return arrival(self.availability, self.line.quantity)

    @property
    def picture(self) -> str:
        """Where the product's picture is; empty for none."""
        return picture_url(self.product.picture)

    @property
    def shown_quantity(self) -> str:
        """The quantity as the reader writes it, or what was entered instead."""
        return self.refused.entered if self.refused else formats.number(self.line.quantity)

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        return (
            str(self.refused) if self.refused else in_words(self.problem, self.product, self.shown_quantity)
        )

    @property
    def remedies(self) -> tuple[Decimal, ...]:
        """Quantities that would do."""
        if self.refused:
            return fitting_quantities(self.refused.problem, self.product, self.refused.quantity)
        return fitting_quantities(self.problem, self.product, self.line.quantity)


class Paged:
    """A list in numbered pages."""

    page: int
    pages: int

    @property
    def previous_page(self) -> int:
        return self.page - 1

    @property
    def next_page(self) -> int:
        return self.page + 1


@dataclass(frozen=True)
class CartView(Paged):
    """The cart: the lines of one page, or all; the sums are always over all that can be ordered."""

    lines: Sequence[CartLineView]
    totals: Totals
    count: int
    troubled: int
    cart: Cart | None = None
    page: int = 1
    pages: int = 1


def cart_of(
    member: Member, *, page: int | None = None, refused: Mapping[int, NotOrderable] | None = None
) -> CartView:
    """The member's cart with all its lines, or with those of one `page`. Six statements, however long it is.

    `refused`: by line, what was just entered and could not be taken.
    """
    company = member.company
    rows = list(cart_lines(member).select_related("cart"))
    products = shown_products(row.product_id for row in rows)
    prices = own_prices(company, [(row.product_id, row.quantity) for row in rows])
    lines = []
    for row, price in zip(rows, prices, strict=True):
        row.product = product = products[row.product_id]
        lines.append(
            CartLineView(
                line=row,
                product=product,
                price=price,
                tax_rate=tax_rate(company, product),
                problem=problem_with_price(product, row.quantity, price),
            )
        )
    clear = [
        Priced(one.product, one.line.quantity, one.price)
        for one in lines
        if one.price is not None and not one.problem
    ]
    pages = max(1, -(-len(lines) // PAGE))
    place = min(page or 1, pages)
    shown = lines if page is None else lines[(place - 1) * PAGE : place * PAGE]
    here = availability(company, [one.product.pk for one in shown])
    return CartView(
        lines=[
            replace(
                one,
                availability=here.get(one.product.pk),
                refused=refused.get(one.line.pk) if refused else None,
            )
            for one in shown
        ],
        totals=totals_of(company, clear),
        count=len(lines),
        troubled=len(lines) - len(clear),
        cart=rows[0].cart if rows else None,
        page=place,
        pages=pages,
    )


def shown_products(ids: Iterable[int | None]) -> dict[int, Product]:
    """Products as lines show them, each once however many lines name it."""
    return Product.objects.only(*SHOWN).in_bulk({one for one in ids if one is not None})


def cart_lines(member: Member) -> QuerySet[CartLine]:
    """The lines of the member's own cart, as they were added."""
    return CartLine.objects.filter(cart__member=member, company=member.company_id).order_by("added_at", "pk")


def cart_line_for(member: Member, pk: int) -> CartLine:
    """A line of the member's own cart; anything else does not exist."""
    line = cart_lines(member).select_related("product").defer(*SEARCHED).filter(pk=pk).first()
    if line is None:
        raise Http404
    return line


SEARCHED: Final = ("product__words_nb", "product__words_de", "product__words_en")


def product_to_add(member: Member, number: str) -> Product | None:
    """The product for sale with our number; None where there is none (any more)."""
    try:
        return product_for(member, number)
    except Product.DoesNotExist:
        return None
