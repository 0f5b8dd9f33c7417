"""Our staff approve, ask back or reject (ON-7); the applicant answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kontor.accounts.models import User
from kontor.companies.models import Address, Change, Company, Member
from kontor.equipment.models import Holding
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.onboarding import actions, queries
from kontor.onboarding.errors import (
    AddressHasAccount,
    CompanyMissing,
    NotPossibleNow,
    QuestionMissing,
    ReasonMissing,
)
from kontor.onboarding.models import Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def registration(
    client: Client, run_jobs: Callable[[], int], areas, entities, terms, hansa_nord
) -> Registration:
    """Kari's, proven."""
    made = form.proven(client, run_jobs)
    mail.outbox.clear()
    return made


def verbs() -> list[str]:
    with acting_in(STAGE):
        return list(
            Entry.objects.filter(subject="registration").order_by("at", "id").values_list("verb", flat=True)
        )


def test_approved_she_signs_in_with_the_password_she_chose(
    client: Client, registration: Registration, olav: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(olav):
        actions.approve(registration, by=olav, message="Velkommen, Kari. Sagene dine er registrert.")
    run_jobs()
    with acting_in(STAGE):
        kari = Member.objects.select_related("company__entity", "company__partner", "user").get(
            user__email=form.PERSON["email"]
        )
        company = kari.company
        assert company.number == "500001"
        assert (company.name, company.organisation_number) == ("Trøndelag Betongsaging AS", "914206898")
        assert (company.entity.code, company.currency, company.language) == ("NO", "NOK", "nb")
        assert company.partner is not None
        assert company.partner.code == "hansa-nord"
        assert company.tier == "silver"
        assert kari.roles == ["administrator"]
        assert kari.title == "Anleggsleder"
        kinds = (
            Address.objects.filter(company=company)
            .order_by("kind")
            .values_list("kind", "street", "is_default")
        )
        assert list(kinds) == [("billing", "Industrivegen 31", True), ("delivery", "Industrivegen 31", True)]
    stored = form.stored()
    assert (stored.status, stored.company, stored.proof.password) == ("approved", company, "")
    [message] = mail.outbox
    assert message.to == [form.PERSON["email"]]
    assert message.subject == "Tilgangen din er åpen"
    assert "500001" in message.body
    assert "Sagene dine er registrert." in message.body
    page = client.get("/register/status/").content.decode()
    assert "Tilgangen din er åpen" in page
    assert "Sagene dine er registrert." in page

    answer = Client().post("/accounts/login/", {"login": form.PERSON["email"], "password": form.PASSWORD})
    assert answer.status_code == 302
    with acting_in(STAGE):
        decided = Entry.objects.get(verb="registration.approved")
    assert (decided.user_id, decided.details) == (olav.user_id, {"company": company.pk, "made": True})


def test_customer_numbers_run_on_and_pass_over_those_given_elsewhere(
    registration: Registration, olav: Staff, run_jobs: Callable[[], int], fjordbygg: Company
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(number="500001")
    with acting_in(olav):
        assert actions.approve(registration, by=olav).number == "500002"


def test_into_an_existing_company(registration: Registration, olav: Staff, fjordbygg: Company) -> None:
    with acting_in(olav):
        actions.approve(registration, by=olav, into=fjordbygg, as_role="reader")
    with acting_in(STAGE):
        assert Member.objects.get(user__email=form.PERSON["email"]).company == fjordbygg
        assert Company.objects.count() == 1


def test_what_the_customer_lacks_comes_along_and_what_it_knows_stays(
    registration: Registration, olav: Staff, fjordbygg: Company
) -> None:
    with acting_in(STAGE):
        Registration.objects.update(
            invoice_email="faktura@tbsaging.example", serials={"construction": "AB123Z"}
        )
        Company.objects.filter(pk=fjordbygg.pk).update(organisation_number="", email="")
    with acting_in(olav):
        actions.approve(registration, by=olav, into=fjordbygg)
    with acting_in(STAGE):
        company = Company.objects.get(pk=fjordbygg.pk)
        assert (company.organisation_number, company.email) == ("914206898", "faktura@tbsaging.example")
        assert (company.name, company.phone) == ("Fjordbygg AS", "73 00 00 01")
        assert company.street == ""
        assert not Address.objects.filter(company=company, street="Industrivegen 31").exists()
        changed = Entry.objects.get(verb="company.changed")
        assert (changed.user_id, changed.details) == (
            olav.user_id,
            {"fields": ["email", "organisation_number"]},
        )
        of_fields = Change.objects.filter(entry_id=changed.pk).order_by("field").values_list("field", "after")
        assert list(of_fields) == [
            ("email", "faktura@tbsaging.example"),
            ("organisation_number", "914206898"),
        ]
        assert Holding.objects.get(company=company).serial == "AB123Z"


def test_a_customer_whose_address_nobody_knew_has_the_applicants(
    registration: Registration, olav: Staff, fjordbygg: Company
) -> None:
    with acting_in(STAGE):
        Address.objects.filter(company=fjordbygg).delete()
    with acting_in(olav):
        company = actions.approve(registration, by=olav, into=fjordbygg)
    assert (company.street, company.postcode, company.city) == ("Industrivegen 31", "7080", "Heimdal")
    with acting_in(STAGE):
        places = Address.objects.filter(company=company).order_by("kind").values_list("kind", "street")
        assert list(places) == [("billing", "Industrivegen 31"), ("delivery", "Industrivegen 31")]


def test_a_machine_that_the_customer_has_is_not_registered_twice(
    registration: Registration, olav: Staff, fjordbygg: Company, areas
) -> None:
    with acting_in(STAGE):
        Registration.objects.update(serials={"construction": "AB123Z"})
        Holding.objects.create(
            company=fjordbygg, area=areas["construction"], serial="AB123Z", registered_at=timezone.now()
        )
    with acting_in(olav):
        actions.approve(registration, by=olav, into=fjordbygg)
    with acting_in(STAGE):
        assert Holding.objects.filter(serial="AB123Z").count() == 1


def test_numbers_of_another_country_tell_nothing(
    registration: Registration, olav: Staff, rheintal: Company
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=rheintal.pk).update(organisation_number="")
    with acting_in(olav):
        company = actions.approve(registration, by=olav, into=rheintal)
    assert company.organisation_number == ""
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="company.changed").exists()


def test_the_partner_to_whom_it_was_given_decides_too(registration: Registration, petra: Staff) -> None:
    with acting_in(petra):
        assert queries.registration_for(petra, registration.number) == registration
        actions.approve(registration, by=petra)
    assert form.stored().status == "approved"


def test_another_partner_neither_sees_nor_decides(registration: Registration, stefan: Staff) -> None:
    with acting_in(stefan):
        assert not queries.registrations_for(stefan).exists()
        with pytest.raises(Registration.DoesNotExist):
            queries.registration_for(stefan, registration.number)
        for deed in (
            lambda: actions.approve(registration, by=stefan),
            lambda: actions.reject(registration, reason="x", by=stefan),
            lambda: actions.ask_back(registration, question="x", by=stefan),
        ):
            with pytest.raises(NotAllowed):
                deed()
    assert form.stored().status == "waiting"
    with acting_in(STAGE):
        assert not Company.objects.exists()
    assert verbs()[-1] == "registration.examined"


def test_decided_once(registration: Registration, olav: Staff, run_jobs: Callable[[], int]) -> None:
    with acting_in(olav):
        actions.approve(registration, by=olav)
        for deed in (
            lambda: actions.approve(registration, by=olav),
            lambda: actions.reject(registration, reason="x", by=olav),
            lambda: actions.ask_back(registration, question="x", by=olav),
        ):
            with pytest.raises(NotPossibleNow):
                deed()
    run_jobs()
    assert len(mail.outbox) == 1
    with acting_in(STAGE):
        assert Company.objects.count() == 1


def test_not_before_the_address_is_proven(
    client: Client, olav: Staff, areas, entities, terms, hansa_nord
) -> None:
    form.fill_in(client)
    registration = form.stored()
    with acting_in(olav):
        assert not queries.registrations_for(olav).exists()
        with pytest.raises(NotPossibleNow):
            actions.approve(registration, by=olav)


def test_an_account_that_came_in_between_leaves_no_trace(
    registration: Registration, olav: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(STAGE):
        User.objects.create(email=form.PERSON["email"].upper())
    with acting_in(olav), pytest.raises(AddressHasAccount):
        actions.approve(registration, by=olav)
    run_jobs()
    assert not mail.outbox
    assert form.stored().status == "waiting"
    with acting_in(STAGE):
        assert not Company.objects.exists()


def test_rejected_with_the_reason_word_for_word(
    client: Client, registration: Registration, olav: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(olav):
        with pytest.raises(ReasonMissing):
            actions.reject(registration, reason="  ", by=olav)
        assert form.stored().status == "waiting"
        actions.reject(registration, reason="Vi selger bare til <bedrifter>.", by=olav)
    run_jobs()
    [message] = mail.outbox
    assert "Vi selger bare til <bedrifter>." in message.body
    assert "73 00 12 40" in message.body
    stored = form.stored()
    assert (stored.status, stored.proof.password) == ("rejected", "")
    page = client.get("/register/status/").content.decode()
    assert "Vi selger bare til &lt;bedrifter&gt;." in page
    assert "Registrer deg på nytt" in page
    with acting_in(STAGE):
        assert not User.objects.filter(email=form.PERSON["email"]).exists()


def test_asked_back_and_answered(
    client: Client, registration: Registration, olav: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(olav):
        with pytest.raises(QuestionMissing):
            actions.ask_back(registration, question=" ", by=olav)
        actions.ask_back(registration, question="Hvilke sager har dere?", by=olav)
    run_jobs()
    [message] = mail.outbox
    assert "Hvilke sager har dere?" in message.body
    elsewhere = Client()
    assert elsewhere.get(form.link_in(message))["Location"] == "/register/status/"
    page = elsewhere.get("/register/status/").content.decode()
    assert "Din tur" in page
    assert "Hvilke sager har dere?" in page
    empty = elsewhere.post("/register/answer/", {"answer": ""})
    assert empty.status_code == 422
    assert form.stored().status == "asked"
    assert (
        elsewhere.post("/register/answer/", {"answer": "Tre veggsager."})["Location"] == "/register/status/"
    )
    stored = form.stored()
    assert (stored.status, stored.answer) == ("waiting", "Tre veggsager.")
    with acting_in(olav):
        actions.approve(stored, by=olav)
    assert verbs()[-3:] == ["registration.asked", "registration.answered", "registration.approved"]


def test_a_question_is_open_for_14_days(
    client: Client, registration: Registration, olav: Staff, run_jobs: Callable[[], int]
) -> None:
    with acting_in(olav):
        actions.ask_back(registration, question="Hva?", by=olav)
    left = form.stored().expires_at - timezone.now()
    assert dt.timedelta(days=13) < left <= dt.timedelta(days=14)
    with acting_in(STAGE):
        Registration.objects.update(expires_at=timezone.now())
    client.post("/register/answer/", {"answer": "Det."})
    assert form.stored().status == "asked"
    assert "utløpt" in client.get("/register/status/").content.decode()


def test_only_what_we_asked_can_be_answered(client: Client, registration: Registration) -> None:
    client.post("/register/answer/", {"answer": "Tre veggsager."})
    stored = form.stored()
    assert (stored.status, stored.answer) == ("waiting", "")


def test_without_a_company_there_is_none_to_make_but_one_can_be_asked_for(
    client: Client, run_jobs: Callable[[], int], olav: Staff, areas, entities, terms, hansa_nord
) -> None:
    registration = form.proven(client, run_jobs, knows="nobody@nowhere.example")
    with acting_in(olav):
        with pytest.raises(CompanyMissing):
            actions.approve(registration, by=olav)
        actions.ask_back(registration, question="Hvilket firma?", by=olav)
    assert client.get("/register/company/").status_code == 200
    assert client.get("/register/access/")["Location"] == "/register/status/"
    assert form.company(client).url == "/register/status/"
    client.post("/register/answer/", {"answer": "Se over."})
    with acting_in(olav):
        assert actions.approve(form.stored(), by=olav).name == "Trøndelag Betongsaging AS"


def test_a_german_company_buys_from_the_german_entity(
    run_jobs: Callable[[], int], olav: Staff, areas, entities, terms, hansa_nord, hansa_sued
) -> None:
    client = Client(headers={"accept-language": "de"})
    registration = form.proven(client, run_jobs, country="DE", vat_number="DE284177305", postcode="55116")
    with acting_in(olav):
        company = actions.approve(registration, by=olav)
    assert (company.currency, company.language, company.vat_number) == ("EUR", "de", "DE284177305")
    assert company.partner_id == hansa_sued.pk


def test_likely_duplicates_say_why(
    registration: Registration, olav: Staff, fjordbygg: Company, client: Client
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(
            name="Trøndelag Betongsag A/S", vat_number="NO 914 206 898 MVA"
        )
    with acting_in(olav):
        [likely] = queries.likely_duplicates(registration)
    assert likely.company == fjordbygg
    assert len(likely.reasons) == 2


def test_two_questions_for_one_registration_or_for_25(
    registration: Registration, olav: Staff, at_most, areas
) -> None:
    def listed() -> int:
        with acting_in(olav):
            return len([(one.number, one.partner, one.handled_by) for one in queries.registrations_for(olav)])

    with at_most(1):
        assert listed() == 1
    with acting_in(STAGE):
        for number in range(24):
            Registration.objects.create(
                number=f"R-{number}", status="waiting", language="nb", kind="customer", email=f"a{number}@x.example",
                first_name="A", last_name="B", started_at=timezone.now(), proven_at=timezone.now(),
                expires_at=timezone.now(), partner=registration.partner,
            )  # fmt: skip
    with at_most(1):
        assert listed() == 25
