"""Reading about machines, as far as who looks may see them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.templatetags.static import static
from django.utils import timezone

from kontor.catalogue.numbers import plain
from kontor.catalogue.pictures import picture_url
from kontor.companies.actors import Viewer
from kontor.companies.models import Company, Member
from kontor.companies.permissions import Permission, may, require
from kontor.equipment.models import Assignment, Holding, HoldingQuerySet, Meter, Reading
from kontor.equipment.units import reading
from kontor.kit.actors import SystemActor
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.looks import Look, look
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea, Staff

# Knows who holds which machine, of all companies and partners, and writes what staff decided.
REGISTRAR: Final = SystemActor("equipment.registrar")
COUNTED_UP_TO: Final = 1000
DUE_UP_TO: Final = 50
DUE_AFTER: Final = dt.timedelta(days=31)
NOBODY: Final = "none"
SHOWN_IN_CHART: Final = 120
DRAWINGS: Final = frozenset({"excavator", "generator", "wheel-loader"})
"""Families of machines that we have a drawing of, in static/equipment/drawings/."""
SORTS: Final[dict[str, tuple[str, ...]]] = {
    "reference": ("reference", "id"),
    "serial": ("serial", "id"),
    "location": ("location", "id"),
    "-registered_at": ("-registered_at", "-id"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which machines one looks for; empty fields ask for nothing.

    `due`: a reading is due. `member`: whom they are assigned to, or "none".
    """

    search: str = ""
    area: str = ""
    location: str = ""
    state: str = ""
    due: bool = False
    member: str = ""
    sort: str = "reference"

    @property
    def order(self) -> tuple[str, ...]:
        return SORTS.get(self.sort, SORTS["reference"])


def holdings_for(viewer: Viewer, wanted: Wanted | None = None) -> HoldingQuerySet:
    """Machines this person may see, as far as they are wanted. Raises `NotAllowed`."""
    if isinstance(viewer, Member):
        require(viewer, Permission.SEE_EQUIPMENT)
    wanted = wanted or Wanted()
    found = Holding.objects.visible_to(viewer)
    for name, value in (
        ("area__code", wanted.area), ("location", wanted.location), ("status", wanted.state)
    ):  # fmt: skip
        if value:
            found = found.filter(**{name: value})
    if wanted.due:
        found = found.filter(status=Holding.Status.HELD).filter(
            Exists(_due(Meter.objects.filter(holding=OuterRef("pk"))))
        )
    if wanted.member:
        assigned = Assignment.objects.filter(holding=OuterRef("pk"))
        found = (
            found.filter(~Exists(assigned))
            if wanted.member == NOBODY
            else found.filter(Exists(assigned.filter(member=int(wanted.member))))
        )
    for word in wanted.search.split():
        found = found.filter(_matching(viewer, word))
    return found


def _matching(viewer: Viewer, word: str) -> Q:
    """By number, name, place, keyword, maker and model; staff also by customer."""
    found = Q(reference__icontains=word) | Q(location__icontains=word)
    found |= Q(machine__model__icontains=word) | Q(machine__maker__icontains=word)
    found |= Q(keywords__icontains=word)
    if bare := plain(word):
        found |= Q(serial__contains=bare)
    if not isinstance(viewer, Member):
        found |= Q(company__name__icontains=word)
    return found


def _due(meters: QuerySet[Meter]) -> QuerySet[Meter]:
    return meters.filter(Q(last_on=None) | Q(last_on__lt=timezone.localdate() - DUE_AFTER))


@dataclass(frozen=True, slots=True)
class Due:
    """Machines whose reading is due: how many, counted to 51; the first of them; when that one was last read."""

    count: int = 0
    first: Sequence[Holding] = ()
    oldest: dt.date | None = None


def due_readings(member: Member, named: int) -> Due:
    """Machines with a meter that was last read more than 31 days ago, or never; those read longest ago come first.

    None for who sends no readings.
    """
    if not may(member, Permission.SEND_READING) or not may(member, Permission.SEE_EQUIPMENT):
        return Due()
    held = holdings_for(member, Wanted(state=Holding.Status.HELD))
    meters = _due(Meter.objects.filter(company=member.company_id, holding__in=held)).order_by("last_on", "pk")
    # A machine has few meters: among so many are as many machines as are counted.
    most = (DUE_UP_TO + 1) * len(Meter.Kind)
    due: dict[int, dt.date | None] = {}
    for holding, last_on in meters.values_list("holding", "last_on")[:most]:
        due.setdefault(holding, last_on)
    if not due:
        return Due()
    chosen = list(due)[:named]
    names = Holding.objects.select_related("machine").only("reference", "serial", "machine__model")
    found = names.in_bulk(chosen)
    return Due(min(len(due), DUE_UP_TO + 1), [found[pk] for pk in chosen], due[chosen[0]])


def is_due(meter: Meter) -> bool:
    """Whether a reading of this meter is due."""
    return meter.last_on is None or meter.last_on < timezone.localdate() - DUE_AFTER


@dataclass(frozen=True, slots=True)
class Listed:
    """A machine as the list shows it: its first meter, and who looks after it."""

    holding: Holding
    look: Look
    meter: Meter | None
    due: bool
    people: Sequence[Member]

    @property
    def last(self) -> str:
        """The last reading with its unit."""
        return reading(self.meter.last_value, self.meter.kind) if self.meter else ""

    @property
    def model(self) -> str:
        return model_of(self.holding)


def model_of(holding: Holding) -> str:
    """Maker and model, as far as we know them; the maker once, where the model begins with its name."""
    machine = holding.machine
    if machine is None:
        return ""
    if machine.maker and machine.model.lower().startswith(machine.maker.lower()):
        return machine.model
    return f"{machine.maker} {machine.model}".strip()


def page_of_holdings(viewer: Viewer, wanted: Wanted, keys: Keys) -> Page[Listed]:
    """One page of the machines wanted."""
    found = holdings_for(viewer, wanted).select_related("machine", "area")
    page = page_of(found, order=wanted.order, keys=keys)
    meters, people = _meters(page.rows), people_of(page.rows)
    return page.map(lambda holding: _listed(holding, meters[holding.pk], people.get(holding.pk, [])))


def _listed(holding: Holding, meters: Sequence[Meter], people: Sequence[Member]) -> Listed:
    held = holding.status == Holding.Status.HELD
    due = held and any(is_due(meter) for meter in meters)
    return Listed(holding, look("machine", holding.status), meters[0] if meters else None, due, people)


def _meters(holdings: Sequence[Holding]) -> Mapping[int, list[Meter]]:
    """Meters by machine, in the order of their kinds."""
    found: dict[int, list[Meter]] = defaultdict(list)
    for meter in Meter.objects.filter(holding__in=[holding.pk for holding in holdings]):
        found[meter.holding_id].append(meter)
    for meters in found.values():
        meters.sort(key=lambda meter: Meter.Kind.values.index(meter.kind))
    return found


def people_of(holdings: Sequence[Holding]) -> Mapping[int, list[Member]]:
    """Who looks after each machine, by name; in one query."""
    found: dict[int, list[Member]] = defaultdict(list)
    rows = Assignment.objects.filter(holding__in=[holding.pk for holding in holdings])
    for row in rows.select_related("member").order_by("member__last_name", "member__first_name"):
        found[row.holding_id].append(row.member)
    return found


def count_holdings(viewer: Viewer, wanted: Wanted) -> int:
    """How many there are, counted to 1,001 and no further."""
    return holdings_for(viewer, wanted).order_by()[: COUNTED_UP_TO + 1].count()


def exported(
    holdings: HoldingQuerySet, *, states: Mapping[str, str]
) -> Iterator[Sequence[str | Decimal | dt.date | None]]:
    """Rows for an export, by name, read as they are taken."""
    rows = holdings.select_related("machine", "area").prefetch_related("meters").order_by("reference", "pk")
    for holding in rows.iterator(chunk_size=1000):
        meters = sorted(holding.meters.all(), key=lambda meter: Meter.Kind.values.index(meter.kind))
        first = meters[0] if meters else None
        yield [
            holding.reference,
            holding.serial,
            holding.area.name,
            model_of(holding),
            holding.location,
            ", ".join(holding.keywords),
            states[holding.status],
            holding.held_from,
            first.get_kind_display() if first else "",
            first.last_value if first else None,
            first.last_on if first else None,
        ]


def holding_for(viewer: Viewer, pk: int) -> Holding:
    """A machine with what its page shows. Raises `Holding.DoesNotExist`, `NotAllowed`."""
    return holdings_for(viewer).select_related("machine", "area", "partner").get(pk=pk)


def picture_of(holding: Holding) -> str:
    """The address of the product's picture, if the machine is one of ours, else of the drawing of its family, if any."""
    machine = holding.machine
    if machine is None:
        return ""
    if machine.product and machine.product.picture:
        return picture_url(machine.product.picture)
    return static(f"equipment/drawings/{machine.drawing}.svg") if machine.drawing in DRAWINGS else ""


def meters_of(holding: Holding) -> list[Meter]:
    """The machine's meters, in the order of their kinds."""
    return _meters([holding])[holding.pk]


def meter_now(meter: Meter) -> Meter:
    """The meter as it is now: somebody else may have sent a reading meanwhile."""
    return Meter.objects.get(pk=meter.pk)


def readings_of(meter: Meter) -> QuerySet[Reading]:
    """What a meter said, newest first."""
    names = ("member__first_name", "member__last_name")
    rows = meter.readings.select_related("member").only("meter", "value", "read_on", "member", *names)
    return rows.order_by("-read_on", "-id")


def page_of_readings(meter: Meter, keys: Keys) -> Page[Reading]:
    """One page of a meter's readings, newest first."""
    return page_of(readings_of(meter), order=("-read_on", "-id"), keys=keys)


@dataclass(frozen=True, slots=True)
class History:
    """The newest readings of a meter for its chart, oldest first; what a month brings, and what the last one brought."""

    readings: Sequence[Reading]
    monthly: Decimal | None
    latest: Decimal | None

    @property
    def last(self) -> Reading | None:
        return self.readings[-1] if self.readings else None


def history_of(meter: Meter, most: int = SHOWN_IN_CHART) -> History:
    """What is drawn of a meter: at most 120 readings."""
    newest = list(readings_of(meter)[:most])
    rows = newest[::-1]
    monthly = latest = None
    if len(rows) > 1:
        latest = rows[-1].value - rows[-2].value
        year = [row for row in rows if row.read_on >= rows[-1].read_on - dt.timedelta(days=366)]
        days = (year[-1].read_on - year[0].read_on).days
        if days >= 28:
            monthly = ((year[-1].value - year[0].value) / days * Decimal("30.4")).quantize(Decimal(1))
    return History(rows, monthly, latest)


def count_readings(meter: Meter) -> int:
    """How many there are."""
    return meter.readings.count()


def locations_for(member: Member) -> list[str]:
    """Where the machines stand, for the filter."""
    places = Holding.objects.visible_to(member).exclude(location="").order_by("location")
    return list(places.values_list("location", flat=True).distinct()[:200])


def areas_with_machines() -> QuerySet[ProductArea]:
    """Product areas in which machines can be registered: all."""
    return ProductArea.objects.order_by("position", "code")


def holdings_among(member: Member, keys: Sequence[int]) -> list[Holding]:
    """Of these machines the company's own."""
    return list(holdings_for(member).filter(pk__in=keys))


def held_by_another(holding: Holding) -> HoldingQuerySet:
    """Whoever holds the same machine now, for the registrar, who sees all companies."""
    return Holding.objects.filter(
        area=holding.area_id, serial=holding.serial, status=Holding.Status.HELD
    ).exclude(pk=holding.pk)


# ── For our side ──────────────────────────────────────────────────────────────────────────────────────────


def pending_for(staff: Staff) -> HoldingQuerySet:
    """Machines that wait for a decision, the longest first."""
    waiting = Holding.objects.visible_to(staff).filter(status=Holding.Status.PENDING)
    return waiting.select_related("company", "area", "partner").order_by("registered_at", "pk")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same machine stands in our records as another company's; `company` where the staff member may see it."""

    company: Company | None
    since: dt.date | None


def held_elsewhere(holding: Holding, staff: Staff) -> Elsewhere | None:
    """Whether another company holds this machine; of another partner's customers staff learn only that."""
    with acting_in(REGISTRAR):
        other = held_by_another(holding).select_related("company").first()
    if other is None:
        return None
    mine = staff.partner_id is None or other.partner_id == staff.partner_id
    return Elsewhere(other.company if mine else None, other.held_from if mine else None)
