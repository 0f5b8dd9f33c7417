"""Companies, their people, and who looks after them."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.accounts.actions import create_account
from kontor.companies.actions import (
    StaffCannotBeMember,
    WrongCurrency,
    add_company,
    add_group,
    add_member,
    start_relationship,
)
from kontor.companies.models import Company, Member, Relationship, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


def test_a_new_company_gets_its_partner_in_every_area(sigrid, entities, hansa_nord, areas):
    with acting_in(sigrid):
        company = add_company(
            number="1", name="Ny AS", entity=entities["NO"], language="nb", partner=hansa_nord, by=sigrid
        )
        assert (company.currency, company.country, company.tier) == ("NOK", "NO", "silver")
        active = Relationship.objects.filter(company=company, partner=hansa_nord, status="active")
        assert active.count() == len(areas)


def test_a_company_buys_in_its_entitys_currency(sigrid, entities):
    with acting_in(sigrid):
        with pytest.raises(WrongCurrency):
            add_company(
                number="1", name="Ny AS", entity=entities["NO"], language="nb", currency="EUR", by=sigrid
            )
        assert not Company.objects.filter(number="1").exists()


def test_partner_staff_and_members_add_no_companies_or_groups(petra, anna, entities):
    for person in (petra, anna):
        with acting_in(person):
            with pytest.raises(NotAllowed):
                add_company(number="1", name="Ny AS", entity=entities["NO"], language="nb", by=person)
            with pytest.raises(NotAllowed):
                add_group(code="bakers", name="Bakere", by=person)


def test_one_partner_at_a_time_in_an_area(sigrid, fjordbygg, hansa_nord, hansa_sued, areas):
    with acting_in(sigrid):
        start_relationship(fjordbygg, partner=hansa_sued, area=areas["office"], by=sigrid)
        start_relationship(fjordbygg, partner=hansa_sued, area=areas["office"], by=sigrid)
        office = Relationship.objects.filter(company=fjordbygg, area=areas["office"])
        assert set(office.values_list("partner__code", "status")) == {
            ("hansa-nord", "ended"),
            ("hansa-sued", "active"),
        }
        assert office.count() == 2
        assert Entry.objects.filter(verb="relationship.ended").count() == 1


def test_an_administrator_adds_members_and_a_buyer_does_not(anna, bjorn, fjordbygg, stage):
    with acting_in(stage):
        user = create_account(email="liv@fjordbygg.example", language="nb", by=stage)
    names: dict[str, Any] = {"first_name": "Liv", "last_name": "Ås"}
    with acting_in(bjorn), pytest.raises(NotAllowed):
        add_member(fjordbygg, user=user, roles=[Role.BUYER], by=bjorn, **names)
    with acting_in(anna):
        member = add_member(fjordbygg, user=user, roles=[Role.BUYER, Role.SERVICE], by=anna, **names)
        assert Member.objects.get(pk=member.pk).roles == ["buyer", "service"]
        assert Entry.objects.get(verb="member.added").details == {"roles": ["buyer", "service"]}


def test_who_works_for_us_is_no_member(anna, fjordbygg, petra):
    with acting_in(anna), pytest.raises(StaffCannotBeMember):
        add_member(fjordbygg, user=petra.user, first_name="P", last_name="L", roles=[Role.BUYER], by=anna)
