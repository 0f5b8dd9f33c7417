"""Which mails a person wants, kind by kind (CO-6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import DatabaseError, transaction
from django.test import Client

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification, UnwantedMail
from kontor.orders.jobs import mail_confirmation, tell_confirmed
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.orders import placed

pytestmark = pytest.mark.django_db

MAILS = "/notifications/mails/"
THEIRS = [
    "order.confirmed",
    "holding.ended",
    "case.received.theirs",
    "case.answered.theirs",
    "case.solved.theirs",
]


def unwanted(person: Member | Staff) -> list[str]:
    with acting_in(STAGE):
        own = UnwantedMail.objects.filter(user=person.user).order_by("kind")
        return list(own.values_list("kind", flat=True))


def chosen() -> list[dict[str, object]]:
    with acting_in(STAGE):
        entries = Entry.objects.filter(verb="account.mails_chosen").order_by("at")
        return [entry.details for entry in entries]


def test_all_come_until_one_is_switched_off(
    client_of: Callable[[Member], Client], anna: Member, bjorn: Member
) -> None:
    client = client_of(anna)
    page = client.get(MAILS).content.decode()
    assert page.count('name="mails"') == page.count(" checked") == 6
    assert ".ours" not in page
    assert client.post(MAILS, {"mails": THEIRS}).status_code == 302
    assert unwanted(anna) == ["case.reopened.theirs"]
    assert unwanted(bjorn) == []
    client.post(MAILS, {"mails": THEIRS})
    assert chosen() == [{"unwanted": ["case.reopened.theirs"]}]
    assert client.get(MAILS).content.decode().count(" checked") == 5
    client.post(MAILS, {"mails": [*THEIRS, "case.reopened.theirs"]})
    assert unwanted(anna) == []
    assert len(chosen()) == 2


@pytest.mark.parametrize("person", ["petra", "sigrid"])
def test_staff_choose_among_theirs(
    client_of: Callable[[Staff], Client], request: pytest.FixtureRequest, person: str
) -> None:
    staff: Staff = request.getfixturevalue(person)
    client = client_of(staff)
    page = client.get(MAILS).content.decode()
    assert page.count('name="mails"') == 4
    assert ".theirs" not in page
    assert client.post(MAILS, {"mails": ["case.opened.ours", "case.answered.ours"]}).status_code == 302
    assert unwanted(staff) == ["case.reopened.ours", "case.solved.ours"]


@pytest.mark.parametrize("kind", ["case.opened.ours", "holding.accepted", "x"])
def test_what_is_not_offered_is_refused_and_nothing_changes(
    client_of: Callable[[Member], Client], anna: Member, kind: str
) -> None:
    assert client_of(anna).post(MAILS, {"mails": [kind]}).status_code == 422
    assert unwanted(anna) == []
    assert chosen() == []


def test_switched_off_it_stands_in_the_inbox_only(
    client_of: Callable[[Member], Client], anna: Member, products, run_jobs: Callable[[], int]
) -> None:
    order = placed(anna, products)
    run_jobs()
    mail.outbox.clear()
    client_of(anna).post(MAILS, {"mails": []})
    tell_confirmed.defer(order_id=order.pk)
    run_jobs()
    assert mail.outbox == []
    with acting_in(STAGE):
        assert Notification.objects.filter(user=anna.user, kind="order.confirmed").count() == 1


def test_the_foot_of_such_a_mail_leads_to_the_choice(
    anna: Member, products, run_jobs: Callable[[], int]
) -> None:
    order = placed(anna, products)
    mail_confirmation.defer(order_id=order.pk)
    tell_confirmed.defer(order_id=order.pk)
    run_jobs()
    for message in mail.outbox:
        assert isinstance(message, EmailMultiAlternatives)
        optional = "bekreftet" in message.subject.lower() and not message.attachments
        html = str(message.alternatives[0][0])
        assert (MAILS in message.body) == (MAILS in html) == optional
    assert any(MAILS in str(message.body) for message in mail.outbox)


def test_nobody_chooses_for_another(anna: Member, bjorn: Member) -> None:
    with pytest.raises(DatabaseError, match="row-level"), acting_in(anna), transaction.atomic():
        UnwantedMail.objects.create(user=bjorn.user, kind="order.confirmed")
    with acting_in(STAGE):
        UnwantedMail.objects.create(user=bjorn.user, kind="order.confirmed")
    with acting_in(anna):
        assert not UnwantedMail.objects.exists()
