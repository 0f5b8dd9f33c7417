"""The page of a machine, its history, its description."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kontor.companies.models import Member
from kontor.equipment.actions import describe, register
from kontor.equipment.models import Holding, Machine
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.machines import read

pytestmark = pytest.mark.django_db


def text(answer: Any) -> str:
    return str(answer.content.decode().replace("\xa0", " "))


def test_facts_meters_and_whose_turn(anna: Member, graver: Holding, client_of) -> None:
    page = text(client_of(anna).get(f"/equipment/{graver.pk}/"))
    for words in (
        "Graver 7", "I bruk", "Nordhaug NX 220", "NH482K", "E6 Sluppen", "GPS", "rototilt", "12. mars 2024", "Hansa Nord",
        "Din tur: Send en avlesning.", "4 688 t", "Siste avlesning", "Driftstimer", "Tomgang", "Avlesningene som tabell",
        "Alle avlesninger", "236 t",
    ):  # fmt: skip
        assert words in page, words
    read(graver, "idle", "100")
    assert "Din tur" not in text(client_of(anna).get(f"/equipment/{graver.pk}/"))


def test_a_machine_of_a_family_that_we_have_drawn_is_shown(anna: Member, graver: Holding, client_of) -> None:
    client, url = client_of(anna), f"/equipment/{graver.pk}/"
    for drawing, shown in (
        ("", ""),
        ("../secret", ""),
        ("excavator", "/static/equipment/drawings/excavator"),
    ):
        with acting_in(STAGE):
            Machine.objects.filter(serial=graver.serial).update(drawing=drawing)
        answer = client.get(url)
        assert answer.context["picture"].startswith(shown)
        assert bool(answer.context["picture"]) == bool(shown) == ("drawings/" in text(answer))


def test_the_chart_has_the_table_behind_it(anna: Member, graver: Holding, client_of) -> None:
    answer = client_of(anna).get(f"/equipment/{graver.pk}/")
    points = json.loads(answer.context["chart"])
    assert [value for _day, value in points] == [4231, 4452, 4688]
    page = text(answer)
    for value in ("4 231", "4 452", "4 688"):
        assert value in page
    assert "/static/kit/built/chart" in page
    assert "nonce=" in page
    assert " style=" not in page.split("<main")[1].split("</main>")[0]


def test_another_meter_by_the_address(anna: Member, graver: Holding, client_of) -> None:
    answer = client_of(anna).get(f"/equipment/{graver.pk}/?meter=idle")
    assert answer.context["meter"].kind == "idle"
    assert "Ingen avlesning ennå" in text(answer)
    assert "/static/kit/built/chart" not in text(answer)
    assert client_of(anna).get(f"/equipment/{graver.pk}/?meter=x").context["meter"].kind == "hours"


def test_while_it_is_checked(anna: Member, tester: Holding, client_of) -> None:
    page = text(client_of(anna).get(f"/equipment/{tester.pk}/"))
    assert "Vår tur: Hansa Nord kontrollerer serienummeret." in page
    assert "readings/cycles/send" not in page
    assert client_of(anna).get(f"/equipment/{tester.pk}/readings/").status_code == 404


def test_readers_see_it_without_the_forms(rita: Member, graver: Holding, client_of) -> None:
    page = text(client_of(rita).get(f"/equipment/{graver.pk}/"))
    assert "4 688 t" in page or "4 688" in page
    for address in ("send/", "describe/", "assign/"):
        assert f"/equipment/{graver.pk}/{address}" not in page
    assert "Din tur" not in page


def test_for_others_it_does_not_exist(
    claudia: Member, stefan: Staff, petra: Staff, graver: Holding, client_of
) -> None:
    for page in ("", "readings/", "describe/"):
        assert client_of(claudia).get(f"/equipment/{graver.pk}/{page}").status_code == 404
        for staff in (stefan, petra):
            assert client_of(staff).get(f"/equipment/{graver.pk}/{page}").status_code == 403


def test_it_asks_the_same_for_one_reading_and_for_25(
    anna: Member, graver: Holding, printer: Holding, client_of, at_most
) -> None:
    client = client_of(anna)
    read(printer, "black", "1000", "2000")
    read(graver, "idle", *(str(n) for n in range(25)))
    asked = []
    for holding in (printer, printer, graver):
        kind = "idle" if holding == graver else "black"
        with at_most(15) as queries:
            assert client.get(f"/equipment/{holding.pk}/?meter={kind}").status_code == 200
        asked.append(len(queries))
    assert asked[1] == asked[2]


def test_the_history_comes_in_pages(anna: Member, printer: Holding, client_of, at_most) -> None:
    client, url = client_of(anna), f"/equipment/{printer.pk}/readings/"
    assert "Ingen avlesning ennå" in text(client.get(url))
    read(printer, "black", *(str(n * 10) for n in range(26)))
    with at_most(12) as few:
        client.get(url)
    read(printer, "colour", *(str(n * 10) for n in range(60)), every=7)
    with at_most(12) as many:
        answer = client.get(url, {"meter": "colour"})
    assert len(few) == len(many)
    page = answer.context["page"]
    assert [int(one.value) for one in page.rows][:2] == [590, 580]
    assert len(json.loads(answer.context["chart"])) == 60
    later = client.get(url, {"meter": "colour", "after": page.next}).context["page"]
    assert int(later.rows[0].value) == 340


def test_name_place_and_keywords_change(
    anna: Member, rita: Member, claudia: Member, graver: Holding, client_of
) -> None:
    url = f"/equipment/{graver.pk}/describe/"
    client = client_of(anna)
    assert 'value="GPS, rototilt"' in text(client.get(url))
    sent = {"reference": "Graver 8", "location": "Heimdal", "keywords": "GPS"}
    assert client.post(url, sent).status_code == 302
    with acting_in(anna):
        holding = Holding.objects.get(pk=graver.pk)
        assert (holding.reference, holding.location, holding.keywords) == ("Graver 8", "Heimdal", ["GPS"])
        entry = Entry.objects.get(verb="holding.described")
        assert entry.details == {"fields": ["keywords", "location", "reference"]}
    client.post(url, sent)
    refused = client.post(url, sent | {"reference": "x" * 81})
    assert refused.status_code == 422
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="holding.described").count() == 1
    with acting_in(rita), pytest.raises(NotAllowed):
        describe(graver, reference="", keywords=[], location="", by=rita)
    with acting_in(claudia), pytest.raises(NotAllowed):
        describe(graver, reference="", keywords=[], location="", by=claudia)


def test_what_happened_is_told(anna: Member, machine_areas, client_of) -> None:
    with acting_in(anna):
        holding = register(area=machine_areas["test"], serial="AB123Z", by=anna)
    page = text(client_of(anna).get(f"/equipment/{holding.pk}/"))
    assert "Registrert" in page
    assert ", Anna Hagen" in page


def test_with_the_longest_words_it_still_comes_out(anna: Member, machine_areas, client_of) -> None:
    with acting_in(anna):
        holding = register(
            area=machine_areas["test"], serial="AB123Z", reference="W" * 80, location="<b>" * 40, keywords=["k" * 40] * 10, by=anna
        )  # fmt: skip
    page = text(client_of(anna).get(f"/equipment/{holding.pk}/"))
    assert "<b><b>" not in page
