"""The operator, its selling entities and product areas, its terms, its partners."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

import pytest

from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import (
    Operator,
    Partner,
    PartnerArea,
    ProductArea,
    SellingEntity,
    ShippingRate,
    Terms,
)
from tests.cast import STAGE

AREAS: Final = ("construction", "test", "office", "lighting", "copper")


@pytest.fixture
def stage(db: None) -> SystemActor:
    """An actor who may set things up; use it as `with acting_in(stage):`."""
    with acting_in(STAGE):
        Operator.objects.create(
            pk=1,
            name="Hansa Industri",
            email="post@hansa-industri.example",
            phone="22 00 00 00",
            silver_discount=3,
            gold_discount=6,
            platinum_discount=9,
        )
    return STAGE


@pytest.fixture
def areas(stage: SystemActor) -> dict[str, ProductArea]:
    """Product areas by code."""
    with acting_in(stage):
        return {
            code: ProductArea.objects.create(
                code=code, name_nb=f"{code} nb", name_de=f"{code} de", name_en=f"{code} en", position=position
            )
            for position, code in enumerate(AREAS)
        }


@pytest.fixture
def entities(stage: SystemActor) -> dict[str, SellingEntity]:
    """Selling entities by code: NO (NOK, 25 and 15 %) and DE (EUR, 19 and 7 %)."""
    with acting_in(stage):
        made = {}
        for code, currency, standard, reduced, days in [("NO", "NOK", 25, 15, 14), ("DE", "EUR", 19, 7, 30)]:
            made[code] = SellingEntity.objects.create(
                code=code,
                name="Hansa Industri AS" if code == "NO" else "Hansa Industri GmbH",
                country=code,
                currency=currency,
                street="Havnegata 1",
                postcode="7010" if code == "NO" else "20457",
                city="Trondheim" if code == "NO" else "Hamburg",
                phone="22 00 00 00",
                email=f"{code.lower()}@hansa-industri.example",
                standard_tax=standard,
                reduced_tax=reduced,
                payment_days=days,
                bulky_surcharge=490 if code == "NO" else 49,
                free_shipping_from=5000 if code == "NO" else 500,
                forwarder_name="Nordfrakt",
                time_zone="Europe/Oslo" if code == "NO" else "Europe/Berlin",
            )
            for carriage, up_to_kg, price in [
                ("parcel", 10, "149.00"),
                ("parcel", 35, "249.00"),
                ("forwarder", 500, "890.00"),
                ("forwarder", None, "1490.00"),
            ]:
                ShippingRate.objects.create(
                    entity=made[code], carriage=carriage, up_to_kg=up_to_kg, price=Decimal(price)
                )
        return made


@pytest.fixture
def terms(stage: SystemActor) -> dict[str, Terms]:
    """The texts in force by kind."""
    with acting_in(stage):
        return {
            kind: Terms.objects.create(
                kind=kind,
                version=4,
                valid_from=dt.date(2026, 9, 1),
                title_nb=f"{kind} nb",
                title_de=f"{kind} de",
                title_en=f"{kind} en",
                body_nb="## En\n\nTekst.",
                body_de="## Eins\n\nText.",
                body_en="## One\n\nText.",
            )
            for kind in Terms.Kind.values
        }


def _partner(code: str, name: str, country: str, areas: dict[str, ProductArea]) -> Partner:
    partner = Partner.objects.create(
        code=code,
        name=name,
        country=country,
        contact="Petra Lund",
        phone="73 00 12 40",
        email=f"post@{code}.example",
    )
    for area in areas.values():
        PartnerArea.objects.create(partner=partner, area=area)
    return partner


@pytest.fixture
def hansa_nord(stage: SystemActor, areas: dict[str, ProductArea]) -> Partner:
    with acting_in(stage):
        return _partner("hansa-nord", "Hansa Nord", "NO", areas)


@pytest.fixture
def hansa_sued(stage: SystemActor, areas: dict[str, ProductArea]) -> Partner:
    with acting_in(stage):
        return _partner("hansa-sued", "Hansa Süd", "DE", areas)
