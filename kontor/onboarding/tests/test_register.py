"""From the first step to the proof of the address (ON-2, ON-4, ON-5, ON-6)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import check_password
from django.core import mail
from django.test import Client
from django.utils import timezone

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.onboarding.jobs import expire
from kontor.onboarding.models import Proof, Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Terms
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def our_side(areas, entities, terms, hansa_nord) -> None:
    """What registering needs of us: areas, entities, terms of use, a partner in Norway."""


def entries() -> list[str]:
    with acting_in(STAGE):
        return list(
            Entry.objects.filter(subject="registration").order_by("at", "id").values_list("verb", flat=True)
        )


def test_a_stranger_registers_and_proves_the_address(
    client: Client, run_jobs: Callable[[], int], terms
) -> None:
    assert form.person(client).url == "/register/colleague/"
    run_jobs()
    [started] = mail.outbox
    assert started.to == ["kari@tbsaging.example"]
    assert form.colleague(client).url == "/register/company/"
    assert form.company(client).url == "/register/access/"
    assert form.access(client).url == "/register/code/"
    run_jobs()
    code = form.code_in(form.last_mail())
    assert client.get("/register/status/")["Location"] == "/register/code/"
    answer = client.post("/register/code/", {"code": f" {code}\n"})
    assert answer["Location"] == "/register/status/"

    registration = form.stored()
    assert registration.status == "waiting"
    assert registration.organisation_number == "914206898"
    assert registration.areas == ["construction"]
    assert registration.terms == terms["use"]
    assert registration.terms_accepted_at is not None
    assert check_password(form.PASSWORD, registration.proof.password)
    assert registration.proof.code_hash == ""
    assert form.PASSWORD not in registration.proof.password
    run_jobs()
    registration = form.stored()
    assert re.fullmatch(r"R-\d{4}-000001", registration.number)
    assert registration.partner is not None
    assert registration.partner.code == "hansa-nord"
    assert registration.number in form.last_mail().subject
    page = client.get("/register/status/")
    assert page.status_code == 200
    assert registration.number in page.content.decode()
    assert entries() == [
        "registration.started",
        *["registration.filled_in"] * 3,
        "registration.sent",
        "registration.proven",
        "registration.examined",
    ]


def test_only_hashes_are_kept(client: Client, run_jobs: Callable[[], int]) -> None:
    form.fill_in(client)
    run_jobs()
    token, code = (
        form.link_in(form.last_mail()).split("/")[2],
        form.code_in(form.last_mail()).replace(" ", ""),
    )
    proof = form.stored().proof
    assert token not in {proof.token_hash, proof.code_hash}
    assert code not in proof.code_hash
    assert token not in str(dict(client.session))


def test_the_link_leads_back_and_proves_with_a_button(client: Client, run_jobs: Callable[[], int]) -> None:
    form.fill_in(client)
    run_jobs()
    link, elsewhere = form.link_in(form.last_mail()), Client()
    page = elsewhere.get(link)
    assert page.status_code == 200
    assert form.stored().status == "unproven", "looking proves nothing: mail scanners look too"
    assert elsewhere.post(link)["Location"] == "/register/status/"
    assert form.stored().status == "waiting"
    assert client.get("/register/status/").status_code == 200

    # Used: says so, and leads to where it stands.
    told = elsewhere.post(link, follow=True)
    assert "bekreftet allerede" in told.content.decode()
    assert elsewhere.get(link)["Location"] == "/register/status/"


def test_the_link_leads_back_to_the_step(client: Client, run_jobs: Callable[[], int]) -> None:
    form.person(client)
    form.colleague(client)
    run_jobs()
    elsewhere = Client()
    assert elsewhere.get(form.link_in(form.last_mail()))["Location"] == "/register/company/"
    assert "Trøndelag" not in elsewhere.get("/register/company/").content.decode()
    form.company(elsewhere)
    assert "Trøndelag Betongsaging AS" in client.get("/register/company/").content.decode()


def test_an_unknown_link_says_so(client: Client) -> None:
    page = client.get("/register/not-a-token/")
    assert page.status_code == 404
    assert "Denne lenken fører ingen steder" in page.content.decode()


def test_wrong_outdated_and_used_codes_say_which_they_are(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    form.fill_in(client)
    run_jobs()
    first = form.code_in(form.last_mail())
    with acting_in(STAGE):
        Proof.objects.update(code_sent_at=timezone.now() - dt.timedelta(minutes=2))
    assert client.post("/register/resend/")["Location"] == "/register/code/"
    run_jobs()
    second = form.code_in(form.last_mail())
    wrong = next(
        code
        for code in ("000000", "111111", "222222")
        if code not in {first.replace(" ", ""), second.replace(" ", "")}
    )

    for code, words in (("12", "seks sifre"), (wrong, "ikke koden"), (first, "tidligere e-post")):
        page = client.post("/register/code/", {"code": code})
        assert page.status_code == 422, code
        assert words in page.content.decode(), code
        assert f'value="{code}"' in page.content.decode(), "nothing typed is lost"
    assert form.stored().status == "unproven"
    assert client.post("/register/code/", {"code": second}).status_code == 302
    used = client.post("/register/code/", {"code": second}, follow=True)
    assert "bekreftet allerede" in used.content.decode()
    assert entries().count("registration.proven") == 1


def test_tries_are_counted_and_a_new_code_helps(client: Client, run_jobs: Callable[[], int]) -> None:
    form.fill_in(client)
    run_jobs()
    code = form.code_in(form.last_mail())
    wrong = "000000" if code != "000 000" else "000001"
    for _try in range(5):
        assert client.post("/register/code/", {"code": wrong}).status_code == 422
    refused = client.post("/register/code/", {"code": code})
    assert refused.status_code == 429, "even the right one"
    assert form.stored().status == "unproven"
    with acting_in(STAGE):
        Proof.objects.update(code_sent_at=timezone.now() - dt.timedelta(minutes=2))
    client.post("/register/resend/")
    run_jobs()
    assert client.post("/register/code/", {"code": form.code_in(form.last_mail())}).status_code == 302


def test_a_new_code_at_most_every_minute_and_ten_mails_a_day(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    form.fill_in(client)
    soon = client.post("/register/resend/")
    assert soon.status_code == 429
    assert "Vent et minutt" in soon.content.decode()
    assert 'method="post" action="/register/code/"' in soon.content.decode(), "a code typed there is a code"
    run_jobs()
    assert len(mail.outbox) == 2
    for _mail in range(20):
        with acting_in(STAGE):
            Proof.objects.update(code_sent_at=timezone.now() - dt.timedelta(minutes=2))
        last = client.post("/register/resend/")
    assert last.status_code == 429
    run_jobs()
    with acting_in(STAGE):
        assert Proof.objects.get().codes_sent == 9, "one mail of the ten was the link"


def test_one_place_begins_only_so_many(client: Client) -> None:
    statuses = [form.person(Client(), email=f"a{number}@x.example").status_code for number in range(21)]
    assert statuses == [302] * 20 + [429]
    with acting_in(STAGE):
        assert Registration.objects.count() == 20


def test_expired_ones_say_so_and_take_nothing(client: Client, run_jobs: Callable[[], int]) -> None:
    form.fill_in(client)
    run_jobs()
    code, link = form.code_in(form.last_mail()), form.link_in(form.last_mail())
    with acting_in(STAGE):
        Registration.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    for answer in (client.post("/register/code/", {"code": code}), client.get(link), client.post(link)):
        assert answer["Location"] == "/register/status/"
    assert "utløpt" in client.get("/register/status/").content.decode()
    assert form.stored().status == "unproven"

    expire.task.func(timestamp=0)
    registration = form.stored()
    assert registration.status == "expired"
    assert registration.proof.password == ""
    assert client.get(link)["Location"] == "/register/status/"
    assert "utløpt" in client.get("/register/status/").content.decode()
    assert entries()[-1] == "registration.expired"
    client.post("/register/again/")
    assert client.get("/register/").status_code == 200


def test_what_is_open_does_not_expire(client: Client, run_jobs: Callable[[], int]) -> None:
    form.proven(client, run_jobs)
    with acting_in(STAGE):
        Registration.objects.update(expires_at=timezone.now() - dt.timedelta(days=1))
    expire.task.func(timestamp=0)
    assert form.stored().status == "waiting"


def test_what_lacks_stands_beside_its_field_and_nothing_is_lost(client: Client) -> None:
    page = form.person(client, email="kari@", first_name="")
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"email", "first_name"}
    assert 'value="kari@"' in page.content.decode()
    assert re.findall(r'name="kind" value="(\w+)" checked', page.content.decode()) == [form.PERSON["kind"]]
    with acting_in(STAGE):
        assert not Registration.objects.exists()
    form.person(client)
    assert set(client.post("/register/colleague/", {}).context["form"].errors) == {"knows_colleague"}
    assert set(client.post("/register/colleague/", {"knows_colleague": "yes"}).context["form"].errors) == {
        "colleague_email"
    }
    again = client.post("/register/colleague/", {"knows_colleague": "yes"}).content.decode()
    assert 'value="yes" checked' in again
    own = form.colleague(client, form.PERSON["email"].upper())
    assert set(own.context["form"].errors) == {"colleague_email"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"organisation_number": "914 206 89"}, "her er det 8"),
        ({"organisation_number": "914 206 890"}, "kontrollsiffer"),
        ({"organisation_number": "NO 914 206 898 MVA x"}, "bare sifre"),
        ({"organisation_number": ""}, "Fyll ut"),
        ({"postcode": "708"}, "fire sifre"),
        ({"country": "DE", "vat_number": "DE 2841 7730", "postcode": "55116"}, "her er det 8"),
        ({"country": "DE", "vat_number": "DE284177301", "postcode": "55116"}, "kontrollsiffer"),
        ({"country": "SE", "vat_number": "SE12", "postcode": "111 22"}, "SE556188840401"),
        ({"country": "DK", "vat_number": "DK13585628", "postcode": "21"}, "2100"),
    ],
)
def test_numbers_and_postcodes_are_checked(client: Client, changes: dict[str, str], words: str) -> None:
    form.person(client)
    form.colleague(client)
    page = form.company(client, **changes)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "Trøndelag Betongsaging AS" in page.content.decode()
    assert form.stored().company_name == ""


@pytest.mark.parametrize(
    ("country", "typed", "kept", "postcode"),
    [
        ("DE", "136 695 976", "DE136695976", "55116"),
        ("AT", "u13585627", "ATU13585627", "1010"),
        ("SE", "SE 556188-8404 01", "SE556188840401", "111 22"),
        ("CH", "CHE-107.787.577 IVA", "CHE107787577IVA", "8001"),
        ("NL", "NL004495445B01", "NL004495445B01", "1012 AB"),
    ],
)
def test_vat_numbers_of_other_countries(
    client: Client, country: str, typed: str, kept: str, postcode: str
) -> None:
    form.person(client)
    form.colleague(client)
    answer = form.company(client, country=country, vat_number=typed, postcode=postcode)
    assert answer.status_code == 302, answer.context["form"].errors
    assert form.stored().vat_number == kept


def test_another_country_asks_other_things(client: Client) -> None:
    form.person(client)
    form.colleague(client)
    assert 'name="vat_number"' not in client.get("/register/company/").content.decode()
    page = client.post("/register/company/", form.COMPANY | {"country": "DE", "redraw": "1"})
    assert page.status_code == 200
    assert 'name="vat_number"' in page.content.decode()
    assert "Trøndelag Betongsaging AS" in page.content.decode()
    assert form.stored().country == ""


def test_passwords_have_to_be_strong_and_a_good_one_is_kept(client: Client) -> None:
    form.person(client)
    form.colleague(client)
    form.company(client)
    for changes in (
        {"password1": "short", "password2": "short"},
        {"password1": "kari@tbsaging.example", "password2": "kari@tbsaging.example"},
        {"password1": form.PASSWORD, "password2": "another"},
    ):
        page = form.access(client, **changes)
        assert page.status_code == 422
        assert {"password1", "password2"} & set(page.context["form"].errors)
        assert form.stored().proof.password == ""
    page = form.access(client, accepted="")
    assert set(page.context["form"].errors) == {"accepted"}
    assert form.stored().status == "draft"
    # The password was fine: it need not be typed again.
    assert form.access(client, password1="", password2="").url == "/register/code/"


def test_terms_are_those_that_were_shown(client: Client, terms: dict[str, Terms]) -> None:
    form.person(client)
    form.colleague(client)
    form.company(client)
    page = form.access(client, terms=terms["sale"].pk)
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"accepted"}
    assert form.stored().terms is None


def test_steps_are_taken_in_order(client: Client) -> None:
    assert client.get("/register/company/")["Location"] == "/register/"
    lost = form.company(client)
    assert lost.status_code == 409
    form.person(client)
    assert client.get("/register/access/")["Location"] == "/register/colleague/"
    assert client.get("/register/code/")["Location"] == "/register/colleague/"


def test_another_address_gets_what_was_typed_and_the_old_link_is_stale(
    client: Client, run_jobs: Callable[[], int]
) -> None:
    form.fill_in(client, email="kair@tbsaging.example")
    run_jobs()
    old = form.link_in(form.last_mail("kair@tbsaging.example"))
    assert form.person(client).status_code == 302
    assert form.stored("kair@tbsaging.example").status == "withdrawn"
    fresh = form.stored()
    assert (fresh.status, fresh.company_name) == ("draft", "Trøndelag Betongsaging AS")
    assert form.access(client, password1="", password2="").url == "/register/code/"
    run_jobs()
    assert client.post("/register/code/", {"code": form.code_in(form.last_mail())}).status_code == 302
    elsewhere = Client()
    elsewhere.post(old)
    assert form.stored("kair@tbsaging.example").status == "withdrawn"


def test_withdraw(client: Client, run_jobs: Callable[[], int]) -> None:
    form.proven(client, run_jobs)
    assert client.get("/register/withdraw/").status_code == 200
    assert client.post("/register/withdraw/")["Location"] == "/register/status/"
    run_jobs()
    registration = form.stored()
    assert (registration.status, registration.proof.password) == ("withdrawn", "")
    assert "trukket tilbake" in form.last_mail().subject
    client.post("/register/withdraw/")
    assert entries().count("registration.withdrawn") == 1


def test_who_is_signed_in_does_not_register(anna: Member, client_of) -> None:
    assert client_of(anna).get("/register/")["Location"] == "/"


@pytest.mark.parametrize("language", ["nb", "de", "en"])
def test_pages_and_mails_are_in_the_applicants_language(language: str, run_jobs: Callable[[], int]) -> None:
    client = Client(headers={"accept-language": language})
    form.proven(client, run_jobs)
    assert form.stored().language == language
    subjects = [message.subject for message in mail.outbox]
    assert (
        subjects[0]
        == {
            "nb": "Registreringen din hos Hansa Industri er lagret",
            "de": "Ihre Registrierung bei Hansa Industri ist gespeichert",
            "en": "Your registration with Hansa Industri is saved",
        }[language]
    )
