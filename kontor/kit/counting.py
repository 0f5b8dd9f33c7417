"""Counting several things at once: the numbers of the side bar and the top bar in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

MOST: Final = 1000


def count_all(found: Sequence[QuerySet[Any]]) -> list[int]:
    """How many rows each finds, counted to 1,001 and no further; one statement for all."""
    parts: list[str] = []
    values: list[Any] = []
    for rows in found:
        try:
            sql, params = rows.order_by().values("pk")[: MOST + 1].query.sql_with_params()
        except EmptyResultSet:
            sql, params = "SELECT 1 WHERE false", ()
        parts.append(f"(SELECT count(*) FROM ({sql}) AS counted)")  # noqa: S608 - Django's own SQL with parameters
        values.extend(params)
    if not parts:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return list(cursor.fetchone())
