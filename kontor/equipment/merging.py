"""Machines of a company that becomes part of another: the successor holds them from now on, with the same meters."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Final

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Merge, Part
from kontor.companies.models import Company
from kontor.equipment.models import Assignment, Holding, Meter, Reading
from kontor.journal.actions import record_each
from kontor.kit.formats import number

AT_ONCE: Final = 1000
S = Holding.Status


def _held(earlier: Company, successor: Company) -> int:
    return Holding.objects.filter(company=earlier, status=S.HELD).count()


def _held_words(count: int) -> str:
    return ngettext("%(count)s machine", "%(count)s machines", count) % {"count": number(count)}


def _pending(earlier: Company, successor: Company) -> int:
    """The successor's own too: it may have registered a machine that the earlier company holds."""
    return Holding.objects.filter(Q(company=earlier) | Q(company=successor), status=S.PENDING).count()


def _pending_words(count: int) -> str:
    words = ngettext("%(count)s machine waits to be checked", "%(count)s machines wait to be checked", count)
    return words % {"count": number(count)}


def _carry(merge: Merge) -> None:
    """All at once, in a handful of statements: a company may hold thousands."""
    rows = Holding.objects.select_for_update(of=("self",)).filter(company=merge.earlier, status=S.HELD)
    old = list(rows.order_by("pk"))
    Holding.objects.filter(pk__in=[one.pk for one in old]).update(
        status=S.ENDED, held_to=timezone.localdate()
    )
    new = Holding.objects.bulk_create([_held_by_successor(one, merge) for one in old], batch_size=AT_ONCE)
    now = dict(zip((one.pk for one in old), new, strict=True))
    _carry_meters(now)
    looked_after = Assignment.objects.filter(holding__in=now, member__in=merge.people).order_by("pk")
    Assignment.objects.bulk_create(
        (
            Assignment(
                company=merge.successor, holding=now[one.holding_id], member=merge.people[one.member_id]
            )
            for one in looked_after
        ),
        batch_size=AT_ONCE,
    )
    record_each("holding.ended", old, by=merge.by, details=repeat({"merged": True}))
    record_each("holding.carried_over", new, by=merge.by, details=[{"earlier": one.pk} for one in old])


def _held_by_successor(old: Holding, merge: Merge) -> Holding:
    return Holding(
        company=merge.successor,
        partner_id=old.partner_id,
        area_id=old.area_id,
        machine_id=old.machine_id,
        serial=old.serial,
        reference=old.reference,
        keywords=old.keywords,
        location=old.location,
        site=merge.places.get(old.site_id or 0),
        status=S.HELD,
        held_from=old.held_from,
        registered_by=merge.people.get(old.registered_by_id or 0),
        registered_at=old.registered_at,
        decided_at=timezone.now(),
        handled_by_id=old.handled_by_id,
    )


def _carry_meters(now: Mapping[int, Holding]) -> None:
    """They go on from their last reading; those before it stay where they were sent."""
    old = list(Meter.objects.filter(holding__in=now).order_by("pk"))
    new = Meter.objects.bulk_create(
        (
            Meter(
                company_id=now[one.holding_id].company_id,
                partner_id=now[one.holding_id].partner_id,
                holding=now[one.holding_id],
                kind=one.kind,
                last_value=one.last_value,
                last_on=one.last_on,
            )
            for one in old
        ),
        batch_size=AT_ONCE,
    )
    goes_on_as = dict(zip((one.pk for one in old), new, strict=True))
    last = Reading.objects.filter(meter__in=goes_on_as).order_by("meter", "-read_on").distinct("meter")
    Reading.objects.bulk_create(
        (
            Reading(
                company_id=goes_on_as[one.meter_id].company_id,
                partner_id=goes_on_as[one.meter_id].partner_id,
                meter=goes_on_as[one.meter_id],
                value=one.value,
                read_on=one.read_on,
                sent_at=one.sent_at,
            )
            for one in last
        ),
        batch_size=AT_ONCE,
    )


PARTS = (
    Part("machines.pending", "forklift", Fate.FIRST, count=_pending, words=_pending_words),
    Part("machines", "forklift", Fate.COMES, count=_held, words=_held_words, carry=_carry),
)
