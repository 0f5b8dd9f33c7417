"""Three ways in, each switched by the operator's settings (ON-1), and who has one open already."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from kontor.kit import limits
from kontor.kit.scope import acting_in
from kontor.onboarding import applying
from kontor.onboarding.errors import RegistrationClosed
from kontor.onboarding.models import Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Operator, Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def our_side(areas, entities, terms, hansa_nord) -> None:
    """What registering needs of us."""


def set_ways(**ways: bool) -> None:
    with acting_in(STAGE):
        Operator.objects.update(**ways)


def test_with_open_registration_off_strangers_learn_how_to_be_invited(client: Client) -> None:
    set_ways(open_registration=False)
    page = client.get("/register/")
    assert page.status_code == 200
    assert "22 00 00 00" in page.content.decode()
    assert "onboarding/by_invitation.html" in [template.name for template in page.templates]
    assert form.person(client).status_code == 403
    with acting_in(STAGE):
        assert not Registration.objects.exists()
    with pytest.raises(RegistrationClosed):
        applying.start(email="a@b.example", language="nb", origin="1.2.3.4", kind="customer")


def test_the_front_door_and_the_sign_in_page_say_so_too(client: Client) -> None:
    assert "Bli kunde" in client.get("/").content.decode()
    set_ways(open_registration=False)
    assert "Bli kunde" not in client.get("/").content.decode()
    assert "Registrer firmaet" not in client.get("/accounts/login/").content.decode()


def test_who_began_before_it_was_closed_goes_on(client: Client, run_jobs: Callable[[], int]) -> None:
    form.person(client)
    set_ways(open_registration=False)
    assert form.colleague(client).url == "/register/company/"
    assert client.get("/register/").status_code == 200
    run_jobs()
    assert Client().get(form.link_in(mail.outbox[0]))["Location"] == "/register/company/"


def test_another_address_counts_as_another_start(client: Client) -> None:
    """Otherwise one registration could send mails to any number of strangers."""
    form.person(client)
    for number in range(applying.STARTS_AN_HOUR - 1):
        assert form.person(client, email=f"kari{number}@tbsaging.example").status_code == 302
    assert form.person(client, email="one@too.example").status_code == 429
    assert not limits.within(applying.STARTS_AN_HOUR, limits.HOUR, "registration.start", "127.0.0.1")


def test_the_operators_administrator_sets_the_ways(client_of: Callable[[Staff], Client], olav: Staff) -> None:
    page = client_of(olav).get("/admin/partners/operator/1/change/").content.decode()
    for name in ("open_registration", "by_invitation", "takes_over_accounts"):
        assert f'name="{name}"' in page
