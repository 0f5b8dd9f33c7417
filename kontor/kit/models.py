"""The one table of the kit: running numbers."""

from __future__ import annotations

from typing import ClassVar

from django.db import connection, models


class NumberSeries(models.Model):
    """The last number given out in a series and year, such as orders 2026.

    Drawing locks the row until the transaction ends, so numbers come without gaps.
    """

    name = models.CharField(max_length=16)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "number series"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "year"], name="kit_numberseries_year")
        ]

    def __str__(self) -> str:
        return f"{self.name}-{self.year}"


def next_number(name: str, year: int) -> str:
    """The next number of a series, as `A-2026-000123`."""
    return f"{name}-{year}-{draw(name, year):06d}"


def draw(name: str, year: int = 0, *, first: int = 1) -> int:
    """The next number of a series, which begins at `first`; without a `year` it runs on for ever."""
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO kit_numberseries (name, year, last) VALUES (%s, %s, %s)
               ON CONFLICT (name, year) DO UPDATE SET last = kit_numberseries.last + 1 RETURNING last""",
            [name, year, first],
        )
        (last,) = cursor.fetchone()
    return int(last)
