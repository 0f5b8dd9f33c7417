"""Machines: Fjordbygg's excavator Graver 7, its printer and a tester that waits for Petra; Rheintal's press."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

import pytest
from django.utils import timezone

from kontor.companies.models import Company, Member
from kontor.equipment.models import Holding, Machine, Meter, Reading
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea
from tests.cast import STAGE

# What serial numbers look like and what machines count, by product area.
FORMS: Final = {
    "construction": (r"[A-Z]{2}\d{3}[A-Z]", "NH482K", ["hours", "idle"]),
    "test": (r"[A-Z]{2}\d{3}[A-Z]", "AB123Z", ["cycles"]),
    "office": (r"\d{8}", "40012233", ["black", "colour"]),
}


@pytest.fixture
def machine_areas(stage: SystemActor, areas: dict[str, ProductArea]) -> dict[str, ProductArea]:
    """The product areas; in three of them there are machines to register."""
    with acting_in(stage):
        for code, (pattern, example, meters) in FORMS.items():
            area = areas[code]
            area.serial_pattern, area.serial_example, area.meters = pattern, example, meters
            area.serial_help_nb = "På skiltet."
            area.serial_help_de = "Auf dem Schild."
            area.serial_help_en = "On the plate."
            area.save()
    return areas


def held(
    company: Company, area: ProductArea, serial: str, *, status: str = "held", model: str = "", **fields: str
) -> Holding:
    """A machine of a company with the meters of its area; with another `status` a registration as it came."""
    with acting_in(STAGE):
        is_held = status == Holding.Status.HELD
        machine = Machine.objects.get_or_create(area=area, serial=serial)[0] if is_held else None
        if machine and model:
            machine.maker, _space, machine.model = model.partition(" ")
            machine.save()
        handled = {"company": company, "partner": company.partner}
        holding = Holding.objects.create(
            **handled,
            area=area,
            machine=machine,
            serial=serial,
            status=status,
            held_from=dt.date(2024, 3, 12) if is_held else None,
            registered_at=timezone.now(),
            decided_at=timezone.now() if is_held else None,
            **fields,
        )
        if is_held:
            for kind in area.meters:
                Meter.objects.create(**handled, holding=holding, kind=kind)
    return holding


def read(
    holding: Holding, kind: str, *values: str, every: int = 30, last: int = 10, by: Member | None = None
) -> Meter:
    """Readings of a meter, the last of them `last` days ago and the others `every` so many days before."""
    with acting_in(STAGE):
        meter = holding.meters.get(kind=kind)
        for place, value in enumerate(reversed(values)):
            on = timezone.localdate() - dt.timedelta(days=last + place * every)
            Reading.objects.create(
                company_id=meter.company_id,
                partner_id=meter.partner_id,
                meter=meter,
                value=Decimal(value),
                read_on=on,
                member=by,
                sent_at=timezone.now(),
            )
        meter.last_value = Decimal(values[-1])
        meter.last_on = timezone.localdate() - dt.timedelta(days=last)
        meter.save()
    return meter


@pytest.fixture
def graver(fjordbygg: Company, machine_areas: dict[str, ProductArea]) -> Holding:
    """Graver 7, an excavator in use: hours read 10, 40 and 70 days ago (4,231, 4,452, 4,688), idle hours never."""
    holding = held(
        fjordbygg,
        machine_areas["construction"],
        "NH482K",
        model="Nordhaug NX 220",
        reference="Graver 7",
        location="E6 Sluppen",
    )
    with acting_in(STAGE):
        holding.keywords = ["GPS", "rototilt"]
        holding.save()
    read(holding, "hours", "4231", "4452", "4688")
    return holding


@pytest.fixture
def printer(fjordbygg: Company, machine_areas: dict[str, ProductArea]) -> Holding:
    """A printer in the office, never read."""
    return held(
        fjordbygg,
        machine_areas["office"],
        "40012233",
        model="Lyng LP 400",
        reference="Skriver 2. etasje",
        location="Kontoret",
    )


@pytest.fixture
def tester(fjordbygg: Company, machine_areas: dict[str, ProductArea]) -> Holding:
    """A tester that Fjordbygg registered and nobody has checked."""
    return held(fjordbygg, machine_areas["test"], "AB123Z", status="pending")


@pytest.fixture
def presse(rheintal: Company, machine_areas: dict[str, ProductArea]) -> Holding:
    """Rheintal's machine."""
    return held(
        rheintal,
        machine_areas["construction"],
        "RH771P",
        model="Rhenus P 40",
        reference="Presse Halle B",
        location="Mainz",
    )
