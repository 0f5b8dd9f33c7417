"""Customers as the desk looks them up: who they are, who is in them, what runs (ST-2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat, Replace

from kontor.companies.models import Address, Company, Contact, Member, Relationship
from kontor.desk.queue import COUNTED_UP_TO
from kontor.equipment.models import Holding
from kontor.kit.counting import count_all
from kontor.kit.keyset import Keys, Page, page_of
from kontor.onboarding.checks import plain
from kontor.orders.models import Order
from kontor.orders.statuses import OPEN
from kontor.partners.models import Staff
from kontor.service.models import Case
from kontor.service.statuses import CaseStatus

S = Relationship.Status
SEES: Final = (*Relationship.SERVED, S.ENDING)
"""A partner sees whom it looks after, who asks it to, and whom it still has work to finish for."""
SHORTEST_NUMBER: Final = 3
CONTACTS: Final = 10


def customers(staff: Staff, search: str = "") -> QuerySet[Company]:
    """The companies this person may see: all for the operator's staff, for a partner's those it looks after."""
    found = Company.objects.all()
    if staff.partner_id is not None:
        served = Relationship.objects.filter(
            company=OuterRef("pk"), partner=staff.partner_id, status__in=SEES
        )
        found = found.filter(Exists(served))
    return found.filter(_matches(search)) if search else found


def _matches(search: str) -> Q:
    """By name or number of the company, or by name or address of somebody in it."""
    people = Member.objects.annotate(full=Concat("first_name", Value(" "), "last_name"))
    people = people.filter(Q(full__icontains=search) | Q(user__email__icontains=search))
    found = Q(name__icontains=search) | Q(pk__in=people.values("company"))
    number = plain(search)
    if len(number) >= SHORTEST_NUMBER:
        bare = Company.objects.annotate(bare=Replace("organisation_number", Value(" "))).filter(
            bare__istartswith=number
        )
        found |= Q(number__istartswith=number) | Q(pk__in=bare.values("pk"))
    return found


def page_of_customers(staff: Staff, search: str, keys: Keys) -> Page[Company]:
    """One page of them, by name, each with `people`: how many of them use the portal, counted to 1,001."""
    active = Member.objects.filter(company=OuterRef("pk"), is_active=True).order_by().values("pk")
    first = ArraySubquery(active[: COUNTED_UP_TO + 1])
    counted = models.Func(first, function="cardinality", output_field=models.IntegerField())
    found = customers(staff, search).select_related("partner", "succeeded_by").annotate(people=counted)
    return page_of(found, order=("name", "id"), keys=keys)


def count_customers(staff: Staff, search: str) -> int:
    """How many there are, counted to 1,001 and no further."""
    return customers(staff, search).order_by()[: COUNTED_UP_TO + 1].count()


def customer_for(staff: Staff, number: str) -> Company:
    """One of them. Raises `Company.DoesNotExist`."""
    return customers(staff).select_related("partner", "entity", "group", "succeeded_by").get(number=number)


def merged_into(company: Company) -> Sequence[Company]:
    """Those that have become part of it."""
    return list(Company.objects.filter(pk__in=company.earlier).order_by("number")) if company.earlier else []


def member_of(company: Company, pk: int) -> Member:
    """Somebody in a company that one may see, active or not. Raises `Member.DoesNotExist`."""
    related = Member.objects.select_related("user", "company__partner", "own_role", "site")
    return related.get(company=company, pk=pk)


def page_of_members(company: Company, search: str, keys: Keys) -> Page[Member]:
    """The people of a company, active or not, by name."""
    found = Member.objects.filter(company=company)
    if search:
        named = found.annotate(full=Concat("first_name", Value(" "), "last_name"))
        found = named.filter(Q(full__icontains=search) | Q(user__email__icontains=search))
    related = found.select_related("user", "own_role", "site")
    return page_of(related, order=("last_name", "first_name", "id"), keys=keys)


@dataclass(frozen=True, slots=True)
class Running:
    """How much of one kind a customer has, and the queue where it stands."""

    queue: str
    number: int
    open: int


def running(staff: Staff, company: Company) -> Sequence[Running]:
    """Machines, orders and cases of a customer as far as this person sees them; one statement."""
    machines = Holding.objects.visible_to(staff).filter(company=company)
    orders = Order.objects.visible_to(staff).filter(company=company)
    cases = Case.objects.visible_to(staff).filter(company=company)
    rows: Mapping[str, tuple[QuerySet[Any], QuerySet[Any]]] = {
        "orders": (orders, orders.filter(status__in=OPEN)),
        "machines": (machines.filter(status=Holding.Status.HELD), machines.filter(status="pending")),
        "cases": (cases, cases.exclude(status=CaseStatus.SOLVED)),
    }
    numbers = count_all([one for both in rows.values() for one in both])
    return [
        Running(queue, all_of, still_open)
        for queue, all_of, still_open in zip(rows, numbers[::2], numbers[1::2], strict=True)
    ]


def relationships_of(staff: Staff, company: Company) -> Sequence[Relationship]:
    """Which partners look after it, or did, as far as this person sees them; those that run come first."""
    runs_first = models.Case(models.When(status__in=SEES, then=0), default=1)
    found = Relationship.objects.filter(company=company).select_related("partner", "area")
    if staff.partner_id is not None:
        found = found.filter(partner=staff.partner_id)
    return list(found.order_by(runs_first, "-since", "-pk")[: 2 * CONTACTS])


def contacts_of(company: Company) -> Sequence[Contact]:
    """Whom to call there for what."""
    return list(Contact.objects.filter(company=company).order_by("purpose", "name")[:CONTACTS])


def seat_of(company: Company) -> Address | Company | None:
    """Where it has its seat, else where its invoices go."""
    if company.street:
        return company
    billing = Address.objects.filter(company=company, kind=Address.Kind.BILLING)
    return billing.order_by("-is_default", "pk").first()
