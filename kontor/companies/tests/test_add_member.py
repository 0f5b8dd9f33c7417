"""Adding members to a company, and groups of companies."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.accounts.actions import create_account
from kontor.companies.actions import add_group, add_member, add_role, change_rights
from kontor.companies.errors import MayNotGrant, StaffCannotBeMember
from kontor.companies.models import Member, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


def test_partner_staff_and_members_add_no_groups(petra, anna):
    for person in (petra, anna):
        with acting_in(person), pytest.raises(NotAllowed):
            add_group(code="bakers", name="Bakere", by=person)


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


def test_nobody_adds_a_member_who_may_more_than_they(anna, bjorn, fjordbygg, stage):
    with acting_in(stage):
        user = create_account(email="liv@fjordbygg.example", language="nb", by=stage)
    with acting_in(anna):
        lead = add_role(fjordbygg, name="Lead", permissions=["manage_users"], by=anna)
        bjorn = change_rights(bjorn, roles=[], own_role=lead, by=anna)
    with acting_in(bjorn), pytest.raises(MayNotGrant):
        add_member(fjordbygg, user=user, first_name="L", last_name="Å", roles=[Role.ADMINISTRATOR], by=bjorn)
    with acting_in(stage):
        assert not Member.objects.filter(user=user).exists()


def test_who_works_for_us_is_no_member(anna, fjordbygg, petra):
    with acting_in(anna), pytest.raises(StaffCannotBeMember):
        add_member(fjordbygg, user=petra.user, first_name="P", last_name="L", roles=[Role.BUYER], by=anna)
