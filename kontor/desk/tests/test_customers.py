"""Customers at the desk: who finds and sees whom (ST-2)."""

from __future__ import annotations

import pytest

from kontor.companies.models import Company, Contact, Member, Role
from kontor.desk.tests.stage_queues import case, machine
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.people import make_member
from tests.queries import Counter

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("search", ["fjord", "{number}", "914 111", "anna hag", "ANNA@fjordbygg", ""])
def test_a_customer_is_found_by_what_one_knows(search: str, anna: Member, claudia, petra: Staff, client_of):
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(organisation_number="914111222")
    asked = search.format(number=anna.company.number)
    page = client_of(petra).get("/desk/customers/", {"q": asked}).content.decode()
    assert f"/desk/customers/{anna.company.number}/" in page
    assert claudia.company.name not in page


def test_a_partner_sees_its_own_the_operator_all(
    anna: Member, claudia: Member, petra, stefan, sigrid, client_of
):
    mine, other = (f"/desk/customers/{one.company.number}/" for one in (anna, claudia))
    for staff, statuses in ((petra, (200, 404)), (stefan, (404, 200)), (sigrid, (200, 200))):
        client = client_of(staff)
        assert (client.get(mine).status_code, client.get(other).status_code) == statuses
        page = client.get("/desk/customers/").content.decode()
        assert (mine in page, other in page) == tuple(status == 200 for status in statuses)
    assert client_of(petra).get(f"{other}members/{claudia.pk}/").status_code == 404
    assert client_of(petra).get(f"{mine}members/{claudia.pk}/").status_code == 404
    assert client_of(anna).get(mine).status_code == 403


def test_nothing_found_says_how_to_find(petra: Staff, client_of):
    page = client_of(petra).get("/desk/customers/", {"q": "nobody at all"}).content.decode()
    assert "Vis alle kunder" in page


def test_the_page_tells_who_it_is_and_what_runs(anna: Member, rita: Member, areas, petra: Staff, client_of):
    with acting_in(STAGE):
        Contact.objects.create(company=anna.company, name="Ola Krogh", purpose="Invoices", phone="90417725")
        Member.objects.filter(pk=rita.pk).update(is_active=False)
    case(anna)
    machine(anna, areas["construction"])
    page = client_of(petra).get(f"/desk/customers/{anna.company.number}/").content.decode()
    for words in (
        "Anna Hagen",
        "Rita Dahl",
        "Ola Krogh",
        "Hansa Nord",
        "1 sak",
        "1 åpen",
        "0 ordrer",
        "Deaktivert",
    ):
        assert words in page, words
    assert f"/desk/cases/?tab=all&amp;q={anna.company.number}" in page


def test_many_customers_and_many_people_ask_no_more(
    anna: Member, petra: Staff, hansa_nord, areas, client_of, at_most: Counter
):
    client, one = client_of(petra), f"/desk/customers/{anna.company.number}/"
    for page in ("/desk/customers/", one):
        client.get(page)
    with at_most(14) as few:
        client.get("/desk/customers/")
    with at_most(22) as alone:
        client.get(one)
    with acting_in(STAGE):
        for number in range(25):
            make_member(anna.company, f"Per{number}", "Ås", Role.READER)
            made = Company.objects.get(pk=anna.company_id)
            made.pk, made.number, made.name = None, f"77{number:04}", f"Berg {number}"
            made.save()
            made.relationships.create(
                partner=hansa_nord, area=areas["construction"], status="active", since="2026-01-01"
            )
    with at_most(14) as many:
        page = client.get("/desk/customers/").content.decode()
    assert "after=" in page
    assert len(few) == len(many) - 1  # what there are in all is counted once there is a second page
    with at_most(22) as crowded:
        assert "after=" in client.get(one).content.decode()
    assert len(alone) == len(crowded)
