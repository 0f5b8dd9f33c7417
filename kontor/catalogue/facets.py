"""How many products each filter would leave, counted over at most 10,000 candidates."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.utils import timezone

from kontor.catalogue.availability import SOON
from kontor.catalogue.categories import Place, Tree
from kontor.catalogue.forms import AVAILABILITY, Selection
from kontor.catalogue.search import MOST_HITS, Found
from kontor.companies.models import Company
from kontor.kit.text import Text
from kontor.kit.workdays import workdays_after

# Counts over many candidates are kept for a minute, per process. They hold no tenant's data: products, categories
# and stock are the same for everyone; what a company's own numbers hit is never kept.
_KEPT: Final = LocMemCache("catalogue-facets", {"TIMEOUT": 60, "OPTIONS": {"MAX_ENTRIES": 300}})
WORTH_KEEPING: Final = 1_000

STOCK: Final = """
    LEFT JOIN LATERAL (
        SELECT bool_or(s.quantity > 0 AND s.warehouse = %(own)s) AS here,
               bool_or(s.quantity > 0 OR s.restock_date BETWEEN %(today)s AND %(soon)s) AS soon
        FROM catalogue_stock s WHERE s.product_id = p.id {only}
    ) AS stock ON true
"""
HOW: Final = """CASE WHEN stock.here THEN 'stock' WHEN stock.soon THEN 'soon' WHEN p.lead_days IS NOT NULL THEN 'made'
                     ELSE 'later' END"""

# The least quantity is rounded up to full packs, as `least_quantity` does.
LEAST: Final = "ceil(greatest(p.min_quantity, p.pack_size) / p.pack_size) * p.pack_size"

# Where there are too many to count, how they can be had is only looked up for those who ask for it.
FEW_ENOUGH: Final = "AND (cardinality(%(hows)s::text[]) > 0 OR (SELECT count(*) FROM shelf) < %(most)s)"
COUNT: Final = """
    WITH shelf AS MATERIALIZED (
        SELECT p.id, p.category_id, p.maker, p.lead_days, {least} AS least FROM catalogue_product p
        WHERE {condition} LIMIT %(most)s
    ), judged AS (
        SELECT p.id, p.category_id, p.maker, p.least, {how} AS how,
               cardinality(%(makers)s::text[]) = 0 OR p.maker = ANY (%(makers)s::text[]) AS by_maker,
               cardinality(%(hows)s::text[]) = 0 OR {how} = ANY (%(hows)s::text[]) AS by_how
        FROM shelf p {stock}
    )
    SELECT grouping(category_id, maker, how), category_id, maker, how,
           count(*) FILTER (WHERE by_maker AND by_how), count(*) FILTER (WHERE by_how),
           count(*) FILTER (WHERE by_maker), count(*),
           CASE WHEN %(with_ids)s AND grouping(category_id, maker, how) = 7
                THEN array_agg(id) FILTER (WHERE by_maker AND by_how) END,
           CASE WHEN %(with_ids)s AND grouping(category_id, maker, how) = 7
                THEN array_agg(least) FILTER (WHERE by_maker AND by_how) END
    FROM judged GROUP BY GROUPING SETS ((), (category_id), (maker), (how))
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of products. Where there are more candidates than are counted, only that is known: `is_capped`.

    Not `is_counted`: what each filter would leave is not known, since prices narrow the list as well.
    """

    total: int = 0
    is_capped: bool = False
    is_counted: bool = True
    categories: dict[int, int] | None = None
    makers: dict[str, int] | None = None
    availability: dict[str, int] | None = None
    candidates: tuple[tuple[int, Decimal], ...] = ()

    def without_numbers(self, total: int) -> Counts:
        """The same filters where only `total` is known."""
        return replace(self, total=total, is_counted=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One box of a filter: what it sends, what it says, how many it leaves (None: not counted)."""

    value: str
    label: Text
    count: int | None
    chosen: bool = False


class Shelf:
    """The products that a list is about before its filters: those of a category, those that a search hits."""

    def __init__(self, company: Company, tree: Tree, place: Place | None, found: Found | None) -> None:
        self.company, self.tree, self.place, self.found = company, tree, place, found

    @property
    def conditions(self) -> list[str]:
        parts = ["p.is_active"]
        if self.place is not None:
            parts.append("p.category_id = ANY (%(categories)s::bigint[])")
        if self.found is not None:
            parts.append(self.found.condition)
        return parts

    @property
    def values(self) -> dict[str, Any]:
        today: dt.date = timezone.localdate()
        return (self.found.values if self.found else {}) | {
            "categories": self.tree.below(self.place) if self.place else [],
            "own": self.company.entity.city,
            "company": self.company.pk,
            "today": today,
            "soon": workdays_after(today, SOON, self.company.country),
        }

    def count(self, selection: Selection, *, with_ids: bool = False) -> Counts:
        """How many products there are, and how many each filter would leave.

        With `with_ids` also which they are and the least quantity of each, for prices. One query.
        """
        conditions, values = self.conditions, self.values
        values |= {
            "makers": list(selection.makers),
            "hows": list(selection.availability),
            "most": MOST_HITS + 1,
            "with_ids": with_ids,
        }
        stock = STOCK.format(only=FEW_ENOUGH)
        sql = COUNT.format(how=HOW, least=LEAST, stock=stock, condition=" AND ".join(conditions))
        own_numbers = self.found is not None and bool(self.found.exact or self.found.partial)
        key = "" if own_numbers else _key(sql, values, without=("company",))
        if key and (kept := _KEPT.get(key)) is not None:
            return kept  # type: ignore[no-any-return]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = cursor.fetchall()
        counts, candidates = _read(rows)
        if key and candidates >= WORTH_KEEPING:
            _KEPT.set(key, counts)
        return counts


def _key(sql: str, values: dict[str, Any], *, without: tuple[str, ...]) -> str:
    said = repr((sql, sorted((name, value) for name, value in values.items() if name not in without)))
    return hashlib.sha256(said.encode()).hexdigest()


def _read(rows: Sequence[tuple[Any, ...]]) -> tuple[Counts, int]:
    categories: dict[int, int] = {}
    makers: dict[str, int] = {}
    availability: dict[str, int] = {}
    total = candidates = 0
    priced: tuple[tuple[int, Decimal], ...] = ()
    for grouped_by, category_id, maker, how, both, by_how, by_maker, everything, ids, least in rows:
        match grouped_by:
            case 3:  # by category
                categories[category_id] = both
            case 5 if maker:  # by maker
                makers[maker] = by_how
            case 6:  # by availability
                availability[how] = by_maker
            case 7:  # all of them
                total, candidates = both, everything
                priced = tuple(zip(ids or (), least or (), strict=True))
    capped = candidates > MOST_HITS
    return Counts(
        total=min(total, MOST_HITS),
        is_capped=capped,
        is_counted=not capped,
        categories=categories,
        makers=makers,
        availability=availability,
        candidates=priced,
    ), candidates


def category_options(tree: Tree, place: Place | None, counts: Counts) -> list[tuple[Place, int | None]]:
    """The categories right below, with the number of products in each and all below it; empty ones are left out."""
    found: list[tuple[Place, int | None]] = []
    for child in tree.children(place):
        count = sum((counts.categories or {}).get(one, 0) for one in tree.below(child))
        if count or counts.is_capped:
            found.append((child, count if counts.is_counted else None))
    return found


def maker_options(counts: Counts, selection: Selection) -> list[Option]:
    """Makers by name, those chosen always among them."""
    known = counts.makers or {}
    return [
        Option(maker, maker, known.get(maker, 0) if counts.is_counted else None, maker in selection.makers)
        for maker in sorted({*known, *selection.makers}, key=str.casefold)
    ]


def availability_options(counts: Counts, selection: Selection) -> list[Option]:
    known = counts.availability or {}
    return [
        Option(key, word, known.get(key, 0) if counts.is_counted else None, key in selection.availability)
        for key, word in AVAILABILITY.items()
    ]
