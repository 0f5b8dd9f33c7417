"""A line of the cart in words, as `{% rows %}` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from kontor.catalogue.models import Product
from kontor.catalogue.pricing import OwnPrice
from kontor.kit import formats
from kontor.kit.looks import Look
from kontor.kit.templatetags.kit import icon_html, tier, unbroken
from kontor.shopping.queries import CartLineView, CartView


def rows_of(view: CartView) -> Iterator[dict[str, Any]]:
    """The lines of a page of the cart; addresses lead back to that page."""
    place = f"?page={view.page}" if view.page > 1 else ""
    return (_row(line, place) for line in view.lines)


def _row(one: CartLineView, place: str) -> dict[str, Any]:
    line, product, price = one.line, one.product, one.price
    name, least = unbroken(product.name), _plain(line.quantity)
    return {
        "pk": line.pk,
        "bad": bool(one.refused or one.problem),
        "reason": one.reason if one.refused or one.problem else "",
        "remedies": format_html_join(
            "",
            '<button class="btn sm" name="fit" value="{0}">{0}</button>',
            ((formats.number(quantity),) for quantity in one.remedies),
        ),
        "picture": one.picture,
        "url": reverse("catalogue:product", args=[product.number]),
        "name": name,
        "number": product.number,
        "handling": _handling(product),
        **_stock(one.stock),
        "set_url": reverse("shopping:set_quantity", args=[line.pk]) + place,
        "remove_url": reverse("shopping:remove_line", args=[line.pk]) + place,
        "why_url": reverse("catalogue:why_price", args=[product.number]) + f"?quantity={least}",
        "quantity": one.shown_quantity,
        "step": _plain(product.pack_size),
        "least": _plain(product.min_quantity),
        "net": formats.amount(one.net) if not one.problem else "–",
        "quantity_of": _("Quantity, %(product)s") % {"product": name},
        "why_of": _("Why this price? %(product)s") % {"product": name},
        "remove": _("Take out %(product)s") % {"product": name},
        **_price(price),
    }


def _price(price: OwnPrice | None) -> dict[str, Any]:
    if price is None:
        return {"amount": "", "contract": False, "tier": "", "per": "", "from": ""}
    return {
        "amount": formats.amount(price.amount),
        "contract": price.is_contract,
        "tier": tier(price.tier) if price.tier_percent else "",
        "per": _("per %(per)s") % {"per": formats.number(price.per)} if price.per != 1 else "",
        "from": _("from %(quantity)s") % {"quantity": formats.number(price.from_quantity)}
        if price.from_quantity > 1
        else "",
    }


def _stock(look: Look | None) -> dict[str, Any]:
    """How soon the goods can be had; what is not in stock may take two lines."""
    if look is None:
        return {"stock": "", "stock_icon": "", "stock_tone": ""}
    tone = look.tone if look.tone == "ok" else f"{look.tone} long"
    return {"stock": look.word, "stock_icon": icon_html(look.icon), "stock_tone": tone}


def _handling(product: Product) -> str:
    """What one has to know about its carriage."""
    if product.forwarder:
        return _("by forwarder")
    return _("bulky goods") if product.bulky else ""


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
