"""Where a product lies, how many, and by when one has it: in words a person says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Company
from kontor.kit import formats, looks
from kontor.kit.workdays import workdays_after

FEW: Final = 5  # as many of the least quantity, or fewer, are "left"
DAYS_HERE: Final = 1  # working days from the company's own warehouse
DAYS_ELSEWHERE: Final = 3  # from another country's
SOON: Final = 5

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class WarehouseStock:
    """What lies in one warehouse, and what comes. `is_own`: the one that usually delivers to the company."""

    warehouse: str
    quantity: Decimal
    restock_date: dt.date | None
    restock_quantity: Decimal | None
    is_own: bool

    @property
    def words(self) -> str:
        """ "42", or "none, more 24 Nov"."""
        if self.quantity > 0:
            return formats.number(self.quantity)
        if self.restock_date:
            return _("none, more %(day)s") % {"day": formats.day(self.restock_date)}
        return _("none")


@dataclass(frozen=True, slots=True)
class Availability:
    """How a company of `country` can have a product, seen from the day `today`; its own warehouse stands first in `stock`."""

    is_sold: bool
    lead_days: int | None
    least: Decimal
    stock: tuple[WarehouseStock, ...]
    today: dt.date
    country: str

    @property
    def state(self) -> str:
        """A state of `looks.LOOKS["stock"]`: in_stock, few, coming, made, out, ended."""
        if not self.is_sold:
            return "ended"
        if self._here > 0:
            return "few" if self._here <= FEW * self.least else "in_stock"
        if self._elsewhere or self._next_restock:
            return "coming"
        return "made" if self.lead_days is not None else "out"

    @property
    def look(self) -> looks.Look:
        return looks.look("stock", self.state)

    @property
    def words(self) -> str:
        """ "42 in Trondheim", "3 left, more 24 Nov", "12 in Hamburg, 2–3 days", "Made to order, 15 working days"."""
        restock = self._next_restock
        match self.state:
            case "in_stock":
                place = self.stock[0].warehouse
                return _("%(count)s in %(place)s") % {"count": formats.number(self._here), "place": place}
            case "few" if restock:
                return _("%(count)s left, more %(day)s") % {
                    "count": formats.number(self._here),
                    "day": formats.day(restock.restock_date),
                }
            case "few":
                return _("%(count)s left") % {"count": formats.number(self._here)}
            case "coming" if self._elsewhere:
                away = self._elsewhere
                return _("%(count)s in %(place)s, 2–3 days") % {
                    "count": formats.number(away.quantity),
                    "place": away.warehouse,
                }
            case "coming" if restock:
                return _("More %(day)s") % {"day": formats.day(restock.restock_date)}
            case "made":
                days = self.lead_days or 0
                return ngettext(
                    "Made to order, %(days)s working day", "Made to order, %(days)s working days", days
                ) % {"days": days}
        return str(self.look.word)

    @property
    def on(self) -> dt.date | None:
        """The day by which the least quantity is with the customer; None where nobody knows."""
        return self.date_for(self.least)

    def date_for(self, quantity: Decimal) -> dt.date | None:
        """The day by which so many are with the customer: from stock, from what comes, or made; None: on request."""
        if not self.is_sold:
            return None
        here = self._here
        if quantity <= here:
            return self._workdays(self.today, DAYS_HERE)
        everywhere = here + sum((one.quantity for one in self.stock if not one.is_own), ZERO)
        if quantity <= everywhere:
            return self._workdays(self.today, DAYS_ELSEWHERE)
        for one in sorted(self._restocks, key=lambda one: one.restock_date or self.today):
            everywhere += one.restock_quantity or ZERO
            if quantity <= everywhere and one.restock_date:
                return self._workdays(one.restock_date, DAYS_HERE if one.is_own else DAYS_ELSEWHERE)
        if self.lead_days is not None:
            return self._workdays(self.today, self.lead_days + DAYS_HERE)
        return None

    def _workdays(self, day: dt.date, count: int) -> dt.date:
        return workdays_after(day, count, self.country)

    @property
    def _here(self) -> Decimal:
        return sum((one.quantity for one in self.stock if one.is_own), ZERO)

    @property
    def _elsewhere(self) -> WarehouseStock | None:
        return next((one for one in self.stock if not one.is_own and one.quantity > 0), None)

    @property
    def _restocks(self) -> list[WarehouseStock]:
        return [one for one in self.stock if one.restock_date and one.restock_date >= self.today]

    @property
    def _next_restock(self) -> WarehouseStock | None:
        return min(self._restocks, key=lambda one: one.restock_date or self.today, default=None)


# Where each product lies, as four arrays in one order: the own warehouse first, then by how much there is.
PLACES: Final = """
    SELECT array_agg(s.warehouse) AS warehouses, array_agg(s.quantity) AS quantities,
           array_agg(s.restock_date) AS restock_dates, array_agg(s.restock_quantity) AS restock_quantities
    FROM (SELECT * FROM catalogue_stock WHERE product_id = p.id
          ORDER BY warehouse <> %(own)s, quantity DESC, warehouse) AS s
"""
STOCK: Final = f"""
    SELECT p.id, p.is_active, p.lead_days, greatest(p.min_quantity, p.pack_size), places.*
    FROM catalogue_product p CROSS JOIN LATERAL ({PLACES}) AS places WHERE p.id = ANY (%(products)s::bigint[])
"""  # noqa: S608 - constants of this module

type Places = Sequence[Sequence[Any] | None]


def availability(company: Company, product_ids: Sequence[int]) -> dict[int, Availability]:
    """How each product can be had by this company, which its selling entity's warehouse serves first. One query."""
    if not product_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(STOCK, {"products": list(product_ids), "own": company.entity.city})
        rows = cursor.fetchall()
    return {
        product_id: from_places(company, places, is_sold=active, lead_days=lead_days, least=least)
        for product_id, active, lead_days, least, *places in rows
    }


def from_places(
    company: Company, places: Places, *, is_sold: bool, lead_days: int | None, least: Decimal
) -> Availability:
    """An availability from the four arrays of `PLACES`, None where a product lies nowhere."""
    stock = tuple(
        WarehouseStock(warehouse, quantity, restock_date, restock_quantity, warehouse == company.entity.city)
        for warehouse, quantity, restock_date, restock_quantity in zip(
            *(column or () for column in places), strict=True
        )
    )
    return Availability(is_sold, lead_days, least, stock, timezone.localdate(), company.country)
