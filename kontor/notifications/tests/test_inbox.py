"""The inbox: what a person was told, and nobody else."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext_noop

from kontor.companies.models import Member
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.notifications import kinds
from kontor.notifications.actions import notify
from kontor.notifications.models import Notification

pytestmark = pytest.mark.django_db

ACTOR = SystemActor("tests.inbox")


@pytest.fixture(autouse=True)
def _kind():
    kinds.register("test.told", icon="bell", words=gettext_noop("Order %(number)s"))


def tell(member: Member, count: int = 1, *, first: int = 0) -> None:
    with acting_in(ACTOR):
        for number in range(first, first + count):
            notify(
                key=f"test:{number}",
                user=member.user,
                kind="test.told",
                params={"number": number},
                url="/orders/",
            )


def test_it_says_what_happened_and_the_bell_counts(anna: Member, client_of) -> None:
    tell(anna, 2)
    page = client_of(anna).get("/notifications/").content.decode()
    assert "Order 0" in page
    assert "Varsler: 2" in page


def test_once_under_its_key(anna: Member) -> None:
    tell(anna)
    tell(anna)
    with acting_in(anna):
        assert Notification.objects.count() == 1


def test_opening_reads_it_and_leads_on(anna: Member, client_of) -> None:
    tell(anna)
    with acting_in(anna):
        told = Notification.objects.get()
    answer = client_of(anna).get(f"/notifications/{told.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, "/orders/")
    with acting_in(anna):
        assert Notification.objects.get().read_at is not None


def test_nobody_opens_anothers(anna: Member, bjorn: Member, client_of) -> None:
    tell(anna)
    with acting_in(anna):
        told = Notification.objects.get()
    assert client_of(bjorn).get(f"/notifications/{told.pk}/").status_code == 404
    client_of(bjorn).post("/notifications/read-all/")
    with acting_in(anna):
        assert Notification.objects.get().read_at is None


def test_read_all(anna: Member, client_of) -> None:
    tell(anna, 3)
    assert client_of(anna).post("/notifications/read-all/").status_code == 302
    with acting_in(anna):
        assert not Notification.objects.filter(read_at=None).exists()


def test_nothing_new(anna: Member, client_of) -> None:
    assert "Ikke noe nytt" in client_of(anna).get("/notifications/").content.decode()


def test_it_asks_the_same_for_one_notification_and_for_25(anna: Member, client_of, at_most) -> None:
    client = client_of(anna)
    tell(anna)
    client.get("/notifications/")
    with at_most(12) as one:
        assert len(client.get("/notifications/").context["page"].rows) == 1
    tell(anna, 24, first=1)
    with at_most(12) as many:
        assert len(client.get("/notifications/").context["page"].rows) == 25
    assert len(one) == len(many)


def test_pages_lead_on_and_back(anna: Member, client_of) -> None:
    tell(anna, 30)
    client = client_of(anna)
    first = client.get("/notifications/")
    page = first.context["page"]
    assert len(page.rows) == 25
    assert not page.previous
    second = client.get("/notifications/", {"after": page.next}).context["page"]
    assert len(second.rows) == 5
    assert not second.next
    back = client.get("/notifications/", {"before": second.previous}).context["page"]
    assert [one.notification.pk for one in back.rows] == [one.notification.pk for one in page.rows]
    assert not back.previous
