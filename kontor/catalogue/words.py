"""Prices, units and descriptions in words, as pages show them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext

from kontor.catalogue.models import Product, Unit
from kontor.catalogue.pricing import Break, OwnPrice
from kontor.catalogue.quantities import least_quantity
from kontor.companies.models import Company
from kontor.kit import formats
from kontor.partners.models import Partner

SHORT: Final = 120
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅÄÖÜ0-9])")
# Units of which one buys any amount; others are counted.
MEASURED: Final = frozenset({Unit.KILOGRAM, Unit.METRE, Unit.LITRE})


def first_sentence(text: str) -> str:
    """What a row has room for: the first sentence, without its full stop."""
    sentence = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    if len(sentence) > SHORT:
        return sentence[:SHORT].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return sentence.removesuffix(".")


def per_words(per: int, unit: str) -> str:
    """What a price is for: "each", "per drum", "per 100", "per 1,000 kg"."""
    if per == 1:
        return (
            pgettext("price", "each")
            if unit == Unit.PIECE
            else _("per %(unit)s") % {"unit": Unit(unit).label}
        )
    count = formats.number(per)
    if unit == Unit.PIECE:
        return _("per %(count)s") % {"count": count}
    return _("per %(count)s %(unit)s") % {"count": count, "unit": Unit(unit).label}


def amount_words(quantity: Decimal, unit: str) -> str:
    """How many of a unit: "100 pieces", "4 m"."""
    return f"{formats.number(quantity)}{formats.NBSP}{counted(quantity, unit)}"


def counted(quantity: Decimal, unit: str) -> str:
    """The unit as it stands after a number: "pieces", "m"; one that only the ERP knows stays as it is."""
    number = 1 if quantity == 1 else 2
    match unit:
        case Unit.PIECE:
            return npgettext("quantity", "piece", "pieces", number)
        case Unit.DRUM:
            return npgettext("quantity", "drum", "drums", number)
        case Unit.PACK:
            return npgettext("quantity", "pack", "packs", number)
        case Unit.PAIR:
            return npgettext("quantity", "pair", "pairs", number)
        case Unit.SET:
            return npgettext("quantity", "set", "sets", number)
    return str(Unit(unit).label) if unit in Unit.values else unit


def more_words(price: OwnPrice) -> str:
    """The next break: "from 10: 448.14"; empty when there is none, or when it is dearer."""
    following = price.more
    if not following or following[0].amount >= price.amount:
        return ""
    return _("from %(quantity)s: %(amount)s") % {
        "quantity": formats.number(following[0].from_quantity),
        "amount": formats.amount(following[0].amount),
    }


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the list price to the own price; `tier` is set where the loyalty discount is taken off."""

    words: str
    amount: str
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a price is what it is, ready to be shown."""

    title: str
    steps: Sequence[Step]
    total_words: str
    total: str
    remark: str
    breaks_title: str
    breaks: Sequence[tuple[str, str]]
    notes: Sequence[str]


def why(price: OwnPrice, product: Product, company: Company) -> Why:
    """The explanation of an own price: its steps, what more would cost, how long it holds, whom to ask."""
    breaks = break_rows(price, product)
    return Why(
        title=_("Why %(price)s?") % {"price": formats.money(price.amount, price.currency)},
        steps=[_step(step) for step in price.steps()],
        total_words=_("Your price, %(per)s") % {"per": per_words(price.per, product.unit)},
        total=formats.money(price.amount, price.currency),
        remark=_remark(price),
        breaks_title=_("More saves more") if _falls(price.breaks) else _("Price by quantity"),
        breaks=breaks,
        notes=_notes(price, company.partner),
    )


def _step(step: dict[str, str]) -> Step:
    amount = formats.amount(Decimal(step["amount"]))
    percent = _signed(Decimal(step["percent"])) if "percent" in step else ""
    if step["kind"] == "tier":
        return Step(_("tier, %(percent)s") % {"percent": percent}, amount, step["tier"])
    if step["kind"] == "general":
        words = _("General list price")
    elif step["kind"] == "contract":
        words = _("Contract %(name)s") % {"name": step["name"]}
    elif step["kind"] == "promotion":
        words = _("Promotion %(name)s") % {"name": step["name"]}
    else:
        words = step["name"]
    if "from_quantity" in step:
        words = _("%(list)s from %(quantity)s") % {
            "list": words,
            "quantity": formats.number(Decimal(step["from_quantity"])),
        }
    return Step(f"{words}, {percent}" if percent else words, amount)


def _signed(percent: Decimal) -> str:
    return ("+" if percent > 0 else "") + formats.percent(percent)


def _remark(price: OwnPrice) -> str:
    if price.is_contract:
        return _("A contract price bears no loyalty discount.")
    if price.net:
        return _("A net price bears no loyalty discount.")
    return ""


def _falls(breaks: Sequence[Break]) -> bool:
    amounts = [one.amount for one in breaks]
    return amounts == sorted(amounts, reverse=True)


def break_rows(price: OwnPrice, product: Product) -> list[tuple[str, str]]:
    """What each quantity costs: ("1–9", "471.73"), ("50 or more", "424.56"); empty when it is always the same."""
    least = least_quantity(product)
    steps = [
        (max(one.from_quantity, least), one.amount, following.from_quantity if following else None)
        for one, following in zip(price.breaks, [*price.breaks[1:], None], strict=True)
        if following is None or following.from_quantity > least
    ]
    if len(steps) < 2:
        return []
    return [(_range(start, end, product), formats.amount(amount)) for start, amount, end in steps]


def _range(start: Decimal, end: Decimal | None, product: Product) -> str:
    if product.unit in MEASURED:
        return _("from %(quantity)s") % {"quantity": formats.number(start)}
    if end is None:
        return _("%(quantity)s or more") % {"quantity": formats.number(start)}
    last = end - product.pack_size if end % product.pack_size == 0 else end - 1
    if last <= start:
        return formats.number(start)
    return f"{formats.number(start)}{formats.DASH}{formats.number(last)}"


def _notes(price: OwnPrice, partner: Partner | None) -> list[str]:
    notes = [_("Without VAT.")]
    if price.valid_to:
        notes.append(_("Valid until %(day)s.") % {"day": formats.day(price.valid_to, "full")})
    if partner:
        who = partner.contact or partner.name
        notes.append(
            _("Questions about prices: %(name)s, %(phone)s.")
            % {"name": who, "phone": partner.phone.replace(" ", formats.NBSP)}
        )
    return notes
