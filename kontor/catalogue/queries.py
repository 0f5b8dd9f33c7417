"""Products, their numbers and taxes, for whoever looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.db.models import QuerySet

from kontor.catalogue.models import Product, TaxClass
from kontor.catalogue.numbers import plain, slips
from kontor.companies.models import Company, Member


def sold() -> QuerySet[Product]:
    """Products for sale, without their search columns, which pages never show."""
    return slim().filter(is_active=True)


def slim() -> QuerySet[Product]:
    """All products, without their search columns."""
    return Product.objects.defer("words_nb", "words_de", "words_en")


def products_by_id(ids: Iterable[int]) -> dict[int, Product]:
    """Products by id, also those no longer sold (`is_active` tells). One query."""
    return {product.pk: product for product in slim().filter(pk__in=list(ids))}


def product_for(member: Member, number: str) -> Product:
    """The product for sale that bears our `number`, however it is spelled; `Product.DoesNotExist` when none does."""
    exact = sold().select_related("category", "area")
    if "\0" in number or len(number) > 100:
        raise Product.DoesNotExist
    if product := exact.filter(number=number).first():
        return product
    return exact.get(article_numbers__kind="ours", article_numbers__plain=plain(number) or "-")


def no_longer_sold(number: str) -> Product | None:
    """The product that once bore our `number` and has left the range."""
    gone = slim().filter(
        is_active=False, article_numbers__kind="ours", article_numbers__plain=plain(number) or "-"
    )
    return gone.first()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an entered number means: no product (unknown), one (found), or several (ambiguous)."""

    entered: str
    product_ids: tuple[int, ...]

    @property
    def product_id(self) -> int | None:
        """The one product that is meant."""
        return self.product_ids[0] if len(self.product_ids) == 1 else None

    @property
    def is_unknown(self) -> bool:
        return not self.product_ids

    @property
    def is_ambiguous(self) -> bool:
        return len(self.product_ids) > 1


RESOLVE: Final = """
    SELECT w.position, found.ids
    FROM unnest(%(plain)s::text[]) WITH ORDINALITY AS w (plain, position)
    CROSS JOIN LATERAL (
        SELECT array_agg(p.id ORDER BY p.number) FILTER (WHERE p.is_active) AS sold,
               array_agg(p.id ORDER BY p.number) AS any_state
        FROM (
            SELECT product_id FROM catalogue_articlenumber WHERE plain = w.plain
            UNION
            SELECT product_id FROM catalogue_customerarticlenumber
            WHERE company_id = %(company)s AND plain = w.plain
        ) AS numbers JOIN catalogue_product p ON p.id = numbers.product_id
    ) AS hits
    CROSS JOIN LATERAL (SELECT coalesce(hits.sold, hits.any_state) AS ids) AS found
    WHERE found.ids IS NOT NULL
"""


def resolve_numbers(company: Company, entered: Sequence[str]) -> list[Resolved]:
    """What each entered number means to this company: our number, the maker's, a GTIN or the company's own.

    In the same order, one statement for 10,000. Products no longer sold count only where none that is sold has the
    number.
    """
    bare = [plain(number) or None for number in entered]
    values: dict[str, Any] = {"plain": bare, "company": company.pk}
    with connection.cursor() as cursor:
        cursor.execute(RESOLVE, values)
        found = dict(cursor.fetchall())
    return [
        Resolved(number, tuple(found.get(position, ()))) for position, number in enumerate(entered, start=1)
    ]


SIMILAR: Final = """
    WITH near AS (
        SELECT w.position, n.product_id, n.plain
        FROM unnest(%(number_places)s::int[], %(numbers)s::text[]) AS w (position, plain)
        JOIN catalogue_articlenumber n ON n.plain = w.plain
        UNION
        SELECT w.position, n.product_id, n.plain
        FROM unnest(%(pattern_places)s::int[], %(patterns)s::text[]) AS w (position, pattern)
        CROSS JOIN LATERAL (SELECT product_id, plain FROM catalogue_articlenumber WHERE plain LIKE w.pattern LIMIT 20) AS n
    ), ranked AS (
        SELECT near.position, p.id, row_number() OVER (
                   PARTITION BY near.position
                   ORDER BY max(similarity(near.plain, (%(entered)s::text[])[near.position])) DESC, p.number) AS rank
        FROM near JOIN catalogue_product p ON p.id = near.product_id AND p.is_active
        GROUP BY near.position, p.id
    )
    SELECT position, id FROM ranked WHERE rank <= %(limit)s ORDER BY position, rank
"""


def similar_numbers(entered: Sequence[str], *, limit: int = 3) -> list[list[int]]:
    """Ids of products for sale whose numbers are a slip away from each mistyped one, the nearest first. One statement.

    O and 0, I and 1 count as alike. In the same order as `entered`; too short a number has none.
    """
    bare = [plain(number) for number in entered]
    values: dict[str, Any] = {name: [] for name in ("numbers", "number_places", "patterns", "pattern_places")}
    for position, one in enumerate(bare, start=1):
        if len(one) < 3:
            continue
        for name, found in zip(("number", "pattern"), slips(one), strict=True):
            values[f"{name}s"] += found
            values[f"{name}_places"] += [position] * len(found)
    similar: list[list[int]] = [[] for _ in entered]
    if values["patterns"]:
        with connection.cursor() as cursor:
            cursor.execute(SIMILAR, values | {"entered": bare, "limit": limit})
            for position, product_id in cursor.fetchall():
                similar[position - 1].append(product_id)
    return similar


def suggestions(company: Company, entered: str, *, limit: int = 3) -> list[Product]:
    """Products for sale whose numbers are near to a mistyped one, the nearest first."""
    ids = similar_numbers([entered], limit=limit)[0]
    products = products_by_id(ids) if ids else {}
    return [products[one] for one in ids]


def tax_rate(company: Company, product: Product) -> Decimal:
    """The tax in per cent that the company's selling entity owes on the product."""
    entity = company.entity
    return entity.reduced_tax if product.tax_class == TaxClass.REDUCED else entity.standard_tax
