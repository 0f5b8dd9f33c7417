"""Letting an applicant in, asking back, rejecting: who may, and what a refusal leaves (ON-7)."""

from __future__ import annotations

import pytest

from kontor.accounts.models import User
from kontor.companies.models import Company, Member
from kontor.desk.tests.stage_queues import handled_by, now, registration
from kontor.journal.actions import record
from kontor.journal.models import Entry
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.onboarding.models import Registration
from kontor.partners.models import Partner, SellingEntity, Staff
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def kari(hansa_nord: Partner, entities: dict[str, SellingEntity]) -> Registration:
    """Waits for us; Hansa Nord would look after her company."""
    return registration(hansa_nord)


@pytest.fixture
def tbs(fjordbygg: Company) -> Company:
    """Nearly the same as Fjordbygg, without a telephone."""
    facts = ("country", "language", "currency", "entity_id", "partner_id")
    with acting_in(STAGE):
        return Company.objects.create(
            number="101877",
            name="Fjordbygg Anlegg AS",
            organisation_number="914206880",
            vat_number="NO914206880MVA",
            email="post@fjordbygg-anlegg.example",
            street="Kaigata 2",
            postcode="7037",
            city="Trondheim",
            **{name: getattr(fjordbygg, name) for name in facts},
        )


def url(one: Registration, verb: str = "decide/") -> str:
    return f"/desk/registrations/{one.number}/{verb}"


def untouched(one: Registration) -> bool:
    with acting_in(STAGE):
        written = Entry.objects.filter(subject_id=str(one.pk)).exists()
        return now(one).status == "waiting" and handled_by(one) is None and not written


@pytest.mark.parametrize("who", ["olav", "sigrid", "petra"])
def test_approving_makes_a_customer(who: str, kari: Registration, request, client_of) -> None:
    staff: Staff = request.getfixturevalue(who)
    answer = client_of(staff).post(
        url(kari),
        {"decision": "approve", "message": "Velkommen, Kari.", "back": "/desk/registrations/"},
        follow=True,
    )
    assert answer.redirect_chain == [("/desk/registrations/", 302)]
    assert "Kari Nilsen har fått tilgang." in answer.content.decode()
    assert (now(kari).status, handled_by(kari)) == ("approved", staff)
    with acting_in(STAGE):
        member = Member.objects.select_related("company", "user").get(user__email=kari.email)
        assert (member.company.name, member.roles) == ("Trøndelag Betongsaging AS", ["administrator"])
        verbs = Entry.objects.filter(subject="registration").order_by("at").values_list("verb", flat=True)
        assert list(verbs) == ["registration.taken", "registration.approved"]
    page = client_of(staff).get(url(kari, "")).content.decode()
    assert "Ferdig: Tilgang er gitt." in page
    assert "Velkommen, Kari." in page
    assert 'name="decision"' not in page


def test_approving_into_a_company_that_exists(
    anna: Member, kari: Registration, olav: Staff, client_of
) -> None:
    with acting_in(STAGE):
        Registration.objects.filter(pk=kari.pk).update(organisation_number=anna.company.organisation_number)
    client = client_of(olav)
    page = client.get(url(kari, "")).content.decode()
    assert "Kanskje kunde fra før" in page
    assert f"Godkjenn inn i {anna.company.number}" in page
    client.post(url(kari), {"decision": f"into-{anna.company_id}"})
    with acting_in(STAGE):
        member = Member.objects.get(user__email=kari.email)
        assert (member.company_id, member.roles) == (anna.company_id, ["buyer"])


def test_one_customer_stands_beside_it_with_what_would_come_along(
    anna: Member, tbs: Company, kari: Registration, olav: Staff, client_of
) -> None:
    """The likeliest first; a link leads to the next, and what can be decided is about that one."""
    with acting_in(STAGE):
        Registration.objects.filter(pk=kari.pk).update(
            company_name="Fjordbygg AS", organisation_number=tbs.organisation_number
        )
    client = client_of(olav)
    page = client.get(url(kari, ""))
    assert page.context["choice"].alike.company == tbs
    taken = {str(row.label): row.after for row in page.context["rows"] if row.taken}
    assert taken == {"Telefon": "90\N{NO-BREAK SPACE}41\N{NO-BREAK SPACE}77\N{NO-BREAK SPACE}25"}
    link = f"{url(kari, '')}?customer={anna.company.number}"
    assert link in page.content.decode()
    assert f"into-{anna.company_id}" not in page.content.decode()

    other = client.get(link).content.decode()
    assert f"into-{anna.company_id}" in other
    assert f"{url(kari, '')}?customer={tbs.number}" in other

    into_another = {"decision": f"into-{anna.company_id}", "customer": tbs.number}
    assert client.post(url(kari), into_another).status_code == 422
    assert untouched(kari)
    refused = client.post(url(kari), {"decision": "ask", "customer": anna.company.number})
    assert refused.status_code == 422
    assert refused.context["choice"].alike.company == anna.company
    client.post(url(kari), {"decision": f"into-{anna.company_id}", "customer": anna.company.number})
    with acting_in(STAGE):
        assert Member.objects.get(user__email=kari.email).company == anna.company


def test_nobody_is_let_into_just_any_company(
    rheintal: Company, kari: Registration, olav: Staff, client_of
) -> None:
    answer = client_of(olav).post(url(kari), {"decision": f"into-{rheintal.pk}"})
    assert answer.status_code == 422
    assert untouched(kari)


@pytest.mark.parametrize(("decision", "state"), [("ask", "asked"), ("reject", "rejected")])
def test_asking_and_rejecting_need_words(
    decision: str, state: str, kari: Registration, sigrid: Staff, client_of
) -> None:
    client = client_of(sigrid)
    refused = client.post(url(kari), {"decision": decision, "message": "  "})
    assert refused.status_code == 422
    assert refused.context["form"].errors["message"]
    assert untouched(kari)
    words = "Hvem kan signere for firmaet?"
    client.post(url(kari), {"decision": decision, "message": words})
    decided = now(kari)
    assert decided.status == state
    assert words in (decided.question, decided.reason)
    assert words in client.get(url(kari, "")).content.decode()


def test_what_was_written_is_not_lost(kari: Registration, olav: Staff, client_of) -> None:
    refused = client_of(olav).post(
        url(kari), {"message": "Hvem kan signere?"}, headers={"HX-Request": "true"}
    )
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Hvem kan signere?" in page
    assert "Velg hva som skal skje." in page
    assert "<html" not in page
    assert untouched(kari)


def test_the_second_decision_is_told_so(kari: Registration, olav: Staff, sigrid: Staff, client_of) -> None:
    client_of(olav).post(url(kari), {"decision": "reject", "message": "Ikke et firma."})
    answer = client_of(sigrid).post(url(kari), {"decision": "approve"})
    assert answer.status_code == 422
    assert (now(kari).status, now(kari).reason) == ("rejected", "Ikke et firma.")
    with acting_in(STAGE):
        assert not User.objects.filter(email=kari.email).exists()


def test_service_looks_on(kari: Registration, hansa_nord: Partner, client_of) -> None:
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    page = client_of(jon).get(url(kari, "")).content.decode()
    assert "Disse rollene avgjør: Administrator, Salg." in page
    assert 'name="decision"' not in page
    for decision in ("approve", "ask", "reject"):
        assert client_of(jon).post(url(kari), {"decision": decision, "message": "x"}).status_code == 403
    assert untouched(kari)


def test_an_answer_is_shown_beside_its_question(hansa_nord: Partner, olav: Staff, client_of) -> None:
    one = registration(hansa_nord, question="Hvem kan signere?", answer="Roar Aune, styreleder.")
    page = client_of(olav).get(url(one, "")).content.decode()
    assert "Hvem kan signere?" in page
    assert "Roar Aune, styreleder." in page


def test_what_the_applicant_did_is_not_said_to_be_a_rules(kari: Registration, olav: Staff, client_of) -> None:
    with acting_in(STAGE):
        record("registration.sent", kari, by=SystemActor("onboarding.applicant"), company_id=None)
    page = client_of(olav).get(url(kari, "")).content.decode()
    assert ", Kari Nilsen</" in page
    assert "automatisk" not in page


def test_the_companys_administrators_may_decide(
    hansa_nord: Partner, anna, petra: Staff, client_of, run_jobs
) -> None:
    """What looks like a customer's is given to its administrators; the desk has done its part."""
    joins = registration(hansa_nord, organisation_number=anna.company.organisation_number)
    page = client_of(petra).get(url(joins, "")).content.decode()
    assert "administreres av Anna Hagen" in page
    answer = client_of(petra).post(url(joins), {"decision": f"pass-{anna.company_id}"})
    assert answer.status_code == 302
    run_jobs()
    given = now(joins)
    assert (given.status, given.joins, given.company_id) == ("waiting", True, anna.company_id)
    assert "Kari Nilsen" in client_of(anna).get("/company/users/").content.decode()
    assert client_of(petra).get(url(joins, "")).status_code == 404


def test_nobody_is_asked_who_is_not_there(hansa_nord: Partner, anna, petra: Staff, client_of) -> None:
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(roles=["reader"])
    joins = registration(hansa_nord, organisation_number=anna.company.organisation_number)
    answer = client_of(petra).post(url(joins), {"decision": f"pass-{anna.company_id}"})
    assert answer.status_code == 422
    assert untouched(joins)
