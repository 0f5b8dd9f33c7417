"""What people say about themselves on the page of their account (CO-6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

PAGE = "/company/me/"
TYPED = {
    "first_name": "Anna Marie",
    "last_name": "Hagen Moe",
    "title": "Innkjøpssjef",
    "phone": "+47 900 00 000",
}
type ClientOf = Callable[[Member | Staff], Client]


def changes() -> list[list[str]]:
    with acting_in(STAGE):
        return [entry.details["fields"] for entry in Entry.objects.filter(verb="member.own_data_changed")]


def test_name_position_and_telephone(client_of: ClientOf, anna: Member) -> None:
    client = client_of(anna)
    assert PAGE in client.get("/accounts/").content.decode()
    assert client.post(PAGE, TYPED)["Location"] == "/accounts/"
    page = client.get("/accounts/").content.decode()
    assert all(value in page for value in ("Anna Marie Hagen Moe", "Innkjøpssjef", "+47 900 00 000"))
    assert changes() == [sorted(TYPED)]
    client.post(PAGE, TYPED)
    assert len(changes()) == 1, "nothing is different"


@pytest.mark.parametrize("lacking", ["first_name", "last_name"])
def test_a_name_is_asked_for_beside_its_field(client_of: ClientOf, anna: Member, lacking: str) -> None:
    answer = client_of(anna).post(PAGE, TYPED | {lacking: " "})
    assert answer.status_code == 422
    assert f'id="id_{lacking}_error"' in answer.content.decode()
    assert "Innkjøpssjef" in answer.content.decode(), "what was typed stays"
    assert changes() == []


def test_ours_are_told_who_changes_theirs(client_of: ClientOf, petra: Staff) -> None:
    page = client_of(petra).get("/accounts/").content.decode()
    assert petra.name in page
    assert PAGE not in page
    assert client_of(petra).post(PAGE, TYPED).status_code == 403
    assert changes() == []


def test_the_tabs_lead_to_all_of_it(client_of: ClientOf, anna: Member, petra: Staff) -> None:
    tabs = (
        "/accounts/",
        "/accounts/security/",
        "/notifications/mails/",
        "/accounts/language/choose/",
        "/accounts/my-data/",
    )
    for person in (anna, petra):
        client = client_of(person)
        for tab in tabs:
            page = client.get(tab).content.decode().partition("<main")[2]
            assert all(f'href="{other}"' in page for other in tabs)
            assert f'<a href="{tab}" aria-current="page">' in page
    for page in ("/company/looks/", "/legal/consents/"):
        assert (
            '<a href="/accounts/my-data/" aria-current="page">' in client_of(anna).get(page).content.decode()
        )
