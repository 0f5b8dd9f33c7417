"""Signing in and out, and the password that was forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kontor.accounts import jobs
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.ids import uuid7
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db


def verbs(user_id: int) -> list[str]:
    """What the journal says about a person's account."""
    with acting_in(STAGE):
        return list(Entry.objects.filter(user_id=user_id).order_by("at").values_list("verb", flat=True))


def test_a_member_signs_in_by_address(client: Client, anna: Member) -> None:
    answer = client.post("/accounts/login/", {"login": "ANNA@fjordbygg.example", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/")["Location"] == "/overview/"
    assert "Anna" in client.get("/overview/").content.decode()
    assert verbs(anna.user_id) == ["account.signed_in"]


@pytest.mark.parametrize("login", ["anna@fjordbygg.example", "nobody@fjordbygg.example", "anna.h", "nobody"])
def test_a_wrong_password_is_worked_out_once_whoever_it_is(
    client: Client, anna: Member, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with acting_in(STAGE):
        anna.user.username = "anna.h"
        anna.user.save()
    worked_out = []
    hashing = MD5PasswordHasher.encode

    def encode(self: MD5PasswordHasher, password: str, salt: str) -> str:
        worked_out.append(password)
        return hashing(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", encode)
    assert client.post("/accounts/login/", {"login": login, "password": "wrong"}).status_code == 422
    assert worked_out == ["wrong"]


def test_a_member_signs_in_by_user_name(client: Client, anna: Member) -> None:
    with acting_in(STAGE):
        anna.user.username = "anna.h"
        anna.user.save()
    answer = client.post("/accounts/login/", {"login": "anna.h", "password": PASSWORD})
    assert answer.status_code == 302


def test_staff_land_at_the_desk(client: Client, petra: Staff) -> None:
    client.force_login(petra.user)
    assert client.get("/")["Location"] == "/desk/"


@pytest.mark.parametrize("login", ["anna@fjordbygg.example", "nobody@fjordbygg.example"])
def test_a_wrong_password_says_the_same_for_every_address(client: Client, anna: Member, login: str) -> None:
    answer = client.post("/accounts/login/", {"login": login, "password": "wrong"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "E-postadressen og passordet passer ikke sammen." in page
    assert f'value="{login}"' in page
    assert "account.signed_in" not in verbs(anna.user_id)


def test_nobody_signs_up_here(client: Client, stage: object) -> None:
    page = client.get("/accounts/signup/")
    assert "<form" not in page.content.decode().partition("<main")[2].partition("</main")[0]
    assert (
        client.post("/accounts/signup/", {"email": "a@b.example", "password1": PASSWORD}).status_code == 200
    )
    with acting_in(STAGE):
        assert not Entry.objects.exists()


def test_a_deactivated_member_is_out_at_the_next_request(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    client = client_of(anna)
    assert client.get("/overview/").status_code == 200
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=False)
    assert client.get("/overview/").status_code == 403


@pytest.mark.parametrize("known", [True, False])
def test_a_forgotten_password_answers_the_same_for_every_address(
    client: Client, anna: Member, run_jobs: Callable[[], int], known: bool
) -> None:
    email = "anna@fjordbygg.example" if known else "nobody@fjordbygg.example"
    answer = client.post("/accounts/password/reset/", {"email": email})
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/password/reset/done/")
    assert run_jobs() == 1
    assert len(mail.outbox) == int(known)
    assert verbs(anna.user_id) == ["account.password_reset_asked"] * known


def test_the_answer_takes_the_same_work_for_every_address(client: Client, anna: Member) -> None:
    """Who has the address is looked up by a job (ON-13)."""
    client.get("/accounts/password/reset/")
    asked = []
    for email in ("anna@fjordbygg.example", "nobody@fjordbygg.example"):
        with CaptureQueriesContext(connection) as queries:
            client.post("/accounts/password/reset/", {"email": email})
        asked.append([re.sub(r"\d+|'[^']*'", "?", query["sql"]) for query in queries])
    assert asked[0] == asked[1]
    assert not [statement for statement in asked[0] if "accounts_user" in statement]


def test_who_asks_too_often_is_told_when_it_works_again(client: Client, anna: Member) -> None:
    for _ in range(20):
        client.post("/accounts/password/reset/", {"email": f"{uuid7()}@fjordbygg.example"})
    answer = client.post("/accounts/password/reset/", {"email": "anna@fjordbygg.example"})
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Du kan prøve igjen om 1 minutt." in answer.content.decode()
    assert verbs(anna.user_id) == []


def test_the_link_from_the_mail_sets_a_new_password_once(
    client: Client, anna: Member, run_jobs: Callable[[], int]
) -> None:
    client.post("/accounts/password/reset/", {"email": "anna@fjordbygg.example"})
    run_jobs()
    (message,) = mail.outbox
    assert message.to == ["anna@fjordbygg.example"]
    found = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", str(message.body))
    assert found
    form = client.get(found[1], follow=True)
    assert "no-store" in form["Cache-Control"]
    new = "a brand new pass phrase"
    done = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert done["Location"] == "/accounts/password/reset/key/done/"
    assert client.login(email="anna@fjordbygg.example", password=new)
    assert "account.password_changed" in verbs(anna.user_id)
    again = Client().get(found[1], follow=True)
    assert 'name="password1"' not in again.content.decode()


def test_nobody_floods_a_mail_box_with_links(anna: Member, run_jobs: Callable[[], int]) -> None:
    with acting_in(STAGE):
        for _n in range(jobs.MOST_RESETS + 2):
            jobs.look_up_and_mail_reset.defer(email=anna.user.email, request=str(uuid7()))
    run_jobs()
    assert len(mail.outbox) == jobs.MOST_RESETS
    assert verbs(anna.user_id) == ["account.password_reset_asked"] * jobs.MOST_RESETS


def test_the_language_is_kept_in_the_account(client_of: Callable[[Member], Client], anna: Member) -> None:
    client = client_of(anna)
    client.post("/accounts/language/", {"language": "de", "next": "/overview/"})
    assert '<html lang="de"' in client.get("/overview/").content.decode()
    client.post("/accounts/language/", {"language": "xx", "next": "https://evil.example/"})
    assert '<html lang="de"' in client.get("/accounts/").content.decode()
    assert verbs(anna.user_id) == ["account.language_chosen"]
