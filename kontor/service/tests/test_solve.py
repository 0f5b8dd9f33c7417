"""Nothing is left to do in a case; or something is, after all."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from kontor.service.actions import reopen, reply, solve
from kontor.service.errors import NotPossibleNow
from kontor.service.models import Case
from kontor.service.tests.stage import opened
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def now(case: Case) -> Case:
    with acting_in(STAGE):
        return Case.objects.get(pk=case.pk)


def test_a_member_solves_and_opens_again(anna: Member, client_of, run_jobs) -> None:
    case = opened(anna)
    run_jobs()
    mail.outbox.clear()
    client = client_of(anna)
    page = client.post(f"/service/{case.number}/solve/", follow=True).content.decode()
    assert "Ferdig: løst" in page
    assert now(case).solved_at is not None
    run_jobs()
    assert [one.to for one in mail.outbox] == [["post@hansa-nord.example"]]
    page = client.post(f"/service/{case.number}/reopen/", follow=True).content.decode()
    assert "Vår tur: Hansa Nord arbeider med saken." in page
    assert "Gjenåpnet av Anna Hagen" in page
    assert (now(case).status, now(case).solved_at) == ("open", None)
    run_jobs()
    assert len(mail.outbox) == 2


def test_staff_solve_and_open_again(anna: Member, petra: Staff, run_jobs) -> None:
    case = opened(anna)
    run_jobs()
    mail.outbox.clear()
    with acting_in(petra):
        solve(case, by=petra)
        reopen(case, by=petra)
    run_jobs()
    assert [one.to for one in mail.outbox] == [["anna@fjordbygg.example"]] * 2
    assert {one.subject for one in mail.outbox} == {
        f"Sak {case.number} er løst: Oil leaks at the slew ring",
        f"Sak {case.number} er åpen igjen: Oil leaks at the slew ring",
    }


def test_not_twice(anna: Member, client_of) -> None:
    case = opened(anna)
    with acting_in(anna):
        with pytest.raises(NotPossibleNow):
            reopen(case, by=anna)
        solve(case, by=anna)
        with pytest.raises(NotPossibleNow):
            solve(case, by=anna)
        assert Entry.objects.filter(verb="case.solved").count() == 1
    page = client_of(anna).post(f"/service/{case.number}/solve/", follow=True).content.decode()
    assert "allerede" in page


def test_who_may_not_leaves_no_trace(
    anna: Member, rita: Member, claudia: Member, stefan: Staff, client_of
) -> None:
    case = opened(anna)
    with acting_in(rita), pytest.raises(NotAllowed):
        solve(case, by=rita)
    for foreign in (claudia, stefan):
        with acting_in(foreign), pytest.raises(Case.DoesNotExist):
            solve(case, by=foreign)
    assert client_of(claudia).post(f"/service/{case.number}/solve/").status_code == 404
    assert now(case).status == "new"
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="case.solved").exists()


def test_steps_stand_where_they_happened(anna: Member, petra: Staff, client_of) -> None:
    case = opened(anna)
    with acting_in(petra):
        reply(case, body="Skiftet.", then="solve", by=petra)
    with acting_in(anna):
        reply(case, body="Lekker igjen.", by=anna)
    lines = client_of(anna).get(f"/service/{case.number}/").context["lines"]
    assert [one["between"] or one["body"] for one in lines] == [
        "<p>Half a litre since this morning.</p>",
        "<p>Skiftet.</p>",
        "Løst, sier Petra Lund",
        "Gjenåpnet av Anna Hagen",
        "<p>Lekker igjen.</p>",
    ]
