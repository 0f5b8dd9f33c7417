"""The list of machines (EQ-2)."""

from __future__ import annotations

import io

import pytest
from python_calamine import CalamineWorkbook

from kontor.companies.models import Member
from kontor.equipment.models import Holding
from kontor.kit.scope import acting_in
from tests.cast import STAGE
from tests.cast.machines import held, read

pytestmark = pytest.mark.django_db


def names(answer) -> list[str]:
    return [row.holding.name for row in answer.context["page"].rows]


def test_the_companys_own_with_their_last_reading(
    anna: Member, graver: Holding, printer: Holding, tester: Holding, presse: Holding, client_of
) -> None:
    page = client_of(anna).get("/equipment/").content.decode().replace("\xa0", " ")
    for words in (
        "Graver 7",
        "Nordhaug NX 220",
        "NH482K",
        "E6 Sluppen",
        "4 688 t",
        "AB123Z",
        "Skriver 2. etasje",
    ):
        assert words in page, words
    assert "Presse" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "graver"}, ["Graver 7"]),
        ({"q": "nh-482"}, ["Graver 7"]),
        ({"q": "sluppen"}, ["Graver 7"]),
        ({"q": "GPS"}, ["Graver 7"]),
        ({"q": "Nordhaug 220"}, ["Graver 7"]),
        ({"q": "nordhaug kontoret"}, []),
        ({"q": "%"}, []),
        ({"area": "office"}, ["Skriver 2. etasje"]),
        ({"location": "Kontoret"}, ["Skriver 2. etasje"]),
        ({"state": "pending"}, ["AB123Z"]),
        ({"state": "held", "area": "construction"}, ["Graver 7"]),
        ({"due": "on", "area": "office"}, ["Skriver 2. etasje"]),
        ({"state": "nonsense", "sort": "x", "location": "Mainz", "after": "1~2~3"}, ["AB123Z", "Graver 7", "Skriver 2. etasje"]),
        ({"sort": "-registered_at", "state": "held"}, ["Skriver 2. etasje", "Graver 7"]),
    ],
)  # fmt: skip
def test_search_and_filters(
    anna: Member, graver: Holding, printer: Holding, tester: Holding, client_of, query, found
) -> None:
    assert names(client_of(anna).get("/equipment/", query)) == found


def test_set_filters_are_chips(anna: Member, graver: Holding, printer: Holding, client_of) -> None:
    page = client_of(anna).get("/equipment/", {"state": "held", "due": "on"}).content.decode()
    assert 'class="chip" href="?due=on"' in page
    assert 'class="chip" href="?state=held"' in page
    assert "Mainz" not in page


def test_empty_and_nothing_found(anna: Member, rita: Member, client_of) -> None:
    page = client_of(anna).get("/equipment/").content.decode()
    assert "Ingen maskiner ennå" in page
    assert "/equipment/register/" in page
    assert "/equipment/register/" not in client_of(rita).get("/equipment/").content.decode()
    assert "Ingen maskin passer" in client_of(anna).get("/equipment/", {"q": "x"}).content.decode()


@pytest.mark.parametrize("sort", ["", "serial", "location", "-registered_at"])
def test_pages_by_key_in_every_sort(anna: Member, machine_areas, client_of, sort: str) -> None:
    for n in range(60):
        held(
            anna.company,
            machine_areas["construction"],
            f"NH{n:03d}K",
            reference=f"Graver {n % 7}",
            location=f"{n % 3}",
        )
    client, query, seen = client_of(anna), {"sort": sort}, []
    while True:
        page = client.get("/equipment/", query).context["page"]
        seen += [row.holding.pk for row in page.rows]
        if not page.next:
            break
        query = {"sort": sort, "after": page.next}
    assert len(seen) == len(set(seen)) == 60
    back = client.get("/equipment/", {"sort": sort, "before": page.previous}).context["page"]
    assert [row.holding.pk for row in back.rows] == seen[25:50]


def test_it_asks_the_same_for_one_machine_and_for_25(
    anna: Member, tom: Member, graver: Holding, machine_areas, client_of, at_most
) -> None:
    from kontor.equipment.actions import assign

    client = client_of(anna)
    with acting_in(anna):
        assign([graver], member=tom, by=anna)
    client.get("/equipment/")
    with at_most(14) as one:
        assert len(names(client.get("/equipment/"))) == 1
    for n in range(24):
        other = held(anna.company, machine_areas["construction"], f"NH{n:03d}X", reference=f"Graver 1{n}")
        read(other, "hours", "10", "20")
        with acting_in(anna):
            assign([other], member=tom, by=anna)
    with at_most(14) as many:
        assert len(names(client.get("/equipment/"))) == 25
    assert len(one) == len(many)


def test_the_side_bar_counts_those_in_use(
    anna: Member, graver: Holding, printer: Holding, tester: Holding, client_of
) -> None:
    from kontor.kit import frame

    request = client_of(anna).get("/equipment/").wsgi_request
    with acting_in(anna):
        [entry] = [one for one in frame.of(request).modules if one.key == "equipment"]
    assert entry.count == 2


def test_exports(anna: Member, graver: Holding, printer: Holding, presse: Holding, client_of) -> None:
    with acting_in(STAGE):
        Holding.objects.filter(pk=printer.pk).update(reference="=HYPERLINK(1)")
    text = b"".join(client_of(anna).get("/equipment/export.csv").streaming_content).decode()
    assert text.startswith("\ufeffDeres eget navn på den;Serienummer;")
    assert "'=HYPERLINK(1);40012233;" in text
    assert ";Driftstimer;4688,0;" in text
    assert "RH771P" not in text
    answer = client_of(anna).get("/equipment/export.xlsx", {"area": "construction"})
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    assert len(rows) == 2
    assert rows[1][:2] == ["Graver 7", "NH482K"]
    assert rows[1][9] == 4688
    assert client_of(anna).get("/equipment/export.pdf").status_code == 404
