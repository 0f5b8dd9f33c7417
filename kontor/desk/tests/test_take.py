"""Taking what waits, and handing it over: who may, what the journal keeps, what colleagues are told."""

from __future__ import annotations

from typing import Any

import pytest

from kontor.companies.models import Member
from kontor.desk.actions import AlreadyTaken, CannotSeeIt, hand_over, take
from kontor.desk.queues import QUEUES
from kontor.desk.tests.stage_queues import (
    case,
    change,
    contact,
    handled_by,
    invitation,
    machine,
    registration,
    relationship,
)
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, Staff
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db

MODELS = {
    "registrations": "registration",
    "relationships": "relationship",
    "changes": "changereview",
    "machines": "holding",
    "cases": "case",
    "invitations": "companyinvitation",
    "contacts": "contactmessage",
}


@pytest.fixture
def waiting(anna: Member, hansa_nord: Partner, areas: dict[str, ProductArea]) -> dict[str, Any]:
    """One thing of Hansa Nord in each queue."""
    area = areas["construction"]
    return {
        "registrations": registration(hansa_nord),
        "relationships": relationship(anna, area),
        "changes": change(anna.company, area),
        "machines": machine(anna, area),
        "cases": case(anna),
        "invitations": invitation(hansa_nord),
        "contacts": contact(hansa_nord),
    }


@pytest.fixture
def jon(hansa_nord: Partner) -> Staff:
    return make_staff(hansa_nord, "Jon", "Kvalvik", "service")


def verbs(thing: Any) -> list[str]:
    with acting_in(STAGE):
        return list(
            Entry.objects.filter(subject_id=str(thing.pk)).order_by("at").values_list("verb", flat=True)
        )


@pytest.mark.parametrize("queue", QUEUES)
def test_one_takes_what_nobody_has(queue: str, waiting, petra: Staff, client_of) -> None:
    thing, url = waiting[queue], QUEUES[queue].url(waiting[queue])
    answer = client_of(petra).post(f"{url}take/", {"back": f"/desk/{queue}/?tab=nobody"})
    assert answer["Location"] == f"/desk/{queue}/?tab=nobody"
    assert handled_by(thing) == petra
    assert verbs(thing) == [f"{MODELS[queue]}.taken"]
    page = client_of(petra).get(url).content.decode()
    assert "Du har den" in page
    assert "Tatt" in page  # on the timeline


def test_the_pane_goes_back_to_its_list(waiting, petra: Staff, client_of) -> None:
    url = QUEUES["cases"].url(waiting["cases"])
    answer = client_of(petra).post(f"{url}take/", {"back": "/desk/cases/"}, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/desk/cases/"
    elsewhere = client_of(petra).post(f"{url}take/", {"back": "https://evil.example/"})
    assert elsewhere["Location"] == url


def test_the_second_is_told_who_was_faster(waiting, petra: Staff, jon: Staff, client_of) -> None:
    thing = waiting["cases"]
    with acting_in(petra):
        take(thing, by=petra)
        take(thing, by=petra)  # once more changes nothing
    with acting_in(jon), pytest.raises(AlreadyTaken, match="Petra Lund"):
        take(thing, by=jon)
    assert handled_by(thing) == petra
    assert verbs(thing) == ["case.taken"]
    answer = client_of(jon).post(f"{QUEUES['cases'].url(thing)}take/", follow=True)
    assert "Petra Lund har allerede tatt den." in answer.content.decode()


@pytest.mark.parametrize("queue", QUEUES)
def test_it_is_handed_to_a_colleague_or_to_the_operator(
    queue: str, waiting, petra: Staff, jon: Staff, sigrid: Staff, client_of
) -> None:
    thing, url = waiting[queue], QUEUES[queue].url(waiting[queue])
    client_of(petra).post(f"{url}hand-over/", {"to": jon.pk})
    assert handled_by(thing) == jon
    answer = client_of(jon).post(f"{url}hand-over/", {"to": sigrid.pk}, follow=True)
    assert "Sigrid Moe har den nå." in answer.content.decode()
    assert handled_by(thing) == sigrid
    assert verbs(thing) == [f"{MODELS[queue]}.handed_over"] * 2
    page = client_of(petra).get(url).content.decode()
    assert "Gitt videre til Sigrid Moe" in page
    assert "Jon Kvalvik" in page


@pytest.mark.parametrize("queue", QUEUES)
def test_nobody_gets_what_they_may_not_see(
    queue: str, waiting, petra: Staff, stefan: Staff, client_of
) -> None:
    thing, url = waiting[queue], QUEUES[queue].url(waiting[queue])
    with acting_in(petra), pytest.raises(CannotSeeIt):
        hand_over(thing, to=stefan, by=petra)
    for to in (stefan.pk, 0, "", "petra", "9" * 40):
        answer = client_of(petra).post(f"{url}hand-over/", {"to": to}, follow=True)
        assert "Velg en som jobber her" in answer.content.decode()
    assert handled_by(thing) is None
    assert verbs(thing) == []


def test_who_left_gets_nothing_and_gives_nothing(waiting, petra: Staff, jon: Staff) -> None:
    with acting_in(STAGE):
        Staff.objects.filter(pk=jon.pk).update(is_active=False)
        jon.refresh_from_db()
    with acting_in(petra), pytest.raises(CannotSeeIt):
        hand_over(waiting["cases"], to=jon, by=petra)
    with acting_in(jon), pytest.raises(NotAllowed):
        take(waiting["cases"], by=jon)
    assert handled_by(waiting["cases"]) is None


def test_many_are_taken_at_once(anna: Member, claudia: Member, petra: Staff, jon: Staff, client_of) -> None:
    mine, hers, foreign = [case(anna) for _ in range(3)], case(anna, handled_by=jon), case(claudia)
    sent = [one.pk for one in (*mine, hers, foreign)]
    answer = client_of(petra).post("/desk/cases/take/", {"thing": [*sent, "x", "9" * 30]}, follow=True)
    page = answer.content.decode()
    assert "Nå har du 3." in page
    assert "Noen andre var raskere med 1." in page
    assert {handled_by(one) for one in mine} == {petra}
    assert handled_by(hers) == jon
    assert handled_by(foreign) is None
    nothing = client_of(petra).post("/desk/cases/take/", follow=True)
    assert "Velg minst én linje." in nothing.content.decode()
