"""What the desk shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Case, QuerySet, When

from kontor.companies.models import Company, Member, Role
from kontor.desk.models import Batch
from kontor.orders.actions import Outcome
from kontor.orders.models import Order
from kontor.orders.queries import Listed, Wanted, listed, orders_for, shown_state
from kontor.orders.statuses import OPEN, OrderStatus
from kontor.partners.models import Partner, Staff

COUNTED_UP_TO: Final = 1000
AT_MOST: Final = 10_000
CONTACTS: Final = 4
OPEN_SHOWN: Final = 5


def count_new(staff: Staff) -> int:
    """How many orders wait to be confirmed, counted to 1,001."""
    return (
        Order.objects.visible_to(staff)
        .filter(status=OrderStatus.PLACED)
        .order_by()[: COUNTED_UP_TO + 1]
        .count()
    )


def new_numbers(staff: Staff, wanted: Wanted) -> list[str]:
    """The numbers of all new orders among those wanted, oldest first; ten thousand at most."""
    new = orders_for(staff, wanted).filter(status=OrderStatus.PLACED).order_by("placed_at", "id")
    return list(new.values_list("number", flat=True)[:AT_MOST])


def partners_for(staff: Staff) -> Sequence[Partner]:
    """The partners one can filter by; only the operator's staff see more than their own."""
    return list(Partner.objects.all()) if staff.partner_id is None else []


@dataclass(frozen=True, slots=True)
class Customer:
    """The pane that answers who it is and what runs."""

    company: Company
    contacts: Sequence[Member]
    has_more_contacts: bool
    open_orders: Sequence[Listed]
    has_more_orders: bool


def customer_of(staff: Staff, order: Order) -> Customer:
    """Who placed an order: the company, whom to call, what else of theirs is under way."""
    first = Case(
        When(pk=order.member_id, then=0), When(roles__contains=[Role.ADMINISTRATOR], then=1), default=2
    )
    active = Member.objects.filter(company=order.company_id, is_active=True).select_related("user")
    members = list(active.order_by(first, "pk")[: CONTACTS + 1])
    others = (
        Order.objects.visible_to(staff).filter(company=order.company_id, status__in=OPEN).exclude(pk=order.pk)
    )
    rows = list(listed(others).order_by("-placed_at", "-id")[: OPEN_SHOWN + 1])
    shown = [Listed(row, row.promised, shown_state(row, row.promised)) for row in rows[:OPEN_SHOWN]]  # type: ignore[attr-defined]
    return Customer(order.company, members[:CONTACTS], len(members) > CONTACTS, shown, len(rows) > OPEN_SHOWN)


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
