"""Filling and mending the quick order (SH-4). It is a list of intentions, so nothing of it is in the journal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Count, Max

from kontor.catalogue.models import Product
from kontor.catalogue.quantities import MOST
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.shopping.files import MAX_LINES, TooManyLines
from kontor.shopping.locks import lock_cart, lock_quick_order
from kontor.shopping.models import Problem, QuickOrder, QuickOrderLine
from kontor.shopping.quick_order_queries import stale_lines
from kontor.shopping.reading import Entered
from kontor.shopping.understanding import understand, understand_quantities

# As JSON: one value for all lines, whatever their number, and the database takes it apart.
INSERT: Final = """
    INSERT INTO shopping_quickorderline
        (company_id, quick_order_id, position, entered_number, entered_quantity, product_id, quantity, problem)
    SELECT %(company)s, %(order)s, %(last)s + place, number, entered, product, quantity, problem
    FROM ROWS FROM (
        json_to_recordset(%(lines)s::json)
            AS (number text, entered text, product bigint, quantity numeric, problem text)
    ) WITH ORDINALITY AS w (number, entered, product, quantity, problem, place)
"""

# What is clear goes into the cart, on top of what is there, and leaves the list; all or nothing per product.
MOVE: Final = """
    WITH clear AS (
        SELECT product_id, sum(quantity) AS quantity, min(position) AS position FROM shopping_quickorderline
        WHERE quick_order_id = %(order)s AND problem = '' GROUP BY product_id HAVING sum(quantity) <= %(most)s
    ), moved AS (
        INSERT INTO shopping_cartline AS line (company_id, cart_id, product_id, quantity, added_at)
        SELECT %(company)s, %(cart)s, product_id, quantity, now() FROM clear ORDER BY position
        ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = line.quantity + excluded.quantity
            WHERE line.quantity + excluded.quantity <= %(most)s
        RETURNING product_id
    )
    DELETE FROM shopping_quickorderline WHERE quick_order_id = %(order)s AND problem = ''
        AND product_id IN (SELECT product_id FROM moved)
"""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many lines went into the cart, and how many stay until they are cleared up."""

    lines: int
    left: int


@transaction.atomic
def add_lines(
    lines: Sequence[Entered], *, source: str | None = None, field: str | None = None, by: Member
) -> int:
    """Put lines at the end of the member's quick order, understood or not; how many of them are to be cleared up.

    `source` is the name of their file, None where they were typed. Raises `TooManyLines` for `field` where they would not all fit.
    """
    require(by, Permission.USE_CART)
    order = lock_quick_order(by)
    have = order.lines.aggregate(last=Max("position"), count=Count("pk"))
    if have["count"] + len(lines) > MAX_LINES:
        raise TooManyLines(have["count"] + len(lines), field=field)
    meanings = understand(by.company, lines)
    written = [
        {
            "number": line.number,
            "entered": line.quantity,
            "product": meaning.product_id,
            "quantity": None if meaning.quantity is None else str(meaning.quantity),
            "problem": str(meaning.problem),
        }
        for line, meaning in zip(lines, meanings, strict=True)
    ]
    values = {
        "company": by.company_id,
        "order": order.pk,
        "last": have["last"] or 0,
        "lines": json.dumps(written, ensure_ascii=False),
    }
    with connection.cursor() as cursor:
        cursor.execute(INSERT, values)
    _touch(order, source=source)
    return sum(bool(meaning.problem) for meaning in meanings)


@transaction.atomic
def mend_line(
    line: QuickOrderLine,
    *,
    number: str | None = None,
    quantity: str | None = None,
    product: Product | None = None,
    by: Member,
) -> QuickOrderLine:
    """Enter a line's number or quantity anew, or say which `product` was meant; None leaves it as it is.

    What is still wrong with it the line says afterwards.
    """
    require(by, Permission.USE_CART, line.company_id)
    order = lock_quick_order(by)
    line = order.lines.select_for_update(of=("self",)).get(pk=line.pk)
    if quantity is not None:
        line.entered_quantity = quantity
    if product is not None:
        line.entered_number = product.number
        (meaning,) = understand_quantities(by.company, [product.pk], [line.entered_quantity])
    elif (number is not None and number != line.entered_number) or line.product_id is None:
        line.entered_number = line.entered_number if number is None else number
        (meaning,) = understand(by.company, [Entered(line.entered_number, line.entered_quantity)])
    else:  # the number is as it was, so is what was meant by it
        (meaning,) = understand_quantities(by.company, [line.product_id], [line.entered_quantity])
    line.product_id, line.quantity, line.problem = meaning
    line.save(update_fields=["entered_number", "entered_quantity", "product", "quantity", "problem"])
    _touch(order)
    return line


@transaction.atomic
def drop_line(line: QuickOrderLine, *, by: Member) -> None:
    """Take a line off the list."""
    require(by, Permission.USE_CART, line.company_id)
    order = lock_quick_order(by)
    order.lines.filter(pk=line.pk).delete()
    _touch(order)


@transaction.atomic
def clear_lines(*, by: Member) -> int:
    """Take all lines off the list; how many there were."""
    require(by, Permission.USE_CART)
    order = lock_quick_order(by)
    count, _each = order.lines.all().delete()
    _touch(order, source="")
    return count


@transaction.atomic
def move_to_cart(*, by: Member) -> Moved:
    """Put every clear line into the cart; the others stay. Lines that were clear once are looked at again before."""
    require(by, Permission.USE_CART)
    order = lock_quick_order(by)
    for problem, lines in stale_lines(by).items():
        order.lines.filter(pk__in=lines).update(problem=problem)
    cart = lock_cart(by)
    values: dict[str, Any] = {"order": order.pk, "company": by.company_id, "cart": cart.pk, "most": MOST}
    with connection.cursor() as cursor:
        cursor.execute(MOVE, values)
        moved = cursor.rowcount
    order.lines.filter(problem="").update(problem=Problem.TOO_MANY)  # with what is in the cart already
    _touch(order)
    return Moved(lines=moved, left=order.lines.count())


def _touch(order: QuickOrder, *, source: str | None = None) -> None:
    if source is not None:
        order.source = source[-120:]
    order.save(update_fields=["source", "updated_at"])
