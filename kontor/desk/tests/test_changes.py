"""What companies change of themselves holds at once, and waits for one of ours to look at it (CO-7, ST-1)."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.actions import add_address, add_contact, change_address, change_profile
from kontor.companies.models import Address, ChangeReview, Member
from kontor.desk.tests.stage_queues import now
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def waiting() -> list[ChangeReview]:
    with acting_in(STAGE):
        return list(ChangeReview.objects.filter(status="new"))


def test_what_a_member_changes_waits_together(anna: Member, petra: Staff, client_of: Any) -> None:
    with acting_in(anna):
        change_profile(anna.company, name="Fjordbygg Gruppen AS", by=anna)
        billing = Address.objects.get(company=anna.company, kind="billing")
        change_address(billing, by=anna, street="Nygata 3")
    [review] = waiting()
    assert len(review.entries) == 2
    page = client_of(petra).get(f"/desk/changes/{review.pk}/").content.decode()
    for words in ("Fjordbygg AS", "Fjordbygg Gruppen AS", "Sluppenvegen 18", "Nygata 3", "Anna Hagen"):
        assert words in page, words


def test_where_goods_go_and_whom_to_call_is_theirs_alone(anna: Member, olav: Staff) -> None:
    place: Any = {"street": "Kaigata 2", "postcode": "7037", "city": "Trondheim", "country": "NO"}
    with acting_in(anna):
        add_address(anna.company, kind="delivery", name="Kai", by=anna, **place)
        add_contact(anna.company, name="Ola", purpose="Lager", phone="90", by=anna)
    with acting_in(olav):  # what staff change they have seen
        add_address(anna.company, kind="billing", name="Ny", by=olav, **place)
    assert waiting() == []


def test_seen_leaves_the_queue_once(anna: Member, petra: Staff, tom: Member, client_of: Any) -> None:
    with acting_in(anna):
        change_profile(anna.company, phone="73 00 00 09", by=anna)
    [review] = waiting()
    url = f"/desk/changes/{review.pk}/decide/"
    assert client_of(petra).post(url, {}).status_code == 422
    answer = client_of(petra).post(url, {"decision": "seen", "back": "/desk/changes/"})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/changes/")
    seen: Any = now(review)  # type: ignore[type-var]
    assert (seen.status, seen.handled_by) == ("seen", petra)
    with acting_in(anna):
        change_profile(anna.company, phone="73 00 00 10", by=anna)
    assert [one.pk for one in waiting()] != [review.pk]


def test_who_may_not_leaves_no_trace(
    anna: Member, petra: Staff, stefan: Staff, client_of: Any, hansa_nord: Any
) -> None:
    from tests.cast.people import make_staff

    with acting_in(anna):
        change_profile(anna.company, phone="73 00 00 09", by=anna)
    [review] = waiting()
    url, service = f"/desk/changes/{review.pk}/decide/", make_staff(hansa_nord, "Sven", "Berg", "service")
    for person, status in ((stefan, 404), (anna, 403), (service, 403)):
        assert client_of(person).post(url, {"decision": "seen"}).status_code == status
    assert [one.pk for one in waiting()] == [review.pk]
    with acting_in(STAGE):
        assert not Entry.objects.filter(subject="changereview").exists()
