"""Taking a place out of the address book."""

from __future__ import annotations

import pytest

from kontor.companies.models import Address, Company, Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lager(bjorn: Member, fjordbygg: Company) -> Address:
    """Where deliveries of Fjordbygg go unless one says otherwise."""
    with acting_in(bjorn):
        return Address.objects.get(company=fjordbygg, kind="delivery", name="Lager")


def defaults(member: Member) -> dict[str, bool]:
    """The company's delivery addresses, and which is the default."""
    with acting_in(member):
        places = Address.objects.filter(company=member.company_id, kind="delivery")
        return dict(places.values_list("name", "is_default"))


def test_it_is_asked_first_and_then_gone(bjorn: Member, lager: Address, client_of) -> None:
    client, path = client_of(bjorn), f"/company/addresses/{lager.pk}/remove/"
    assert f'href="{path}"' in client.get("/company/addresses/").content.decode()
    assert "Fjerne Lager?" in client.get(path).content.decode()
    assert "Lager" in defaults(bjorn)
    answer = client.post(path, follow=True)
    assert answer.redirect_chain == [("/company/addresses/", 302)]
    assert "Lager er fjernet." in answer.content.decode()
    with acting_in(bjorn):
        entry = Entry.objects.get(verb="address.removed")
    assert (entry.subject_id, entry.member_id) == (str(lager.pk), bjorn.pk)


def test_when_the_default_goes_another_takes_its_place(bjorn: Member, lager: Address, client_of) -> None:
    client_of(bjorn).post(f"/company/addresses/{lager.pk}/remove/")
    assert defaults(bjorn) == {"Port 3": True}


def test_who_may_not_change_addresses_removes_none(rita: Member, lager: Address, client_of) -> None:
    client, path = client_of(rita), f"/company/addresses/{lager.pk}/remove/"
    assert path not in client.get("/company/addresses/").content.decode()
    assert (client.get(path).status_code, client.post(path).status_code) == (403, 403)
    assert "Lager" in defaults(rita)


def test_another_companys_address_does_not_exist(
    claudia: Member, bjorn: Member, lager: Address, client_of
) -> None:
    client, path = client_of(claudia), f"/company/addresses/{lager.pk}/remove/"
    assert (client.get(path).status_code, client.post(path).status_code) == (404, 404)
    assert "Lager" in defaults(bjorn)
