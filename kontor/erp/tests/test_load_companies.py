"""Companies, their addresses, and who looks after them."""

from __future__ import annotations

import pytest

from kontor.companies.models import Address, Company, Relationship
from kontor.erp.tests.conftest import COMPANY, Load
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjordbygg", "hansa_nord", "entities", "groups")]
DELIVERY = COMPANY | {"address_kind": "delivery", "address_name": "Port 3", "postcode": "0151"}


def test_a_company_comes_with_addresses_and_a_partner_in_each_area(loading: Load, stage, areas):
    loaded = loading("companies", [COMPANY, DELIVERY])
    assert loaded.rows("companies") == (1, 0, 0)
    assert loaded.rows("addresses") == (2, 0, 0)
    with acting_in(stage):
        company = Company.objects.select_related("entity", "group", "partner").get(number="300100")
        assert (company.entity.code, company.group and company.group.code, company.tier) == (
            "NO",
            "building",
            "gold",
        )
        billing = Address.objects.get(company=company, kind="billing")
        assert (billing.name, billing.country, billing.is_default) == ("Kontor", "NO", True)
        served = Relationship.objects.filter(company=company, partner=company.partner, status="active")
        assert served.count() == len(areas)
        entry = Entry.objects.get(verb="companies.loaded")
        assert (entry.actor, entry.details["loaded"], entry.details["rows"]["companies"]) == (
            "erp.load",
            2,
            [1, 0, 0],
        )


def test_the_same_file_again_changes_nothing(loading: Load):
    loading("companies", [COMPANY, DELIVERY])
    again = loading("companies", [COMPANY, DELIVERY])
    assert again.rows("companies") == (0, 0, 1)
    assert again.rows("addresses") == (0, 0, 2)
    assert again.rows("relationships") == (0, 0, 0)


def test_what_changed_is_changed_and_counted(loading: Load, stage):
    loading("companies", [COMPANY, DELIVERY])
    changed = loading("companies", [row | {"tier": "platinum"} for row in (COMPANY, DELIVERY)])
    assert changed.rows("companies") == (0, 1, 0)
    with acting_in(stage):
        assert Company.objects.get(number="300100").tier == "platinum"


def test_another_default_takes_the_place_of_the_first(loading: Load, stage):
    loading("companies", [COMPANY])
    loading("companies", [COMPANY | {"address_name": "Nytt kontor"}])
    with acting_in(stage):
        places = Address.objects.filter(company__number="300100", kind="billing")
        assert [(place.name, place.is_default) for place in places.order_by("name")] == [
            ("Kontor", False),
            ("Nytt kontor", True),
        ]


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"number": ""}, "missing", "number"),
        ({"number": "1" * 17}, "too_long", "number"),
        ({"number": "30 01"}, "not_a_code", "number"),
        ({"organisation_number": "310000028"}, "wrong_organisation_number", "organisation_number"),
        ({"vat_number": "310000028MVA"}, "wrong_vat_number", "vat_number"),
        ({"country": "Norway"}, "not_a_country", "country"),
        ({"language": "sv"}, "not_a_choice", "language"),
        ({"currency": "kroner"}, "not_a_currency", "currency"),
        ({"currency": "EUR"}, "wrong_currency", "currency"),
        ({"entity": "SE"}, "unknown", "entity"),
        ({"partner": "nobody"}, "unknown", "partner"),
        ({"tier": "iron"}, "not_a_choice", "tier"),
        ({"group": "bakers"}, "unknown", "group"),
        ({"email": "faktura"}, "not_an_email", "email"),
        ({"address_kind": ""}, "address_without_kind", "address_kind"),
        ({"address_default": "perhaps"}, "not_yes_or_no", "address_default"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason_and_the_others_load(loading: Load, change, reason, field):
    good = COMPANY | {"number": "300200"}
    loaded = loading("companies", [COMPANY | change, good])
    assert [(line, why, where) for line, why, where, _ in loaded.refused] == [(2, reason, field)]
    assert loaded.rows("companies") == (1, 0, 0)
    assert loaded.outcome.loaded == 1


def test_lines_that_contradict_or_repeat_earlier_ones_are_refused(loading: Load):
    other_name = DELIVERY | {"name": "Vinge & Co AS"}
    second_default = COMPANY | {"address_name": "Annet kontor"}
    loaded = loading("companies", [COMPANY, other_name, COMPANY, second_default])
    assert [(line, reason) for line, reason, _, _ in loaded.refused] == [
        (3, "other_company_columns"),
        (4, "repeated"),
        (5, "second_default"),
    ]


def test_an_incomplete_address_is_loaded_and_noted(loading: Load, stage):
    assert loading("companies", [COMPANY | {"postcode": ""}]).notes == ["address_incomplete"]
    with acting_in(stage):
        assert Address.objects.get(company__number="300100").postcode == ""


def test_a_number_of_another_country_is_taken_as_it_is(loading: Load, stage):
    german = COMPANY | {
        "country": "DE",
        "organisation_number": "Kempten HRB 990117",
        "vat_number": "DE136695976",
    }
    assert loading("companies", [german]).refused == []
    with acting_in(stage):
        assert Company.objects.get(number="300100").organisation_number == "Kempten HRB 990117"
