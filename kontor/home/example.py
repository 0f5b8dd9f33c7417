"""The three examples on the front door: figures that belong together, drawn with the portal's own components."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from babel.dates import format_date

from kontor.kit.formats import LOCALES, reader

LEFT, RIGHT, TOP, BOTTOM = 44, 322, 21, 92
LOW, HIGH = 3000, 5000


@dataclass(frozen=True, slots=True)
class Price:
    """612.00, less 18 % by the price list, less 6 % for gold."""

    list_price: Decimal = Decimal("612.00")
    list_discount: int = 18
    tier_discount: int = 6
    own: Decimal = Decimal("471.73")

    @property
    def currency(self) -> str:
        """As the reader is used to."""
        return "EUR" if reader() == "de" else "NOK"


@dataclass(frozen=True, slots=True)
class Curve:
    """Operating hours month by month, as a line in a box of 330 by 118."""

    hours: Sequence[int]

    @property
    def points(self) -> list[tuple[float, float]]:
        step = (RIGHT - LEFT) / len(self.hours)
        fall = (BOTTOM - TOP) / (HIGH - LOW)
        return [
            (round(LEFT + place * step, 1), round(BOTTOM - (value - LOW) * fall, 1))
            for place, value in enumerate(self.hours)
        ]

    @property
    def line(self) -> str:
        return "M" + " L".join(f"{x} {y}" for x, y in self.points)

    @property
    def below(self) -> str:
        return f"{self.line} L{self.points[-1][0]} {BOTTOM} L{LEFT} {BOTTOM} Z"

    @property
    def grid(self) -> list[tuple[int, float, float]]:
        """Value, height of its line, height of its number."""
        middle = (TOP + BOTTOM) / 2
        return [(LOW, BOTTOM, BOTTOM + 4), ((LOW + HIGH) // 2, middle, middle + 4), (HIGH, TOP, TOP + 4)]

    @property
    def months(self) -> list[tuple[float, str]]:
        """Every third month by its short name, where it stands."""
        return [
            (x, format_date(dt.date(2026, 3 + place, 1), "LLL", LOCALES[reader()]))
            for place, (x, _y) in enumerate(self.points)
            if place % 3 == 0
        ]

    @property
    def last(self) -> tuple[float, float]:
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Example:
    """What the examples show."""

    price: Price
    curve: Curve

    @property
    def reading(self) -> int:
        return self.curve.hours[-1]


EXAMPLE: Final = Example(Price(), Curve((3160, 3350, 3570, 3790, 3990, 4120, 4380, 4688)))
