"""Who looks after which machine, and sees it (CO-4)."""

from __future__ import annotations

import pytest

from kontor.companies.models import Company, Member
from kontor.equipment.actions import assign, unassign
from kontor.equipment.errors import NoSuchColleague, NothingChosen
from kontor.equipment.models import Assignment, Holding
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db


@pytest.fixture
def by_assignment(fjordbygg: Company) -> None:
    """Fjordbygg's members see only machines assigned to them."""
    with acting_in(STAGE):
        Company.objects.filter(pk=fjordbygg.pk).update(assigns_equipment=True)


def names(answer) -> list[str]:
    return [row.holding.name for row in answer.context["page"].rows]


def test_an_administrator_assigns_and_takes_away(
    anna: Member, tom: Member, graver: Holding, printer: Holding
) -> None:
    with acting_in(anna):
        assert assign([graver, printer], member=tom, by=anna) == 2
        assert assign([graver], member=tom, by=anna) == 0
        assert unassign([graver], member=tom, by=anna) == 1
        assert unassign([graver], member=tom, by=anna) == 0
        assert [row.holding_id for row in Assignment.objects.all()] == [printer.pk]
        verbs = list(Entry.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["holding.assigned", "holding.assigned", "holding.unassigned"]


def test_nobody_else_does(
    bjorn: Member, tom: Member, claudia: Member, graver: Holding, presse: Holding
) -> None:
    with acting_in(bjorn), pytest.raises(NotAllowed):
        assign([graver], member=tom, by=bjorn)
    with acting_in(claudia):
        with pytest.raises(NothingChosen):
            assign([graver], member=claudia, by=claudia)
        with pytest.raises(NoSuchColleague):
            assign([presse], member=tom, by=claudia)
    with acting_in(STAGE):
        assert not Assignment.objects.exists()
        assert not Entry.objects.exists()


def test_who_has_left_gets_none_but_loses_them(anna: Member, tom: Member, graver: Holding) -> None:
    with acting_in(anna):
        assign([graver], member=tom, by=anna)
    with acting_in(STAGE):
        Member.objects.filter(pk=tom.pk).update(is_active=False)
    with acting_in(anna):
        with pytest.raises(NoSuchColleague):
            assign([graver], member=tom, by=anna)
        assert unassign([graver], member=tom, by=anna) == 1


@pytest.mark.usefixtures("by_assignment")
def test_a_member_sees_only_what_is_assigned(
    anna: Member, tom: Member, graver: Holding, printer: Holding, client_of
) -> None:
    with acting_in(anna):
        assign([graver], member=tom, by=anna)
    client = client_of(tom)
    answer = client.get("/equipment/")
    assert names(answer) == ["Graver 7"]
    assert "Maskinene du er ansvarlig for" in answer.content.decode()
    assert client.get(f"/equipment/{graver.pk}/").status_code == 200
    for page in ("", "readings/", "describe/"):
        assert client.get(f"/equipment/{printer.pk}/{page}").status_code == 404
    assert client.post(f"/equipment/{printer.pk}/readings/black/send/").status_code == 404
    export = b"".join(client.get("/equipment/export.csv").streaming_content).decode()
    assert "NH482K" in export
    assert "40012233" not in export
    assert len(names(client_of(anna).get("/equipment/"))) == 2


@pytest.mark.usefixtures("by_assignment")
def test_with_nothing_assigned_the_list_says_who_can_help(tom: Member, graver: Holding, client_of) -> None:
    assert "Du er ikke ansvarlig for noen maskin" in client_of(tom).get("/equipment/").content.decode()


def test_on_the_machine_page(anna: Member, bjorn: Member, tom: Member, graver: Holding, client_of) -> None:
    client, url = client_of(anna), f"/equipment/{graver.pk}/"
    assert client.post(f"{url}assign/", {"member": tom.pk}).status_code == 302
    page = client.get(url).content.decode()
    assert f"{url}unassign/{tom.pk}/" in page
    assert "Tom Vik er ansvarlig" in page
    refused = client.post(f"{url}assign/", {"member": ""})
    assert refused.status_code == 422
    assert "Velg en kollega." in refused.content.decode()
    assert f"{url}unassign/" not in client_of(bjorn).get(url).content.decode()
    assert client_of(bjorn).post(f"{url}unassign/{tom.pk}/").status_code == 403
    assert client.post(f"{url}unassign/{bjorn.pk}/").status_code == 404
    assert client.post(f"{url}unassign/{tom.pk}/").status_code == 302
    with acting_in(anna):
        assert not Assignment.objects.exists()


def test_in_bulk_from_the_list(
    anna: Member, bjorn: Member, tom: Member, graver: Holding, printer: Holding, presse: Holding, client_of
) -> None:
    client = client_of(anna)
    sent = {
        "machine": [graver.pk, printer.pk, presse.pk, "x"],
        "member": tom.pk,
        "deed": "assign",
    }
    answer = client.post("/equipment/assign/?state=held", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/equipment/?state=held")
    with acting_in(STAGE):
        assert set(Assignment.objects.values_list("holding", flat=True)) == {graver.pk, printer.pk}
    assert names(client.get("/equipment/", {"member": tom.pk})) == ["Graver 7", "Skriver 2. etasje"]
    assert names(client.get("/equipment/", {"member": "none"})) == []
    client.post("/equipment/assign/", sent | {"deed": "unassign", "machine": [graver.pk]})
    assert names(client.get("/equipment/", {"member": tom.pk})) == ["Skriver 2. etasje"]
    assert client_of(bjorn).post("/equipment/assign/", sent).status_code == 403


@pytest.mark.parametrize(
    ("change", "said"),
    [({"machine": []}, "Velg minst én maskin."), ({"member": ""}, "Velg en kollega."), ({"member": "9" * 40}, "Velg en kollega.")],
)  # fmt: skip
def test_without_machine_or_colleague_nothing_happens(
    anna: Member, tom: Member, graver: Holding, client_of, change, said: str
) -> None:
    sent = {"machine": [graver.pk], "member": tom.pk} | change
    client = client_of(anna)
    answer = client.post("/equipment/assign/?state=held", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'value="{sent["member"]}" selected' in page or sent["member"] != tom.pk
    assert f'value="{graver.pk}" checked' in page or not sent["machine"]
    assert client.get("/equipment/assign/?state=held")["Location"] == "/equipment/?state=held"
    with acting_in(STAGE):
        assert not Assignment.objects.exists()
