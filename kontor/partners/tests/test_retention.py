"""Data are kept as long as the operator says, and no longer (CO-9)."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from kontor.companies.models import Invitation
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.partners.models import Retention
from kontor.partners.retaining import enforce_retention
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def ago(days: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)


@pytest.fixture
def old(anna) -> None:
    """A notification, a refused access and an invitation of 400 days ago, and each of yesterday."""
    with acting_in(STAGE):
        for days in (400, 1):
            one = Notification.objects.create(user=anna.user, key=f"k{days}", kind="k")
            Notification.objects.filter(pk=one.pk).update(created_at=ago(days))
            for verb in ("access.refused", "order.placed"):
                Entry.objects.create(
                    at=ago(days), verb=verb, subject="path", subject_id="/", user_id=anna.user_id
                )
            Invitation.objects.create(
                company=anna.company, email=f"x{days}@x.example", first_name="X", last_name="X", roles=["reader"],
                language="nb", token_hash=f"t{days}", expires_at=ago(days),
            )  # fmt: skip


def counts() -> tuple[int, int, int, int]:
    with acting_in(STAGE):
        return (
            Notification.objects.count(),
            Entry.objects.filter(verb="access.refused").count(),
            Entry.objects.filter(verb="order.placed").count(),
            Invitation.objects.count(),
        )


def test_what_is_over_its_time_goes_and_the_journal_says_how_much(old):
    enforce_retention.task.func(timestamp=0)
    assert counts() == (1, 1, 2, 1), "of the journal only refused accesses"
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="retention.enforced")
    assert entry.details["counts"] == {"refusals": 1, "notifications": 1, "invitations": 1}
    enforce_retention.task.func(timestamp=0)
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="retention.enforced").count() == 1


def test_the_operator_says_how_long(old):
    with acting_in(STAGE):
        Retention.objects.create(kind="notifications", days=500)
        Retention.objects.create(kind="refusals", days=1)
    enforce_retention.task.func(timestamp=0)
    assert counts()[:2] == (2, 1), "refusals are kept 30 days at least"


def test_a_dry_run_only_counts(old):
    told = io.StringIO()
    call_command("retention", "--dry-run", stdout=told)
    assert "notifications" in told.getvalue()
    assert "      1 rows" in told.getvalue()
    assert counts() == (2, 2, 2, 2)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="retention.enforced").exists()


def test_nobody_else_makes_the_journal_forget(old, anna, petra):
    for person in (anna, petra):
        with (
            acting_in(person),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT kontor_forget_refusals(now())")


def test_periods_are_set_in_the_master_data(olav, client_of):
    client = client_of(olav)
    assert client.post("/admin/partners/retention/add/", {"kind": "refusals", "days": 5}).status_code == 200
    assert client.post("/admin/partners/retention/add/", {"kind": "refusals", "days": 90}).status_code == 302
    with acting_in(STAGE):
        assert Retention.objects.get().days == 90
        assert Entry.objects.filter(verb="retention.added").exists()
