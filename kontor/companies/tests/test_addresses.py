"""Adding and changing places."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.actions import add_address, change_address
from kontor.companies.errors import AddressNameTaken
from kontor.companies.models import Address, Company, Member
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff

pytestmark = pytest.mark.django_db
PLACE: dict[str, Any] = {"street": "Gata 9", "postcode": "7010", "city": "Trondheim", "country": "NO"}


def places(company: Company, kind: str) -> dict[str, bool]:
    """Names of the company's places, and which is the default."""
    return dict(Address.objects.filter(company=company, kind=kind).values_list("name", "is_default"))


def test_a_new_default_takes_the_place_of_the_old(bjorn: Member, fjordbygg: Company):
    with acting_in(bjorn):
        address = add_address(fjordbygg, kind="delivery", name="Rigg 4", is_default=True, by=bjorn, **PLACE)
        assert places(fjordbygg, "delivery") == {"Lager": False, "Port 3": False, "Rigg 4": True}
        entry = Entry.objects.get(verb="address.added")
        assert (entry.subject_id, entry.company_id, entry.member_id) == (
            str(address.pk),
            fjordbygg.pk,
            bjorn.pk,
        )


def test_a_name_is_there_once_per_kind(bjorn: Member, fjordbygg: Company):
    with acting_in(bjorn):
        with pytest.raises(AddressNameTaken):
            add_address(fjordbygg, kind="delivery", name="Lager", by=bjorn, **PLACE)
        lager = Address.objects.get(company=fjordbygg, name="Lager")
        with pytest.raises(AddressNameTaken):
            change_address(lager, name="Port 3", by=bjorn)
        add_address(fjordbygg, kind="billing", name="Lager", by=bjorn, **PLACE)


def test_only_what_changed_is_told(bjorn: Member, fjordbygg: Company):
    with acting_in(bjorn):
        lager = Address.objects.get(company=fjordbygg, name="Lager")
        change_address(lager, street=lager.street, city="Heimdal", by=bjorn)
        assert Entry.objects.get(verb="address.changed").details == {"fields": ["city"]}
        change_address(lager, city="Heimdal", by=bjorn)
        assert Entry.objects.filter(verb="address.changed").count() == 1


def test_who_may_not_change_addresses_changes_none(
    rita: Member, tom: Member, fjordbygg: Company, petra: Staff
):
    for person in (rita, tom, petra):
        with acting_in(person), pytest.raises(NotAllowed):
            add_address(fjordbygg, kind="delivery", name="Rigg 4", by=person, **PLACE)
    with acting_in(rita):
        assert "Rigg 4" not in places(fjordbygg, "delivery")
        assert not Entry.objects.filter(verb="address.added").exists()


def test_another_company_has_no_way_in(claudia: Member, fjordbygg: Company):
    with acting_in(claudia), pytest.raises(NotAllowed):
        add_address(fjordbygg, kind="delivery", name="Rigg 4", by=claudia, **PLACE)
