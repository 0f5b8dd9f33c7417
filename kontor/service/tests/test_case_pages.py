"""The list of cases and the page of one: who sees what, filters, paging, number of questions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from kontor.companies.models import Company, Member
from kontor.kit import panels
from kontor.kit.keyset import Keys
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from kontor.service import queries
from kontor.service.actions import reply, solve
from kontor.service.models import Case
from kontor.service.tests.stage import held, look_after, opened, picture
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


def numbers(answer: Any) -> list[str]:
    return [row.case.number for row in answer.context["page"].rows]


def test_own_cases_by_tab(anna: Member, petra: Staff, claudia: Member, client_of) -> None:
    new, waiting, solved = opened(anna), opened(anna), opened(anna)
    opened(claudia)
    with acting_in(petra):
        reply(waiting, body="?", by=petra)
        solve(solved, by=petra)
    client = client_of(anna)
    for tab, found in (
        ("", [waiting, new]), ("open", [waiting, new]), ("mine", [waiting]), ("solved", [solved]),
        ("all", [waiting, solved, new]), ("nonsense", [waiting, new]),
    ):  # fmt: skip
        assert numbers(client.get("/service/", {"tab": tab})) == [one.number for one in found], tab


@pytest.mark.parametrize("what", ["svingkrans", "graver 7", "nh-482", "{number}"])
def test_search_by_subject_machine_and_number(anna: Member, fjordbygg: Company, client_of, what: str) -> None:
    case = opened(anna, held(fjordbygg), subject="Olje ved svingkransen")
    opened(anna)
    assert numbers(client_of(anna).get("/service/", {"q": what.format(number=case.number)})) == [case.number]


def test_filters_are_chips(anna: Member, fjordbygg: Company, client_of) -> None:
    holding = held(fjordbygg)
    case = opened(anna, holding, kind="move")
    opened(anna)
    client = client_of(anna)
    assert numbers(client.get("/service/", {"kind": "move"})) == [case.number]
    answer = client.get("/service/", {"machine": holding.pk, "tab": "all"})
    assert numbers(answer) == [case.number]
    assert 'class="chip" href="?tab=all"' in answer.content.decode()


def test_empty_states(anna: Member, rita: Member, client_of) -> None:
    assert "Ingen åpne saker" in client_of(anna).get("/service/").content.decode()
    assert "/service/new/" not in client_of(rita).get("/service/").content.decode()
    assert "Ingen sak passer" in client_of(anna).get("/service/", {"q": "x"}).content.decode()
    assert "ingenting som venter på deg" in client_of(anna).get("/service/", {"tab": "mine"}).content.decode()


@pytest.mark.parametrize("sort", ["", "last_at"])
def test_pages_by_key(anna: Member, client_of, sort: str) -> None:
    made = [opened(anna) for _ in range(60)]
    with acting_in(STAGE):
        for index, case in enumerate(made):
            Case.objects.filter(pk=case.pk).update(last_at=timezone.now() - dt.timedelta(hours=index // 2))
    client, seen, query = client_of(anna), list[str](), {"sort": sort}
    while True:
        page = client.get("/service/", query).context["page"]
        seen += [row.case.number for row in page.rows]
        if not page.next:
            break
        query = {"sort": sort, "after": page.next}
    assert len(seen) == 60
    assert set(seen) == {one.number for one in made}


def test_for_others_it_does_not_exist(
    anna: Member, claudia: Member, petra: Staff, stefan: Staff, client_of
) -> None:
    case = opened(anna)
    assert client_of(claudia).get(f"/service/{case.number}/").status_code == 404
    assert client_of(petra).get(f"/service/{case.number}/").status_code == 403
    assert client_of(anna).get("/service/S-0000-000000/").status_code == 404
    with acting_in(petra):
        page = queries.page_for_desk(petra, queries.Wanted(), Keys())
        assert [row.case.number for row in page.rows] == [case.number]
    with acting_in(stefan):
        assert not queries.page_for_desk(stefan, queries.Wanted(), Keys())


def test_tom_sees_cases_of_his_machines_those_of_none_and_his_own(
    anna: Member, tom: Member, fjordbygg: Company, client_of
) -> None:
    mine, other = held(fjordbygg, "A1"), held(fjordbygg, "A2")
    of_mine, of_other, of_none, own = (
        opened(anna, mine), opened(anna, other), opened(anna), opened(tom, other)
    )  # fmt: skip
    look_after(tom, mine)
    client = client_of(tom)
    assert set(numbers(client.get("/service/"))) == {of_mine.number, of_none.number, own.number}
    assert client.get(f"/service/{of_other.number}/").status_code == 404
    page = client.get(f"/service/{own.number}/")
    assert page.status_code == 200
    assert other.get_absolute_url() not in page.content.decode()


def test_a_reader_reads(anna: Member, rita: Member, petra: Staff, client_of) -> None:
    case = opened(anna)
    with acting_in(petra):
        reply(case, body="Hva viser måleren?", by=petra)
    page = client_of(rita).get(f"/service/{case.number}/").content.decode()
    assert "Hva viser måleren?" in page
    assert "<textarea" not in page
    assert client_of(rita).get("/service/new/").status_code == 403


def test_what_is_written_is_never_markup(anna: Member, client_of) -> None:
    case = opened(anna, subject="<b>x</b>", body="<script>alert(1)</script> https://hansa.example/a")
    page = client_of(anna).get(f"/service/{case.number}/").content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert 'href="https://hansa.example/a"' in page


def test_the_side_bar_counts_where_it_is_the_members_turn(anna: Member, petra: Staff, client_of) -> None:
    opened(anna)
    case = opened(anna)
    with acting_in(petra):
        reply(case, body="?", by=petra)
    modules = client_of(anna).get("/service/").context["frame"].modules
    [service] = [one for one in modules if one.key == "service"]
    assert service.count == 1
    assert service.current


def test_the_machines_page_asks_for_open_cases(anna: Member, claudia: Member, fjordbygg: Company) -> None:
    holding, other = held(fjordbygg), held(fjordbygg, "A2")
    case, solved = opened(anna, holding), opened(anna, holding)
    with acting_in(anna):
        solve(solved, by=anna)
        found = panels.ask("equipment.cases", anna, [holding.pk, other.pk])
        assert {key: [row.case for row in rows] for key, rows in found.items()} == {holding.pk: [case]}
    with acting_in(claudia):
        assert not panels.ask("equipment.cases", claudia, [holding.pk])


def test_the_list_asks_the_same_for_one_and_for_25(
    anna: Member, fjordbygg: Company, client_of, at_most
) -> None:
    client, holding = client_of(anna), held(fjordbygg)
    opened(anna, holding)
    client.get("/service/")
    with at_most(12) as one:
        assert len(numbers(client.get("/service/"))) == 1
    for index in range(24):
        opened(anna, held(fjordbygg, f"B{index}"))
    with at_most(12) as many:
        assert len(numbers(client.get("/service/"))) == 25
    assert len(one) == len(many)


def test_a_case_asks_the_same_for_one_message_and_for_25(
    anna: Member, bjorn: Member, petra: Staff, fjordbygg: Company, client_of, at_most
) -> None:
    short, long = opened(anna, held(fjordbygg)), opened(anna, held(fjordbygg, "A2"))
    for case, count in ((short, 1), (long, 25)):
        for index in range(count):
            by = (petra, anna, bjorn)[index % 3]
            with acting_in(by):
                reply(case, body="Words.", pictures=[picture()], by=by)
        with acting_in(petra):
            solve(case, by=petra)
    client = client_of(anna)
    client.get(f"/service/{short.number}/")
    asked = []
    for case, count in ((short, 2), (long, 26)):
        with at_most(16) as queries_asked:
            page = client.get(f"/service/{case.number}/").content.decode()
        assert page.count('id="m') >= count
        asked.append(queries_asked)
    assert len(asked[0]) == len(asked[1])


def test_the_newest_of_many_messages(anna: Member, client_of, monkeypatch) -> None:
    monkeypatch.setattr(queries, "SHOWN_MESSAGES", 3)
    case = opened(anna)
    for index in range(4):
        with acting_in(anna):
            reply(case, body=f"Nummer {index}", by=anna)
    client = client_of(anna)
    page = client.get(f"/service/{case.number}/").content.decode()
    assert "Nummer 3" in page
    assert "Nummer 0" not in page
    assert "Nummer 0" in client.get(f"/service/{case.number}/?all").content.decode()
