"""Loading machines, who holds them, their meters and readings, who looks after which; and business relationships."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from kontor.catalogue.models import Product
from kontor.companies.models import Company, Member, Relationship
from kontor.demo.data import machines as data
from kontor.demo.data.companies import BY_NUMBER
from kontor.demo.data.readings import all_readings
from kontor.demo.data.relationships import all_asked, since
from kontor.demo.past import BATCH, DEMO, Past
from kontor.equipment.models import Assignment, Holding, Machine, Meter, Reading
from kontor.partners.models import Staff, Terms

FJORDBYGG = "104233"
LATELY = dt.timedelta(days=90)

type Held = dict[tuple[str, str, str], Holding]
"""Machines by customer number, area and serial number."""


def load_relationships(past: Past) -> None:
    """Say since when each company is a customer, and what it asked for, what was declined or ended (CO-8)."""
    for company in past.companies.values():
        day = since(BY_NUMBER[company.number], past.today)
        company.created_at = dt.datetime.combine(day, dt.time(8, 30), dt.UTC)
    Company.objects.bulk_update(past.companies.values(), ["created_at"])
    found = list(Relationship.objects.select_related("company", "partner", "area"))
    asked = {(one.company.number, one.area): one for one in all_asked(past.today)}
    terms = {
        one.area_id: one
        for one in Terms.objects.filter(kind=Terms.Kind.USE).order_by("valid_from", "version")
    }
    for one in found:
        one.since = since(BY_NUMBER[one.company.number], past.today)
        story = asked.get((one.company.number, one.area.code))
        if story is None:
            continue
        member = past.members[story.asked_by]
        one.status, one.message, one.reason = story.status, story.message, story.reason
        one.requested_by, one.requested_at, one.decided_at = member, story.asked_at, story.decided_at
        one.terms = terms.get(one.area_id) or terms.get(None)
        past.tell("relationship.requested", one, at=story.asked_at, by=member, area=one.area.code)
        if story.status == Relationship.Status.ENDED:
            one.since = story.asked_at.date() + dt.timedelta(days=1)
            one.ended_at, one.ended_by_staff = story.decided_at, past.decider(one.company.partner)
            one.decided_at = story.asked_at + dt.timedelta(days=1)
            past.tell("relationship.accepted", one, at=story.asked_at + dt.timedelta(days=1), by=DEMO)
        else:
            one.since = None
        if story.decided_at:
            decider = past.decider(one.company.partner)
            one.decided_by = decider
            past.tell(f"relationship.{story.status}", one, at=story.decided_at, by=decider)
        _notify_relationship(past, one)
    columns = ["status", "since", "requested_by", "requested_at", "decided_at", "message", "reason", "terms"]
    columns += ["decided_by", "ended_at", "ended_by_staff"]
    Relationship.objects.bulk_update(found, columns, batch_size=BATCH)


def _notify_relationship(past: Past, one: Relationship) -> None:
    """The partner's people are told what a company asks for, and who asked what came of it."""
    told: list[tuple[Member | Staff, dt.datetime, str]] = []
    if one.status == Relationship.Status.REQUESTED and one.requested_at:
        people = [staff for staff in past.staff.values() if staff.partner_id == one.partner_id]
        told = [(staff, one.requested_at, f"/desk/relationships/{one.pk}/") for staff in people]
    elif one.status == Relationship.Status.DECLINED and one.decided_at and one.requested_by:
        told = [(one.requested_by, one.decided_at, "/company/relationships/")]
    for reader, at, url in told:
        if at.date() > past.today - LATELY:
            past.notify(
                reader,
                key=f"relationship.{one.status}:{one.pk}",
                kind=f"relationship.{one.status}",
                at=at,
                url=url,
                company=one.company.name,
                partner=one.partner.name,
                area=getattr(one.area, f"name_{reader.user.language}"),
            )


def load_machines(past: Past) -> tuple[list[data.Holding], Held]:
    """Load machines and holdings; Fjordbygg's members see only those that are assigned to them (CO-4)."""
    rows = data.all_holdings(past.today)
    machines = _machines(past, rows)
    held: Held = {}
    for row in rows:
        key = (row.model.area, row.serial)
        held[(row.company.number, *key)] = Holding(
            company=past.companies[row.company.number],
            partner=past.companies[row.company.number].partner,
            area=past.areas[row.model.area],
            machine=machines.get(key) if row.held_from else None,
            serial=row.serial,
            reference=row.reference,
            keywords=list(row.keywords),
            location=row.location,
            status=row.status,
            held_from=row.held_from,
            held_to=row.held_to,
            registered_by=past.members[row.registered_by],
            registered_at=row.registered_at,
            decided_at=row.decided_at,
            reason=row.reason,
        )
    Holding.objects.bulk_create(held.values(), batch_size=BATCH)
    for row, holding in zip(rows, held.values(), strict=True):
        _tell(past, row, holding)
    _assign(past, rows, list(held.values()))
    return rows, held


def _machines(past: Past, rows: Sequence[data.Holding]) -> dict[tuple[str, str], Machine]:
    """Each machine that somebody holds or held, once, also where it has changed hands."""
    products = {
        one.number: one for one in Product.objects.filter(number__in=[row.model.product for row in rows])
    }
    machines = {
        (row.model.area, row.serial): Machine(
            area=past.areas[row.model.area],
            serial=row.serial,
            maker=row.model.maker,
            model=row.model.name,
            product=products.get(row.model.product),
            drawing=row.model.drawing,
            built_in=row.built_in,
        )
        for row in reversed(rows)
        if row.held_from
    }
    Machine.objects.bulk_create(machines.values(), batch_size=BATCH)
    return machines


def _tell(past: Past, row: data.Holding, holding: Holding) -> None:
    by, decider = past.members[row.registered_by], past.decider(past.companies[row.company.number].partner)
    past.tell(
        "holding.registered", holding, at=row.registered_at, by=by, area=row.model.area, serial=row.serial
    )
    if row.decided_at is None:
        return
    verb = "declined" if row.status == "declined" else "accepted"
    past.tell(f"holding.{verb}", holding, at=row.decided_at, by=decider, machine=holding.machine_id)
    if row.held_to:
        gone = dt.datetime.combine(row.held_to, dt.time(12), row.decided_at.tzinfo)
        past.tell("holding.ended", holding, at=gone, by=decider)
    if row.decided_at.date() > past.today - LATELY:
        past.notify(
            by,
            key=f"holding.{verb}:{holding.pk}:{by.pk}",
            kind=f"holding.{verb}",
            at=row.decided_at,
            url=f"/equipment/{holding.pk}/",
            name=holding.name,
            serial=holding.serial,
        )


def _assign(past: Past, rows: Sequence[data.Holding], holdings: Sequence[Holding]) -> None:
    """Who looks after which machine; Anna has done so, and switched on that it counts."""
    company = past.companies[FJORDBYGG]
    Company.objects.filter(pk=company.pk).update(assigns_equipment=True)
    company.assigns_equipment = True
    anna = past.members["anna@fjordbygg.example"]
    at = dt.datetime.combine(past.today - dt.timedelta(days=24), dt.time(10, 40), dt.UTC)
    past.tell("company.equipment_assigned", company, at=at, by=anna, company_id=company.pk)
    assignments = [
        Assignment(company=holding.company, holding=holding, member=past.members[email])
        for row, holding in zip(rows, holdings, strict=True)
        if row.company.number == FJORDBYGG and row.status in ("held", "pending")
        for email in row.keepers
    ]
    Assignment.objects.bulk_create(assignments)
    for one in assignments:
        own = one.holding.status == Holding.Status.PENDING
        when, by = (one.holding.registered_at, one.member) if own else (at, anna)
        past.tell("holding.assigned", one.holding, at=when, by=by, member=one.member_id)


def load_readings(past: Past, rows: Sequence[data.Holding], held: Held) -> int:
    """Load the meters of the machines in use, and what was read; how many readings there are."""
    meters = {
        (row.model.area, row.serial, kind): Meter(
            company=holding.company, partner=holding.partner, holding=holding, kind=kind
        )
        for row in rows
        if row.held_from
        for holding in [held[row.company.number, row.model.area, row.serial]]
        for kind in row.model.meters
        if row.status == "held"
    }
    told = all_readings(list(rows), past.today)
    newest = sorted(told, key=lambda one: one.read_on)
    for one in newest:
        meter = meters[one.holding.model.area, one.holding.serial, one.meter]
        meter.last_value, meter.last_on = Decimal(str(one.value)), one.read_on
    Meter.objects.bulk_create(meters.values(), batch_size=BATCH)
    readings = []
    for one in told:
        meter = meters[one.holding.model.area, one.holding.serial, one.meter]
        readings.append(
            Reading(
                company=meter.company,
                partner=meter.partner,
                meter=meter,
                value=Decimal(str(one.value)),
                read_on=one.read_on,
                member=past.members[one.sent_by],
                sent_at=one.sent_at,
            )
        )
    Reading.objects.bulk_create(readings, batch_size=BATCH)
    for sent in readings:
        past.tell(
            "reading.sent",
            sent,
            at=sent.sent_at,
            by=past.members[sent.member.user.email] if sent.member else DEMO,
            meter=sent.meter_id,
            value=str(sent.value),
            sure=False,
        )
    return len(readings)
