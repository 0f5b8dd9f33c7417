"""Filling the cart. Carts are no facts of the business, so nothing of this is in the journal: the order is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.db import connection, transaction

from kontor.catalogue.models import Product
from kontor.catalogue.quantities import MOST
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.kit import formats
from kontor.shopping.errors import NotOrderable
from kontor.shopping.locks import lock_cart
from kontor.shopping.models import CartLine, Problem
from kontor.shopping.understanding import problem_of

# A product that is in the cart gets more of it; what would be more than a line can hold is left out.
ADD: Final = """
    INSERT INTO shopping_cartline AS line (company_id, cart_id, product_id, quantity, added_at)
    SELECT %(company)s, %(cart)s, product_id, sum(quantity), now()
    FROM unnest(%(products)s::bigint[], %(quantities)s::numeric[]) WITH ORDINALITY AS w (product_id, quantity, position)
    GROUP BY product_id HAVING sum(quantity) <= %(most)s ORDER BY min(position)
    ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = line.quantity + excluded.quantity
        WHERE line.quantity + excluded.quantity <= %(most)s
    RETURNING product_id
"""


@transaction.atomic
def add_to_cart(product: Product, *, quantity: Decimal, by: Member) -> CartLine:
    """Put so much of a product into the cart, on top of what is there. Raises `NotOrderable`."""
    require(by, Permission.USE_CART)
    _check(product, quantity)
    if not add_many([(product.pk, quantity)], by=by):
        raise NotOrderable(Problem.TOO_MANY, product, formats.number(quantity), quantity=quantity)
    return CartLine.objects.get(cart__member=by, product=product)


@transaction.atomic
def add_many(lines: Sequence[tuple[int, Decimal]], *, by: Member) -> frozenset[int]:
    """Put many products into the cart, in one statement; the ids of those that went in.

    Left out are those of which the cart would then hold more than a line can. The cart says what else is wrong.
    """
    require(by, Permission.USE_CART)
    if not lines:
        return frozenset()
    cart = lock_cart(by)
    values: dict[str, Any] = {
        "company": cart.company_id,
        "cart": cart.pk,
        "products": [product_id for product_id, _quantity in lines],
        "quantities": [quantity for _product_id, quantity in lines],
        "most": MOST,
    }
    with connection.cursor() as cursor:
        cursor.execute(ADD, values)
        return frozenset(product_id for (product_id,) in cursor.fetchall())


@transaction.atomic
def set_quantity(line: CartLine, *, quantity: Decimal, by: Member) -> CartLine:
    """Have so much of a product in the cart instead. Raises `NotOrderable`."""
    require(by, Permission.USE_CART, line.company_id)
    _check(line.product, quantity)
    lock_cart(by)
    CartLine.objects.filter(pk=line.pk, cart__member=by).update(quantity=quantity)
    line.quantity = quantity
    return line


@transaction.atomic
def remove_line(line: CartLine, *, by: Member) -> None:
    """Take a product out of the cart. Putting it back is adding it again."""
    require(by, Permission.USE_CART, line.company_id)
    lock_cart(by)
    CartLine.objects.filter(pk=line.pk, cart__member=by).delete()


@transaction.atomic
def empty_cart(*, by: Member) -> int:
    """Take everything out of the cart; how many lines that were. What was typed at the checkout stays."""
    require(by, Permission.USE_CART)
    cart = lock_cart(by)
    count, _each = CartLine.objects.filter(cart=cart).delete()
    return count


def _check(product: Product, quantity: Decimal) -> None:
    if problem := problem_of(product, quantity):
        raise NotOrderable(problem, product, formats.number(quantity), quantity=quantity)
