"""Accepting and declining machines, also where somebody else has one of that number (EQ-1)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.desk.tests.stage_queues import handled_by, machine, now
from kontor.equipment.models import Holding, Machine
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, Staff
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def digger(anna: Member, areas: dict[str, ProductArea]) -> Holding:
    """Fjordbygg says that it has NH482K."""
    return machine(anna, areas["construction"], serial="NH482K", reference="Graver 7")


@pytest.fixture
def other(claudia: Member, areas: dict[str, ProductArea]) -> Holding:
    """Rheintal has it according to our records."""
    with acting_in(STAGE):
        known = Machine.objects.create(
            area=areas["construction"], serial="NH482K", maker="Nordhav", model="NX 220"
        )
    held = dt.date(2024, 3, 1)
    return machine(
        claudia, areas["construction"], serial="NH482K", machine=known, status="held", held_from=held
    )


def url(one: Holding, verb: str = "decide/") -> str:
    return f"/desk/machines/{one.pk}/{verb}"


def untouched(one: Holding) -> bool:
    with acting_in(STAGE):
        written = Entry.objects.filter(subject="holding", subject_id=str(one.pk)).exists()
        return now(one).status == "pending" and handled_by(one) is None and not written


def test_petra_accepts_and_says_what_it_is(digger: Holding, petra: Staff, client_of) -> None:
    given = {"decision": "accept", "maker": "Nordhav", "model": "NX 220", "held_from": "2026-11-02"}
    answer = client_of(petra).post(url(digger), given, follow=True)
    assert "Fjordbygg AS har nå NH482K." in answer.content.decode()
    accepted = now(digger)
    assert (accepted.status, accepted.held_from) == ("held", dt.date(2026, 11, 2))
    assert handled_by(digger) == petra
    with acting_in(STAGE):
        assert str(Machine.objects.get(holdings=accepted)) == "NX 220 NH482K"


def test_declining_needs_a_reason(digger: Holding, petra: Staff, client_of) -> None:
    client = client_of(petra)
    for words in ("", "x" * 501):
        assert client.post(url(digger), {"decision": "decline", "message": words}).status_code == 422
        assert untouched(digger)
    client.post(url(digger), {"decision": "decline", "message": "Nummeret finnes ikke."})
    assert (now(digger).status, now(digger).reason) == ("declined", "Nummeret finnes ikke.")


def test_a_day_to_come_is_refused(digger: Holding, petra: Staff, client_of) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=2)
    refused = client_of(petra).post(
        url(digger), {"decision": "accept", "model": "NX 220", "held_from": tomorrow}
    )
    assert refused.status_code == 422
    assert "NX 220" in refused.content.decode()
    assert untouched(digger)


def test_staff_are_told_who_has_it_as_far_as_they_may_know(
    digger: Holding, other: Holding, petra: Staff, olav: Staff, client_of
) -> None:
    hers = client_of(petra).get(url(digger, "")).content.decode()
    his = client_of(olav).get(url(digger, "")).content.decode()
    for page in (hers, his):
        assert "Noen andre har en maskin med dette nummeret" in page
        assert "Godta, og avslutt den andre oppføringen" in page
    assert "Rheintal" in his
    assert "Rheintal" not in hers
    assert "En annen partner følger opp den som har den." in hers


def test_accepting_it_all_the_same_ends_the_other_entry(
    digger: Holding, other: Holding, petra: Staff, client_of
) -> None:
    refused = client_of(petra).post(url(digger), {"decision": "accept"})
    assert refused.status_code == 422
    assert untouched(digger)
    assert now(other).status == "held"
    client_of(petra).post(url(digger), {"decision": "accept_end"})
    assert now(digger).status == "held"
    assert now(other).status == "ended"


def test_sales_and_other_partners_do_not_decide(
    digger: Holding, stefan: Staff, sigrid: Staff, hansa_nord: Partner, client_of
) -> None:
    assert (
        "Disse rollene avgjør: Administrator, Service."
        in client_of(sigrid).get(url(digger, "")).content.decode()
    )
    for decision in ("accept", "decline"):
        given = {"decision": decision, "message": "x"}
        assert client_of(sigrid).post(url(digger), given).status_code == 403
        assert client_of(stefan).post(url(digger), given).status_code == 404
    assert untouched(digger)
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    client_of(jon).post(url(digger), {"decision": "accept"})
    assert now(digger).status == "held"
