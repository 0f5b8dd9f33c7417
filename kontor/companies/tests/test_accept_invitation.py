"""Accepting an invitation: confirm, set a password, be in; once."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from kontor.accounts.models import User
from kontor.companies import links
from kontor.companies.actions import accept_invitation
from kontor.companies.errors import InvitationUsed
from kontor.companies.models import Invitation, Member, Role
from kontor.journal.models import Entry
from kontor.kit.scope import Scope, acting_in
from kontor.notifications.models import Notification
from kontor.partners.consent import accept_terms
from kontor.partners.models import Consent
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db

SECRET = "four words in a row"
TYPED = {
    "first_name": "Liv", "last_name": "Aas", "title": "Mekaniker", "phone": "912 34 567",
    "password1": SECRET, "password2": SECRET,
}  # fmt: skip


def test_the_colleague_lands_on_the_sign_in_page_and_signs_in(anna, liv, link, run_jobs):
    client, address = Client(), link(liv)
    page = client.get(address)
    assert page.status_code == 200
    assert page["Cache-Control"] == "private, no-store"
    assert "Fjordbygg AS" in page.content.decode()
    answer = client.post(address, TYPED, follow=True)
    assert answer.redirect_chain == [("/accounts/login/", 302)]
    assert "liv@fjordbygg.example" in answer.content.decode()
    with acting_in(STAGE):
        member = Member.objects.get(user__email="liv@fjordbygg.example")
        assert (member.name, member.roles, member.phone) == ("Liv Aas", ["service"], "912 34 567")
        for verb in ("account.created", "member.added", "invitation.accepted"):
            assert Entry.objects.get(verb=verb).actor == "companies.invitations"
    run_jobs()
    with acting_in(STAGE):
        assert Notification.objects.get(user=anna.user).kind == "invitation.accepted"
    signed_in = client.post("/accounts/login/", {"login": "liv@fjordbygg.example", "password": SECRET})
    assert signed_in.status_code == 302
    assert client.get("/company/").status_code == 200


def test_a_used_link_says_so(liv, link):
    Client().post(link(liv), TYPED)
    for page in (Client().get(link(liv)), Client().post(link(liv), TYPED)):
        assert page.status_code == 410
        assert "/accounts/login/" in page.content.decode()
    with acting_in(STAGE):
        assert Member.objects.filter(user__email="liv@fjordbygg.example").count() == 1


def test_a_link_that_has_run_out_says_so_and_sends_a_new_one_once(liv, link, run_jobs):
    run_jobs()
    with acting_in(STAGE):
        expired = timezone.now() - dt.timedelta(days=1)
        token = links.token_of(liv.company_id, liv.email, expired)
        Invitation.objects.update(expires_at=expired, token_hash=links.hash_of(token))
    old = link(liv)
    page = Client().get(old)
    assert page.status_code == 410
    assert Client().post(old, TYPED).status_code == 410
    assert Client().post(f"{old}renew/").status_code == 200
    run_jobs()
    assert link(liv) in mail.outbox[-1].body
    assert Client().get(link(liv)).status_code == 200
    assert Client().post(f"{old}renew/").status_code == 404
    assert Client().post(f"{link(liv)}renew/").status_code == 302
    with acting_in(STAGE):
        assert not User.objects.filter(email=liv.email).exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password1": "short", "password2": "short"}, "password1"),
        ({"password1": "liv@fjordbygg.example", "password2": "liv@fjordbygg.example"}, "password1"),
        ({"password2": "four words in a raw"}, "password2"),
        ({"first_name": ""}, "first_name"),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(liv, link, change, field):
    page = Client().post(link(liv), TYPED | change)
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert 'value="912 34 567"' in page.content.decode()
    with acting_in(STAGE):
        assert not User.objects.filter(email=liv.email).exists()
        assert Invitation.objects.get().accepted_at is None


@pytest.fixture
def has_account(claudia: Member) -> Member:
    """Claudia of Rheintal has the invited address."""
    with acting_in(STAGE):
        claudia.user.email = "liv@fjordbygg.example"
        claudia.user.save()
    return claudia


def test_who_has_an_account_signs_in_to_accept(has_account, liv, link, client_of, bjorn):
    address = link(liv)
    stranger = Client().post(address, TYPED)
    assert f"/accounts/login/?next={address}" in stranger.content.decode()
    assert client_of(bjorn).post(address, TYPED).status_code == 200
    with acting_in(STAGE):
        assert Invitation.objects.get().accepted_at is None
        assert User.objects.get(pk=has_account.user_id).check_password(PASSWORD)
    client = client_of(has_account)
    assert "password1" not in client.get(address).content.decode()
    answer = client.post(address, {"first_name": "Claudia", "last_name": "Weber"})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "Fjordbygg AS" in client.get("/company/").content.decode()
    with acting_in(STAGE):
        assert User.objects.get(pk=has_account.user_id).check_password(PASSWORD)
        assert Member.objects.filter(user=has_account.user).count() == 2


def test_our_staff_cannot_join(petra, liv, link, client_of):
    with acting_in(STAGE):
        petra.user.email = liv.email
        petra.user.save()
    page = client_of(petra).post(link(liv), {"first_name": "Petra", "last_name": "Lund"})
    assert page.status_code == 422
    with acting_in(STAGE):
        assert not Member.objects.filter(user=petra.user).exists()


def test_the_database_shows_the_bearer_one_row_and_lets_them_change_nothing(anna, liv, claudia):
    with acting_in(STAGE):
        Invitation.objects.create(
            company=claudia.company, email="x@x.example", first_name="X", last_name="X", roles=[Role.READER],
            language="de", token_hash="other", expires_at=timezone.now(),
        )  # fmt: skip
    with acting_in(Scope.bearing(liv.token_hash)):
        assert [one.pk for one in Invitation.objects.all()] == [liv.pk]
    for scope in (Scope.bearing(""), Scope.bearing("nothing"), claudia.scope):
        with acting_in(scope):
            assert not Invitation.objects.filter(pk=liv.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_two_tabs_make_one_member(liv):
    token = links.token_of(liv.company_id, liv.email, liv.expires_at)
    results: list[str] = []
    at_once = threading.Barrier(2)

    def accept() -> None:
        at_once.wait()
        facts: dict[str, Any] = {"first_name": "Liv", "last_name": "Ås", "password": SECRET}
        try:
            with acting_in(Scope(role="kontor_public")):
                accept_invitation(token, **facts)
            results.append("in")
        except InvitationUsed:
            results.append("used")
        finally:
            connection.close()

    tabs = [threading.Thread(target=accept) for _ in range(2)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    assert sorted(results) == ["in", "used"]
    with acting_in(STAGE):
        assert Member.objects.filter(user__email=liv.email).count() == 1


def test_the_terms_are_accepted_with_it_and_not_asked_again(liv, link, terms):
    """ON-5: which version, who, when."""
    client, address = Client(), link(liv)
    assert client.get(address).context["form"].owed == terms["use"]
    for lacking in ({}, {"accepted": "on"}, {"accepted": "on", "terms": terms["use"].pk + 1}):
        page = client.post(address, TYPED | lacking)
        assert page.status_code == 422
        assert "accepted" in page.context["form"].errors
    with acting_in(STAGE):
        assert not User.objects.filter(email=liv.email).exists()
        assert not Consent.objects.exists()
    agreed = {"accepted": "on", "terms": terms["use"].pk}
    assert client.post(address, TYPED | agreed)["Location"] == "/accounts/login/"
    client.post("/accounts/login/", {"login": liv.email, "password": SECRET})
    assert client.get("/company/").status_code == 200
    with acting_in(STAGE):
        consent = Consent.objects.get()
        assert (consent.user.email, consent.terms, consent.occasion) == (
            liv.email, terms["use"], "registration",
        )  # fmt: skip
        assert Entry.objects.get(verb="terms.accepted").actor == "companies.invitations"


def test_who_has_accepted_them_before_is_not_asked(has_account, liv, link, terms, client_of):
    with acting_in(STAGE):
        accept_terms(has_account.user, terms=terms["use"], occasion="sign_in", by=STAGE)
    client, address = client_of(has_account), link(liv)
    assert "accepted" not in client.get(address).context["form"].fields
    assert client.post(address, {"first_name": "Claudia", "last_name": "Weber"}).status_code == 302
    with acting_in(STAGE):
        assert Consent.objects.count() == 1
