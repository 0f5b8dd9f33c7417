"""One's own data, to read, to take along, to delete; what stays has no name on it (CO-9)."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.core import mail
from django.test import Client

from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import User
from kontor.catalogue.models import Product
from kontor.companies.actions import add_contact, add_member
from kontor.companies.errors import ErasureNotForStaff, LastAdministrator
from kontor.companies.jobs import erase_account
from kontor.companies.models import Contact, Erasure, Member
from kontor.companies.privacy import ask_erasure, known_about, package
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.orders.models import Order
from tests.cast import PASSWORD, STAGE
from tests.cast.people import prove_recently
from tests.furnishing import furnish

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(bjorn: Member, anna: Member, products: dict[str, Product]) -> Member:
    """Bjørn, with a row of his in every table."""
    furnish(bjorn, products["HI-440718"])
    return bjorn


def signed_in(person) -> Client:
    """By the form, so that the password was typed a moment ago."""
    client = Client()
    client.post("/accounts/login/", {"login": person.user.email, "password": PASSWORD})
    return client


def ask(person) -> None:
    with acting_in(AccountHolder(person.user_id)):
        ask_erasure(person.user, by=AccountHolder(person.user_id))


def test_the_page_and_the_download_have_what_is_mine_and_nothing_else(owner, claudia):
    with acting_in(owner):
        titles = {one.personal.model for one in known_about(owner.user)}
        assert {"orders.Order", "companies.Member", "accounts.User", "service.Message"} <= titles
        packed = zipfile.ZipFile(io.BytesIO(package(owner.user)))
    data = json.loads(packed.read("data.json"))["data"]
    assert [one["email"] for one in data["accounts.User"]] == [owner.user.email]
    assert [one["number"] for one in data["orders.Order"]] == ["A-104233"]
    assert claudia.user.email not in packed.read("data.json").decode()
    assert "Anna" not in packed.read("data.json").decode()


def test_the_download_asks_who_it_is(owner, client_of):
    client = client_of(owner)
    prove_recently(client, owner.user, seconds_ago=3600)
    assert client.get("/accounts/my-data/download/").status_code == 302
    answer = signed_in(owner).get("/accounts/my-data/download/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/zip")
    with acting_in(STAGE):
        assert Entry.objects.get(verb="account.data_downloaded").user_id == owner.user_id


def test_the_page_says_words_where_the_download_has_codes(owner, client_of):
    page = client_of(owner).get("/accounts/my-data/").content.decode().partition("<main")[2]
    for code in (f"[&#x27;{owner.roles[0]}", ">True<", ">False<", ">placed<", ">buyer<", ">nb<"):
        assert code not in page
    assert ">Ja<" in page
    assert ">Norsk<" in page
    with acting_in(owner), zipfile.ZipFile(io.BytesIO(package(owner.user))) as packed:
        data = json.loads(packed.read("data.json"))["data"]
    assert data["accounts.User"][0]["language"] == "nb"


def test_deleting_asks_again_who_one_is(owner, client_of):
    client = client_of(owner)
    prove_recently(client, owner.user, seconds_ago=3600)
    for method in ("get", "post"):
        answer = getattr(client, method)("/accounts/my-data/delete/", {"sure": "on"})
        assert answer["Location"].startswith("/accounts/reauthenticate/")
    with acting_in(STAGE):
        assert not Erasure.objects.exists()
        assert not Entry.objects.filter(verb="account.erasure_asked").exists()


def test_a_dry_run_shows_what_would_go_and_what_stays(owner):
    page = signed_in(owner).get("/accounts/my-data/delete/")
    assert {"Cart", "Notification", "Member"} <= {
        one.personal.model.split(".")[1] for one in page.context["goes"]
    }
    assert {"Order", "Case"} <= {one.personal.model.split(".")[1] for one in page.context["stays"]}
    with acting_in(STAGE):
        assert not Erasure.objects.exists()


def test_deleting_leaves_orders_with_a_former_user(owner, anna, run_jobs, client_of):
    email = owner.user.email
    with acting_in(anna):
        add_contact(
            anna.company, name="Bjørn Moe", purpose="x", phone="1", email=email, member=owner, by=anna
        )
    client = signed_in(owner)
    assert client.post("/accounts/my-data/delete/", {}).status_code == 422
    answer = client.post("/accounts/my-data/delete/", {"sure": "on"})
    assert answer.status_code == 200
    assert email in answer.content.decode()
    assert client.get("/company/").status_code == 302, "signed out"
    run_jobs()
    with acting_in(STAGE):
        user, member = User.objects.get(pk=owner.user_id), Member.objects.get(pk=owner.pk)
        assert (user.is_active, "moe" in user.email, user.has_usable_password()) == (False, False, False)
        assert (member.name, member.phone, member.is_active) == ("Tidligere bruker", "", False)
        assert Order.objects.get(number="A-104233").member == member
        assert not Notification.objects.filter(user=user).exists()
        assert not Contact.objects.filter(email=email).exists()
        erasure = Erasure.objects.get()
        assert erasure.done_at is not None
        assert erasure.counts["shopping.Cart"] == 1
        assert Entry.objects.filter(verb="account.erased").count() == 1
    assert mail.outbox[-1].to == [email]
    assert "Bjørn" not in client_of(anna).get("/company/users/").content.decode()


def test_twice_asked_and_twice_run_it_happens_once(owner, run_jobs):
    ask(owner)
    ask(owner)
    run_jobs()
    sent = len(mail.outbox)
    erase_account.task.func(user_id=owner.user_id)
    assert len(mail.outbox) == sent
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="account.erased").count() == 1
        assert Entry.objects.filter(verb="account.erasure_asked").count() == 1


def test_the_last_administrator_cannot_go(anna, bjorn, rheintal, claudia):
    with pytest.raises(LastAdministrator):
        ask(anna)
    page = signed_in(anna).post("/accounts/my-data/delete/", {"sure": "on"})
    assert page.status_code == 422
    with acting_in(STAGE):
        assert User.objects.get(pk=anna.user_id).is_active
        assert Member.objects.get(pk=anna.pk).is_active
        assert not Erasure.objects.exists()
        assert not Entry.objects.filter(verb__in=["member.deactivated", "account.erasure_asked"]).exists()


def test_of_two_companies_none_is_left_where_one_cannot_be(bjorn, anna, rheintal):
    """Bjørn may leave Fjordbygg, but in Rheintal he is the only administrator: nothing happens."""
    with acting_in(STAGE):
        add_member(
            rheintal, user=bjorn.user, first_name="B", last_name="M", roles=["administrator"], by=STAGE
        )
    with pytest.raises(LastAdministrator):
        ask(bjorn)
    with acting_in(STAGE):
        assert Member.objects.filter(user=bjorn.user, is_active=True).count() == 2


def test_staff_ask_the_operator(petra):
    with pytest.raises(ErasureNotForStaff):
        ask(petra)


def test_the_address_is_free_again(owner, anna, run_jobs):
    email = owner.user.email
    ask(owner)
    run_jobs()
    with acting_in(STAGE):
        assert not User.objects.filter(email=email).exists()
        assert not Member.objects.filter(user__email=email).exists()


def test_the_page_shows_each_kind_with_its_rows(owner, client_of):
    page = client_of(owner).get("/accounts/my-data/")
    assert page.status_code == 200
    assert "A-104233" in page.content.decode()
