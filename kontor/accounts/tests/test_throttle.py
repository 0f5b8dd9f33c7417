"""Guessing passwords is slow, and nobody is locked out for good (ON-12, ON-13)."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from kontor.companies.models import Member
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db

WRONG = "wrong"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """`later(60)`: so many seconds have passed since the test began."""
    began = time.time()
    return lambda seconds: monkeypatch.setattr("time.time", lambda: began + seconds)


def try_to(client: Client, login: str, password: str = WRONG, address: str = "192.0.2.1") -> HttpResponse:
    data = {"login": login, "password": password}
    answer: HttpResponse = client.post("/accounts/login/", data, REMOTE_ADDR=address)  # type: ignore[assignment]
    return answer


@pytest.mark.parametrize("login", ["anna@fjordbygg.example", "nobody@fjordbygg.example"])
def test_waits_grow_and_are_the_same_for_every_address(
    anna: Member, later: Callable[[float], None], login: str
) -> None:
    later(0)
    assert [try_to(Client(), login).status_code for _ in range(5)] == [422] * 5
    refused = try_to(Client(), login)
    assert (refused.status_code, refused["Retry-After"]) == (429, "30")
    assert "Du kan prøve igjen om 1 minutt" in refused.content.decode()
    assert f'value="{login}"' in refused.content.decode()
    later(31)
    assert try_to(Client(), login).status_code == 422
    assert try_to(Client(), login)["Retry-After"] == "60"
    later(31 + 15 * 60)
    assert try_to(Client(), login).status_code == 422, "never longer than a quarter of an hour"


def test_the_right_password_in_its_time_begins_anew(anna: Member, later: Callable[[float], None]) -> None:
    later(0)
    for _ in range(5):
        try_to(Client(), anna.user.email)
    assert try_to(Client(), anna.user.email, PASSWORD).status_code == 429
    later(31)
    assert try_to(Client(), anna.user.email, PASSWORD).status_code == 302
    assert try_to(Client(), anna.user.email).status_code == 422


def test_a_known_device_gets_in_while_a_stranger_guesses(anna: Member) -> None:
    hers = Client()
    assert try_to(hers, anna.user.email, PASSWORD).status_code == 302
    hers.post("/accounts/logout/")
    for _ in range(10):
        try_to(Client(), anna.user.email, address="198.51.100.7")
    assert try_to(Client(), anna.user.email, PASSWORD).status_code == 429
    assert try_to(hers, anna.user.email, PASSWORD).status_code == 302


def test_a_device_of_somebody_else_is_none_of_hers(anna: Member, bjorn: Member) -> None:
    his = Client()
    assert try_to(his, bjorn.user.email, PASSWORD).status_code == 302
    his.post("/accounts/logout/")
    assert [try_to(his, anna.user.email).status_code for _ in range(6)] == [422] * 5 + [429]


def test_who_guesses_at_many_accounts_waits_too(anna: Member, later: Callable[[float], None]) -> None:
    later(0)
    answers = [try_to(Client(), f"{n}@fjordbygg.example").status_code for n in range(21)]
    assert answers == [422] * 20 + [429]
    assert try_to(Client(), anna.user.email, PASSWORD, address="203.0.113.9").status_code == 302


def reset_link(run_jobs: Callable[[], int]) -> str:
    Client().post("/accounts/password/reset/", {"email": "anna@fjordbygg.example"})
    run_jobs()
    body = str(mail.outbox[-1].body)
    return body.partition("http://testserver")[2].split()[0]


def test_a_new_password_by_mail_forgives(anna: Member, run_jobs: Callable[[], int]) -> None:
    for _ in range(6):
        try_to(Client(), anna.user.email)
    form = Client()
    page = form.get(reset_link(run_jobs), follow=True)
    new = "a brand new pass phrase"
    form.post(page.request["PATH_INFO"], {"password1": new, "password2": new})
    assert try_to(Client(), anna.user.email, new).status_code == 302


def test_a_dead_link_says_which_it_is(
    anna: Member, run_jobs: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = reset_link(run_jobs)
    assert "24 timer" in str(mail.outbox[-1].body)
    with monkeypatch.context() as patch:
        tomorrow = timezone.now().replace(tzinfo=None) + dt.timedelta(hours=27)
        patch.setattr(PasswordResetTokenGenerator, "_now", lambda self: tomorrow)
        page = Client().get(link, follow=True).content.decode()
        assert "Den er eldre enn 24 timer" in page
        assert 'href="/accounts/password/reset/"' in page
    form = Client()
    page_of_form = form.get(link, follow=True)
    form.post(
        page_of_form.request["PATH_INFO"],
        {"password1": "a brand new phrase", "password2": "a brand new phrase"},
    )
    assert "Den er brukt allerede" in Client().get(link, follow=True).content.decode()
