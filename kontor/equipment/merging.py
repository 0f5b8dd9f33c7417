"""Machines of a company that becomes part of another: the successor holds them from now on, with the same meters."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext

from kontor.companies.carrying import Fate, Merge, Part
from kontor.companies.models import Company
from kontor.equipment.models import Assignment, Holding, Meter, Reading
from kontor.journal.actions import record
from kontor.kit.formats import number

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
    held = Holding.objects.select_for_update(of=("self",)).filter(company=merge.earlier, status=S.HELD)
    for old in held.order_by("pk"):
        old.status, old.held_to = S.ENDED, timezone.localdate()
        old.save(update_fields=["status", "held_to"])
        new = Holding.objects.create(
            company=merge.successor,
            partner=old.partner,
            area=old.area,
            machine=old.machine,
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
            handled_by=old.handled_by,
        )
        _carry_meters(old, new)
        looked_after_by = Assignment.objects.filter(holding=old).values_list("member", flat=True)
        Assignment.objects.bulk_create(
            Assignment(company=merge.successor, holding=new, member=merge.people[one])
            for one in looked_after_by
            if one in merge.people
        )
        record("holding.ended", old, by=merge.by, merged=True)
        record("holding.carried_over", new, by=merge.by, earlier=old.pk)


def _carry_meters(old: Holding, new: Holding) -> None:
    """They go on from their last reading; those before it stay where they were sent."""
    for meter in Meter.objects.filter(holding=old).order_by("pk"):
        last = meter.readings.order_by("-read_on").first()
        now = Meter.objects.create(
            company=new.company,
            partner=new.partner,
            holding=new,
            kind=meter.kind,
            last_value=meter.last_value,
            last_on=meter.last_on,
        )
        if last is not None:
            Reading.objects.create(
                company=new.company,
                partner=new.partner,
                meter=now,
                value=last.value,
                read_on=last.read_on,
                sent_at=last.sent_at,
            )


PARTS = (
    Part("machines.pending", "forklift", Fate.FIRST, count=_pending, words=_pending_words),
    Part("machines", "forklift", Fate.COMES, count=_held, words=_held_words, carry=_carry),
)
