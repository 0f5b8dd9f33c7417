"""What a meter counts, in words: 4,688 h, 12,400 pages."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import gettext, ngettext, pgettext

from kontor.kit.formats import NBSP, number
from kontor.partners.models import MeterKind

HOURS: Final = (MeterKind.HOURS, MeterKind.IDLE)
PAGES: Final = (MeterKind.BLACK, MeterKind.COLOUR)


def unit_of(kind: str) -> str:
    """The unit behind a field for many of them: "hours", "pages"."""
    if kind in HOURS:
        return gettext("hours")
    return gettext("pages") if kind in PAGES else pgettext("meter", "cycles")


def short_unit_of(kind: str) -> str:
    """The unit on the axis of a chart and in titles of columns."""
    return pgettext("hours, short", "h") if kind in HOURS else unit_of(kind)


def reading(value: Decimal | None, kind: str) -> str:
    """A reading with its unit, which never break apart: "4 688 t"."""
    if value is None:
        return ""
    figure = number(value)
    if kind in HOURS:
        return f"{figure}{NBSP}{short_unit_of(kind)}"
    count = 1 if value == 1 else 2  # a part of a page is spoken of as several
    if kind in PAGES:
        return ngettext("%(figure)s page", "%(figure)s pages", count) % {"figure": figure}
    return ngettext("%(figure)s cycle", "%(figure)s cycles", count) % {"figure": figure}
