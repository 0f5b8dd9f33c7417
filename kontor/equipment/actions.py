"""Writing about machines: registering, describing, deciding, assigning. Readings are in `readings.py`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.catalogue.numbers import plain
from kontor.companies.models import Address, Member, Relationship
from kontor.companies.permissions import Permission, require
from kontor.companies.visibility import sees_company
from kontor.equipment import jobs
from kontor.equipment.errors import (
    AlreadyDecided,
    AlreadyRegistered,
    HeldElsewhere,
    NoSuchColleague,
    NothingChosen,
    SerialMalformed,
)
from kontor.equipment.models import Assignment, Holding, Machine, Meter, sees_all_machines
from kontor.equipment.queries import REGISTRAR, held_by_another
from kontor.equipment.readings import problems_of as problems_of
from kontor.equipment.readings import send_reading as send_reading  # found here, as all that writes
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.errors import NotAllowed, violated
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea, Staff

LONGEST_SERIAL: Final = 40
SHORTEST_SERIAL: Final = 3
ANY_SERIAL: Final = re.compile(r"[A-Za-z0-9./ -]{3,40}")
MOST_AT_ONCE: Final = 1000

OPEN: Final = (Holding.Status.PENDING, Holding.Status.HELD)


def read_serial(area: ProductArea, serial: str) -> str:
    """The serial number with capitals and figures only, in its area's form, if it has one. Raises `SerialMalformed`."""
    bare = plain(serial)
    if not area.serial_pattern:
        if not ANY_SERIAL.fullmatch(serial.strip()) or len(bare) < SHORTEST_SERIAL:
            raise SerialMalformed(SerialMalformed.any_form)
        return bare
    if not bare or len(bare) > LONGEST_SERIAL or not re.fullmatch(area.serial_pattern, bare):
        raise SerialMalformed(area=area.name, example=area.serial_example)
    return bare


@transaction.atomic
def register(
    *,
    area: ProductArea,
    serial: str,
    reference: str = "",
    keywords: Sequence[str] = (),
    location: str = "",
    by: Member,
) -> Holding:
    """Say that the company has a machine (EQ-1); its partner's staff check it.

    Whether another company has a machine of that number makes no difference here. Raises `SerialMalformed`,
    `AlreadyRegistered`.
    """
    require(by, Permission.REGISTER_EQUIPMENT)
    serial = read_serial(area, serial)
    relationship = Relationship.objects.filter(
        company=by.company_id, area=area, status=Relationship.Status.ACTIVE
    ).first()
    try:
        with transaction.atomic():
            holding = Holding.objects.create(
                company_id=by.company_id,
                partner_id=relationship.partner_id if relationship else by.company.partner_id,
                area=area,
                serial=serial,
                reference=reference,
                keywords=list(keywords),
                location=location,
                registered_by=by,
                registered_at=timezone.now(),
            )
    except IntegrityError as error:
        if violated(error) == "equipment_holding_once":
            raise AlreadyRegistered(serial=serial) from error
        raise
    record("holding.registered", holding, by=by, area=area.code, serial=serial)
    if by.company.assigns_equipment and not sees_all_machines(by):
        # Otherwise nobody but an administrator would see what they have just registered.
        Assignment.objects.create(company_id=by.company_id, holding=holding, member=by)
        record("holding.assigned", holding, by=by, member=by.pk)
    return holding


@transaction.atomic
def describe(
    holding: Holding, *, reference: str, keywords: Sequence[str], location: str, by: Member
) -> Holding:
    """Change what the company calls it, finds it by, and where it stands."""
    require(by, Permission.REGISTER_EQUIPMENT, holding.company_id)
    holding = Holding.objects.visible_to(by).select_for_update(of=("self",)).get(pk=holding.pk)
    wanted = {"reference": reference, "keywords": list(keywords), "location": location}
    changed = sorted(name for name, value in wanted.items() if getattr(holding, name) != value)
    for name in changed:
        setattr(holding, name, wanted[name])
    if changed:
        holding.save(update_fields=changed)
        record("holding.described", holding, by=by, fields=changed)
    return holding


@transaction.atomic
def place(holding: Holding, *, site: Address | None, by: Member) -> Holding:
    """Say at which of the company's delivery addresses it stands: who sees that place only sees it from now on (CO-12).

    Raises `NotAllowed` for who sees a part of the company only.
    """
    require(by, Permission.REGISTER_EQUIPMENT, holding.company_id)
    holding = Holding.objects.visible_to(by).select_for_update(of=("self",)).get(pk=holding.pk)
    if not sees_company(by) or (site is not None and site.company_id != holding.company_id):
        raise NotAllowed()
    if holding.site_id != (site.pk if site else None):
        holding.site = site
        holding.save(update_fields=["site"])
        record("holding.placed", holding, by=by, site=site and site.pk)
    return holding


@transaction.atomic
def accept(
    holding: Holding,
    *,
    model: str = "",
    maker: str = "",
    held_from: dt.date | None = None,
    end_other: bool = False,
    by: Staff | SystemActor,
) -> Holding:
    """The company has this machine, from today or `held_from` on; it gets the meters of its area.

    With `end_other` another company's holding of the same machine ends. Raises `HeldElsewhere`, `AlreadyDecided`.
    """
    holding = _pending(holding, by)
    with acting_in(REGISTRAR):
        # Who decides about the same number at the same time waits here.
        machine, _made = Machine.objects.get_or_create(area_id=holding.area_id, serial=holding.serial)
        machine = Machine.objects.select_for_update().get(pk=machine.pk)
        known = {name: value for name, value in (("maker", maker), ("model", model)) if value}
        for name, value in known.items():
            setattr(machine, name, value)
        if known:
            machine.save(update_fields=list(known))
        since = held_from or timezone.localdate()
        other = held_by_another(holding).select_for_update(of=("self",)).first()
        if other is not None:
            if not end_other:
                raise HeldElsewhere()
            _end(other, on=max(since, other.held_from or since), by=by)
        holding.machine = machine
        holding.status = Holding.Status.HELD
        holding.held_from, holding.decided_at = since, timezone.now()
        holding.save(update_fields=["machine", "status", "held_from", "decided_at"])
        kinds = dict.fromkeys(ProductArea.objects.get(pk=holding.area_id).meters)
        Meter.objects.bulk_create(
            Meter(company_id=holding.company_id, partner_id=holding.partner_id, holding=holding, kind=kind)
            for kind in kinds
        )
    record("holding.accepted", holding, by=by, machine=machine.pk)
    jobs.tell_decided.defer(holding_id=holding.pk)
    return holding


@transaction.atomic
def decline(holding: Holding, *, reason: str, by: Staff | SystemActor) -> Holding:
    """The company has not got this machine, as far as we can see. Raises `AlreadyDecided`."""
    holding = _pending(holding, by)
    with acting_in(REGISTRAR):
        holding.status = Holding.Status.DECLINED
        holding.reason, holding.decided_at = reason, timezone.now()
        holding.save(update_fields=["status", "reason", "decided_at"])
    record("holding.declined", holding, by=by)
    jobs.tell_decided.defer(holding_id=holding.pk)
    return holding


def _pending(holding: Holding, by: Staff | SystemActor) -> Holding:
    """The holding, locked, as whoever decides sees it."""
    if isinstance(by, Staff) and not by.is_active:
        raise NotAllowed()
    holding = Holding.objects.visible_to(by).select_for_update(of=("self",)).get(pk=holding.pk)
    if holding.status != Holding.Status.PENDING:
        raise AlreadyDecided()
    return holding


def _end(holding: Holding, *, on: dt.date, by: Staff | SystemActor) -> None:
    """The company has it no longer; its readings and cases stay with it."""
    holding.status, holding.held_to = Holding.Status.ENDED, on
    holding.save(update_fields=["status", "held_to"])
    record("holding.ended", holding, by=by)
    jobs.tell_ended.defer(holding_id=holding.pk)


@transaction.atomic
def assign(holdings: Iterable[Holding], *, member: Member, by: Member) -> int:
    """Let a colleague look after these machines (CO-4); how many that had not been so.

    Raises `NothingChosen`, `NoSuchColleague`.
    """
    chosen, member = _chosen(holdings, member, by)
    has = set(Assignment.objects.filter(member=member, holding__in=chosen).values_list("holding", flat=True))
    new = [holding for holding in chosen if holding.pk not in has]
    Assignment.objects.bulk_create(
        [Assignment(company_id=by.company_id, holding=holding, member=member) for holding in new],
        ignore_conflicts=True,
    )
    for holding in new:
        record("holding.assigned", holding, by=by, member=member.pk)
    return len(new)


@transaction.atomic
def unassign(holdings: Iterable[Holding], *, member: Member, by: Member) -> int:
    """A colleague looks after these machines no longer; how many that were. Raises `NothingChosen`, `NoSuchColleague`."""
    chosen, member = _chosen(holdings, member, by, active=False)
    assigned = Assignment.objects.filter(member=member, holding__in=chosen)
    has = set(assigned.values_list("holding", flat=True))
    assigned.delete()
    for holding in chosen:
        if holding.pk in has:
            record("holding.unassigned", holding, by=by, member=member.pk)
    return len(has)


def _chosen(
    holdings: Iterable[Holding], member: Member, by: Member, *, active: bool = True
) -> tuple[list[Holding], Member]:
    """The company's own of these machines, locked, and the colleague."""
    require(by, Permission.ASSIGN_EQUIPMENT)
    keys = [holding.pk for holding in holdings][:MOST_AT_ONCE]
    chosen = list(
        Holding.objects.visible_to(by)
        .filter(pk__in=keys, company=by.company_id)
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    if not chosen:
        raise NothingChosen()
    who = Member.objects.filter(pk=member.pk, company=by.company_id).first()
    if who is None or (active and not who.is_active):
        raise NoSuchColleague(_("Choose a colleague."))
    return chosen, who
