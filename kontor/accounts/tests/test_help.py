"""What our staff does for the owner of an account (ON-15)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kontor.accounts import helping
from kontor.accounts.models import User
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db


def sign_in(client: Client, login: str, password: str) -> int:
    return client.post("/accounts/login/", {"login": login, "password": password}).status_code


def user_of(person: Member) -> User:
    with acting_in(STAGE):
        return User.objects.get(pk=person.user_id)


def test_a_temporary_password_is_replaced_before_anything_else(
    anna: Member, petra: Staff, run_jobs: Callable[[], int], client_of: Callable[[Member], Client]
) -> None:
    with acting_in(petra):
        password = helping.issue_temporary_password(anna.user, reason="Lost telephone", by=petra)
    run_jobs()
    (message,) = mail.outbox
    assert password not in str(message.body)
    assert "Lost telephone" in str(message.body)
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="account.temporary_password_issued")
    assert (entry.details["reason"], entry.subject_id) == ("Lost telephone", str(anna.user_id))
    client = Client()
    assert sign_in(client, anna.user.email, PASSWORD) == 422
    assert sign_in(client, anna.user.email, password) == 302
    assert client.get("/overview/")["Location"] == "/accounts/password/replace/"
    assert (
        client.get("/orders/", headers={"HX-Request": "true"})["HX-Redirect"] == "/accounts/password/replace/"
    )
    assert client.get("/accounts/password/replace/").status_code == 200
    same = {"password1": password, "password2": password}
    assert client.post("/accounts/password/replace/", same).status_code == 422
    new = "a brand new pass phrase"
    assert client.post("/accounts/password/replace/", {"password1": new, "password2": new})["Location"] == "/"
    assert client.get("/overview/").status_code == 200
    assert user_of(anna).password_expires_at is None
    assert client.get("/accounts/password/replace/").status_code == 302


def test_a_temporary_password_runs_out(anna: Member, petra: Staff) -> None:
    with acting_in(petra):
        password = helping.issue_temporary_password(anna.user, reason="Lost telephone", by=petra)
    with acting_in(STAGE):
        User.objects.filter(pk=anna.user_id).update(
            password_expires_at=timezone.now() - dt.timedelta(minutes=1)
        )
    client = Client()
    assert sign_in(client, anna.user.email, password) == 422
    assert client.get("/overview/").status_code == 302


@pytest.mark.parametrize("deed", ["issue_temporary_password", "confirm_address", "change_address"])
def test_members_may_not_and_without_a_reason_nobody(
    anna: Member, bjorn: Member, petra: Staff, deed: str
) -> None:
    before = user_of(bjorn).password
    more = {"email": "new@fjordbygg.example"} if deed == "change_address" else {}
    with acting_in(anna), pytest.raises(NotAllowed):
        getattr(helping, deed)(bjorn.user, reason="So", by=anna, **more)
    with acting_in(petra), pytest.raises(helping.HelpNeedsReason):
        getattr(helping, deed)(bjorn.user, reason=" ", by=petra, **more)
    assert user_of(bjorn).password == before
    assert user_of(bjorn).email == "bjorn@fjordbygg.example"
    with acting_in(STAGE):
        assert not Entry.objects.exists()


def test_an_address_is_confirmed_by_hand(anna: Member, petra: Staff, run_jobs: Callable[[], int]) -> None:
    with acting_in(petra):
        assert not helping.confirm_address(anna.user, reason="Seen the passport", by=petra)
    with acting_in(STAGE):
        anna.user.emailaddress_set.update(verified=False)  # type: ignore[attr-defined]
    with acting_in(petra):
        assert helping.confirm_address(anna.user, reason="Seen the passport", by=petra)
    run_jobs()
    assert sign_in(Client(), anna.user.email, PASSWORD) == 302
    assert [message.to for message in mail.outbox] == [["anna@fjordbygg.example"]]


def test_an_address_is_changed_and_both_are_told(
    anna: Member, bjorn: Member, petra: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(petra), pytest.raises(helping.AddressTaken):
        helping.change_address(anna.user, email="Bjorn@fjordbygg.example", reason="Married", by=petra)
    with acting_in(petra):
        helping.change_address(anna.user, email="Anna.Moe@fjordbygg.example", reason="Married", by=petra)
    run_jobs()
    told = sorted(message.to[0] for message in mail.outbox)
    assert told == ["anna.moe@fjordbygg.example", "anna@fjordbygg.example"]
    assert sign_in(Client(), "anna@fjordbygg.example", PASSWORD) == 422
    assert sign_in(Client(), "anna.moe@fjordbygg.example", PASSWORD) == 302
