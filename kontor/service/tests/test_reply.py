"""Writing in a case, from both sides, and what follows for its state."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail

from kontor.companies.models import Company, Member
from kontor.documents.models import Document
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.partners.models import Staff
from kontor.service import queries
from kontor.service.actions import Then, reply, solve
from kontor.service.models import Case, Message
from kontor.service.tests.stage import held, look_after, opened, photograph, picture
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def now(case: Case) -> Case:
    with acting_in(STAGE):
        return Case.objects.get(pk=case.pk)


def wrote(by: Any, case: Case, **fields: Any) -> Message:
    with acting_in(by):
        return reply(case, **{"body": "Some words.", "by": by} | fields)


def text(answer: Any) -> str:
    found: str = answer.content.decode().replace("\xa0", " ")
    return found


@pytest.mark.parametrize(("then", "status"), [("wait", "waiting"), ("keep", "open"), ("solve", "solved")])
def test_what_staff_write_says_whose_turn_it_is(anna: Member, petra: Staff, then: Then, status: str) -> None:
    case = opened(anna)
    wrote(petra, case, then=then)
    assert now(case).status == status
    assert (now(case).solved_at is not None) == (status == "solved")


def test_what_a_member_writes_makes_it_our_turn(anna: Member, petra: Staff) -> None:
    case = opened(anna)
    wrote(anna, case)
    assert now(case).status == "new"
    wrote(petra, case)
    assert now(case).status == "waiting"
    wrote(anna, case)
    assert now(case).status == "open"
    wrote(anna, case, then="solve")
    assert now(case).status == "solved"


def test_writing_in_a_solved_case_opens_it_again(anna: Member, petra: Staff) -> None:
    case = opened(anna)
    wrote(petra, case, then="solve")
    wrote(anna, case)
    assert (now(case).status, now(case).solved_at) == ("open", None)
    wrote(petra, case, then="solve")
    wrote(petra, case, then="wait")
    assert now(case).status == "waiting"
    with acting_in(anna):
        assert Entry.objects.filter(verb="case.reopened").count() == 2


def test_a_note_is_for_staff_and_changes_nothing(anna: Member, petra: Staff, client_of, run_jobs) -> None:
    case = opened(anna)
    run_jobs()
    mail.outbox.clear()
    message = wrote(petra, case, body="Ring Jonas first", note=True, pictures=[picture("secret.jpg")])
    run_jobs()
    assert mail.outbox == []
    assert (now(case).status, now(case).last_at) == ("new", case.last_at)
    with acting_in(anna):
        assert [one.body for one in queries.messages_of(case, anna)] == ["Half a litre since this morning."]
        assert not Message.objects.filter(pk=message.pk).exists()
        assert not Document.objects.exists()
    page = text(client_of(anna).get(f"/service/{case.number}/"))
    assert "Ring Jonas" not in page
    assert "secret" not in page
    with acting_in(petra):
        assert [one.body for one in queries.messages_of(case, petra)][-1] == "Ring Jonas first"
        document = Document.objects.get()
    assert client_of(anna).get(document.get_absolute_url()).status_code == 404
    assert client_of(anna).get(document.get_small_url()).status_code == 404
    assert client_of(petra).get(document.get_absolute_url()).status_code == 200


def test_a_member_writes_no_notes(anna: Member) -> None:
    case = opened(anna)
    with acting_in(anna), pytest.raises(NotAllowed):
        reply(case, body="x", note=True, by=anna)
    with acting_in(STAGE):
        assert Message.objects.count() == 1


def test_who_may_not_leaves_no_trace(
    anna: Member, rita: Member, claudia: Member, stefan: Staff, client_of
) -> None:
    case = opened(anna)
    with acting_in(rita), pytest.raises(NotAllowed):
        reply(case, body="x", by=rita)
    for foreign in (claudia, stefan):
        with acting_in(foreign), pytest.raises(Case.DoesNotExist):
            reply(case, body="x", by=foreign)
    assert client_of(rita).post(f"/service/{case.number}/reply/", {"body": "x"}).status_code == 403
    assert client_of(claudia).post(f"/service/{case.number}/reply/", {"body": "x"}).status_code == 404
    with acting_in(STAGE):
        assert Message.objects.count() == 1
        assert not Entry.objects.filter(verb="case.answered").exists()


def test_tom_does_not_write_in_cases_of_others_machines(
    anna: Member, tom: Member, fjordbygg: Company, client_of
) -> None:
    holding = held(fjordbygg)
    case = opened(anna, holding, pictures=[picture()])
    look_after(tom)
    client = client_of(tom)
    assert client.get(f"/service/{case.number}/").status_code == 404
    assert client.post(f"/service/{case.number}/reply/", {"body": "x"}).status_code == 404
    with acting_in(anna):
        document = Document.objects.get()
    assert client.get(document.get_absolute_url()).status_code == 404
    assert client.get(document.get_small_url()).status_code == 404
    look_after(tom, holding)
    assert client.get(f"/service/{case.number}/").status_code == 200
    assert client.get(document.get_small_url()).status_code == 200


def test_the_page_takes_words_and_pictures(anna: Member, petra: Staff, client_of) -> None:
    case = opened(anna)
    wrote(petra, case, body="Kan du sende bilde av merkeskiltet?")
    client = client_of(anna)
    page = text(client.get(f"/service/{case.number}/"))
    assert "Din tur: Hansa Nord venter på svar fra deg." in page
    assert "Petra Lund" in page
    answer = client.post(
        f"/service/{case.number}/reply/", {"body": "Her er det.", "pictures": [photograph("skilt.HEIC")]}
    )
    with acting_in(anna):
        message = Message.objects.get(body="Her er det.")
    assert answer["Location"] == f"/service/{case.number}/#m{message.pk}"
    page = text(client.get(f"/service/{case.number}/"))
    assert "skilt.jpg" in page
    assert "Vår tur: Hansa Nord arbeider med saken." in page


def test_what_is_wrong_is_said_beside_it(anna: Member, client_of) -> None:
    case = opened(anna)
    client = client_of(anna)
    answer = client.post(f"/service/{case.number}/reply/", {"body": " "})
    assert answer.status_code == 422
    assert "Skriv noe." in text(answer)
    answer = client.post(
        f"/service/{case.number}/reply/", {"body": "Mine ord", "pictures": [photograph("a.jpg")] * 7}
    )
    assert answer.status_code == 422
    assert "Mine ord" in text(answer)
    with acting_in(STAGE):
        assert Message.objects.count() == 1


def test_all_who_take_part_are_told_but_who_wrote(
    anna: Member, bjorn: Member, tom: Member, petra: Staff, run_jobs
) -> None:
    case = opened(anna)
    wrote(bjorn, case)
    run_jobs()
    mail.outbox.clear()
    wrote(petra, case, body="Hva viser måleren?")
    run_jobs()
    assert sorted(one.to[0] for one in mail.outbox) == ["anna@fjordbygg.example", "bjorn@fjordbygg.example"]
    assert mail.outbox[0].subject == f"Sak {case.number}: Oil leaks at the slew ring"
    assert "Hva viser måleren?" in mail.outbox[0].body
    assert "Petra Lund, Hansa Nord" in mail.outbox[0].body
    with acting_in(anna):
        told = Notification.objects.filter(kind="case.answered.theirs").first()
        assert told is not None
        assert told.url == case.get_absolute_url()


def test_whoever_took_it_is_told_in_person(anna: Member, petra: Staff, run_jobs) -> None:
    case = opened(anna)
    with acting_in(STAGE):
        Case.objects.filter(pk=case.pk).update(handled_by=petra)
    run_jobs()
    mail.outbox.clear()
    wrote(anna, case)
    run_jobs()
    assert [one.to for one in mail.outbox] == [["petra@hansa-nord.example"]]
    with acting_in(petra):
        assert Notification.objects.get(kind="case.answered.ours").user_id == petra.user_id


def test_run_twice_it_is_told_once(anna: Member, petra: Staff, run_jobs) -> None:
    from kontor.service.jobs import tell_written

    case = opened(anna)
    message = wrote(petra, case)
    run_jobs()
    sent = len(mail.outbox)
    tell_written.task.func(message_id=message.pk, solved=False, reopened=False)
    assert len(mail.outbox) == sent


def test_who_no_longer_sees_the_case_is_not_told(
    anna: Member, tom: Member, fjordbygg: Company, petra: Staff, run_jobs
) -> None:
    case = opened(anna, held(fjordbygg))
    wrote(tom, case)
    look_after(tom)
    run_jobs()
    mail.outbox.clear()
    wrote(petra, case)
    run_jobs()
    assert [one.to for one in mail.outbox] == [["anna@fjordbygg.example"]]


def test_solved_with_an_answer_is_one_mail(anna: Member, petra: Staff, run_jobs) -> None:
    case = opened(anna)
    run_jobs()
    mail.outbox.clear()
    wrote(petra, case, then="solve")
    run_jobs()
    [message] = mail.outbox
    assert "løst" in message.body
    with acting_in(anna):
        assert Entry.objects.filter(verb="case.solved").count() == 1


def test_inactive_staff_write_nothing(anna: Member, petra: Staff) -> None:
    case = opened(anna)
    petra.is_active = False
    with acting_in(petra), pytest.raises(NotAllowed):
        solve(case, by=petra)
    assert now(case).status == "new"
