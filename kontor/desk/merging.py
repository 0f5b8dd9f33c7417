"""Two customers side by side, field by field, and which others may be the same company."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.companies.merging import Plan
from kontor.companies.models import Company, Member
from kontor.desk.customers import customers, seat_of
from kontor.desk.templatetags.desk import organisation, same_number, same_phone, telephone, vat
from kontor.kit.text import Text
from kontor.onboarding.checks import company_domain, plain
from kontor.onboarding.queries import ALIKE
from kontor.partners.models import Staff

SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both; `after` is what holds when they are one, `taken` that it comes from the earlier company."""

    label: Text
    earlier: str
    successor: str
    after: str
    same: bool = False
    taken: bool = False


def _words(value: str, company: Company) -> str:
    return value


def _phone(value: str, company: Company) -> str:
    return telephone(value)


def _organisation(value: str, company: Company) -> str:
    return organisation(value, company.country)


def _vat(value: str, company: Company) -> str:
    return vat(value, company.country)


_FIELDS: Final[Sequence[tuple[str, Text, Callable[[str, Company], str]]]] = (
    ("number", _("Customer number"), _words),
    ("name", _("Company name"), _words),
    ("organisation_number", _("Organisation no."), _organisation),
    ("vat_number", _("VAT number"), _vat),
    ("contact", _("Contact person"), _words),
    ("phone", _("Telephone"), _phone),
    ("email", _("E-mail for invoices"), _words),
)


def side_by_side(planned: Plan) -> list[Row]:
    """What both are known by, and what holds afterwards."""
    earlier, successor = planned.earlier, planned.successor
    rows = []
    for name, label, shown in _FIELDS:
        one, other = getattr(earlier, name), getattr(successor, name)
        taken = name in planned.fills
        after = one if taken else other
        same = (same_phone if name == "phone" else same_number)(one, other)
        rows.append(
            Row(label, shown(one, earlier), shown(other, successor), shown(after, successor), same, taken)
        )
    where, there = _place(earlier), _place(successor)
    taken = "street" in planned.fills
    rows.append(
        Row(_("Address"), where, there, where if taken else there, bool(where) and where == there, taken)
    )
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
