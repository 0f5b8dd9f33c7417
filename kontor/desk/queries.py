"""What the desk shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model, QuerySet

from kontor.companies.models import Address, Company, Member, Relationship, Role
from kontor.desk.models import Batch
from kontor.equipment.models import Holding, Machine
from kontor.orders.actions import Outcome
from kontor.orders.models import Order
from kontor.orders.queries import Listed, Wanted, listed, orders_for, shown_state
from kontor.orders.statuses import OPEN, OrderStatus
from kontor.partners.models import Partner, ProductArea, Staff
from kontor.service.models import Case
from kontor.service.statuses import CaseStatus

AT_MOST: Final = 10_000
CONTACTS: Final = 3
SHOWN: Final = 4


def new_orders(staff: Staff) -> QuerySet[Order]:
    """Orders that wait to be confirmed."""
    return Order.objects.visible_to(staff).filter(status=OrderStatus.PLACED)


def new_numbers(staff: Staff, wanted: Wanted) -> list[str]:
    """The numbers of all new orders among those wanted, oldest first; ten thousand at most."""
    new = orders_for(staff, wanted).filter(status=OrderStatus.PLACED).order_by("placed_at", "id")
    return list(new.values_list("number", flat=True)[:AT_MOST])


def partners_for(staff: Staff) -> Sequence[Partner]:
    """The partners one can filter by; only the operator's staff see more than their own."""
    return list(Partner.objects.all()) if staff.partner_id is None else []


def areas() -> Sequence[ProductArea]:
    """The product areas one can filter by."""
    return list(ProductArea.objects.all())


def staff_named(pk: str) -> Staff | None:
    """A person of our side by their key as a form sends it."""
    return (
        Staff.objects.filter(pk=int(pk)).first() if pk.isascii() and pk.isdigit() and len(pk) < 10 else None
    )


@dataclass(frozen=True, slots=True)
class Some[T]:
    """The first of many; `more` says that there are others."""

    rows: Sequence[T]
    more: bool

    def __bool__(self) -> bool:
        return bool(self.rows)

    @classmethod
    def of(cls, rows: QuerySet[Any], number: int) -> Some[Any]:
        found = list(rows[: number + 1])
        return cls(found[:number], len(found) > number)


@dataclass(frozen=True, slots=True)
class Customer:
    """The pane that answers who it is and what runs. `asker` is the member whom the thing comes from."""

    company: Company
    asker: Member | None
    contacts: Some[Member]
    orders: Some[Listed]
    machines: Some[Holding]
    cases: Some[Case]


def customer_of(
    staff: Staff, company: Company, *, asker: Member | None = None, besides: Model | None = None
) -> Customer:
    """A company: whom to call, first whoever asks; what of theirs is under way, `besides` the thing one looks at."""
    orders = Order.objects.visible_to(staff).filter(company=company, status__in=OPEN)
    machines = Holding.objects.visible_to(staff).filter(company=company, status=Holding.Status.HELD)
    cases = Case.objects.visible_to(staff).filter(company=company).exclude(status=CaseStatus.SOLVED)
    # Only what the pane shows: an order alone has thirty columns.
    open_orders = _without(listed(orders), besides).only("number", "total", "currency", "status")
    held = _without(machines.select_related("machine"), besides).only("reference", "serial", "machine__model")
    open_cases = _without(cases, besides).only("number", "subject", "status")
    found = Some.of(open_orders.order_by("-placed_at", "-id"), SHOWN)
    shown = [Listed(row, row.promised, shown_state(row, row.promised)) for row in found.rows]
    return Customer(
        company=company,
        asker=asker,
        contacts=_contacts(company, asker),
        orders=Some(shown, found.more),
        machines=Some.of(held.order_by("reference", "id"), SHOWN),
        cases=Some.of(open_cases.order_by("-last_at", "-id"), SHOWN),
    )


def _contacts(company: Company, asker: Member | None) -> Some[Member]:
    """Whoever asks, then the administrators, then the others by name, who are asked for only where there is room left."""
    people = Member.objects.filter(is_active=True).exclude(pk=asker.pk if asker else 0)
    people = people.select_related("user").only("first_name", "last_name", "phone", "user__email")
    people = people.order_by("last_name", "first_name", "pk")
    # By a subquery: of a company known to be large, row security would first list all customers of the partner.
    itself = Company.objects.filter(pk=company.pk).values("pk")[:1]
    found = [asker] if asker and asker.is_active else []
    found += people.filter(company=itself, roles__contains=[Role.ADMINISTRATOR])[: CONTACTS + 1]
    if len(found) <= CONTACTS:
        others = people.filter(company=company).exclude(roles__contains=[Role.ADMINISTRATOR])
        found += others[: CONTACTS + 1 - len(found)]
    return Some(found[:CONTACTS], len(found) > CONTACTS)


def _without(rows: QuerySet[Any], besides: Model | None) -> QuerySet[Any]:
    return rows.exclude(pk=besides.pk) if besides is not None and isinstance(besides, rows.model) else rows


def billing_addresses(companies: Sequence[Company]) -> Mapping[int, Address]:
    """Where these companies have their invoices sent, by company."""
    found = Address.objects.filter(company__in=companies, kind=Address.Kind.BILLING)
    return {one.company_id: one for one in found.order_by("is_default", "pk")}


def served_by(asked: Relationship) -> Relationship | None:
    """Who else looks after the company in that area until now, as far as the scope shows it."""
    current = Relationship.objects.filter(company=asked.company_id, area=asked.area_id, status="active")
    return current.exclude(partner=asked.partner_id).select_related("partner").first()


def machine_known_as(holding: Holding) -> Machine | None:
    """The machine of that number, if we know it, as far as the scope shows it."""
    return holding.machine or Machine.objects.filter(area=holding.area_id, serial=holding.serial).first()


def batches_of(staff: Staff) -> QuerySet[Batch]:
    """What this person has begun, newest first."""
    return Batch.objects.filter(user=staff.user_id).order_by("-pk")


def batch_for(staff: Staff, pk: int) -> Batch:
    """One of this person's own. Raises `Batch.DoesNotExist`."""
    return batches_of(staff).get(pk=pk)


def running_batch(staff: Staff) -> Batch | None:
    """The batch of this person that is still under way, so that one finds back to it."""
    return batches_of(staff).filter(finished_at=None).first()


def outcomes_of(batch: Batch) -> Sequence[Outcome]:
    """The refused orders of a batch."""
    return [Outcome(one["number"], confirmed=False, status=one["status"]) for one in batch.refused]
