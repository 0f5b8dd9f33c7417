"""One person in two companies: for which one acts, everywhere and without doubt (CO-10)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kontor.companies.actions import add_address, add_member
from kontor.companies.models import Address, Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
PLACE: dict[str, Any] = {
    "street": "Gata 9",
    "postcode": "7010",
    "city": "Trondheim",
    "country": "NO",
    "phone": "",
}


@pytest.fixture
def also(anna, rheintal) -> Member:
    """Anna's second membership, in Rheintal."""
    with acting_in(STAGE):
        return add_member(
            rheintal, user=anna.user, first_name="Anna", last_name="Hagen", roles=["administrator"], by=STAGE
        )


def places(member: Member) -> set[str]:
    with acting_in(STAGE):
        return set(Address.objects.filter(company=member.company_id).values_list("name", flat=True))


def test_it_is_always_visible_for_which_company_one_acts(anna, also, client_of):
    page = client_of(anna).get("/company/").content.decode()
    assert "– Fjordbygg AS –" in page.split("</title>")[0]
    assert f'name="company" value="{also.company_id}"' in page
    assert f'name="acting_for" value="{anna.company_id}"' in page
    assert f'"X-Acting-For": "{anna.company_id}"' in page


def test_who_has_one_company_sees_nothing_of_it(anna, client_of):
    page = client_of(anna).get("/company/").content.decode()
    assert "acting_for" not in page
    assert "X-Acting-For" not in page
    assert "who-more" not in page


def test_switching_needs_no_new_sign_in_and_is_journalled(anna, also, client_of):
    client = client_of(anna)
    answer = client.post("/company/switch/", {"company": also.company_id, "next": "/company/"})
    assert (answer.status_code, answer["Location"]) == (302, "/company/")
    assert client.get("/company/").context["company"] == also.company
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="member.acted_for")
    assert (entry.company_id, entry.member_id) == (also.company_id, also.pk)


def test_it_is_never_done_by_get_nor_to_a_strangers_company_nor_leads_away(
    anna, also, rheintal, claudia, client_of
):
    client = client_of(anna)
    assert client.get(f"/company/switch/?company={also.company_id}").status_code == 405
    for company in ("", "x", "999999"):
        assert client.post("/company/switch/", {"company": company}).status_code == 404
    answer = client.post("/company/switch/", {"company": also.company_id, "next": "https://evil.example/"})
    assert answer["Location"] == "/"
    stranger = client_of(claudia)
    assert stranger.post("/company/switch/", {"company": anna.company_id}).status_code == 404
    assert stranger.get("/company/").context["company"] == rheintal


def test_a_membership_that_ended_is_no_longer_offered(anna, also, client_of):
    client = client_of(anna)
    client.post("/company/switch/", {"company": also.company_id})
    with acting_in(STAGE):
        Member.objects.filter(pk=also.pk).update(is_active=False)
    assert client.get("/company/").context["company"] == anna.company
    assert client.post("/company/switch/", {"company": also.company_id}).status_code == 404


def test_a_form_of_one_company_does_nothing_in_the_other(anna, also, client_of):
    client = client_of(anna)
    typed = PLACE | {"name": "Rigg 9", "acting_for": anna.company_id}
    client.post("/company/switch/", {"company": also.company_id})
    answer = client.post("/company/addresses/add/delivery/", typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Fjordbygg AS" in page
    assert '<input type="hidden" name="name" value="Rigg 9">' in page, "nothing typed is lost"
    assert "Rigg 9" not in places(anna) | places(also)
    answer = client.post("/company/addresses/add/delivery/", typed | {"switch_and_send": "1"})
    assert answer.status_code == 302
    assert "Rigg 9" in places(anna)
    assert "Rigg 9" not in places(also)
    assert client.get("/company/").context["company"] == anna.company


def test_sending_again_is_journalled_and_not_done_for_a_strangers_form(anna, also, client_of):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client_of(anna).cookies
    again = PLACE | {"name": "Rigg 9", "acting_for": also.company_id, "switch_and_send": "1"}
    assert strict.post("/company/addresses/add/delivery/", again).status_code == 403
    assert strict.get("/company/").context["company"] == anna.company
    assert "Rigg 9" not in places(also)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="member.acted_for").exists()
    client = client_of(anna)
    assert client.post("/company/addresses/add/delivery/", again).status_code == 302
    with acting_in(STAGE):
        assert Entry.objects.get(verb="member.acted_for").member_id == also.pk


def test_what_htmx_sends_says_it_in_a_header(anna, also, client_of):
    client = client_of(anna)
    client.post("/company/switch/", {"company": also.company_id})
    answer = client.post(
        "/company/addresses/add/delivery/",
        PLACE | {"name": "Rigg 9"},
        headers={"X-Acting-For": str(anna.company_id)},
    )
    assert answer.status_code == 409
    assert "Rigg 9" not in places(anna) | places(also)


def test_a_form_of_a_company_that_is_not_mine_is_no_way_in(anna, also, tom, claudia, client_of):
    client = client_of(claudia)
    answer = client.post(
        "/company/addresses/add/delivery/",
        PLACE | {"name": "Rigg 9", "acting_for": anna.company_id, "switch_and_send": "1"},
    )
    assert answer.status_code == 302, "she has one company only, and acts for it"
    assert "Rigg 9" not in places(anna)


def test_files_must_be_chosen_again(anna, also, client_of):
    client = client_of(anna)
    answer = client.post(
        "/company/addresses/add/delivery/",
        PLACE | {"acting_for": also.company_id, "file": SimpleUploadedFile("a.png", b"x")},
    )
    assert answer.status_code == 409
    assert "switch_and_send" not in answer.content.decode()


def test_a_link_to_a_thing_of_my_other_company_offers_to_switch(anna, also, claudia, client_of):
    with acting_in(claudia):
        theirs = add_address(claudia.company, kind="delivery", name="Halle 2", by=claudia, **PLACE)
    path = f"/company/addresses/{theirs.pk}/"
    client = client_of(anna)
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "Rheintal Metallbau GmbH" in page
    assert "Halle 2" not in page
    answer = client.post("/company/switch/", {"company": also.company_id, "next": path}, follow=True)
    assert answer.status_code == 200
    assert "Halle 2" in answer.content.decode()


def test_what_is_of_none_of_my_companies_does_not_exist(anna, also, bjorn, claudia, client_of):
    with acting_in(claudia):
        theirs = add_address(claudia.company, kind="delivery", name="Halle 2", by=claudia, **PLACE)
    assert "Rheintal" not in client_of(bjorn).get(f"/company/addresses/{theirs.pk}/").content.decode()
    answer = client_of(anna).get("/company/addresses/999999999/")
    assert answer.status_code == 404
    assert "switch" not in answer.content.decode().split("<main")[-1]


def test_a_look_into_the_other_company_leaves_no_trace(anna, also, client_of):
    """A page that opens a case marks it read, say: none of that happens while one looks."""
    with acting_in(STAGE):
        before = Entry.objects.count()
    client_of(anna).get("/company/addresses/999999999/")
    with acting_in(STAGE):
        assert Entry.objects.count() == before
