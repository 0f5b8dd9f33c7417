"""Which partner looks after a company in which product area."""

from __future__ import annotations

import pytest

from kontor.companies.actions import start_relationship
from kontor.companies.models import Relationship
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


def test_one_partner_at_a_time_in_an_area(sigrid, fjordbygg, hansa_nord, hansa_sued, areas):
    with acting_in(sigrid):
        start_relationship(fjordbygg, partner=hansa_sued, area=areas["office"], by=sigrid)
        start_relationship(fjordbygg, partner=hansa_sued, area=areas["office"], by=sigrid)
        office = Relationship.objects.filter(company=fjordbygg, area=areas["office"])
        assert sorted(office.values_list("partner__code", "status")) == [
            ("hansa-nord", "ended"),
            ("hansa-sued", "active"),
        ]
        assert Entry.objects.filter(verb="relationship.ended").count() == 1
        assert Entry.objects.filter(verb="relationship.started").count() == 1


def test_partner_staff_and_members_start_none(petra, anna, fjordbygg, hansa_nord, areas):
    for person in (petra, anna):
        with acting_in(person), pytest.raises(NotAllowed):
            start_relationship(fjordbygg, partner=hansa_nord, area=areas["office"], by=person)
