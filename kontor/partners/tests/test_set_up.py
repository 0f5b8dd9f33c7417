"""Setting up our side."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kontor.accounts.actions import create_account
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.actions import (
    MemberCannotBeStaff,
    Rate,
    add_area,
    add_entity,
    add_partner,
    add_staff,
    publish_terms,
    set_up_operator,
)
from kontor.partners.models import Operator, PartnerArea, ProductArea, SellingEntity, Staff

pytestmark = pytest.mark.django_db
TEXTS = {"nb": "Salg", "de": "Verkauf", "en": "Sale"}
SWEDEN: dict[str, Any] = {
    "name": "Hansa Industri AB",
    "country": "SE",
    "currency": "SEK",
    "street": "Hamngatan 1",
    "postcode": "111 47",
    "city": "Stockholm",
    "phone": "08 00 00 00",
    "email": "order@hansa-industri.example",
    "standard_tax": Decimal(25),
    "reduced_tax": Decimal(12),
}


def test_the_operators_administrator_sets_up_what_there_is(olav):
    with acting_in(olav):
        operator = set_up_operator(
            name="Hansa",
            colour="#112233",
            email="a@b.example",
            phone="1",
            silver_discount=Decimal(4),
            by=olav,
        )
        assert Operator.objects.get() == operator
        entity = add_entity(
            code="SE",
            rates=[Rate("parcel", Decimal(5), Decimal(99)), Rate("parcel", None, Decimal(199))],
            by=olav,
            **SWEDEN,
        )
        assert entity.shipping_rates.count() == 2
        area = add_area(code="pumps", name=TEXTS, by=olav)
        partner = add_partner(
            code="hansa-ost",
            name="Hansa Øst",
            country="SE",
            phone="1",
            email="a@b.example",
            areas=[area],
            postcodes=("10000", "19999"),
            by=olav,
        )
        served = PartnerArea.objects.get(partner=partner)
        assert (served.area, served.postcode_from, served.postcode_to) == (area, "10000", "19999")
        user = create_account(
            email="per@hansa-ost.example", language="nb", password="a long password", by=olav
        )
        staff = add_staff(user=user, role="sales", first_name="Per", last_name="Ek", partner=partner, by=olav)
        assert staff.scope.partner == partner.pk
        verbs = set(Entry.objects.values_list("verb", flat=True))
        assert {"operator.set_up", "entity.added", "area.added", "partner.added", "staff.added"} <= verbs


def test_terms_get_the_next_version_and_old_ones_stay(olav, terms):
    with acting_in(olav):
        newer = publish_terms(kind="sale", title=TEXTS, body=TEXTS, valid_from=dt.date(2027, 1, 1), by=olav)
        assert newer.version == terms["sale"].version + 1
        terms["sale"].refresh_from_db()
        assert terms["sale"].title_de == "sale de"


def test_nobody_else_does(sigrid, petra, stage):
    for person in (sigrid, petra):
        with acting_in(person):
            with pytest.raises(NotAllowed):
                add_entity(code="SE", by=person, **SWEDEN)
            with pytest.raises(NotAllowed):
                add_area(code="pumps", name=TEXTS, by=person)
    with acting_in(stage):
        assert not SellingEntity.objects.filter(code="SE").exists()
        assert not ProductArea.objects.filter(code="pumps").exists()


def test_a_member_of_a_company_is_no_staff(anna, olav):
    with acting_in(olav), pytest.raises(MemberCannotBeStaff):
        add_staff(user=anna.user, role="sales", first_name="Anna", last_name="Hagen", by=olav)
    with acting_in(olav):
        assert not Staff.objects.filter(last_name="Hagen").exists()
        assert not Entry.objects.filter(verb="staff.added", user_id=olav.user_id).exists()
