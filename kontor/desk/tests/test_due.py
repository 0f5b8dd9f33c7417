"""What was promised sorts and shows as due, and as overdue once the day has gone by (ST-1)."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.desk.queue import Wanted
from kontor.desk.queues import QUEUES
from kontor.desk.tests.stage_queues import case, registration
from kontor.partners.models import Staff

pytestmark = pytest.mark.django_db

OSLO = zoneinfo.ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("proven", "now", "due", "overdue"),
    [
        ("2026-11-16T10:00", "2026-11-16T12:00", "2026-11-18", False),
        ("2026-11-16T10:00", "2026-11-18T23:00", "2026-11-18", False),
        ("2026-11-16T10:00", "2026-11-19T00:01", "2026-11-18", True),
        ("2026-11-20T10:00", "2026-11-23T12:00", "2026-11-24", False),  # over a weekend
    ],
)
def test_registrations_are_answered_in_two_workdays(
    proven: str, now: str, due: str, overdue: bool, anna: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    thing = registration(
        anna.company.partner, proven_at=dt.datetime.fromisoformat(proven).replace(tzinfo=OSLO)
    )
    monkeypatch.setattr(timezone, "now", lambda: dt.datetime.fromisoformat(now).replace(tzinfo=OSLO))
    with timezone.override(OSLO):
        row = QUEUES["registrations"].listed(thing, Wanted())
        assert (str(row.due), row.is_overdue) == (due, overdue)


def test_the_list_says_so_and_what_is_due_first_stands_on_top(anna: Member, petra: Staff, client_of) -> None:
    day = dt.timedelta(days=1)
    late = registration(anna.company.partner, proven_at=timezone.now() - 10 * day, company_name="Sen AS")
    early = registration(anna.company.partner, company_name="Ny AS", sent_at=timezone.now() - 12 * day)
    page = client_of(petra).get("/desk/registrations/").content.decode()
    assert page.index(late.company_name) < page.index(early.company_name)
    assert "Over fristen siden" in page
    assert "Frist " in page


def test_what_is_done_or_was_not_promised_is_never_due(anna: Member) -> None:
    done = registration(anna.company.partner, status="approved")
    assert QUEUES["registrations"].listed(done, Wanted()).due is None
    assert QUEUES["cases"].listed(case(anna), Wanted()).due is None
