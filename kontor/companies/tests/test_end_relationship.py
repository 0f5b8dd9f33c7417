"""A relationship ends: by the company, by the partner with a reason, by another partner's yes (CO-8)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import accept_relationship, ask_relationship, end_relationship
from kontor.companies.errors import NotActive, ReasonMissing
from kontor.companies.jobs import let_go
from kontor.companies.models import Company, Relationship
from kontor.companies.queries import relationship_for
from kontor.companies.relationship_story import story
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.service.models import Case
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def served(fjordbygg, areas) -> Relationship:
    """Hansa Nord looks after Fjordbygg in the area "office"."""
    with acting_in(STAGE):
        return Relationship.objects.get(company=fjordbygg, area=areas["office"])


def now(one: Relationship) -> Relationship:
    with acting_in(STAGE):
        return Relationship.objects.get(pk=one.pk)


def test_the_company_ends_it_and_the_partner_hears_of_it(anna, petra, served, client_of, run_jobs):
    client = client_of(anna)
    path = f"/company/relationships/{served.pk}/"
    assert f'href="{path}end/"' in client.get(path).content.decode()
    answer = client.post(f"{path}end/", {"reason": "The printers are sold."})
    assert (answer.status_code, answer["Location"]) == (302, path)
    run_jobs()
    one = now(served)
    assert (one.status, one.ended_by_id, one.reason) == ("ended", anna.pk, "The printers are sold.")
    assert one.ended_at is not None
    assert "The printers are sold." in mail.outbox[0].body
    assert mail.outbox[0].to == ["post@hansa-nord.example"]
    with acting_in(STAGE):
        assert Notification.objects.get(user=petra.user).kind == "relationship.ended_by_company"
        assert Entry.objects.get(verb="relationship.ended").member_id == anna.pk
    page = client.get(path).content.decode()
    assert "The printers are sold." in page
    assert "Anna Hagen" in page
    assert f'href="{path}end/"' not in page


def test_the_partner_ends_it_with_a_reason_that_the_administrators_read(anna, bjorn, petra, served, run_jobs):
    with acting_in(petra), pytest.raises(ReasonMissing):
        end_relationship(served, by=petra, reason=" ")
    assert now(served).status == "active"
    with acting_in(petra):
        end_relationship(served, by=petra, reason="We close the office in Trondheim.")
    run_jobs()
    assert (now(served).status, now(served).ended_by_staff_id) == ("ended", petra.pk)
    assert [one.to for one in mail.outbox] == [[anna.user.email]]
    assert "We close the office in Trondheim." in mail.outbox[0].body
    with acting_in(anna):
        last = story(relationship_for(anna, served.pk))[0]
    assert (last.who, last.said) == ("Petra Lund, Hansa Nord", "We close the office in Trondheim.")


def test_who_may_not_leaves_no_trace(rita, stefan, claudia, served, client_of):
    with acting_in(rita), pytest.raises(NotAllowed):
        end_relationship(served, by=rita)
    with acting_in(stefan), pytest.raises(NotAllowed):
        end_relationship(served, by=stefan, reason="Ours.")
    assert client_of(rita).post(f"/company/relationships/{served.pk}/end/").status_code == 403
    assert client_of(claudia).get(f"/company/relationships/{served.pk}/").status_code == 404
    assert client_of(claudia).post(f"/company/relationships/{served.pk}/end/").status_code == 404
    assert now(served).status == "active"
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="relationship.ended").exists()


def test_it_ends_once(anna, petra, served):
    with acting_in(anna):
        end_relationship(served, by=anna)
    with acting_in(petra), pytest.raises(NotActive):
        end_relationship(served, by=petra, reason="Too late.")
    assert now(served).reason == ""


def test_pending_work_stays_and_new_work_goes_to_the_new_partner(
    anna, petra, stefan, areas, hansa_sued, terms, run_jobs
):
    from kontor.service.actions import open_case

    def case(subject: str) -> Case:
        with acting_in(anna):
            return open_case(kind="fault", subject=subject, body="It stands.", area=areas["test"], by=anna)

    before = case("Before")
    with acting_in(anna):
        asked = ask_relationship(
            anna.company, area=areas["test"], partner=hansa_sued, terms=terms["use"], by=anna
        )
    with acting_in(stefan):
        accept_relationship(asked, by=stefan)
    after = case("After")
    with acting_in(STAGE):
        assert Case.objects.get(pk=before.pk).partner == petra.partner
        assert Case.objects.get(pk=after.pk).partner == hansa_sued
        former = Relationship.objects.get(company=anna.company, area=areas["test"], partner=petra.partner)
    assert former.status == "ending", "it has a case to solve"
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company, partner=petra.partner).exclude(
            pk=former.pk
        ).delete()
    with acting_in(petra):
        assert Case.objects.select_related("company").get(pk=before.pk).company.name == "Fjordbygg AS"
    let_go.task.func(timestamp=0)
    assert now(former).status == "ending"
    with acting_in(STAGE):
        Case.objects.filter(pk=before.pk).update(status="solved")
    let_go.task.func(timestamp=0)
    assert now(former).status == "ended"
    with acting_in(petra):
        assert not Company.objects.filter(pk=anna.company_id).exists()


def test_the_usual_partner_changes_when_it_looks_after_nothing_any_more(anna, petra, served, fjordbygg):
    with acting_in(STAGE):
        others = list(Relationship.objects.filter(company=fjordbygg, status="active").order_by("pk"))
    for one in others:
        with acting_in(STAGE):
            assert Company.objects.get(pk=fjordbygg.pk).partner == petra.partner
        with acting_in(anna):
            end_relationship(one, by=anna)
    with acting_in(STAGE):
        assert Company.objects.get(pk=fjordbygg.pk).partner is None
