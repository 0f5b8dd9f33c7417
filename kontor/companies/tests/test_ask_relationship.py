"""Asking a partner to look after the company in a product area (CO-8)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import ask_relationship, withdraw_request
from kontor.companies.errors import (
    AlreadyAsked,
    AlreadyServed,
    PartnerDoesNotServe,
    RequestClosed,
    TermsNotInForce,
)
from kontor.companies.models import Address, Company, Relationship
from kontor.companies.queries import lacks_relationship, terms_of_use, usual_partner
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.partners.models import PartnerArea, Terms
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_anna_asks_and_the_partner_hears_of_it(
    anna, petra, stefan, unserved, hansa_nord, client_of, run_jobs
):
    client = client_of(anna)
    page = client.get("/company/relationships/ask/?area=office")
    assert [one for one, chosen in page.context["form"].rows() if chosen] == [hansa_nord]
    typed = {
        "partner": hansa_nord.pk,
        "terms": page.context["terms"].pk,
        "accepted": "on",
        "message": "Four printers.",
    }
    assert client.post("/company/relationships/ask/?area=office", typed).status_code == 302
    run_jobs()
    with acting_in(STAGE):
        asked = Relationship.objects.get(status="requested")
        assert (asked.company_id, asked.partner_id, asked.requested_by) == (
            anna.company_id,
            hansa_nord.pk,
            anna,
        )
        assert asked.terms is not None
        assert (asked.terms.version, asked.message) == (4, "Four printers.")
        assert [one.user for one in Notification.objects.all()] == [petra.user]
    [sent] = mail.outbox
    assert sent.to == ["post@hansa-nord.example"]
    assert f"/desk/relationships/{asked.pk}/" in sent.body
    assert "Four printers." in sent.body


def test_stefan_sees_nothing_of_it(asked, stefan, petra, client_of):
    with acting_in(stefan):
        assert not Relationship.objects.filter(pk=asked.pk).exists()
        assert not Company.objects.filter(pk=asked.company_id).exists()
        assert not Entry.objects.filter(verb="relationship.requested").exists()
    with acting_in(petra):
        assert Relationship.objects.filter(pk=asked.pk).exists()
    for address in (f"/desk/relationships/{asked.pk}/", f"/desk/relationships/{asked.pk}/decide/"):
        assert client_of(stefan).get(address).status_code in (404, 405)
        assert client_of(stefan).post(address).status_code in (404, 405)
    assert "Fjordbygg" not in client_of(stefan).get("/desk/relationships/").content.decode()


def test_a_technician_may_not_nor_for_another_company(tom, anna, claudia, unserved, hansa_nord, terms):
    for person in (tom, claudia):
        with acting_in(person), pytest.raises(NotAllowed):
            ask_relationship(anna.company, area=unserved, partner=hansa_nord, terms=terms["use"], by=person)
    no_trace()


def test_the_terms_must_be_those_in_force(anna, unserved, hansa_nord, hansa_sued, terms, client_of):
    with acting_in(STAGE):
        own = Terms.objects.create(
            kind="use", area=unserved, version=1, valid_from="2026-01-01", title_nb="Kontor", title_de="Büro",
            title_en="Office", body_nb=".", body_de=".", body_en=".",
        )  # fmt: skip
    with acting_in(anna):
        assert terms_of_use(unserved) == own
        for accepted in (terms["use"], terms["sale"], None):
            with pytest.raises(TermsNotInForce):
                ask_relationship(anna.company, area=unserved, partner=hansa_nord, terms=accepted, by=anna)
    no_trace()
    typed = {"partner": hansa_nord.pk, "terms": terms["use"].pk, "accepted": "on", "message": "Hei"}
    page = client_of(anna).post("/company/relationships/ask/?area=office", typed)
    assert page.status_code == 422
    assert "accepted" in page.context["form"].errors
    assert f'value="{own.pk}"' in page.content.decode(), "the form now carries the version in force"
    assert " checked" not in page.content.decode().partition('name="accepted"')[2].partition(">")[0]
    page = client_of(anna).post("/company/relationships/ask/?area=office", {"message": "Hei"})
    assert set(page.context["form"].errors) == {"partner", "accepted"}
    assert "Hei</textarea>" in page.content.decode()


def test_the_partner_must_serve_the_area_and_one_asks_once(
    anna, unserved, hansa_nord, hansa_sued, areas, terms
):
    use = terms["use"]
    with acting_in(STAGE):
        PartnerArea.objects.filter(partner=hansa_sued, area=unserved).delete()
    with acting_in(anna):
        with pytest.raises(PartnerDoesNotServe):
            ask_relationship(anna.company, area=unserved, partner=hansa_sued, terms=use, by=anna)
        with pytest.raises(AlreadyServed):
            ask_relationship(anna.company, area=areas["test"], partner=hansa_nord, terms=use, by=anna)
        ask_relationship(anna.company, area=unserved, partner=hansa_nord, terms=use, by=anna)
        with pytest.raises(AlreadyAsked):
            ask_relationship(anna.company, area=unserved, partner=hansa_nord, terms=use, by=anna)
        assert Relationship.objects.filter(status="requested").count() == 1


def test_the_usual_partner_is_the_known_one_else_the_one_of_the_postcode(anna, areas, hansa_nord, hansa_sued):
    area, company = areas["office"], anna.company
    with acting_in(anna):
        assert usual_partner(company, area) == hansa_nord
    with acting_in(STAGE):
        Company.objects.update(partner=None)
        company.refresh_from_db()
        PartnerArea.objects.filter(partner=hansa_sued).update(postcode_from="7000", postcode_to="7099")
        hansa_sued.country = "NO"
        hansa_sued.save()
    with acting_in(anna):
        assert usual_partner(company, area) == hansa_sued, "its range is narrower"
    with acting_in(STAGE):
        Address.objects.filter(company=company).update(postcode="0150")
    with acting_in(anna):
        assert usual_partner(company, area) == hansa_nord
    with acting_in(STAGE):
        Address.objects.filter(company=company).delete()
    with acting_in(anna):
        assert usual_partner(company, area) is None


def test_a_request_is_withdrawn_before_it_is_decided(anna, tom, claudia, asked, client_of, petra, run_jobs):
    address = f"/company/relationships/{asked.pk}/withdraw/"
    assert client_of(tom).post(address).status_code == 403
    assert client_of(claudia).post(address).status_code == 404
    assert client_of(anna).post(address).status_code == 302
    run_jobs()
    with acting_in(STAGE):
        now = Relationship.objects.get(pk=asked.pk)
        assert (now.status, now.since) == ("ended", None)
        assert Entry.objects.filter(verb="relationship.withdrawn").count() == 1
        kinds = {one.kind for one in Notification.objects.filter(user=petra.user)}
        assert kinds == {"relationship.withdrawn"}, "what is over need not be told any more"
    with acting_in(anna), pytest.raises(RequestClosed):
        withdraw_request(now, by=anna)
    assert "Trukket tilbake" in client_of(anna).get("/company/relationships/").content.decode()


def test_who_has_none_is_invited_to_ask(anna, tom, client_of):
    with acting_in(anna):
        assert not lacks_relationship(anna)
    with acting_in(STAGE):
        Relationship.objects.all().delete()
    with acting_in(anna):
        assert lacks_relationship(anna)
    assert "/company/relationships/ask/" in client_of(anna).get("/company/").content.decode()
    assert "/company/relationships/ask/" not in client_of(tom).get("/company/").content.decode()


def test_it_asks_the_same_for_one_and_for_25(anna, hansa_sued, areas, client_of, at_most):
    def former(number: int) -> None:
        with acting_in(STAGE):
            for _ in range(number):
                Relationship.objects.create(
                    company=anna.company,
                    partner=hansa_sued,
                    area=areas["test"],
                    status="declined",
                    reason="No.",
                )

    client = client_of(anna)
    former(1)
    client.get("/company/relationships/")
    with at_most(12) as few:
        client.get("/company/relationships/")
    former(24)
    with at_most(12) as many:
        assert len(client.get("/company/relationships/").context["former"].rows) == 25
    assert len(few) == len(many)


def no_trace() -> None:
    with acting_in(STAGE):
        assert not Relationship.objects.filter(status="requested").exists()
        assert not Entry.objects.filter(verb="relationship.requested").exists()
