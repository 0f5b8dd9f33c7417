"""Terms of use: who accepted which version when; a new one is asked at the next sign-in (ON-5, QU-4)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from kontor.companies.actions import ask_relationship
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.consent import accept_terms, changes_between, owed_by
from kontor.partners.models import Consent, Terms
from tests.cast import PASSWORD, STAGE

pytestmark = pytest.mark.django_db


def sign_in(person) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": person.user.email, "password": PASSWORD})
    return client


@pytest.fixture
def newer(stage, terms) -> Terms:
    """The next terms of use, in force since today."""
    with acting_in(stage):
        return Terms.objects.create(
            kind="use", version=5, valid_from=dt.date(2026, 9, 2),
            **{f"title_{one}": "Use" for one in ("nb", "de", "en")},
            **{f"body_{one}": "## En\n\nTekst.\n\nOg enda mer." for one in ("nb", "de", "en")},
        )  # fmt: skip


def accepted(person) -> list[tuple[int, str]]:
    with acting_in(STAGE):
        found = Consent.objects.filter(user=person.user).order_by("pk")
        return list(found.values_list("terms__version", "occasion"))


def test_it_is_asked_before_anything_else_and_the_page_is_kept(anna, terms):
    client = sign_in(anna)
    answer = client.get("/company/addresses/?q=rigg")
    assert answer["Location"] == "/legal/consent/?next=%2Fcompany%2Faddresses%2F%3Fq%3Drigg"
    assert client.post("/company/change/", {"name": "X"}).status_code == 302
    page = client.get(answer["Location"])
    assert page.context["terms"].version == 4
    assert client.post(answer["Location"], {"terms": page.context["terms"].pk}).status_code == 422
    assert accepted(anna) == []
    done = client.post(
        "/legal/consent/",
        {"terms": page.context["terms"].pk, "accepted": "on", "next": "/company/addresses/?q=rigg"},
    )
    assert done["Location"] == "/company/addresses/?q=rigg"
    assert client.get(done["Location"]).status_code == 200
    assert accepted(anna) == [(4, "sign_in")]
    with acting_in(STAGE):
        assert Entry.objects.get(verb="terms.accepted").user_id == anna.user_id


def test_who_has_accepted_goes_straight_on(anna, terms):
    with acting_in(anna):
        accept_terms(anna.user, terms=terms["use"], occasion="sign_in", by=anna)
    client = sign_in(anna)
    assert client.get("/company/").status_code == 200
    assert "just_signed_in" not in client.session


def test_a_new_version_is_asked_with_what_is_new(anna, terms, newer):
    with acting_in(anna):
        accept_terms(anna.user, terms=terms["use"], occasion="sign_in", by=anna)
        assert owed_by(anna.user) == newer
    client = sign_in(anna)
    page = client.get("/legal/consent/")
    assert [(one.is_new, "enda mer" in one.html) for one in page.context["changes"]] == [(True, True)]
    assert page.context["before"] == terms["use"]
    client.post("/legal/consent/", {"terms": newer.pk, "accepted": "on"})
    assert accepted(anna) == [(4, "sign_in"), (5, "sign_in")]
    listed = client.get("/legal/consents/").content.decode()
    assert 'href="/legal/use/5/"' in listed
    assert 'href="/legal/use/4/"' in listed


def test_what_stood_there_is_what_is_accepted(anna, terms, newer):
    answer = sign_in(anna).post("/legal/consent/", {"terms": terms["use"].pk, "accepted": "on"})
    assert answer.status_code == 422
    assert accepted(anna) == []


def test_terms_in_a_form_before_they_are_in_force_are_not_owed(anna, stage):
    with acting_in(stage):
        Terms.objects.create(kind="use", version=1, valid_from=dt.date(2999, 1, 1))
    assert sign_in(anna).get("/company/").status_code == 200


def test_staff_are_not_asked(petra, terms):
    assert sign_in(petra).get("/desk/", follow=True).status_code == 200
    assert accepted(petra) == []


def test_asking_a_partner_is_a_consent_too(anna, areas, terms, hansa_sued):
    with acting_in(anna):
        ask_relationship(anna.company, area=areas["test"], partner=hansa_sued, terms=terms["use"], by=anna)
    assert accepted(anna) == [(4, "relationship")]


def test_it_leads_to_no_other_site_and_reading_is_open_before(anna, terms):
    client = sign_in(anna)
    assert client.get("/legal/use/").status_code == 200
    done = client.post(
        "/legal/consent/", {"terms": terms["use"].pk, "accepted": "on", "next": "https://evil.example/"}
    )
    assert done["Location"] == "/"


def test_nobody_accepts_for_another_and_nobody_changes_what_was_accepted(anna, bjorn, terms):
    from django.db import DatabaseError, transaction

    with acting_in(anna):
        accept_terms(anna.user, terms=terms["use"], occasion="sign_in", by=anna)
        assert not accept_terms(anna.user, terms=terms["use"], occasion="relationship", by=anna), "once"
    with acting_in(bjorn):
        assert not Consent.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            accept_terms(anna.user, terms=terms["sale"], occasion="sign_in", by=bjorn)
        with pytest.raises(DatabaseError), transaction.atomic():
            Consent.objects.update(occasion="registration")


def test_versions_are_compared_by_paragraphs(terms, newer):
    assert changes_between(newer, newer) == []
    (gone,) = changes_between(newer, terms["use"])
    assert not gone.is_new
    assert "enda mer" in gone.html
