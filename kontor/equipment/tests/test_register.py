"""Registering a machine by its serial number (EQ-1)."""

from __future__ import annotations

import pytest

from kontor.catalogue.numbers import plain
from kontor.companies.actions import start_relationship
from kontor.companies.models import Company, Member, Relationship
from kontor.equipment.actions import register
from kontor.equipment.errors import AlreadyRegistered, SerialMalformed
from kontor.equipment.models import Assignment, Holding
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Partner, ProductArea, Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

type Areas = dict[str, ProductArea]


def test_it_waits_for_the_areas_partner(
    anna: Member, petra: Staff, hansa_sued: Partner, machine_areas: Areas
) -> None:
    with acting_in(STAGE):
        start_relationship(anna.company, partner=hansa_sued, area=machine_areas["test"], by=STAGE)
    with acting_in(anna):
        tester = register(area=machine_areas["test"], serial="ab 123-z", reference="Prøver", by=anna)
        digger = register(area=machine_areas["construction"], serial="NH482K", by=anna)
        assert (tester.serial, tester.status, tester.partner) == ("AB123Z", "pending", hansa_sued)
        assert digger.partner_id == petra.partner_id
        entry = Entry.objects.get(verb="holding.registered", subject_id=str(tester.pk))
    assert (entry.member_id, entry.details) == (anna.pk, {"area": "test", "serial": "AB123Z"})
    with acting_in(petra):
        assert list(Holding.objects.visible_to(petra)) == [digger]


def test_without_a_relationship_it_goes_to_the_usual_partner(anna: Member, machine_areas: Areas) -> None:
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company).update(status="ended")
    with acting_in(anna):
        holding = register(area=machine_areas["test"], serial="AB123Z", by=anna)
    assert holding.partner_id == anna.company.partner_id


@pytest.mark.parametrize("serial", ["AB123", "ÅB123Z", "AB1234Z", "12345678", "AB123Z" * 12, "-", "'; --"])
def test_a_number_of_another_form_is_refused(anna: Member, machine_areas: Areas, serial: str) -> None:
    with acting_in(anna):
        with pytest.raises(SerialMalformed) as refused:
            register(area=machine_areas["test"], serial=serial, by=anna)
        assert refused.value.field == "serial"
        assert "AB123Z" in str(refused.value)
        assert not Holding.objects.exists()
        assert not Entry.objects.exists()


@pytest.mark.parametrize("serial", ["abc", "KU-2214/7 b.3", " 000 "])
def test_an_area_without_a_form_of_numbers_takes_any(anna: Member, machine_areas: Areas, serial: str) -> None:
    with acting_in(anna):
        holding = register(area=machine_areas["copper"], serial=serial, by=anna)
    assert holding.serial == plain(serial)


@pytest.mark.parametrize("serial", ["", "AB", "A--", "- / .", "Å12345", "A1_234", "12\n34", "1" * 41])
def test_but_none_that_makes_no_sense(anna: Member, machine_areas: Areas, serial: str) -> None:
    with acting_in(anna):
        with pytest.raises(SerialMalformed) as refused:
            register(area=machine_areas["copper"], serial=serial, by=anna)
        assert "40" in str(refused.value)
        assert not Holding.objects.exists()


def test_once_while_it_waits_or_is_in_use(anna: Member, tester: Holding, graver: Holding) -> None:
    with acting_in(anna):
        for holding in (tester, graver):
            with pytest.raises(AlreadyRegistered):
                register(area=holding.area, serial=holding.serial, by=anna)
        assert Holding.objects.count() == 2
        assert not Entry.objects.exists()


def test_a_declined_one_may_come_again(anna: Member, tester: Holding) -> None:
    with acting_in(STAGE):
        Holding.objects.update(status="declined")
    with acting_in(anna):
        assert register(area=tester.area, serial=tester.serial, by=anna).pk != tester.pk


def test_what_another_company_holds_makes_no_difference(
    anna: Member, presse: Holding, client_of, machine_areas: Areas
) -> None:
    sent = {"area": presse.area_id, "serial": presse.serial}
    answer = client_of(anna).post("/equipment/register/", sent, follow=True)
    page = answer.content.decode()
    assert "Til kontroll" in page or "Kontrolleres" in page or "is-idle pill" in page
    assert "Rheintal" not in page
    assert "Presse" not in page


def test_readers_may_not(rita: Member, machine_areas: Areas, client_of) -> None:
    with acting_in(rita):
        with pytest.raises(NotAllowed):
            register(area=machine_areas["test"], serial="AB123Z", by=rita)
        assert not Holding.objects.exists()
    assert client_of(rita).get("/equipment/register/").status_code == 403


def test_who_sees_only_assigned_machines_sees_what_they_register(
    tom: Member, anna: Member, fjordbygg: Company, machine_areas: Areas
) -> None:
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(assigns_equipment=True)
    for member in (tom, anna):
        member.company.assigns_equipment = True
    with acting_in(tom):
        holding = register(area=machine_areas["test"], serial="AB123Z", by=tom)
        assert list(Holding.objects.visible_to(tom)) == [holding]
    with acting_in(anna):
        register(area=machine_areas["test"], serial="AB124Z", by=anna)
        assert Assignment.objects.count() == 1


def test_the_form_says_how_the_number_looks_and_where_it_stands(
    anna: Member, machine_areas: Areas, client_of
) -> None:
    page = client_of(anna).get("/equipment/register/").content.decode()
    assert "På skiltet." in page
    assert "AB123Z" in page
    assert "copper nb" in page


def test_errors_stand_beside_their_fields_and_nothing_is_lost(
    anna: Member, machine_areas: Areas, client_of
) -> None:
    client = client_of(anna)
    sent = {"serial": "XX", "reference": "Graver 9", "keywords": "GPS, rototilt", "location": "Heimdal"}
    answer = client.post("/equipment/register/", sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"area"}
    answer = client.post("/equipment/register/", sent | {"area": machine_areas["test"].pk})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"serial"}
    assert 'href="#id_serial"' in page
    for typed in ("XX", "Graver 9", "GPS, rototilt", "Heimdal"):
        assert f'value="{typed}"' in page
    many = {"keywords": ", ".join(f"ord{n}" for n in range(11)), "serial": "AB123Z"}
    answer = client.post("/equipment/register/", many | {"area": machine_areas["test"].pk})
    assert set(answer.context["form"].errors) == {"keywords"}


def test_registered_it_leads_to_its_page(anna: Member, machine_areas: Areas, client_of) -> None:
    sent = {"area": machine_areas["test"].pk, "serial": " ab123z ", "keywords": "GPS, gps , kran"}
    answer = client_of(anna).post("/equipment/register/", sent)
    with acting_in(anna):
        holding = Holding.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/equipment/{holding.pk}/")
    assert holding.keywords == ["GPS", "kran"]


def test_the_operator_says_the_form_in_the_master_data(olav: Staff, machine_areas: Areas, client_of) -> None:
    area = machine_areas["test"]
    url = f"/admin/partners/productarea/{area.pk}/change/"
    sent = {
        "code": "test", "name_nb": "a", "name_de": "b", "name_en": "c", "position": 1, "serial_asked": "no",
        "serial_pattern": r"[A-Z]{2}\d{4}", "serial_example": "AB123Z", "meters": ["cycles"],
    }  # fmt: skip
    client = client_of(olav)
    assert "[A-Z]{2}" in client.get(url).content.decode()
    refused = client.post(url, sent)
    assert set(refused.context["adminform"].errors) == {"serial_example"}
    assert set(client.post(url, sent | {"serial_pattern": "["}).context["adminform"].errors) == {
        "serial_pattern"
    }
    assert client.post(url, sent | {"serial_example": "AB1234"}).status_code == 302
    with acting_in(STAGE):
        area.refresh_from_db()
    assert (area.serial_example, area.meters) == ("AB1234", ["cycles"])
