"""The order confirmation as a PDF, in the language of whoever ordered (SH-10)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.utils import translation
from django.utils.translation import gettext as _

from kontor.kit import formats
from kontor.kit.countries import country_name
from kontor.kit.frame import Operator
from kontor.kit.pdf import logo_bytes, render_pdf
from kontor.orders.models import Order, OrderLine
from kontor.orders.sums import Sums
from kontor.partners.models import SellingEntity

TEMPLATE: Final = "orders/typst/confirmation.typ"
TAGGED_UP_TO: Final = 500


def confirmation(
    order: Order, lines: Sequence[OrderLine], sums: Sums, *, operator: Operator, language: str
) -> bytes:
    """The confirmation of an order with all its lines."""
    with translation.override(language):
        data = _data(order, lines, sums, operator, language)
        return render_pdf(TEMPLATE, data, at=order.placed_at, tagged=len(lines) <= TAGGED_UP_TO)


def file_name(order: Order, language: str) -> str:
    """ "Order confirmation A-2026-000123.pdf" in a language."""
    with translation.override(language):
        return _("Order confirmation %(number)s") % {"number": order.number} + ".pdf"


def _data(
    order: Order, lines: Sequence[OrderLine], sums: Sums, operator: Operator, language: str
) -> dict[str, Any]:
    money = [(row.label, formats.money(row.amount, order.currency)) for row in sums.rows()]
    return {
        "frame": {
            "operator": operator.name,
            "colour": operator.color,
            "logo": logo_bytes(operator.logo_url),
            "title": _("Order confirmation %(number)s") % {"number": order.number},
            "language": language,
            "seller": _seller(order.entity),
            "page": _("Page %(page)s of %(pages)s") % {"page": "{0}", "pages": "{1}"},
        },
        "places": _places(order),
        "lead": _("Thank you for your order. We deliver as follows:"),
        "facts": [list(pair) for pair in _facts(order) if pair[1]],
        "titles": [
            _("No."),
            _("Article"),
            _("Quantity"),
            _("Price, %(currency)s") % {"currency": order.currency},
            _("VAT"),
            _("Sum, %(currency)s") % {"currency": order.currency},
        ],
        "lines": [_line(line) for line in lines],
        "sums": money,
        "total": [_("Total incl. VAT"), formats.money(order.total, order.currency)],
        "notes": list(_notes(order)),
    }


def _seller(entity: SellingEntity) -> list[list[str]]:
    """The foot: who sells, where, and under which numbers."""
    numbers = [
        _("Organisation number %(number)s") % {"number": entity.organisation_number}
        if entity.organisation_number
        else "",
        _("VAT number %(number)s") % {"number": entity.vat_number} if entity.vat_number else "",
    ]
    place = [entity.name, entity.street, f"{entity.postcode} {entity.city}", country_name(entity.country)]
    return [place, [entity.phone, entity.email], [number for number in numbers if number] or [""]]


def _places(order: Order) -> list[dict[str, Any]]:
    """Who buys, where goods go, where the invoice goes."""
    company = order.company
    buyer = [
        company.name,
        _("Customer number %(number)s") % {"number": company.number},
        _("VAT number %(number)s") % {"number": company.vat_number} if company.vat_number else "",
    ]
    ship = [
        order.ship_name,
        order.ship_street,
        f"{order.ship_postcode} {order.ship_city}".strip(),
        country_name(order.ship_country),
    ]
    bill = [
        order.bill_name,
        order.bill_street,
        f"{order.bill_postcode} {order.bill_city}".strip(),
        country_name(order.bill_country),
        order.invoice_email,
    ]
    titled = [(_("Buyer"), buyer), (_("Deliver to"), [*ship, order.ship_phone]), (_("Invoice to"), bill)]
    return [
        {"title": title, "lines": filled}
        for title, place in titled
        if (filled := [line for line in place if line])
    ]


def _facts(order: Order) -> list[tuple[str, str]]:
    days = order.payment_days
    return [
        (_("Order number"), order.number),
        (_("Ordered"), formats.day(order.placed_at, "full")),
        (_("Ordered by"), order.ordered_by),
        (_("Your order number"), order.customer_reference),
        (_("Delivery"), delivery_words(order)),
        (_("Payment"), _("Invoice, %(days)s days") % {"days": days} if days is not None else ""),
        (_("Currency"), order.currency),
    ]


def delivery_words(order: Order) -> str:
    """How the goods are to come: in parts, or all at once in the wished period."""
    if order.delivery == Order.Delivery.TOGETHER and order.wish_from and order.wish_to:
        return _("All at once, %(period)s") % {"period": formats.period(order.wish_from, order.wish_to)}
    return str(Order.Delivery(order.delivery).label)


def _line(line: OrderLine) -> dict[str, str]:
    about = [line.number]
    if line.promised_date:
        about.append(_("delivery %(day)s") % {"day": formats.day(line.promised_date, "full")})
    return {
        "position": str(line.position),
        "text": line.text,
        "about": f"{formats.NBSP}· ".join(about),
        "quantity": f"{formats.number(line.quantity)}{formats.NBSP}{line.unit_words}",
        "price": formats.amount(line.unit_price),
        "per": _("per %(number)s") % {"number": formats.number(line.per)} if line.per > 1 else "",
        "tax": formats.percent(line.tax_rate),
        "net": formats.amount(line.net),
    }


def _notes(order: Order) -> Iterable[str]:
    if order.wishes:
        yield _("Your wishes: %(wishes)s") % {"wishes": order.wishes}
    yield _("Prices and sums of the lines are without VAT. VAT is counted per rate over the whole order.")
    if order.terms:
        yield _("Our terms apply: %(title)s, version %(version)s.") % {
            "title": order.terms.title,
            "version": order.terms.version,
        }
    yield _("Something not right? Call %(phone)s or write to %(email)s and name the order number.") % {
        "phone": order.entity.phone,
        "email": order.entity.email,
    }
