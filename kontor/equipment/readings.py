"""Readings of meters: what is accepted, and why not (EQ-3)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.equipment.errors import (
    NotInUse,
    ReadingBeforeLast,
    ReadingImplausible,
    ReadingInFuture,
    ReadingSameDay,
    ReadingTooHigh,
    ReadingTooLow,
)
from kontor.equipment.models import Holding, Meter, Reading
from kontor.equipment.units import HOURS, PAGES, reading
from kontor.journal.actions import record
from kontor.kit.errors import DomainError, violated
from kontor.kit.formats import day, number

MOST: Final = Decimal("99999999.9")
YEAR: Final = dt.timedelta(days=365)
# A first reading above it is asked about, and an increase below it never is: hours, pages, cycles.
FIRST: Final = (Decimal(60_000), Decimal(5_000_000), Decimal(1_000_000))
UNREMARKABLE: Final = (Decimal(24), Decimal(5_000), Decimal(1_000))
TIMES_USUAL: Final = 5


def problems_of(
    meter: Meter, *, value: Decimal | None, read_on: dt.date | None, sure: bool = False
) -> list[DomainError]:
    """All that is wrong with a new reading of a meter, at most one thing about each of the two."""
    of_day = _day_problem(meter, read_on) if read_on is not None else None
    of_value = _value_problem(meter, value) if value is not None else None
    if of_day is None and of_value is None and value is not None and read_on is not None and not sure:
        of_value = _question(meter, value, read_on)
    return [problem for problem in (of_value, of_day) if problem is not None]


@transaction.atomic
def send_reading(
    meter: Meter, *, value: Decimal, read_on: dt.date, by: Member, sure: bool = False
) -> Reading:
    """Keep what a meter said on a day.

    Raises `ReadingTooLow`, `ReadingTooHigh`, `ReadingSameDay`, `ReadingBeforeLast`, `ReadingInFuture`, and, unless
    the sender is `sure`, `ReadingImplausible`; `NotInUse` for a machine that the company no longer has.
    """
    require(by, Permission.SEND_READING, meter.company_id)
    holding = Holding.objects.visible_to(by).get(pk=meter.holding_id)
    if holding.status != Holding.Status.HELD:
        raise NotInUse()
    meter = Meter.objects.select_for_update().get(pk=meter.pk, holding=holding)
    for problem in problems_of(meter, value=value, read_on=read_on, sure=sure):
        raise problem
    try:
        with transaction.atomic():
            sent = Reading.objects.create(
                company_id=meter.company_id,
                partner_id=meter.partner_id,
                meter=meter,
                value=value,
                read_on=read_on,
                member=by,
                sent_at=timezone.now(),
            )
    except IntegrityError as error:
        if violated(error) == "equipment_reading_once_a_day":
            raise ReadingSameDay(value=reading(value, meter.kind)) from error
        raise
    meter.last_value, meter.last_on = value, read_on
    meter.save(update_fields=["last_value", "last_on"])
    record("reading.sent", sent, by=by, meter=meter.pk, value=str(value), sure=sure)
    return sent


def _day_problem(meter: Meter, read_on: dt.date) -> DomainError | None:
    if read_on > timezone.localdate():
        return ReadingInFuture()
    if meter.last_on is None or read_on > meter.last_on:
        return None
    if read_on == meter.last_on:
        return ReadingSameDay(value=reading(meter.last_value, meter.kind))
    return ReadingBeforeLast(day=day(meter.last_on, "long"))


def _value_problem(meter: Meter, value: Decimal) -> DomainError | None:
    if value > MOST:
        return ReadingTooHigh(most=number(MOST))
    if meter.last_value is not None and value < meter.last_value:
        return ReadingTooLow(value=reading(meter.last_value, meter.kind), day=day(meter.last_on, "long"))
    return None


def _question(meter: Meter, value: Decimal, read_on: dt.date) -> DomainError | None:
    """Whether it has jumped: more hours than the days have, or five times what was usual in the last year."""
    which = 0 if meter.kind in HOURS else 1 if meter.kind in PAGES else 2
    if meter.last_value is None or meter.last_on is None:
        return ReadingImplausible(ReadingImplausible.first) if value > FIRST[which] else None
    increase, days = value - meter.last_value, (read_on - meter.last_on).days
    if increase <= UNREMARKABLE[which]:
        return None
    usual = _usual_a_day(meter)
    too_many_hours = meter.kind in HOURS and increase > 24 * days
    if too_many_hours or (usual is not None and increase > TIMES_USUAL * usual * days):
        return ReadingImplausible(increase=reading(increase, meter.kind), day=day(meter.last_on, "long"))
    return None


def _usual_a_day(meter: Meter) -> Decimal | None:
    """What was counted a day in the year before the last reading; None where there is too little to tell."""
    assert meter.last_on is not None
    year = meter.readings.filter(read_on__gte=meter.last_on - YEAR).order_by("read_on")
    first = year.first()
    if first is None or meter.last_value is None:
        return None
    days = (meter.last_on - first.read_on).days
    if days < 14 or meter.last_value == first.value:
        return None
    return (meter.last_value - first.value) / days
