"""Customers that may be an applicant's, with all that is compared side by side: who is in them, and what they bring along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Address, Company, Member, Role
from kontor.desk.queries import billing_addresses
from kontor.equipment.models import Holding
from kontor.kit.formats import number
from kontor.kit.text import Text
from kontor.onboarding.models import Registration
from kontor.onboarding.queries import likely_duplicates
from kontor.orders.models import Order
from kontor.partners.models import Staff


@dataclass(frozen=True, slots=True)
class Alike:
    """One of them. `people` use the portal, of them the `administrators` decide who joins."""

    company: Company
    reasons: Sequence[Text]
    place: Address | None
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
    def brings(self) -> str:
        """What the applicant finds there."""
        orders = ngettext("%(count)s order", "%(count)s orders", self.orders)
        machines = ngettext("%(count)s machine", "%(count)s machines", self.machines)
        found = [
            words % {"count": number(count)}
            for words, count in ((orders, self.orders), (machines, self.machines))
            if count
        ]
        return ", ".join(found) or _("nothing")


def likely(staff: Staff, registration: Registration) -> list[Alike]:
    """The likeliest first; four queries for all that is compared."""
    found = likely_duplicates(registration)
    companies = [one.company for one in found]
    if not companies:
        return []
    places = billing_addresses(companies)
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
            place=places.get(one.company.pk),
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
