"""What the tests of the checkout share: a filled cart, and a browser that fills in the form as the page has it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.test import Client

from kontor.catalogue.models import Product
from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.shopping.actions import add_to_cart

PAGE = "/cart/checkout/"
PLACE = "/cart/checkout/place/"


def fill_cart(member: Member, products: dict[str, Product], **quantities: int) -> None:
    """Put goods into a member's cart: `**{"HI-440718": 4}`; a filter and a drink when none is named."""
    with acting_in(member):
        for number, quantity in (quantities or {"HI-440718": 4, "HI-690112": 4}).items():
            add_to_cart(products[number], quantity=Decimal(quantity), by=member)


def form_of(page: HttpResponse) -> dict[str, str]:
    """The checkout's form as the page shows it, the terms accepted."""
    context: Any = page.context  # type: ignore[attr-defined]
    form = context["form"]
    values = {name: str(form[name].value() or "") for name in form.fields if name != "accepted"}
    hidden = dict(re.findall(r'name="(key|kept_for|seen)" value="([^"]*)"', page.content.decode()))
    return {**values, **hidden, "accepted": "on"}


def opened(client: Client) -> dict[str, str]:
    """The form of a checkout that was just opened."""
    page = client.get(PAGE)
    assert page.status_code == 200, page.status_code
    return form_of(page)  # type: ignore[arg-type]
