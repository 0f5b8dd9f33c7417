"""What the overview shows of the company: how the latest orders, cases and machines stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Case as Choice
from django.db.models import F, OuterRef, Subquery, When

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.equipment.actions import OPEN
from kontor.equipment.models import Holding, Meter
from kontor.equipment.units import reading
from kontor.kit.keyset import first
from kontor.orders import queries as orders
from kontor.orders.queries import Listed
from kontor.service.models import Case, Message
from kontor.service.queries import Wanted, cases_for
from kontor.service.statuses import CaseStatus

LATEST: Final = 8
CASES: Final = 5
MACHINES: Final = 5
KINDS: Final = Meter.Kind.values
NAME_OF_MACHINE: Final = ("reference", "serial", "machine__model")
SHOWN_OF_MACHINE: Final = ("status", "location", *NAME_OF_MACHINE)
SHOWN_OF_CASE: Final = (
    "number", "subject", "status", "last_at", "partner__name", *(f"holding__{name}" for name in NAME_OF_MACHINE)
)  # fmt: skip


def latest_orders(member: Member) -> list[Listed]:
    """The company's newest orders; none for those who may not see orders."""
    return orders.latest_orders(member, LATEST) if may(member, Permission.SEE_ORDERS) else []


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case that is not solved, and what our side wrote in it last."""

    case: Case
    asked: str


def open_cases(member: Member) -> Sequence[OpenCase]:
    """Cases that are not solved: those in which it is the customer's turn first, the longest; then those written in last."""
    if not may(member, Permission.SEE_CASES):
        return []
    ours = Message.objects.filter(case=OuterRef("pk"), staff__isnull=False, note=False)
    last = Subquery(ours.order_by("-written_at", "-pk").values("body")[:1])
    waits = When(status=CaseStatus.WAITING, then=F("last_at"))
    rows = cases_for(member, Wanted(tab="open")).annotate(asked=last)
    rows = rows.select_related("holding__machine", "partner").only(*SHOWN_OF_CASE)
    found = first(rows.order_by(Choice(waits, default=None).asc(nulls_last=True), "-last_at", "-pk"), CASES)
    return [OpenCase(case, case.asked or "") for case in found]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Read:
    """A machine with what its first meter said last, and when; empty where none was read yet."""

    holding: Holding
    last: str = ""
    on: dt.date | None = None


def some_machines(member: Member) -> Sequence[Read]:
    """Machines of the company, those that were registered last."""
    if not may(member, Permission.SEE_EQUIPMENT):
        return []
    live = Holding.objects.visible_to(member).filter(status__in=OPEN)
    newest = live.select_related("machine").only(*SHOWN_OF_MACHINE).order_by("-registered_at", "-pk")
    holdings = list(newest[:MACHINES])
    meters: dict[int, Meter] = {}
    for meter in Meter.objects.filter(holding__in=[one.pk for one in holdings]):
        known = meters.get(meter.holding_id)
        if known is None or KINDS.index(meter.kind) < KINDS.index(known.kind):
            meters[meter.holding_id] = meter
    return [_read(one, meters.get(one.pk)) for one in holdings]


def _read(holding: Holding, meter: Meter | None) -> Read:
    if meter is None or meter.last_on is None:
        return Read(holding)
    return Read(holding, reading(meter.last_value, meter.kind), meter.last_on)
