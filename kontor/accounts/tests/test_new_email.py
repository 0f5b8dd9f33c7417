"""Another e-mail address for one's own account: asked, proven, in force (CO-6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.test import Client
from django.utils import timezone

from kontor.accounts import helping, new_email
from kontor.accounts.jobs import reset_link
from kontor.accounts.models import NewEmail, User
from kontor.companies.models import Company, Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db

PAGE, RESEND, WITHDRAW = "/accounts/email/", "/accounts/email/resend/", "/accounts/email/withdraw/"
OLD, NEW = "anna@fjordbygg.example", "anna.moe@fjordbygg.example"
type ClientOf = Callable[[Member | Staff], Client]
type RunJobs = Callable[[], int]


def email_of(person: Member | Staff) -> str:
    with acting_in(STAGE):
        return User.objects.get(pk=person.user_id).email


def verbs() -> list[str]:
    with acting_in(STAGE):
        found = Entry.objects.filter(subject="user").exclude(verb="account.session_ended")
        return list(found.order_by("at", "id").values_list("verb", flat=True))


def mails_to(address: str) -> list[str]:
    return [f"{one.subject}\n{one.body}" for one in mail.outbox if one.to == [address]]


def link_in(words: str) -> str:
    found = re.search(r"http://testserver(/accounts/email/prove/\S+/)", words)
    assert found
    return found[1]


def ask(client: Client, run_jobs: RunJobs, email: str = NEW) -> str:
    """Ask for an address; the link that comes there."""
    mail.outbox.clear()
    assert client.post(PAGE, {"email": email})["Location"] == "/accounts/#email"
    run_jobs()
    return link_in(mails_to(email.lower())[-1])


def test_it_counts_once_it_is_proven(client_of: ClientOf, anna: Member, run_jobs: RunJobs) -> None:
    client, elsewhere = client_of(anna), Client()
    elsewhere.post("/accounts/login/", {"login": OLD, "password": PASSWORD})
    reset = reset_link(anna.user)
    link = ask(client, run_jobs, "Anna.Moe@Fjordbygg.example")
    (told,) = mails_to(OLD)
    assert NEW in told
    assert "24 timer" in mails_to(NEW)[0]
    assert not re.search(r"kl\.\s+kl\.", told + mails_to(NEW)[0])
    assert email_of(anna) == OLD
    assert NEW in client.get("/accounts/").content.decode()
    page = client.get(link)
    assert page.status_code == 200
    assert (OLD in page.content.decode(), email_of(anna)) == (True, OLD), "opening it alone changes nothing"

    mail.outbox.clear()
    assert client.post(link)["Location"] == "/accounts/#email"
    run_jobs()
    assert email_of(anna) == NEW
    (told,) = mails_to(OLD)
    assert NEW in told
    assert mails_to(NEW) == []
    assert client.get("/accounts/").status_code == 200, "here one stays signed in"
    assert elsewhere.get("/accounts/").status_code == 302
    assert Client().get(reset.removeprefix("http://testserver"), follow=True).context["token_fail"]
    for login, status in ((OLD, 422), (NEW, 302)):
        answer = Client().post("/accounts/login/", {"login": login, "password": PASSWORD})
        assert answer.status_code == status
    assert client.post(link).status_code == 410, "once"
    assert [verb for verb in verbs() if "email" in verb or "address" in verb] == [
        "account.new_email_asked",
        "account.address_changed",
    ]


def test_an_address_with_an_account_is_answered_the_same(
    client_of: ClientOf, anna: Member, bjorn: Member, run_jobs: RunJobs
) -> None:
    client = client_of(anna)
    answers = []
    for email in ("bjorn@fjordbygg.example", "ulla@fjordbygg.example"):
        answer = client.post(PAGE, {"email": email}, follow=True)
        page = re.sub(
            r'value="\w{64}"', "", answer.content.decode().partition("<main")[2].partition("</main")[0]
        )
        said = [str(message).replace(email, "…") for message in get_messages(answer.wsgi_request)]
        answers.append((answer.status_code, answer.redirect_chain, page.replace(email, "…"), said))
    assert answers[0] == answers[1]
    client.post(PAGE, {"email": "bjorn@fjordbygg.example"})
    run_jobs()
    (told,) = mails_to("bjorn@fjordbygg.example")
    assert "/accounts/email/prove/" not in told
    assert "konto" in told


def test_nobody_else_proves_it(client_of: ClientOf, anna: Member, bjorn: Member, run_jobs: RunJobs) -> None:
    link = ask(client_of(anna), run_jobs)
    assert Client().get(link)["Location"].startswith("/accounts/login/")
    for method in ("get", "post"):
        assert getattr(client_of(bjorn), method)(link).status_code == 410
        assert getattr(client_of(anna), method)(link[:-3] + "xx/").status_code == 410
    assert (email_of(anna), email_of(bjorn)) == (OLD, "bjorn@fjordbygg.example")
    assert "account.address_changed" not in verbs()


def test_it_is_sent_once_more_and_withdrawn(client_of: ClientOf, anna: Member, run_jobs: RunJobs) -> None:
    client = client_of(anna)
    first = ask(client, run_jobs)
    client.post(RESEND)
    run_jobs()
    second = link_in(mails_to(NEW)[-1])
    assert first != second
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200
    client.post(WITHDRAW)
    assert client.post(second).status_code == 410
    assert email_of(anna) == OLD
    client.post(WITHDRAW)
    client.post(RESEND)
    assert verbs() == ["account.new_email_asked", "account.new_email_resent", "account.new_email_withdrawn"]


def test_it_runs_out_as_the_mail_says(client_of: ClientOf, anna: Member, run_jobs: RunJobs) -> None:
    client = client_of(anna)
    link = ask(client, run_jobs)
    with acting_in(STAGE):
        asked = NewEmail.objects.get(user=anna.user_id)
        assert dt.timedelta(hours=23) < asked.expires_at - timezone.now() <= dt.timedelta(hours=24)
        NewEmail.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
        late = f"/accounts/email/prove/{NewEmail.objects.get(user=anna.user_id).token}/"
    assert client.post(link).status_code == 410
    assert client.post(late).status_code == 410
    assert email_of(anna) == OLD


def test_when_our_staff_changes_it_the_link_is_void(
    client_of: ClientOf, anna: Member, petra: Staff, run_jobs: RunJobs
) -> None:
    link = ask(client_of(anna), run_jobs)
    with acting_in(petra):
        helping.change_address(anna.user, email="anna.b@fjordbygg.example", reason="Married", by=petra)
    client = Client()
    client.post("/accounts/login/", {"login": "anna.b@fjordbygg.example", "password": PASSWORD})
    assert client.post(link).status_code == 410
    assert email_of(anna) == "anna.b@fjordbygg.example"


def test_mails_are_few(client_of: ClientOf, anna: Member) -> None:
    client = client_of(anna)
    for _n in range(new_email.MOST_MAILS):
        assert client.post(PAGE, {"email": NEW}).status_code == 302
    answer = client.post(PAGE, {"email": NEW})
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()
    client.post(RESEND)
    assert "account.new_email_resent" not in verbs()


@pytest.mark.parametrize("typed", [OLD, "ANNA@fjordbygg.example", "anna@elsewhere.example", "nonsense", ""])
def test_what_cannot_be_is_refused_beside_the_field(client_of: ClientOf, anna: Member, typed: str) -> None:
    answer = client_of(anna).post(PAGE, {"email": typed})
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()
    assert verbs() == []


def test_endings_are_the_companys(
    client_of: ClientOf, anna: Member, bjorn: Member, petra: Staff, stage: object
) -> None:
    with acting_in(STAGE):
        User.objects.filter(pk=bjorn.user_id).update(email="bjorn@mail.example")
    answer = client_of(bjorn).post(PAGE, {"email": "bjorn@fjordbygg.example"})
    assert answer.status_code == 302, "as the administrator's"
    assert client_of(anna).post(PAGE, {"email": "anna@mail.example"}).status_code == 422
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(extra_domains=["mail.example"])
    assert client_of(anna).post(PAGE, {"email": "anna@mail.example"}).status_code == 302
    assert client_of(petra).post(PAGE, {"email": "petra@mail.example"}).status_code == 422, "ours too"


def test_it_asks_again_who_one_is(client_of: ClientOf, anna: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(anna)
    monkeypatch.setattr("kontor.accounts.step_up.RECENT", 0)
    assert client.post(PAGE, {"email": NEW})["Location"].startswith("/accounts/reauthenticate/")
    assert verbs() == []
