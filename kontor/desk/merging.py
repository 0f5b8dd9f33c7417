"""Two customers side by side, field by field, and which others may be the same company."""

from __future__ import annotations

from typing import Final

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q

from kontor.companies.merging import Plan
from kontor.companies.models import Company, Member
from kontor.desk.compared import Row, field_row, place_row
from kontor.desk.customers import customers, seat_of
from kontor.onboarding.checks import company_domain, plain
from kontor.onboarding.queries import ALIKE
from kontor.partners.models import Staff

SHOWN: Final = 20


_FIELDS: Final = (
    "number", "name", "organisation_number", "vat_number", "contact", "phone", "email",
)  # fmt: skip


def side_by_side(planned: Plan) -> list[Row]:
    """What both are known by, and what holds afterwards."""
    earlier, successor = planned.earlier, planned.successor
    countries = earlier.country, successor.country
    rows = [
        field_row(
            name,
            getattr(earlier, name),
            getattr(successor, name),
            countries=countries,
            taken=name in planned.fills,
        )
        for name in _FIELDS
    ]
    rows.append(place_row(_place(earlier), _place(successor), taken="street" in planned.fills))
    return [row for row in rows if row.earlier or row.successor]


def _place(company: Company) -> str:
    seat = seat_of(company)
    return f"{seat.street}\n{seat.postcode} {seat.city}" if seat else ""


def candidates(staff: Staff, company: Company, search: str) -> list[Company]:
    """Customers that may be the same company, the likeliest first; or those that a search finds."""
    others = customers(staff, search).filter(succeeded_by=None).exclude(pk=company.pk)
    if search:
        return list(others.order_by("name", "pk")[:SHOWN])
    marked = others.filter(country=company.country).annotate(alike=TrigramSimilarity("name", company.name))
    same = Q(alike__gte=ALIKE)
    for column in ("organisation_number", "vat_number"):
        if plain(value := getattr(company, column)):
            same |= Q(**{column: value})
    if domain := company_domain(company.email):
        people = Member.objects.filter(user__email__iendswith=f"@{domain}", is_active=True)
        same |= Q(pk__in=people.values("company"))
    return list(marked.filter(same).order_by("-alike", "pk")[:SHOWN])
