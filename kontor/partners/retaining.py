"""Keeping data for as long as the operator says, and no longer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from procrastinate.contrib.django import app

from kontor.journal.actions import record
from kontor.kit import retention
from kontor.kit.actors import SystemActor
from kontor.kit.jobs import system_task
from kontor.kit.retention import Kind
from kontor.partners.models import Operator, Retention

RETAINER: Final = SystemActor("partners.retention")


@dataclass(frozen=True, slots=True)
class Due:
    """One kind, how long it is kept, and how many rows are older."""

    kind: Kind
    days: int
    count: int


def periods() -> dict[str, int]:
    """How many days each kind is kept: what the operator set, else what the kind proposes; never less than it needs."""
    chosen = dict(Retention.objects.values_list("kind", "days"))
    return {one.name: max(chosen.get(one.name, one.days), one.least) for one in retention.known()}


def due() -> Iterator[Due]:
    """What is over its time now; nothing is changed."""
    days = periods()
    for one in retention.known():
        yield Due(one, days[one.name], one.older(_before(days[one.name])).count())


def enforce() -> dict[str, int]:
    """Let go of what is over its time; how many of what, which the journal keeps. Only inside a system job."""
    days, operator = periods(), Operator.objects.filter(pk=1).first()
    gone = {one.name: one.remove(one.older(_before(days[one.name]))) for one in retention.known()}
    gone = {name: count for name, count in gone.items() if count}
    if gone and operator is not None:
        record("retention.enforced", operator, by=RETAINER, counts=gone)
    return gone


def _before(days: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)


@system_task(RETAINER, queue="retention")
def enforce_retention(*, timestamp: int) -> None:
    """Every night: let go of what is over its time."""
    enforce()


app.periodic(cron="23 2 * * *")(enforce_retention.task)
