"""Before what matters people prove once more that it is them, and go on where they were (ON-16)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.accounts.kept import KEPT
from kontor.accounts.tests.stage_second_factor import (
    SECRET,
    authenticators,
    give_app,
    give_passkey,
    secret_in,
    shown,
)
from kontor.companies.models import Member
from tests.cast import PASSWORD
from tests.cast.people import prove_recently

pytestmark = pytest.mark.django_db

APP = "/accounts/second-factor/app/"
ASKED = "/accounts/reauthenticate/?next=%2Faccounts%2Fsecond-factor%2Fapp%2F"


def an_hour_later(client: Client, person: Member) -> Client:
    prove_recently(client, person.user, seconds_ago=3600)
    return client


def test_the_password_is_asked_once_more(client_of: Callable[[Member], Client], anna: Member) -> None:
    client = an_hour_later(client_of(anna), anna)
    assert client.get(APP)["Location"] == ASKED
    assert 'name="password"' in client.get(ASKED).content.decode()
    assert client.post(ASKED, {"password": "wrong", "next": APP}).status_code == 422
    assert client.get(APP).status_code == 302
    assert client.post(ASKED, {"password": PASSWORD, "next": APP})["Location"] == APP
    assert client.get(APP).status_code == 200


def test_who_has_a_second_factor_proves_with_it(client_of: Callable[[Member], Client], anna: Member) -> None:
    client = client_of(anna)
    give_app(anna)
    assert client.get(APP)["Location"] == ASKED, "the password of a minute ago is not enough"
    assert 'name="password"' not in client.get(ASKED).content.decode()
    assert client.post(ASKED, {"password": PASSWORD, "next": APP}).status_code == 422
    assert client.post(ASKED, {"code": shown(SECRET), "next": APP})["Location"] == APP
    assert client.get(APP).status_code == 200


def test_what_was_posted_goes_on_by_itself(client_of: Callable[[Member], Client], anna: Member) -> None:
    passkey = give_passkey(anna)
    give_app(anna)
    client = an_hour_later(client_of(anna), anna)
    rename = f"/accounts/passkeys/{passkey.pk}/rename/"
    asked = client.post(rename, {"name": "Key in the safe"})["Location"]
    assert "Key in the safe" not in client.session[KEPT]["posted"], "kept so that only we can read it"
    back = client.post(asked, {"code": shown(SECRET), "next": rename})["Location"]
    assert back == rename
    assert client.get(back)["Location"] == "/accounts/security/"
    assert authenticators(anna.user, "webauthn")[0].data["name"] == "Key in the safe"
    assert client.get(rename).status_code == 200, "once"


def test_what_was_posted_with_a_mistake_comes_back_with_it(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    client = client_of(anna)
    client.get(APP)
    secret = secret_in(client)
    an_hour_later(client, anna)
    asked = client.post(APP, {"code": "000000"})["Location"]
    client.post(asked, {"password": PASSWORD, "next": APP})
    again = client.get(APP)
    assert again.status_code == 422
    assert 'value="000000"' in again.content.decode()
    assert secret_in(client) == secret


def test_nobody_is_led_to_a_strangers_page(client_of: Callable[[Member], Client], anna: Member) -> None:
    answer = client_of(anna).post(
        "/accounts/reauthenticate/", {"password": PASSWORD, "next": "https://evil.example/"}
    )
    assert answer["Location"] == "/accounts/"


def test_whoever_is_not_signed_in_signs_in_first(client: Client) -> None:
    assert client.get(APP)["Location"] == f"/accounts/login/?next={APP}"
