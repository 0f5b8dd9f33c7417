"""Customers that may be an applicant's: who is in them, what they have, and what letting the applicant in would make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from kontor.companies.models import Address, Company, Member, Role
from kontor.desk.compared import Row, field_row, place_row
from kontor.desk.queries import billing_addresses
from kontor.equipment.models import Holding
from kontor.kit.formats import number
from kontor.kit.text import Text
from kontor.onboarding.admitting import fills
from kontor.onboarding.models import Registration
from kontor.onboarding.queries import likely_duplicates
from kontor.orders.models import Order
from kontor.partners.models import Staff


@dataclass(frozen=True, slots=True)
class Alike:
    """One of them. `people` use the portal, of them the `administrators` decide who joins; `place` is its seat."""

    company: Company
    reasons: Sequence[Text]
    place: Address | Company | None
    people: int
    administrators: Sequence[str]
    orders: int
    machines: int

    @property
    def deciders(self) -> str:
        """Its administrators, two of them by name."""
        names = list(self.administrators[:2])
        if more := len(self.administrators) - len(names):
            names.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": number(more)})
        return ", ".join(names)

    @property
    def users(self) -> str:
        """How many use the portal, and who administers it."""
        if not self.people:
            return pgettext("users", "nobody")
        if not self.administrators:
            return f"{_users(self.people)}\n{_('nobody administers it')}"
        return f"{_users(self.people)}\n{_('administered by %(people)s') % {'people': self.deciders}}"

    @property
    def brings(self) -> str:
        """What the applicant finds there."""
        orders = ngettext("%(count)s order", "%(count)s orders", self.orders)
        machines = ngettext("%(count)s machine", "%(count)s machines", self.machines)
        found = [
            words % {"count": number(count)}
            for words, count in ((orders, self.orders), (machines, self.machines))
            if count
        ]
        return ", ".join(found)


def _users(count: int) -> str:
    return ngettext("%(count)s user", "%(count)s users", count) % {"count": number(count)}


_FIELDS: Final[Mapping[str, str]] = {
    "name": "company_name",
    "number": "customer_number",
    "organisation_number": "organisation_number",
    "vat_number": "vat_number",
    "phone": "phone",
    "email": "invoice_email",
}
"""What a customer is known by, and what the form of a registration calls it."""


def side_by_side(registration: Registration, alike: Alike | None) -> list[Row]:
    """What was typed, what a customer knows of itself, and what holds once the applicant is let into it."""
    filled = fills(registration, alike.company) if alike else {}
    rows = [
        field_row(
            name,
            getattr(registration, typed),
            getattr(alike.company, name) if alike else "",
            countries=(registration.country, alike.company.country if alike else ""),
            taken=name in filled,
        )
        for name, typed in _FIELDS.items()
        if name != "number" or registration.customer_number
    ]
    rows.append(
        place_row(_where(registration), _where(alike.place if alike else None), taken="street" in filled)
    )
    serials = ", ".join(registration.serials.values())
    if alike:
        both = ", ".join(filter(None, (alike.brings, serials)))
        rows.append(Row(_("Users"), registration.name, alike.users, _users(alike.people + 1)))
        rows.append(Row(_("Brings along"), serials, alike.brings, both))
    elif serials:
        rows.append(Row(_("Brings along"), serials, "", serials))
    return [row for row in rows if row.earlier or row.successor]


def _where(place: Registration | Address | Company | None) -> str:
    return f"{place.street}\n{place.postcode} {place.city}".strip() if place else ""


def likely(staff: Staff, registration: Registration) -> list[Alike]:
    """The likeliest first; four queries for all that is compared."""
    found = likely_duplicates(registration)
    companies = [one.company for one in found]
    if not companies:
        return []
    invoiced = billing_addresses(companies)
    people: dict[int, list[Member]] = defaultdict(list)
    for member in Member.objects.filter(company__in=companies, is_active=True).order_by("pk"):
        people[member.company_id].append(member)
    orders = _counted(Order.objects.visible_to(staff).filter(company__in=companies))
    held = Holding.objects.visible_to(staff).filter(company__in=companies, status=Holding.Status.HELD)
    machines = _counted(held)
    return [
        Alike(
            company=one.company,
            reasons=one.reasons,
            place=one.company if one.company.street else invoiced.get(one.company.pk),
            people=len(people[one.company.pk]),
            administrators=_administrators(people[one.company.pk]),
            orders=orders.get(one.company.pk, 0),
            machines=machines.get(one.company.pk, 0),
        )
        for one in found
    ]


def _counted(rows: QuerySet[Any]) -> dict[int, int]:
    return dict(rows.order_by().values("company").annotate(count=Count("pk")).values_list("company", "count"))


def _administrators(people: Iterable[Member]) -> list[str]:
    return [one.name for one in people if Role.ADMINISTRATOR in one.roles]


@dataclass(frozen=True, slots=True)
class Choice:
    """The one of those alike that stands beside the registration, and which comes next."""

    alike: Alike | None
    place: int = 0
    count: int = 0
    following: Alike | None = None


def beside(found: Sequence[Alike], customer: str) -> Choice:
    """The one of this customer number, else the likeliest; after the last comes the first."""
    if not found:
        return Choice(None)
    at = next((place for place, one in enumerate(found) if one.company.number == customer), 0)
    following = found[(at + 1) % len(found)] if len(found) > 1 else None
    return Choice(found[at], at + 1, len(found), following)
