"""What staff does for a customer's people: who may, with which reason, what the journal keeps and who is told (ON-15, CO-3)."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from kontor.accounts.second_factor_queries import who_has_second_factor
from kontor.accounts.tests.stage_second_factor import give_passkey
from kontor.companies.models import Company, Member, Role
from kontor.desk.tools import TOOLS
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db


def url_of(member: Member, tool: str) -> str:
    return f"/desk/customers/{member.company.number}/members/{member.pk}/{tool}/"


def now(member: Member) -> Member:
    with acting_in(STAGE):
        return Member.objects.select_related("user").get(pk=member.pk)


def kept(verb: str) -> list[Entry]:
    with acting_in(STAGE):
        return list(Entry.objects.filter(verb=verb))


def test_somebody_is_let_out_and_in_again_and_told_why(
    anna, bjorn: Member, petra: Staff, client_of, run_jobs
):
    client = client_of(petra)
    answer = client.post(url_of(bjorn, "deactivate"), {"reason": "Has left, Anna is ill.", "successor": ""})
    assert answer["Location"] == f"/desk/customers/{bjorn.company.number}/members/{bjorn.pk}/"
    assert not now(bjorn).is_active
    [entry] = kept("member.deactivated")
    assert (entry.user_id, entry.details["reason"]) == (petra.user_id, "Has left, Anna is ill.")
    assert client_of(bjorn).get("/overview/").status_code == 403
    client.post(url_of(bjorn, "reactivate"), {"reason": "Was a mistake."})
    assert now(bjorn).is_active
    run_jobs()
    told = [(one.to, one.body) for one in mail.outbox]
    assert [to for to, _body in told] == [[bjorn.user.email]] * 2
    assert all("Petra Lund" in body for _to, body in told)
    assert "Anna is ill." in told[0][1]
    page = client.get(f"/desk/customers/{bjorn.company.number}/members/{bjorn.pk}/").content.decode()
    assert "Was a mistake." in page


def test_the_last_administrator_is_replaced_not_deactivated(anna, bjorn, petra, client_of, run_jobs):
    client = client_of(petra)
    refused = client.post(url_of(anna, "deactivate"), {"reason": "Retired."})
    assert refused.status_code == 422
    assert "Retired." in refused.content.decode()
    assert now(anna).is_active
    for wrong in (
        {"successor": anna.user.email},
        {"successor": ""},
        {"successor": bjorn.user.email, "reason": " "},
    ):
        assert client.post(url_of(anna, "replace"), {"reason": "Retired."} | wrong).status_code == 422
    client.post(url_of(anna, "replace"), {"reason": "Retired.", "successor": bjorn.user.email})
    assert not now(anna).is_active
    assert Role.ADMINISTRATOR in now(bjorn).roles
    run_jobs()
    assert {one.to[0] for one in mail.outbox} == {anna.user.email, bjorn.user.email}


def test_a_lost_second_factor_goes(anna: Member, tom: Member, petra: Staff, client_of, run_jobs):
    assert "second" not in client_of(petra).get(url_of(tom, "")[:-1]).content.decode()
    give_passkey(tom)
    assert url_of(tom, "reset-second-factor") in client_of(petra).get(url_of(tom, "")[:-1]).content.decode()
    client_of(petra).post(url_of(tom, "reset-second-factor"), {"reason": "New telephone."})
    assert not who_has_second_factor([tom.user_id])
    [entry] = kept("member.second_factor_reset")
    assert entry.details["reason"] == "New telephone."
    again = client_of(petra).post(url_of(tom, "reset-second-factor"), {"reason": "Once more."})
    assert again.status_code == 422


def test_a_partner_does_not_open_an_account_that_acts_elsewhere(
    tom, rheintal: Company, petra, sigrid, olav, client_of
):
    give_passkey(tom)
    with acting_in(STAGE):
        Member.objects.create(
            company=rheintal, user=tom.user, first_name="Tom", last_name="Vik", roles=[Role.READER]
        )
    refused = client_of(petra).post(url_of(tom, "reset-second-factor"), {"reason": "New telephone."})
    assert refused.status_code == 422
    assert who_has_second_factor([tom.user_id])
    client_of(olav).post(url_of(tom, "reset-second-factor"), {"reason": "New telephone."})
    assert not who_has_second_factor([tom.user_id])


@pytest.mark.parametrize("tool", TOOLS)
def test_who_may_not_leaves_no_trace(tool: str, anna, bjorn, hansa_nord, stefan: Staff, client_of):
    said = {"reason": "Because.", "successor": bjorn.user.email, "email": "new@fjordbygg.example"}
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    before = now(anna)
    for person, status in ((jon, 403), (stefan, 404), (anna, 403)):
        assert client_of(person).post(url_of(anna, tool), said).status_code == status
    after = now(anna)
    assert (after.is_active, after.roles, after.user.email) == (
        before.is_active,
        before.roles,
        before.user.email,
    )
    with acting_in(STAGE):
        assert (
            not Entry.objects.filter(user_id__in=[jon.user_id, stefan.user_id])
            .exclude(verb="access.refused")
            .exists()
        )


def test_a_temporary_password_is_shown_once_and_replaced_at_the_next_sign_in(
    anna, petra, client_of, run_jobs
):
    client = client_of(petra)
    answer = client.post(url_of(anna, "temporary-password"), {"reason": "No mail all day."})
    found = re.search(r'class="once-password id">([a-z0-9-]+)<', answer.content.decode())
    assert found is not None
    page = client.get(f"/desk/customers/{anna.company.number}/members/{anna.pk}/").content.decode()
    assert found[1] not in page
    assert "No mail all day." in page
    with acting_in(STAGE):
        assert not Entry.objects.filter(details__icontains=found[1]).exists()
    browser = Client()
    browser.post("/accounts/login/", {"login": anna.user.email, "password": found[1]})
    assert browser.get("/overview/")["Location"].startswith("/accounts/password/replace/")
    run_jobs()
    [sent] = mail.outbox
    assert sent.to == [anna.user.email]
    assert found[1] not in sent.body


def test_an_address_is_changed_after_proof(anna, bjorn, petra, client_of, run_jobs):
    client, before = client_of(petra), anna.user.email
    taken = client.post(url_of(anna, "change-email"), {"email": bjorn.user.email, "reason": "Married."})
    assert taken.status_code == 422
    assert now(anna).user.email == before
    client.post(url_of(anna, "change-email"), {"email": "anna.lie@fjordbygg.example", "reason": "Married."})
    assert now(anna).user.email == "anna.lie@fjordbygg.example"
    assert [entry.user_id for entry in kept("member.address_changed")] == [petra.user_id]
    run_jobs()
    assert {one.to[0] for one in mail.outbox} == {before, "anna.lie@fjordbygg.example"}


def test_an_address_is_confirmed_by_hand(bjorn: Member, petra: Staff, client_of, run_jobs):
    page = url_of(bjorn, "")[:-1]
    assert url_of(bjorn, "confirm-address") not in client_of(petra).get(page).content.decode()
    with acting_in(STAGE):
        EmailAddress.objects.filter(user=bjorn.user).update(verified=False)
    assert url_of(bjorn, "confirm-address") in client_of(petra).get(page).content.decode()
    client_of(petra).post(url_of(bjorn, "confirm-address"), {"reason": "Rang from the office."})
    with acting_in(STAGE):
        assert EmailAddress.objects.get(user=bjorn.user).verified
    again = client_of(petra).post(url_of(bjorn, "confirm-address"), {"reason": "Once more."})
    assert again.status_code == 422
    assert len(kept("member.address_confirmed")) == 1
    run_jobs()
    assert [one.to for one in mail.outbox] == [[bjorn.user.email]]


def test_the_operator_allows_other_endings(anna: Member, petra, olav: Staff, client_of, run_jobs):
    url = f"/desk/customers/{anna.company.number}/domains/"
    assert client_of(petra).post(url, {"domains": "fjord.example", "reason": "x"}).status_code == 403
    refused = client_of(olav).post(url, {"domains": "not an ending", "reason": "Bought a company."})
    assert refused.status_code == 422
    client_of(olav).post(url, {"domains": "fjord.example\nbygg.example", "reason": "Bought a company."})
    with acting_in(STAGE):
        assert Company.objects.get(pk=anna.company_id).extra_domains == ["fjord.example", "bygg.example"]
    run_jobs()
    [sent] = mail.outbox
    assert sent.to == [anna.user.email]
    assert "@fjord.example, @bygg.example" in sent.body
    assert "Bought a company." in sent.body
