"""The front door: what strangers see, and where everybody else is led."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.companies.models import Member
from kontor.home.example import EXAMPLE
from kontor.partners.models import Staff, Terms
from tests.cast import PASSWORD
from tests.queries import Counter

pytestmark = pytest.mark.django_db

type SignIn = Callable[[Member | Staff], Client]


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "Logg inn"), ("de", "Anmelden"), ("en", "Parts, machines and service.")]
)
def test_strangers_see_what_it_is(
    client: Client, terms: dict[str, Terms], language: str, words: str, at_most: Counter
) -> None:
    with at_most(1):
        page = client.get("/", headers={"accept-language": language})
    assert page.status_code == 200
    assert words in page.content.decode()


def test_whom_to_call_and_the_legal_texts_stand_at_the_foot(client: Client, terms: dict[str, Terms]) -> None:
    foot = client.get("/").content.decode().partition("<footer")[2]
    assert 'href="tel:22000000"' in foot
    assert "mailto:post@hansa-industri.example" in foot
    for kind in Terms.Kind.values:
        assert f"/legal/{kind}/" in foot


def test_only_texts_that_there_are_stand_at_the_foot(client: Client, stage: object) -> None:
    assert "/legal/" not in client.get("/").content.decode()


def test_one_signs_in_right_here(client: Client, anna: Member) -> None:
    assert 'action="/accounts/login/"' in client.get("/").content.decode()
    answer = client.post("/accounts/login/", {"login": anna.user.email, "password": PASSWORD})
    assert answer.status_code == 302
    assert client.get("/")["Location"] == "/overview/"


def test_staff_are_led_to_the_desk(client_of: SignIn, petra: Staff) -> None:
    assert client_of(petra).get("/")["Location"] == "/desk/"


def test_the_example_price_is_right() -> None:
    price = EXAMPLE.price
    own = price.list_price * (100 - price.list_discount) * (100 - price.tier_discount) / 10_000
    assert round(own, 2) == price.own
