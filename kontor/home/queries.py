"""What the overview shows of the company: how the latest orders, cases and machines stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Case as Choice
from django.db.models import When

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.equipment.actions import OPEN
from kontor.equipment.models import Holding, Meter
from kontor.equipment.units import reading
from kontor.kit.keyset import first
from kontor.orders import queries as orders
from kontor.orders.queries import Listed
from kontor.service.models import Case
from kontor.service.queries import Wanted, cases_for
from kontor.service.statuses import CaseStatus

LATEST: Final = 8
CASES: Final = 5
MACHINES: Final = 5
KINDS: Final = Meter.Kind.values


def latest_orders(member: Member) -> list[Listed]:
    """The company's newest orders; none for those who may not see orders."""
    return orders.latest_orders(member, LATEST) if may(member, Permission.SEE_ORDERS) else []


def open_cases(member: Member) -> Sequence[Case]:
    """Cases that are not solved: where it is the customer's turn first, then where somebody wrote last."""
    if not may(member, Permission.SEE_CASES):
        return []
    theirs_first = Choice(When(status=CaseStatus.WAITING, then=0), default=1)
    rows = cases_for(member, Wanted(tab="open")).select_related("holding__machine")
    return first(rows.order_by(theirs_first, "-last_at", "-pk"), CASES)


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
    holdings = live.select_related("machine").order_by("-registered_at", "-pk")[:MACHINES]
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
