"""Fjordbygg in Norway, Rheintal in Germany, and the groups they belong to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kontor.companies.models import Address, Company, CustomerGroup, Relationship
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, SellingEntity


@pytest.fixture
def groups(stage: SystemActor) -> dict[str, CustomerGroup]:
    """Customer groups by code."""
    with acting_in(stage):
        return {
            code: CustomerGroup.objects.create(code=code, name=code.capitalize())
            for code in ("building", "metal")
        }


def _company(
    areas: dict[str, ProductArea], partner: Partner, place: tuple[str, str, str], **fields: Any
) -> Company:
    company = Company.objects.create(partner=partner, **fields)
    street, postcode, city = place
    for kind, name, default in [
        ("billing", company.name, True),
        ("delivery", "Lager", True),
        ("delivery", "Port 3", False),
    ]:
        Address.objects.create(
            company=company,
            kind=kind,
            name=name,
            street=street,
            postcode=postcode,
            city=city,
            country=company.country,
            phone="91 33 07 52",
            is_default=default,
        )
    for area in areas.values():
        Relationship.objects.create(
            company=company, partner=partner, area=area, status="active", since=dt.date(2025, 1, 1)
        )
    return company


@pytest.fixture
def fjordbygg(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    entities: dict[str, SellingEntity],
    groups: dict[str, CustomerGroup],
    hansa_nord: Partner,
) -> Company:
    """A Norwegian building contractor: NOK, gold, price list of the group building."""
    with acting_in(stage):
        return _company(
            areas,
            hansa_nord,
            ("Sluppenvegen 18", "7037", "Trondheim"),
            number="104233",
            name="Fjordbygg AS",
            organisation_number="310000002",
            country="NO",
            language="nb",
            currency="NOK",
            entity=entities["NO"],
            tier="gold",
            group=groups["building"],
            email="faktura@fjordbygg.example",
            phone="73 00 00 01",
        )


@pytest.fixture
def rheintal(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    entities: dict[str, SellingEntity],
    groups: dict[str, CustomerGroup],
    hansa_sued: Partner,
) -> Company:
    """A German metal builder: EUR, silver."""
    with acting_in(stage):
        return _company(
            areas,
            hansa_sued,
            ("Rheinstraße 4", "55116", "Mainz"),
            number="208117",
            name="Rheintal Metallbau GmbH",
            vat_number="DE136695976",
            country="DE",
            language="de",
            currency="EUR",
            entity=entities["DE"],
            tier="silver",
            group=groups["metal"],
            email="rechnung@rheintal-metallbau.example",
            phone="06131 000001",
        )
