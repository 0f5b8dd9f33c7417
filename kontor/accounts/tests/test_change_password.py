"""A new password in place of the old one, which is asked; who has a second factor proves with it first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from kontor.accounts.tests.stage_second_factor import SECRET, give_app, shown
from kontor.companies.models import Member
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db

CHANGE = "/accounts/password/change/"
NEW = "a brand new pass phrase"


def typed(old: str) -> dict[str, str]:
    return {"oldpassword": old, "password1": NEW, "password2": NEW}


def test_changing_the_password_asks_for_the_old_one(
    client_of: Callable[[Member], Client], anna: Member, run_jobs: Callable[[], int]
) -> None:
    client = client_of(anna)
    assert client.post(CHANGE, typed("wrong")).status_code == 422
    anna.user.refresh_from_db()
    assert anna.user.check_password(PASSWORD)
    assert client.post(CHANGE, typed(PASSWORD)).status_code == 302
    anna.user.refresh_from_db()
    assert anna.user.check_password(NEW)
    run_jobs()
    assert [message.to for message in mail.outbox] == [[anna.user.email]]


def test_who_has_a_second_factor_proves_with_it_too(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    client = client_of(anna)
    give_app(anna)
    asked = client.get(CHANGE)["Location"]
    assert asked == "/accounts/reauthenticate/?next=%2Faccounts%2Fpassword%2Fchange%2F"
    assert client.post(CHANGE, typed(PASSWORD))["Location"] == asked
    anna.user.refresh_from_db()
    assert anna.user.check_password(PASSWORD)
    client.post(asked, {"code": shown(SECRET), "next": CHANGE})
    assert client.get(CHANGE).status_code in {200, 302}
