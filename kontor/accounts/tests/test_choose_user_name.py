"""A user name besides the e-mail address (ON-12)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db

PAGE = "/accounts/user-name/"
type ClientOf = Callable[[Member], Client]


def name_of(member: Member) -> str:
    member.user.refresh_from_db()
    return member.user.username


def changes() -> int:
    with acting_in(STAGE):
        return Entry.objects.filter(verb="account.user_name_chosen").count()


def test_one_signs_in_with_either(client_of: ClientOf, anna: Member, run_jobs: Callable[[], int]) -> None:
    assert client_of(anna).post(PAGE, {"username": "Anna.Berg-1"}).status_code == 302
    assert "Anna.Berg-1" in client_of(anna).get("/accounts/").content.decode()
    for login in ("Anna.Berg-1", "anna.BERG-1", anna.user.email):
        client = Client()
        assert client.post("/accounts/login/", {"login": login, "password": PASSWORD}).status_code == 302
        assert client.get("/accounts/").status_code == 200
    run_jobs()
    assert [message.to for message in mail.outbox if "Brukernavn" in message.subject] == [[anna.user.email]]
    assert changes() == 1


def test_without_one_it_is_the_address_again(client_of: ClientOf, anna: Member) -> None:
    client = client_of(anna)
    client.post(PAGE, {"username": "annab"})
    client.post(PAGE, {"username": "annab"})
    assert changes() == 1
    client.post(PAGE, {"username": ""})
    assert name_of(anna) == ""
    assert Client().post("/accounts/login/", {"login": "annab", "password": PASSWORD}).status_code == 422


@pytest.mark.parametrize(
    "typed", ["ANNAB", "annab", "bjorn@fjordbygg.example", "a b c", "ab", "x" * 61, "<b>"]
)
def test_a_name_that_is_taken_or_none_is_refused_beside_the_field(
    client_of: ClientOf, anna: Member, bjorn: Member, typed: str
) -> None:
    client_of(anna).post(PAGE, {"username": "annab"})
    answer = client_of(bjorn).post(PAGE, {"username": typed})
    assert answer.status_code == 422
    assert "username" in answer.context["form"].errors
    assert 'id="id_username_error"' in answer.content.decode()
    assert name_of(bjorn) == ""
    assert changes() == 1


def test_it_asks_again_who_one_is(client_of: ClientOf, anna: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(anna)
    monkeypatch.setattr("kontor.accounts.step_up.RECENT", 0)
    asked = client.post(PAGE, {"username": "annab"})
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert name_of(anna) == ""
