"""What a company's administrators leave unanswered goes to our side as well, after the operator's working days (ON-4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from kontor.companies.models import Company, Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.onboarding import actions, queries
from kontor.onboarding.actors import EXAMINER
from kontor.onboarding.jobs import pass_on
from kontor.onboarding.models import Registration
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Operator, Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

MONDAY = dt.datetime(2026, 11, 16, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def our_side(areas, entities, terms) -> None:
    """What registering needs of us."""


@pytest.fixture
def asked(client: Client, run_jobs: Callable[[], int], anna: Member, bjorn: Member) -> Registration:
    """Somebody who has waited for Fjordbygg's administrators since Monday."""
    registration = form.proven(client, run_jobs, knows="bjorn@fjordbygg.example")
    with acting_in(STAGE):
        Registration.objects.filter(pk=registration.pk).update(proven_at=MONDAY)
    mail.outbox.clear()
    return registration


def passed_on(asked: Registration, run_jobs: Callable[[], int]) -> bool:
    pass_on.defer(timestamp=0)
    run_jobs()
    with acting_in(STAGE):
        return Registration.objects.get(pk=asked.pk).passed_on_at is not None


def test_after_the_days_our_side_is_told_and_decides_too(
    asked: Registration, run_jobs: Callable[[], int], petra: Staff, anna: Member
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=anna.company_id).update(partner=petra.partner)
    assert passed_on(asked, run_jobs)
    passed_on(asked, run_jobs)
    assert petra.partner is not None
    [told] = mail.outbox
    assert told.to == [petra.partner.email]
    assert f"/desk/registrations/{asked.number}/" in told.body
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="registration.passed_on", subject_id=str(asked.pk)).count() == 1
        assert Notification.objects.get(user=petra.user).kind == "registration.passed_on"
    with acting_in(petra):
        assert list(queries.registrations_for(petra)) == [asked]
        registration = queries.registration_for(petra, asked.number)
        assert [one.company for one in queries.likely_duplicates(registration)] == [anna.company]
        actions.approve(registration, into=anna.company, as_role="buyer", by=petra)
    with acting_in(anna):
        assert Member.objects.get(user__email=form.PERSON["email"]).company == anna.company


def test_its_administrators_may_still_decide(
    asked: Registration, run_jobs: Callable[[], int], anna: Member, client_of: Any
) -> None:
    assert passed_on(asked, run_jobs)
    address = f"/company/join-requests/{asked.pk}/"
    assert "servicepartneren" in client_of(anna).get(address).content.decode()
    assert client_of(anna).post(f"{address}admit/", {"roles": ["reader"]}).status_code == 302
    with acting_in(anna):
        assert Member.objects.get(user__email=form.PERSON["email"]).roles == ["reader"]


@pytest.mark.parametrize(
    ("days", "now", "over"),
    [
        (1, MONDAY + dt.timedelta(days=1, hours=13), False),
        (1, MONDAY + dt.timedelta(days=2), True),
        (4, MONDAY + dt.timedelta(days=4), False),
        (4, MONDAY + dt.timedelta(days=5), True),
        (5, MONDAY + dt.timedelta(days=6), False),  # the fifth is the Monday after
    ],
)
def test_working_days_count(asked: Registration, days: int, now: dt.datetime, over: bool) -> None:
    with acting_in(STAGE):
        Operator.objects.filter(pk=1).update(join_days=days)
    with acting_in(EXAMINER):
        assert bool(list(queries.unanswered(now))) is over


def test_nothing_is_passed_on_that_was_decided(
    asked: Registration, run_jobs: Callable[[], int], anna: Member
) -> None:
    with acting_in(anna):
        actions.refuse(queries.join_request(anna, asked.pk), by=anna)
    assert not passed_on(asked, run_jobs)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="registration.passed_on").exists()
