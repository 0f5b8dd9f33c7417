"""A second factor is set up, asked for, used up and taken away (ON-16)."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from kontor.accounts import keyring
from kontor.accounts import second_factor_actions as actions
from kontor.accounts.second_factor_views import NEW_CODES
from kontor.accounts.tests.stage_second_factor import (
    SECRET,
    authenticators,
    give_app,
    give_passkey,
    secret_in,
    shown,
)
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import PASSWORD, STAGE
from tests.cast.people import prove_recently

pytestmark = pytest.mark.django_db

APP = "/accounts/second-factor/app/"


def verbs(user_id: int) -> list[str]:
    with acting_in(STAGE):
        return list(Entry.objects.filter(user_id=user_id).order_by("at", "pk").values_list("verb", flat=True))


def first_step(person: Member) -> Client:
    """A browser that has typed the password."""
    client = Client()
    answer = client.post("/accounts/login/", {"login": person.user.email, "password": PASSWORD})
    assert answer["Location"] == "/accounts/login/second-factor/"
    return client


def test_our_app_shows_what_the_rfc_says() -> None:
    """RFC 6238, appendix B, its last six figures."""
    assert [shown(SECRET, at) for at in (59, 1111111109, 1234567890, 2000000000)] == [
        "287082", "081804", "005924", "279037",
    ]  # fmt: skip


def test_an_app_is_set_up_with_its_first_code(
    client_of: Callable[[Member], Client], anna: Member, run_jobs: Callable[[], int]
) -> None:
    client = client_of(anna)
    page = client.get(APP).content.decode()
    secret = secret_in(client)
    assert "data:image/svg+xml;base64," in page
    assert secret in page.replace(" ", "")
    assert client.get(APP).content.decode().count(f"secret={secret}") == 1, "the same after a reload"

    refused = client.post(APP, {"code": "000000"})
    assert refused.status_code == 422
    assert authenticators(anna.user) == []

    answer = client.post(APP, {"code": shown(secret), "next": "/orders/"})
    assert answer["Location"] == "/accounts/second-factor/codes/?next=%2Forders%2F"
    assert [one.type for one in authenticators(anna.user)] == ["totp", "recovery_codes"]
    assert verbs(anna.user_id)[-2:] == ["account.app_set_up", "account.recovery_codes_made"]
    run_jobs()
    assert [message.to for message in mail.outbox] == [[anna.user.email]]


def test_the_database_does_not_tell_the_secret(client_of: Callable[[Member], Client], anna: Member) -> None:
    client = client_of(anna)
    client.get(APP)
    secret = secret_in(client)
    client.post(APP, {"code": shown(secret)})
    before = client.session[NEW_CODES]
    codes = client.get("/accounts/second-factor/codes/").context["codes"]
    with acting_in(STAGE), connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(data::text, '') FROM mfa_authenticator")
        (stored,) = cursor.fetchone()
        cursor.execute("SELECT session_data FROM django_session")
        sessions = [row for (row,) in cursor.fetchall()]
    assert secret not in stored
    assert len(codes) == 10
    assert not any(code.replace(" ", "") in stored + before for code in codes)
    assert sessions
    assert all(secret not in row for row in sessions)


def test_keys_are_changed_by_putting_a_new_one_in_front(anna: Member, settings: Any) -> None:
    settings.ENCRYPTION_KEYS = ["old"]
    give_app(anna)
    settings.ENCRYPTION_KEYS = ["new"]
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("renew_secrets")
    settings.ENCRYPTION_KEYS = ["new", "old"]
    call_command("renew_secrets")
    settings.ENCRYPTION_KEYS = ["new"]
    (app,) = authenticators(anna.user)
    assert keyring.decrypt(app.data["secret"]) == SECRET
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": shown(SECRET)}).status_code == 302


def test_who_runs_the_portal_resets_what_nobody_else_can(olav: Staff, run_jobs: Callable[[], int]) -> None:
    give_app(olav)
    call_command(
        "reset_second_factor", olav.user.email.upper(), reason="Telephone at the bottom of the fjord"
    )
    assert authenticators(olav.user) == []
    run_jobs()
    assert [message.to for message in mail.outbox] == [[olav.user.email]]
    for address in (olav.user.email, "nobody@hansa-industri.example"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", address, reason="x")


def test_recovery_codes_are_shown_once(client_of: Callable[[Member], Client], anna: Member) -> None:
    client = client_of(anna)
    client.get(APP)
    client.post(APP, {"code": shown(secret_in(client))})
    first = client.get("/accounts/second-factor/codes/")
    assert len(first.context["codes"]) == 10
    assert first.context["codes"][0] in first.content.decode()
    assert client.get("/accounts/second-factor/codes/").context["codes"] == []


def test_signing_in_takes_the_code_too(anna: Member) -> None:
    give_app(anna)
    client = first_step(anna)
    assert client.get("/overview/").status_code == 302, "not in yet"
    assert "account.signed_in" not in verbs(anna.user_id)
    refused = client.post("/accounts/login/second-factor/", {"code": "000000"})
    assert refused.status_code == 422
    assert client.get("/overview/").status_code == 302
    assert client.post("/accounts/login/second-factor/", {"code": shown(SECRET)})["Location"] == "/"
    assert client.get("/overview/").status_code == 200
    assert verbs(anna.user_id) == ["account.second_factor_refused", "account.signed_in"]


def test_a_code_works_once(anna: Member) -> None:
    give_app(anna)
    code = shown(SECRET)
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": code}).status_code == 302
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": code}).status_code == 422


@pytest.mark.parametrize(("age", "status"), [(30, 302), (90, 422), (-60, 422)])
def test_the_code_before_still_counts_older_and_later_ones_do_not(
    anna: Member, age: int, status: int
) -> None:
    give_app(anna)
    client = first_step(anna)
    code = shown(SECRET, time.time() - age)
    assert client.post("/accounts/login/second-factor/", {"code": code}).status_code == status


def test_guessing_ends_after_some_tries(anna: Member) -> None:
    give_app(anna)
    client = first_step(anna)
    for _ in range(5):
        client.post("/accounts/login/second-factor/", {"code": "000000"})
    answer = client.post("/accounts/login/second-factor/", {"code": shown(SECRET)})
    assert answer.status_code in {422, 429}
    assert "account.signed_in" not in verbs(anna.user_id)


def test_a_recovery_code_stands_in_for_the_app_once(anna: Member, run_jobs: Callable[[], int]) -> None:
    give_passkey(anna)
    with acting_in(anna):
        code = actions.renew_codes(anna.user)[3]
    run_jobs()
    mail.outbox.clear()
    typed = f" {code[:5]}-{code[5:]} "
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": typed}).status_code == 302
    run_jobs()
    assert [message.to for message in mail.outbox] == [[anna.user.email]]
    assert "account.recovery_code_used" in verbs(anna.user_id)
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": typed}).status_code == 422


def test_new_recovery_codes_make_the_old_ones_void(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    give_passkey(anna)
    with acting_in(anna):
        (old, *_) = actions.renew_codes(anna.user)
    client = client_of(anna)
    prove_recently(client, anna.user, method="mfa")
    assert client.post("/accounts/second-factor/codes/renew/")["Location"] == "/accounts/second-factor/codes/"
    assert len(client.get("/accounts/second-factor/codes/").context["codes"]) == 10
    assert first_step(anna).post("/accounts/login/second-factor/", {"code": old}).status_code == 422


def test_the_app_is_replaced_only_by_a_working_one(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    (before,) = [give_app(anna)]
    client = client_of(anna)
    prove_recently(client, anna.user, method="mfa")
    client.get(APP)
    client.post(APP, {"code": "000000"})
    assert authenticators(anna.user, "totp") == [before]
    client.post(APP, {"code": shown(secret_in(client))})
    (now,) = authenticators(anna.user, "totp")
    assert now != before
    assert "account.app_replaced" in verbs(anna.user_id)


def test_without_any_other_the_recovery_codes_go_too(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    passkey = give_passkey(anna)
    give_app(anna)
    client = client_of(anna)
    prove_recently(client, anna.user, method="mfa")
    client.post("/accounts/second-factor/app/remove/")
    assert {one.type for one in authenticators(anna.user)} == {"webauthn", "recovery_codes"}
    client.post(f"/accounts/passkeys/{passkey.pk}/remove/")
    assert authenticators(anna.user) == []
    assert verbs(anna.user_id)[-2:] == ["account.app_removed", "account.passkey_removed"]


def test_a_passkey_has_the_name_that_one_gives_it(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    passkey = give_passkey(anna)
    client = client_of(anna)
    prove_recently(client, anna.user, method="mfa")
    assert client.post(f"/accounts/passkeys/{passkey.pk}/rename/", {"name": ""}).status_code == 422
    client.post(f"/accounts/passkeys/{passkey.pk}/rename/", {"name": "Key in the safe"})
    assert "Key in the safe" in client.get("/accounts/security/").content.decode()


def test_nobody_touches_anothers_passkey(
    client_of: Callable[[Member], Client], anna: Member, bjorn: Member
) -> None:
    passkey = give_passkey(anna)
    client = client_of(bjorn)
    for verb in ("rename", "remove"):
        assert client.get(f"/accounts/passkeys/{passkey.pk}/{verb}/").status_code == 404
        assert client.post(f"/accounts/passkeys/{passkey.pk}/{verb}/", {"name": "x"}).status_code == 404
    assert authenticators(anna.user, "webauthn")[0].data["name"] == "Telephone"


@pytest.mark.parametrize("answer", ["", "none", "{}", "[]", json.dumps({"response": {"userHandle": "x"}})])
def test_what_no_device_said_signs_nobody_in(client: Client, anna: Member, answer: str) -> None:
    client.get("/accounts/login/passkey/")
    refused = client.post("/accounts/login/passkey/", {"credential": answer, "next": "/orders/"})
    assert refused["Location"] == "/accounts/login/?next=%2Forders%2F"
    assert client.get("/overview/").status_code == 302
    assert client.get(refused["Location"]).status_code == 200


@pytest.mark.parametrize("answer", ["", "none", "{}", "[]"])
def test_what_no_device_made_is_no_passkey(
    client_of: Callable[[Member], Client], anna: Member, answer: str
) -> None:
    client = client_of(anna)
    refused = client.post("/accounts/passkeys/add/", {"name": "x", "credential": answer})
    assert refused.status_code == 422
    assert authenticators(anna.user) == []


def test_a_forgotten_password_does_not_get_around_it(
    client: Client, anna: Member, run_jobs: Callable[[], int]
) -> None:
    give_app(anna)
    client.post("/accounts/password/reset/", {"email": anna.user.email})
    run_jobs()
    (message,) = mail.outbox
    (link,) = re.findall(r"http://testserver(/accounts/password/reset/key/\S+)", str(message.body))
    form = client.get(link, follow=True)
    new = "a brand new pass phrase"
    client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert client.get("/overview/").status_code == 302
    answer = client.post("/accounts/login/", {"login": anna.user.email, "password": new})
    assert answer["Location"] == "/accounts/login/second-factor/"
