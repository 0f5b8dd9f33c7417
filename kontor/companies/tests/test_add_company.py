"""Adding companies."""

from __future__ import annotations

import pytest

from kontor.companies.actions import add_company
from kontor.companies.models import Company
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


def test_a_company_buys_in_the_currency_and_country_of_its_entity(sigrid, entities):
    with acting_in(sigrid):
        company = add_company(number="1", name="Neu GmbH", entity=entities["DE"], language="de", by=sigrid)
        company.refresh_from_db()
        assert (company.currency, company.country) == ("EUR", "DE")
        assert Entry.objects.get(verb="company.added").company_id == company.pk


def test_partner_staff_and_members_add_none(petra, anna, entities):
    for person in (petra, anna):
        with acting_in(person), pytest.raises(NotAllowed):
            add_company(number="1", name="Ny AS", entity=entities["NO"], language="nb", by=person)
    with acting_in(petra):
        assert not Company.objects.filter(number="1").exists()
