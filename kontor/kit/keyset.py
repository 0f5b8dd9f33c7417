"""Paging by key: page 400 costs what page 1 costs, and nothing is shown twice when rows come in between.

The address carries the key of the last row (`after`) or of the first (`before`); `Keys.of(request)` reads it. A key
that makes no sense, such as one of another sort, leads to the first page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

SIZE: Final = 25
BETWEEN: Final = "~"


@dataclass(frozen=True, slots=True)
class Keys:
    """Where in the list the reader is, as the address says."""

    after: str = ""
    before: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Keys:
        return cls(after=request.GET.get("after", ""), before=request.GET.get("before", ""))


@dataclass(frozen=True, slots=True)
class Page[T]:
    """Some rows of a list; `previous` and `next` are keys for the address, empty at the ends."""

    rows: list[T] = field(default_factory=list)
    previous: str = ""
    next: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def has_more(self) -> bool:
        """Whether there is more than this page."""
        return bool(self.previous or self.next)

    def map[U](self, change: Callable[[T], U]) -> Page[U]:
        """The same page with other rows."""
        return Page([change(row) for row in self.rows], self.previous, self.next)


def page_of[M: Model](rows: QuerySet[M], *, order: tuple[str, ...], keys: Keys, size: int = SIZE) -> Page[M]:
    """The page at `keys`. `order` names columns of the model, all in one direction, the last unique: "-placed_at", "-id"."""
    backwards = bool(keys.before)
    start = _parse(rows.model, order, keys.before or keys.after)
    if start is None:
        backwards = False
    direction = order if not backwards else tuple(_turned(column) for column in order)
    if start is not None:
        rows = rows.filter(_beyond(direction, start))
    found = first(rows.order_by(*direction), size + 1)
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page()
    earlier = more if backwards else start is not None
    later = True if backwards else more
    return Page(
        found,
        _key(found[0], order) if earlier else "",
        _key(found[-1], order) if later else "",
    )


def first[M: Model](rows: QuerySet[M], count: int) -> list[M]:
    """The first rows in their order, chosen before anything else is read of them.

    What rows bring along (joined tables, computed columns) would otherwise be read of all that match, to be thrown away
    but for a page.
    """
    if not rows.query.select_related and not rows.query.annotations:
        return list(rows[:count])
    keys = list(rows.values_list("pk", flat=True)[:count])
    found = rows.order_by().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _turned(column: str) -> str:
    return column[1:] if column.startswith("-") else f"-{column}"


def _beyond(order: tuple[str, ...], start: list[object]) -> Q:
    """Rows after `start`: for (a, b) as a ≥ x and (a > x or b > y), which an index on (a, b) answers."""
    comparison = "lt" if order[0].startswith("-") else "gt"
    names = [column.lstrip("-") for column in order]
    condition = Q(**{f"{names[-1]}__{comparison}": start[-1]})
    for name, value in zip(reversed(names[:-1]), reversed(start[:-1]), strict=True):
        condition = Q(**{f"{name}__{comparison}e": value}) & (
            Q(**{f"{name}__{comparison}": value}) | condition
        )
    return condition


def _key(row: Model, order: tuple[str, ...]) -> str:
    fields = [row._meta.get_field(column.lstrip("-")) for column in order]
    return BETWEEN.join(column.value_to_string(row) for column in fields)  # type: ignore[union-attr]


def _parse(model: type[Model], order: tuple[str, ...], key: str) -> list[object] | None:
    parts = key.split(BETWEEN)
    if not key or len(parts) != len(order):
        return None
    try:
        return [
            model._meta.get_field(column.lstrip("-")).clean(part, None)  # type: ignore[union-attr]
            for column, part in zip(order, parts, strict=True)
        ]
    except (ValidationError, ValueError, OverflowError):
        return None
