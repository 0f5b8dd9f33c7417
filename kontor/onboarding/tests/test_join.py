"""Who belongs to a company that is here already: its administrators decide (ON-3, ON-4); nobody else learns of it (ON-9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from kontor.accounts.models import User
from kontor.companies.actions import add_role, change_rights
from kontor.companies.errors import MayNotGrant
from kontor.companies.models import Company, Member
from kontor.kit import panels
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.onboarding import actions, queries
from kontor.onboarding.checks import shown
from kontor.onboarding.errors import CompanyDecides, NotPossibleNow, RolesMissing
from kontor.onboarding.models import Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def our_side(areas, entities, terms) -> None:
    """What registering needs of us."""


def forget_orgnr(company: Company, **values: str) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=company.pk).update(**values)


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ({"organisation_number": "914 206 898"}, {}),
        ({"organisation_number": "", "vat_number": "NO914206898MVA"}, {}),
        ({}, {"email": "kari@fjordbygg.example"}),
        ({}, {"knows": "ANNA@fjordbygg.example"}),
        (
            {"country": "DE", "vat_number": "DE 136 695 976"},
            {"country": "DE", "vat_number": "136695976", "postcode": "55116"},
        ),
    ],
)
def test_found_by_number_domain_or_colleague(
    client: Client, run_jobs: Callable[[], int], anna: Member, stored: dict[str, str], typed: dict[str, str]
) -> None:
    forget_orgnr(anna.company, **stored)
    registration = form.proven(client, run_jobs, **typed)
    assert registration.joins
    assert registration.company == anna.company
    asked = form.last_mail("anna@fjordbygg.example")
    assert asked.subject == "Kari Nilsen vil bli med i Fjordbygg AS"
    assert f"/company/join-requests/{registration.pk}/" in asked.body
    with acting_in(STAGE):
        told = Notification.objects.get(user=anna.user)
        assert told.kind == "registration.joins"


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ({"organisation_number": "310000002"}, {}),
        ({}, {"email": "kari@gmail.com"}),
        ({}, {"knows": "nobody@fjordbygg.example"}),
    ],
)
def test_otherwise_our_staff_decide(
    client: Client, run_jobs: Callable[[], int], anna: Member, stored: dict[str, str], typed: dict[str, str]
) -> None:
    forget_orgnr(anna.company, **stored)
    with acting_in(STAGE):
        User.objects.filter(pk=anna.user_id).update(
            email="anna@gmail.com" if "email" in typed else anna.user.email
        )
    registration = form.proven(client, run_jobs, **typed)
    assert not registration.joins
    assert registration.company is None


def test_a_company_without_administrators_leaves_it_to_our_staff(
    client: Client, run_jobs: Callable[[], int], bjorn: Member, olav: Staff
) -> None:
    registration = form.proven(client, run_jobs, knows="bjorn@fjordbygg.example")
    assert not registration.joins
    with acting_in(olav):
        assert list(queries.registrations_for(olav)) == [registration]


def test_admitted(
    client: Client, run_jobs: Callable[[], int], anna: Member, bjorn: Member, client_of: Any
) -> None:
    registration = form.proven(client, run_jobs, knows="bjorn@fjordbygg.example")
    address, browser = f"/company/join-requests/{registration.pk}/", client_of(anna)
    page = browser.get(address)
    assert page.status_code == 200
    assert "Kari Nilsen" in page.content.decode()
    with acting_in(anna):
        [asked] = panels.ask("companies.join_requests", anna, [anna.company_id])[anna.company_id]
    assert (asked.name, asked.url) == ("Kari Nilsen", address)

    assert browser.post(address + "admit/", {}).status_code == 422
    mail.outbox.clear()
    assert browser.post(address + "admit/", {"roles": ["service"]}).status_code == 302
    run_jobs()
    with acting_in(STAGE):
        kari = Member.objects.get(user__email=form.PERSON["email"])
        assert (kari.company_id, kari.roles) == (anna.company_id, ["service"])
    [message] = mail.outbox
    assert message.to == [form.PERSON["email"]]
    assert "Fjordbygg AS" in message.body
    assert (
        Client()
        .post("/accounts/login/", {"login": form.PERSON["email"], "password": form.PASSWORD})
        .status_code
        == 302
    )
    with acting_in(anna):
        assert not panels.ask("companies.join_requests", anna, [anna.company_id])
    assert "er inne" in browser.get(address).content.decode()
    assert browser.post(address + "admit/", {"roles": ["service"]}).status_code == 302
    with acting_in(STAGE):
        assert Member.objects.filter(user__email=form.PERSON["email"]).count() == 1


def test_refused(client: Client, run_jobs: Callable[[], int], anna: Member, client_of: Any) -> None:
    registration = form.proven(client, run_jobs, knows="anna@fjordbygg.example")
    mail.outbox.clear()
    answer = client_of(anna).post(
        f"/company/join-requests/{registration.pk}/refuse/", {"reason": "Vi kjenner deg ikke."}
    )
    assert answer.status_code == 302
    run_jobs()
    [message] = mail.outbox
    assert "Vi kjenner deg ikke." in message.body
    assert form.stored().status == "rejected"
    with acting_in(STAGE):
        assert not User.objects.filter(email=form.PERSON["email"]).exists()
    assert "Vi kjenner deg ikke." in client.get("/register/status/").content.decode()


def test_only_administrators_of_that_company_decide(
    client: Client,
    run_jobs: Callable[[], int],
    anna: Member,
    bjorn: Member,
    claudia: Member,
    olav: Staff,
    petra: Staff,
    client_of: Any,
) -> None:
    registration = form.proven(client, run_jobs, knows="anna@fjordbygg.example")
    address = f"/company/join-requests/{registration.pk}/"
    assert client_of(bjorn).get(address).status_code == 403
    assert client_of(bjorn).post(address + "admit/", {"roles": ["reader"]}).status_code == 403
    assert client_of(claudia).get(address).status_code == 404
    assert client_of(claudia).post(address + "refuse/").status_code == 404
    with acting_in(claudia), pytest.raises(NotAllowed):
        actions.admit(registration, ["reader"], by=claudia)
    with acting_in(anna), pytest.raises(RolesMissing):
        actions.admit(registration, [], by=anna)
    with acting_in(bjorn):
        assert not panels.ask("companies.join_requests", bjorn, [bjorn.company_id])
    with acting_in(olav):
        assert not queries.registrations_for(olav).exists()
        with pytest.raises(CompanyDecides):
            actions.approve(registration, by=olav)
    with acting_in(petra), pytest.raises((NotAllowed, CompanyDecides)):
        actions.reject(registration, reason="x", by=petra)
    assert form.stored().status == "waiting"
    with acting_in(STAGE):
        assert not User.objects.filter(email=form.PERSON["email"]).exists()


def test_nobody_lets_in_who_may_more_than_they(
    client: Client, run_jobs: Callable[[], int], anna: Member, bjorn: Member
) -> None:
    registration = form.proven(client, run_jobs, knows="anna@fjordbygg.example")
    with acting_in(anna):
        lead = add_role(anna.company, name="Lead", permissions=["manage_users"], by=anna)
        bjorn = change_rights(bjorn, roles=[], own_role=lead, by=anna)
    with acting_in(bjorn), pytest.raises(MayNotGrant):
        actions.admit(registration, ["administrator"], by=bjorn)
    assert form.stored().status == "waiting"


def test_who_sees_a_part_of_the_company_lets_in_nobody_who_sees_all_of_it(
    client: Client, run_jobs: Callable[[], int], anna: Member, bjorn: Member
) -> None:
    registration = form.proven(client, run_jobs, email="kari@fjordbygg.example")
    with acting_in(anna):
        lead = add_role(anna.company, name="Lead", permissions=["manage_users", "see_orders"], by=anna)
        bjorn = change_rights(bjorn, roles=["reader"], own_role=lead, sees="own", by=anna)
    with acting_in(bjorn), pytest.raises(MayNotGrant):
        actions.admit(registration, ["reader"], by=bjorn)
    with acting_in(STAGE):
        assert not User.objects.filter(email="kari@fjordbygg.example").exists()
        assert Registration.objects.get().status == "waiting"


def test_what_was_withdrawn_is_not_admitted(
    client: Client, run_jobs: Callable[[], int], anna: Member, client_of: Any
) -> None:
    registration = form.proven(client, run_jobs, knows="anna@fjordbygg.example")
    client.post("/register/withdraw/")
    with acting_in(anna), pytest.raises(NotPossibleNow):
        actions.admit(registration, ["reader"], by=anna)
    assert client_of(anna).get(f"/company/join-requests/{registration.pk}/").status_code == 200


# ── Nobody learns who has an account ─────────────────────────────────────────────


def anonymised(page: Any, email: str) -> tuple[int, str, str]:
    """Status, address and body of an answer, without tokens, moments and the address itself."""
    body = page.content.decode().replace(email.replace("@", "@<wbr>"), "EMAIL").replace(email, "EMAIL")
    body = re.sub(r'(csrfmiddlewaretoken" value=|nonce=|inlineScriptNonce":)"[^"]+"', "TOKEN", body)
    body = re.sub(r"\b\d{1,2}[:.]\d{2}\b", "TIME", body)
    return page.status_code, getattr(page, "url", ""), body


def walk(
    email: str, *, knows: str = "", organisation_number: str = "914206898"
) -> list[tuple[int, str, str]]:
    """Everything that an applicant sees without the code: the steps, a wrong code, a new one asked too soon."""
    client, seen = Client(), []

    def see(page: Any) -> None:
        seen.append(anonymised(page, email))

    see(client.get("/register/"))
    see(form.person(client, email=email))
    see(client.get("/register/colleague/"))
    see(form.colleague(client, knows))
    if not knows:
        see(client.get("/register/company/"))
        see(form.company(client, organisation_number=organisation_number))
    see(client.get("/register/access/"))
    see(form.access(client))
    see(client.get("/register/code/"))
    see(client.post("/register/code/", {"code": "000000"}))
    see(client.post("/register/resend/"))
    see(client.get("/register/status/"))
    return seen


def test_pages_are_the_same_for_an_address_with_an_account(anna: Member, run_jobs: Callable[[], int]) -> None:
    unknown = walk("kari@tbsaging.example")
    run_jobs()
    known = walk("anna@fjordbygg.example")
    run_jobs()
    assert known == unknown
    # Its owner is told, and gets neither a code nor a link.
    to_owner = [message for message in mail.outbox if message.to == ["anna@fjordbygg.example"]]
    assert [message.subject for message in to_owner] == ["Du har konto hos Hansa Industri allerede"] * 2
    assert not any("/register/" in message.body for message in to_owner)
    assert form.stored("anna@fjordbygg.example").proof.code_hash == ""
    assert form.stored().proof.code_hash != ""


def test_no_code_proves_an_address_that_has_an_account(anna: Member, run_jobs: Callable[[], int]) -> None:
    from kontor.onboarding.keys import code_of

    client = Client()
    form.fill_in(client, email="anna@fjordbygg.example")
    run_jobs()
    registration = form.stored("anna@fjordbygg.example")
    assert client.post("/register/code/", {"code": code_of(registration.pk, 1)}).status_code == 422
    assert form.stored("anna@fjordbygg.example").status == "unproven"


def test_pages_are_the_same_whether_or_not_the_colleague_exists(
    anna: Member, run_jobs: Callable[[], int]
) -> None:
    pages = []
    for email, colleague in (
        ("kari@tbsaging.example", "anna@fjordbygg.example"),
        ("siri@tbsaging.example", "nobody@fjordbygg.example"),
    ):
        client = Client()
        form.proven(client, run_jobs, email=email, knows=colleague)
        status, url, body = anonymised(client.get("/register/status/"), email)
        body = body.replace(colleague.replace("@", "@<wbr>"), "COLLEAGUE")
        pages.append((status, url, re.sub(r"R-\d{4}-\d{6}", "NUMBER", body)))
    assert pages[0] == pages[1]


def test_pages_are_the_same_whether_or_not_the_company_exists(
    anna: Member, run_jobs: Callable[[], int], entities: Any
) -> None:
    forget_orgnr(anna.company, organisation_number="914206898")
    pages = []
    for email, number in (("kari@tbsaging.example", "914206898"), ("siri@tbsaging.example", "914206901")):
        client = Client()
        registration = form.proven(client, run_jobs, email=email, organisation_number=number)
        assert registration.joins == (number == "914206898")
        status, url, body = anonymised(client.get("/register/status/"), email)
        pages.append(
            (status, url, re.sub(r"R-\d{4}-\d{6}", "NUMBER", body.replace(shown(number, "NO"), "ORGNR")))
        )
    assert pages[0] == pages[1]


def test_an_applicant_reads_nothing_but_their_own(client: Client, run_jobs: Callable[[], int]) -> None:
    from kontor.onboarding.actors import Applicant
    from kontor.onboarding.models import Proof

    mine = form.proven(client, run_jobs)
    other = form.proven(Client(), run_jobs, email="siri@tbsaging.example", organisation_number="914206901")
    with acting_in(Applicant(mine.proof.token_hash)):
        assert [one.pk for one in Registration.objects.all()] == [mine.pk]
        assert [one.pk for one in Proof.objects.all()] == [mine.pk]
        assert Registration.objects.filter(pk=other.pk).update(status="withdrawn") == 0
