"""The partner's staff accepts or declines a request (CO-8)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from kontor.companies.actions import accept_relationship, ask_relationship, decline_relationship
from kontor.companies.errors import ReasonMissing, ReasonTooLong, RequestClosed
from kontor.companies.models import Company, Relationship
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_petra_accepts_and_anna_hears_of_it(anna, petra, asked, run_jobs):
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(partner=None)
    with acting_in(petra):
        accept_relationship(asked, by=petra)
    run_jobs()
    with acting_in(STAGE):
        now = Relationship.objects.get(pk=asked.pk)
        assert (now.status, now.since is not None, now.decided_at is not None) == ("active", True, True)
        assert Company.objects.get(pk=anna.company_id).partner == petra.partner
        entry = Entry.objects.get(verb="relationship.accepted")
        assert (entry.user_id, entry.company_id, entry.partner_id) == (
            petra.user_id, anna.company_id, petra.partner_id,
        )  # fmt: skip
        assert Notification.objects.get(user=anna.user).kind == "relationship.accepted"
    assert [sent.to for sent in mail.outbox] == [[anna.user.email]]
    assert mail.outbox[0].subject == "Hansa Nord tar hånd om dere nå"


def test_changing_the_partner_ends_the_one_before(anna, petra, stefan, areas, hansa_sued, terms, run_jobs):
    with acting_in(anna):
        asked = ask_relationship(
            anna.company, area=areas["test"], partner=hansa_sued, terms=terms["use"], by=anna
        )
    run_jobs()
    mail.outbox.clear()
    with acting_in(stefan):
        accept_relationship(asked, by=stefan)
    run_jobs()
    with acting_in(STAGE):
        now = Relationship.objects.filter(company=anna.company, area=areas["test"])
        assert sorted(now.values_list("partner__code", "status")) == [
            ("hansa-nord", "ended"),
            ("hansa-sued", "active"),
        ]
        assert Entry.objects.filter(verb="relationship.ended").count() == 1
        assert Company.objects.get(pk=anna.company_id).partner == petra.partner, "it had one"
        assert Notification.objects.get(user=petra.user).kind == "relationship.ended"
    told = {sent.to[0]: sent.body for sent in mail.outbox}
    assert set(told) == {"post@hansa-nord.example", anna.user.email}
    assert "Süd" not in told["post@hansa-nord.example"]


def test_petra_declines_and_says_why(anna, petra, asked, run_jobs, client_of):
    with acting_in(petra):
        for reason, error in (("  ", ReasonMissing), ("x" * 501, ReasonTooLong)):
            with pytest.raises(error):
                decline_relationship(asked, reason=reason, by=petra)
        decline_relationship(asked, reason="We have no technician for printers.", by=petra)
        with pytest.raises(RequestClosed):
            accept_relationship(asked, by=petra)
    run_jobs()
    assert "We have no technician for printers." in mail.outbox[0].body
    assert "no technician" in client_of(anna).get("/company/relationships/").content.decode()
    with acting_in(STAGE):
        assert Notification.objects.get(user=anna.user).kind == "relationship.declined"
        assert Entry.objects.filter(verb="relationship.declined").count() == 1
        assert not Entry.objects.filter(verb="relationship.accepted").exists()


def test_the_operators_staff_may_another_partners_may_not(stefan, sigrid, asked):
    for deed in (
        lambda: accept_relationship(asked, by=stefan),
        lambda: decline_relationship(asked, reason="No.", by=stefan),
    ):
        with acting_in(stefan), pytest.raises(NotAllowed):
            deed()
    with acting_in(STAGE):
        assert Relationship.objects.get(pk=asked.pk).status == "requested"
        decided = ["relationship.accepted", "relationship.declined"]
        assert not Entry.objects.filter(verb__in=decided).exists()
    with acting_in(sigrid):
        accept_relationship(asked, by=sigrid)


def test_the_database_lets_neither_side_decide_by_itself(anna, petra, asked):
    for person in (anna, petra):
        with acting_in(person), pytest.raises(DatabaseError), transaction.atomic():
            Relationship.objects.filter(pk=asked.pk).update(status="active", since="2026-01-01")
