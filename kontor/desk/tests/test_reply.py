"""Answering in cases at the desk: replies, notes, solved, opened again (SE-2)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.companies.models import Member
from kontor.desk.tests.stage_queues import case, handled_by, now
from kontor.documents.models import Document
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, Staff
from kontor.service.models import Case, Message
from kontor.service.tests.stage import photograph
from tests.cast import STAGE
from tests.cast.people import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def leak(anna: Member) -> Case:
    """Anna has reported a leak."""
    return case(anna)


def url(one: Case, verb: str = "reply/") -> str:
    return f"/desk/cases/{one.number}/{verb}"


def written(one: Case) -> list[tuple[str, bool]]:
    """What staff wrote, and whether as a note."""
    with acting_in(STAGE):
        ours = Message.objects.filter(case=one, staff__isnull=False)
        return list(ours.order_by("pk").values_list("body", "note"))


def untouched(one: Case) -> bool:
    with acting_in(STAGE):
        journalled = Entry.objects.filter(subject="case", subject_id=str(one.pk)).exists()
        return now(one).status == "new" and handled_by(one) is None and not written(one) and not journalled


@pytest.mark.parametrize(
    ("then", "state"), [("wait", "waiting"), ("", "waiting"), ("keep", "open"), ("solve", "solved")]
)
def test_an_answer_says_whose_turn_it_is_then(
    then: str, state: str, leak: Case, petra: Staff, client_of
) -> None:
    given = {"to": "customer", "body": "Vi kommer i morgen.", "then": then, "back": "/desk/cases/?tab=mine"}
    answer = client_of(petra).post(url(leak), given, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/desk/cases/?tab=mine"
    assert (now(leak).status, handled_by(leak)) == (state, petra)
    assert written(leak) == [("Vi kommer i morgen.", False)]


def test_a_note_is_for_staff_and_changes_no_turn(leak: Case, anna: Member, petra: Staff, client_of) -> None:
    client_of(petra).post(
        url(leak), {"to": "note", "body": "Pakningen finnes i to utgaver.", "then": "solve"}
    )
    assert now(leak).status == "new"
    assert written(leak) == [("Pakningen finnes i to utgaver.", True)]
    page = client_of(petra).get(url(leak, "")).content.decode()
    assert "Pakningen finnes i to utgaver." in page
    assert "Notat, bare for ansatte" in page
    with acting_in(anna):
        assert not Message.objects.filter(case=leak, note=True).exists()


@pytest.mark.parametrize(
    "given",
    [
        {"to": "customer", "body": " "},
        {"to": "nobody", "body": "Hei"},
        {"to": "customer", "body": "x", "then": "y"},
    ],
)
def test_what_makes_no_sense_is_refused_and_kept(
    given: dict[str, str], leak: Case, petra: Staff, client_of
) -> None:
    refused = client_of(petra).post(url(leak), given)
    assert refused.status_code == 422
    assert untouched(leak)
    if given["body"].strip():
        assert f">\n{given['body']}</textarea>" in refused.content.decode()


def test_what_was_written_is_shown_as_it_was_written(leak: Case, petra: Staff, client_of) -> None:
    body = "Hei <b>Anna</b>\n\nNeste linje"
    client_of(petra).post(url(leak), {"to": "customer", "body": body})
    page = client_of(petra).get(url(leak, "")).content.decode()
    assert "<p>Hei &lt;b&gt;Anna&lt;/b&gt;</p>\n\n<p>Neste linje</p>" in page


def pictures(one: Case) -> list[tuple[str, bool]]:
    """What hangs on its messages, and whether for staff only."""
    with acting_in(STAGE):
        said = Message.objects.filter(case=one).values("pk")
        hung = Document.objects.filter(subject="message", subject_id__in=said)
        return list(hung.order_by("name").values_list("name", "staff_only"))


@pytest.mark.parametrize("to", ["customer", "note"])
def test_pictures_go_along(to: str, leak: Case, anna: Member, petra: Staff, client_of) -> None:
    given = {
        "to": to,
        "body": "Slik sitter pakningen.",
        "pictures": [photograph("a.jpg"), photograph("b.jpg")],
    }
    client_of(petra).post(url(leak), given)
    assert pictures(leak) == [("a.jpg", to == "note"), ("b.jpg", to == "note")]
    assert "a.jpg" in client_of(petra).get(url(leak, "")).content.decode()
    assert ("a.jpg" in client_of(anna).get(f"/service/{leak.number}/").content.decode()) == (to == "customer")


@pytest.mark.parametrize("htmx", [True, False])
def test_pictures_that_are_none_are_refused_beside_the_field(
    htmx: bool, leak: Case, petra: Staff, client_of
) -> None:
    headers = {"HX-Request": "true"} if htmx else {}
    for files, words in (
        ([photograph("a.jpg"), SimpleUploadedFile("b.jpg", b"nothing")], "Velg bildene på nytt"),
        ([photograph(f"{n}.jpg") for n in range(7)], "Høyst 6 bilder"),
    ):
        given = {"to": "customer", "body": "Mine ord", "pictures": files}
        refused = client_of(petra).post(url(leak), given, headers=headers)
        assert refused.status_code == 422
        page = refused.content.decode()
        assert words in page
        assert ">\nMine ord</textarea>" in page
    given["pictures"] = [SimpleUploadedFile("c.jpg", b"x" * 300_000)]
    far_too_much = client_of(petra).post(url(leak), given, headers=headers, CONTENT_LENGTH="130000000")
    assert far_too_much.status_code == (422 if htmx else 413)
    assert untouched(leak)
    assert pictures(leak) == []


def test_earlier_messages_have_a_door(leak: Case, petra: Staff, client_of) -> None:
    with acting_in(STAGE):
        said = Message.objects.get(case=leak)
        for index in range(249):
            said.pk, said.body = None, f"No. {index}"
            said.save(force_insert=True)
    client, address = client_of(petra), url(leak, "")
    read: list[Any] = []
    for count in (100, 100, 50):
        page = client.get(address)
        assert len(page.context["conversation"]) == count
        read = [*page.context["conversation"], *read]
        assert ("Vis tidligere meldinger" in page.content.decode()) == (count == 100)
        address = url(leak, f"?before={page.context['earlier']}")
    assert [one["key"] for one in read] == sorted({one["key"] for one in read})
    assert len(read) == 250
    assert "Vis de nyeste meldingene" in page.content.decode()
    for nonsense in ("x", "0", "-1", "99999999", "9" * 30):
        assert client.get(url(leak, f"?before={nonsense}")).status_code == 200


def test_solving_and_opening_again(leak: Case, petra: Staff, client_of) -> None:
    client = client_of(petra)
    assert "er løst." in client.post(url(leak, "solve/"), follow=True).content.decode()
    assert now(leak).status == "solved"
    late = client.post(url(leak, "solve/"), follow=True)
    assert [one.level_tag for one in late.context["messages"]] == ["error"]
    assert "Åpne igjen" in client.get(url(leak, "")).content.decode()
    assert "er åpen igjen." in client.post(url(leak, "reopen/"), follow=True).content.decode()
    assert now(leak).status == "open"
    page = client.get(url(leak, "")).content.decode()
    assert "Åpnet igjen" in page
    assert "Løst" in page


def test_sales_and_other_partners_do_not_answer(
    leak: Case, stefan: Staff, sigrid: Staff, hansa_nord: Partner, client_of
) -> None:
    page = client_of(sigrid).get(url(leak, "")).content.decode()
    assert "Disse rollene avgjør: Administrator, Service." in page
    assert "<textarea" not in page
    for verb in ("reply/", "solve/", "reopen/"):
        given = {"to": "customer", "body": "Hei"}
        assert client_of(sigrid).post(url(leak, verb), given).status_code == 403
        assert client_of(stefan).post(url(leak, verb), given).status_code == 404
    assert untouched(leak)
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    client_of(jon).post(url(leak), {"to": "customer", "body": "Hei", "then": "wait"})
    assert now(leak).status == "waiting"


def test_a_case_asks_the_same_for_one_message_and_for_25(
    leak: Case, anna: Member, petra: Staff, client_of, at_most
) -> None:
    client = client_of(petra)
    long = case(anna)
    with acting_in(STAGE):
        said = Message.objects.get(case=long)
        for index in range(24):
            said.pk, said.body = None, f"No. {index}"
            said.save(force_insert=True)
    client.get(url(leak, ""))
    asked = []
    for one, count in ((leak, 1), (long, 25)):
        with at_most(16) as queries:
            assert len(client.get(url(one, "")).context["conversation"]) == count
        asked.append(queries)
    assert len(asked[0]) == len(asked[1])
