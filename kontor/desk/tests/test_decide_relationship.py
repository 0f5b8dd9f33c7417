"""Accepting and declining business relationships (CO-8)."""

from __future__ import annotations

import pytest

from kontor.companies.models import Member, Relationship
from kontor.desk.tests.stage_queues import handled_by, now, relationship
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, Staff
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(anna: Member, areas: dict[str, ProductArea]) -> Relationship:
    """Fjordbygg asks Hansa Nord to look after it in test equipment."""
    return relationship(anna, areas["test"], message="Vi overtar tre maskiner i januar.")


def url(one: Relationship, verb: str = "decide/") -> str:
    return f"/desk/relationships/{one.pk}/{verb}"


def untouched(one: Relationship) -> bool:
    with acting_in(STAGE):
        written = Entry.objects.filter(subject="relationship", subject_id=str(one.pk)).exists()
        return now(one).status == "requested" and handled_by(one) is None and not written


def test_petra_accepts(asked: Relationship, petra: Staff, client_of) -> None:
    page = client_of(petra).get(url(asked, "")).content.decode()
    assert "Vi overtar tre maskiner i januar." in page
    assert "Din tur: Avgjør om Hansa Nord skal følge opp Fjordbygg AS" in page
    answer = client_of(petra).post(url(asked), {"decision": "accept"}, follow=True)
    assert "Hansa Nord har nå ansvar for Fjordbygg AS." in answer.content.decode()
    assert (now(asked).status, handled_by(asked)) == ("active", petra)
    with acting_in(STAGE):
        verbs = Entry.objects.filter(subject="relationship").order_by("at").values_list("verb", flat=True)
        assert list(verbs) == ["relationship.taken", "relationship.accepted"]


def test_declining_needs_a_reason(asked: Relationship, petra: Staff, client_of) -> None:
    client = client_of(petra)
    for words in ("", " ", "x" * 501):
        refused = client.post(url(asked), {"decision": "decline", "message": words})
        assert refused.status_code == 422
        assert untouched(asked)
    page = refused.content.decode()
    assert "Høyst 500 tegn, dette er 501." in page
    assert f">\n{words}</textarea>" in page
    assert 'maxlength="500"' not in page  # which a browser would cut it off at
    client.post(url(asked), {"decision": "decline", "message": "Vi har ikke folk i Tromsø."})
    assert (now(asked).status, now(asked).reason) == ("declined", "Vi har ikke folk i Tromsø.")
    assert "Vi har ikke folk i Tromsø." in client.get(url(asked, "")).content.decode()


def test_the_second_decision_is_told_so(asked: Relationship, petra: Staff, sigrid: Staff, client_of) -> None:
    client_of(petra).post(url(asked), {"decision": "accept"})
    late = client_of(sigrid).post(url(asked), {"decision": "decline", "message": "Nei."})
    assert late.status_code == 422
    assert now(asked).status == "active"


def test_service_and_other_partners_do_not_decide(
    asked: Relationship, stefan: Staff, hansa_nord: Partner, client_of
) -> None:
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    assert "Disse rollene avgjør" in client_of(jon).get(url(asked, "")).content.decode()
    for decision in ("accept", "decline"):
        assert client_of(jon).post(url(asked), {"decision": decision, "message": "x"}).status_code == 403
        assert client_of(stefan).post(url(asked), {"decision": decision, "message": "x"}).status_code == 404
    assert untouched(asked)
