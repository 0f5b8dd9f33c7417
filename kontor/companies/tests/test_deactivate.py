"""Somebody leaves: at once, but only this company; what they did goes on with a colleague (CO-3)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import deactivate, reactivate
from kontor.companies.errors import LastAdministrator, NoSuchColleague
from kontor.companies.models import Member, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def test_the_next_request_is_refused_and_the_person_is_told(anna, bjorn, client_of, run_jobs):
    his, hers = client_of(bjorn), client_of(anna)
    assert his.get("/orders/").status_code == 200
    assert "Deaktiver Bjørn Moe" in hers.get(f"/company/users/{bjorn.pk}/deactivate/").content.decode()
    assert hers.post(f"/company/users/{bjorn.pk}/deactivate/").status_code == 302
    assert his.get("/orders/").status_code == 403
    run_jobs()
    [sent] = mail.outbox
    assert sent.to == [bjorn.user.email]
    assert "Fjordbygg AS" in sent.subject
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="member.deactivated")
        bjorn.refresh_from_db()
    assert (entry.member_id, entry.subject_id) == (anna.pk, str(bjorn.pk))
    assert bjorn.inactive_since is not None


def test_the_same_person_elsewhere_goes_on(anna, bjorn, rheintal, client_of):
    with acting_in(STAGE):
        Member.objects.create(
            company=rheintal, user=bjorn.user, first_name="Bjørn", last_name="Moe", roles=[Role.BUYER]
        )
    his = client_of(bjorn)
    with acting_in(anna):
        deactivate(bjorn, by=anna)
    page = his.get("/company/")
    assert page.status_code == 200
    assert "Rheintal" in page.content.decode()
    assert "Fjordbygg" not in page.content.decode()


def test_the_last_administrator_cannot_go(anna, bjorn, client_of):
    answer = client_of(anna).post(f"/company/users/{anna.pk}/deactivate/")
    assert answer.status_code == 422
    assert "servicepartner" in answer.content.decode()
    with acting_in(anna), pytest.raises(LastAdministrator):
        deactivate(anna, by=anna, successor=bjorn)
    no_trace()


def test_one_of_two_administrators_may_go_by_themselves(anna, bjorn, client_of):
    with acting_in(STAGE):
        Member.objects.filter(pk=bjorn.pk).update(roles=["administrator"])
    hers = client_of(anna)
    assert hers.post(f"/company/users/{anna.pk}/deactivate/").headers["Location"] == "/"
    assert hers.get("/company/users/").status_code == 403


def test_who_may_not(anna, bjorn, rita, claudia):
    for person in (rita, claudia):
        with acting_in(person), pytest.raises(NotAllowed):
            deactivate(bjorn, by=person)
    no_trace()


def test_a_successor_is_an_active_colleague(anna, bjorn, rita, claudia, client_of):
    with acting_in(STAGE):
        Member.objects.filter(pk=rita.pk).update(is_active=False)
    for other in (rita, claudia, bjorn):
        with acting_in(anna), pytest.raises(NoSuchColleague):
            deactivate(bjorn, by=anna, successor=other)
        refused = client_of(anna).post(f"/company/users/{bjorn.pk}/deactivate/", {"successor": other.pk})
        assert refused.status_code == 422
        assert refused.context["form"].errors["successor"]
    no_trace()


def test_colleagues_who_may_take_over_are_offered_as_one_types(anna, bjorn, rita, claudia, client_of):
    url = f"/company/users/{bjorn.pk}/successors/"

    def offered(typed):
        asked = client_of(anna).get(url, {"successor_typed": typed}, headers={"HX-Request": "true"})
        return [one["name"] for one in asked.context["offered"]]

    assert offered("dahl") == [rita.name]
    assert offered(bjorn.last_name) == offered(claudia.last_name) == offered("s") == []
    without_javascript = client_of(anna).get(url, {"successor_typed": "dahl"})
    assert without_javascript["Location"] == f"/company/users/{bjorn.pk}/deactivate/"


def test_and_comes_back(anna, bjorn, rita, client_of, run_jobs):
    with acting_in(anna):
        deactivate(bjorn, by=anna)
    with acting_in(rita), pytest.raises(NotAllowed):
        reactivate(bjorn, by=rita)
    assert client_of(bjorn).get("/orders/").status_code == 403
    assert client_of(anna).get(f"/company/users/{bjorn.pk}/reactivate/").status_code == 200
    client_of(anna).post(f"/company/users/{bjorn.pk}/reactivate/")
    assert client_of(bjorn).get("/orders/").status_code == 200
    run_jobs()
    assert [sent.to for sent in mail.outbox] == [[bjorn.user.email]] * 2
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="member.reactivated").count() == 1
        bjorn.refresh_from_db()
    assert bjorn.inactive_since is None


def no_trace() -> None:
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="member.deactivated").exists()
        assert not Member.objects.filter(first_name__in=["Anna", "Bjørn"], is_active=False).exists()
