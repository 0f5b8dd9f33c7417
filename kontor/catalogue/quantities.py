"""Quantities as people write them, and which of them a product can be ordered in."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from typing import Final, Literal

from kontor.catalogue.models import Product

MOST: Final = Decimal(999_999)
PLACES: Final = 3

type Unreadable = Literal["no_quantity", "not_a_number"]
type Unfit = Literal["", "not_positive", "too_many", "below_minimum", "not_full_packs"]

# Spaces of all kinds and apostrophes only group thousands.
_GROUPING = re.compile(r"[\s'’\u00a0\u202f]")
_FIGURE = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*", re.ASCII)
_DECIMAL_SIGN: Final = {"nb": ",", "de": ",", "en": "."}


class QuantityProblem(ValueError):
    """A text that is no quantity; `code` is `no_quantity` or `not_a_number`."""

    def __init__(self, code: Unreadable) -> None:
        self.code = code
        super().__init__(code)


def parse_quantity(text: str, language: str) -> Decimal:
    """The number that a text means to a reader of `language`: "1.250,5" (nb, de) and "1,250.5" (en) are 1250.5.

    With both signs the last one is the decimal sign. A single one is the language's decimal sign, or groups
    thousands where three figures follow and it is not. More than three decimals are no quantity.
    """
    bare = _GROUPING.sub("", text).replace("\N{MINUS SIGN}", "-")
    if not bare:
        raise QuantityProblem("no_quantity")
    if len(bare) > 40:
        raise QuantityProblem("not_a_number")
    figure = _with_point(bare, _DECIMAL_SIGN.get(language[:2], "."))
    if not _FIGURE.fullmatch(figure):
        raise QuantityProblem("not_a_number")
    value = Decimal(figure).normalize()
    if -int(value.as_tuple().exponent) > PLACES:
        raise QuantityProblem("not_a_number")
    return Decimal(0) if value == 0 else value.quantize(Decimal(1)) if value == value.to_integral() else value


def _with_point(bare: str, decimal_sign: str) -> str:
    """The same figure without grouping and with a point before its decimals."""
    if "," in bare and "." in bare:
        decimal = max(",", ".", key=bare.rindex)
        whole, _, decimals = bare.rpartition(decimal)
        grouped = whole.replace(".", "").replace(",", "")
        is_grouped = _THOUSANDS.fullmatch(whole) and decimal not in whole
        return f"{grouped}.{decimals}" if is_grouped else "?"
    sign = "," if "," in bare else "."
    if bare.count(sign) > 1 or (sign != decimal_sign and bare.count(sign) == 1):
        if _THOUSANDS.fullmatch(bare):
            return bare.replace(sign, "")
        if bare.count(sign) > 1:
            return "?"
    return bare.replace(sign, ".")


def check_quantity(product: Product, quantity: Decimal) -> Unfit:
    """Why this much of the product cannot be ordered; empty when it can."""
    if quantity <= 0:
        return "not_positive"
    if quantity > MOST:
        return "too_many"
    if quantity < product.min_quantity:
        return "below_minimum"
    if quantity % product.pack_size:
        return "not_full_packs"
    return ""


def least_quantity(product: Product) -> Decimal:
    """The least that one can order: at least the minimum, in full packs."""
    return _full_packs(product, max(product.min_quantity, product.pack_size))


def nearest_quantities(product: Product, quantity: Decimal) -> tuple[Decimal, ...]:
    """What one may have meant by a quantity that does not fit: full packs below and above it, the least, the most."""
    least = least_quantity(product)
    most = MOST - MOST % product.pack_size
    if quantity <= least:
        return (least,)
    if quantity >= most:
        return (most,)
    above = _full_packs(product, quantity)
    below = above if above == quantity else above - product.pack_size
    return tuple(dict.fromkeys(max(one, least) for one in (below, above)))


def _full_packs(product: Product, quantity: Decimal) -> Decimal:
    packs = (quantity / product.pack_size).to_integral_value(ROUND_CEILING)
    return packs * product.pack_size
