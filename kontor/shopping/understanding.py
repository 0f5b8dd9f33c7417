"""What we understand by an entered line: which product, how many, and what stands in the way (SH-4)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kontor.catalogue.models import Product
from kontor.catalogue.pricing import OwnPrice, own_prices
from kontor.catalogue.quantities import (
    MOST,
    QuantityProblem,
    check_quantity,
    least_quantity,
    nearest_quantities,
    parse_quantity,
)
from kontor.catalogue.queries import resolve_numbers
from kontor.catalogue.words import amount_words
from kontor.companies.models import Company
from kontor.kit import formats
from kontor.shopping.models import Problem
from kontor.shopping.reading import Entered

# What checking a line needs of a product; without its texts, which matter for 10,000 lines.
CHECKED: Final = ("number", "unit", "pack_size", "min_quantity", "is_active")
ABOUT_NUMBER: Final = frozenset({Problem.NO_NUMBER, Problem.UNKNOWN, Problem.AMBIGUOUS})
ABOUT_PRODUCT: Final = frozenset({Problem.NOT_SOLD, Problem.NO_PRICE})


class Meaning(NamedTuple):
    """A line's product and quantity as far as they are clear; `problem` is empty when it can be ordered."""

    product_id: int | None
    quantity: Decimal | None
    problem: str


def understand(company: Company, lines: Sequence[Entered]) -> list[Meaning]:
    """What each line means to the company, in the same order; a fixed number of statements for up to 10,000."""
    resolved = resolve_numbers(company, [line.number for line in lines])
    chosen = [one.product_id for one in resolved]
    meanings = understand_quantities(company, chosen, [line.quantity for line in lines])
    for place, (one, line) in enumerate(zip(resolved, lines, strict=True)):
        problem = ""
        if not line.number.strip():
            problem = Problem.NO_NUMBER
        elif one.is_unknown:
            problem = Problem.UNKNOWN
        elif one.is_ambiguous:
            problem = Problem.AMBIGUOUS
        if problem:
            meanings[place] = meanings[place]._replace(problem=problem)
    return meanings


def understand_quantities(
    company: Company, product_ids: Sequence[int | None], quantities: Sequence[str]
) -> list[Meaning]:
    """As `understand`, where the products are known."""
    wanted = {product_id for product_id in product_ids if product_id is not None}
    products = Product.objects.only(*CHECKED).in_bulk(wanted)
    language = get_language() or "en"
    meanings: list[Meaning] = []
    for product_id, text in zip(product_ids, quantities, strict=True):
        quantity, problem = read_quantity(text, language)
        product = products.get(product_id) if product_id is not None else None
        if product is not None:
            problem = problem_of(product, quantity, problem)
        meanings.append(Meaning(product_id, quantity, problem))
    priced = [
        (place, meaning.product_id, meaning.quantity)
        for place, meaning in enumerate(meanings)
        if not meaning.problem and meaning.product_id is not None and meaning.quantity is not None
    ]
    prices = own_prices(company, [(product_id, quantity) for _place, product_id, quantity in priced])
    for (place, *_rest), price in zip(priced, prices, strict=True):
        if price is None:
            meanings[place] = meanings[place]._replace(problem=Problem.NO_PRICE)
    return meanings


def read_quantity(text: str, language: str) -> tuple[Decimal | None, str]:
    """The quantity and what is wrong with it; None where it is no number or none that a line can hold."""
    try:
        quantity = parse_quantity(text, language)
    except QuantityProblem as problem:
        return None, problem.code
    if quantity > MOST:
        return None, Problem.TOO_MANY
    if quantity <= 0:
        return None, Problem.NOT_POSITIVE
    return quantity, ""


def problem_of(product: Product, quantity: Decimal | None, unread: str = "") -> str:
    """Why so much of the product cannot be ordered, whatever it costs; `unread` is what was wrong with the text."""
    if not product.is_active:
        return Problem.NOT_SOLD
    if unread or quantity is None:
        return unread or Problem.NO_QUANTITY
    return check_quantity(product, quantity)


def problem_with_price(product: Product, quantity: Decimal, price: OwnPrice | None) -> str:
    """Why a line that was clear once cannot be ordered now."""
    return problem_of(product, quantity) or ("" if price is not None else Problem.NO_PRICE)


def in_words(problem: str, product: Product | None, quantity: str) -> str:
    """The reason as a sentence for the reader, with the figures that matter: "750 does not make full packs of 500 pieces."."""
    if product is not None and problem == Problem.NOT_FULL_PACKS:
        if product.pack_size == 1:
            return _("%(quantity)s is not a whole number.") % {"quantity": quantity}
        pack = amount_words(product.pack_size, product.unit)
        return _("%(quantity)s does not make full packs of %(pack)s.") % {"quantity": quantity, "pack": pack}
    if product is not None and problem == Problem.BELOW_MINIMUM:
        least = amount_words(least_quantity(product), product.unit)
        return _("%(quantity)s is too little: at least %(least)s.") % {"quantity": quantity, "least": least}
    if problem == Problem.TOO_MANY:
        return _("That is too much: at most %(most)s.") % {"most": formats.number(MOST)}
    if problem == Problem.NOT_A_NUMBER:
        return _("“%(quantity)s” is not a quantity.") % {"quantity": quantity}
    return str(Problem(problem).label) if problem else ""


def fitting_quantities(
    problem: str, product: Product | None, quantity: Decimal | None
) -> tuple[Decimal, ...]:
    """Quantities that one may have meant, for the buttons beside the reason."""
    if product is None or problem in ABOUT_NUMBER | ABOUT_PRODUCT or problem in ("", Problem.TOO_MANY):
        return ()
    return (least_quantity(product),) if quantity is None else nearest_quantities(product, quantity)
