"""Where a company has more people than one likes to scroll through, a colleague is typed (CO-4)."""

from __future__ import annotations

import re

import pytest

from kontor.accounts.models import User
from kontor.companies.models import Company, Member, Role
from kontor.equipment.models import Assignment, Holding
from kontor.kit.scope import acting_in
from tests.cast import STAGE
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db

HTMX = {"hx-request": "true"}


def crowd(company: Company, count: int) -> None:
    """So many more people."""
    with acting_in(STAGE):
        before = User.objects.count()
        emails = [f"fitter-{before + n:03d}@fjordbygg.example" for n in range(count)]
        users = User.objects.bulk_create(User(email=email, password="!") for email in emails)
        Member.objects.bulk_create(
            Member(
                company=company, user=user, first_name="Kari", last_name=f"Moen {user.email[7:10]}", roles=[Role.SERVICE]
            )
            for user in users
        )  # fmt: skip


@pytest.fixture
def many(anna: Member, tom: Member) -> None:
    crowd(anna.company, 60)


@pytest.fixture
def other_tom(anna: Member) -> Member:
    return make_member(anna.company, "Tomas", "Vikan", Role.SERVICE)


def assigned() -> list[tuple[int, int]]:
    with acting_in(STAGE):
        return list(Assignment.objects.order_by("holding").values_list("holding", "member"))


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("typed", ["tom@fjordbygg.example", "TOM VIK", " vik  tom ", "tom@"])
def test_a_name_or_an_address_that_means_one_is_enough(
    anna: Member, tom: Member, graver: Holding, printer: Holding, client_of, typed: str
) -> None:
    client = client_of(anna)
    assert client.post(f"/equipment/{graver.pk}/assign/", {"member_typed": typed}).status_code == 302
    sent = {"machine": [printer.pk], "member_typed": typed, "deed": "assign"}
    assert client.post("/equipment/assign/", sent).status_code == 302
    assert assigned() == [(graver.pk, tom.pk), (printer.pk, tom.pk)]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("in_bulk", [False, True])
def test_of_several_one_is_chosen_and_what_was_typed_stays(
    anna: Member, tom: Member, other_tom: Member, graver: Holding, client_of, in_bulk: bool
) -> None:
    client = client_of(anna)
    url = "/equipment/assign/?state=held" if in_bulk else f"/equipment/{graver.pk}/assign/"
    refused = client.post(url, {"machine": [graver.pk], "member_typed": "tom"})
    page = refused.content.decode()
    assert refused.status_code == 422
    assert page.count("“tom” passer på flere kolleger: velg en.") == 2
    assert 'name="member_typed" value="tom"' in page
    assert re.findall(r'type="radio" name="member" value="(\d+)"', page) == [str(tom.pk), str(other_tom.pk)]
    assert not in_bulk or f'value="{graver.pk}" checked' in page
    assert assigned() == []
    chosen = {"machine": [graver.pk], "member_typed": "tom", "member": other_tom.pk}
    assert client.post(url, chosen).status_code == 302
    assert assigned() == [(graver.pk, other_tom.pk)]


@pytest.mark.usefixtures("many")
def test_who_is_exactly_called_so_is_meant(
    anna: Member, tom: Member, other_tom: Member, graver: Holding, client_of
) -> None:
    client_of(anna).post(f"/equipment/{graver.pk}/assign/", {"member_typed": "tom vik"})
    assert assigned() == [(graver.pk, tom.pk)]


@pytest.mark.usefixtures("many")
def test_who_goes_on_typing_means_what_was_typed_last(
    anna: Member, tom: Member, bjorn: Member, graver: Holding, client_of
) -> None:
    client, url = client_of(anna), f"/equipment/{graver.pk}/assign/"
    assert client.post(url, {"member": tom.pk, "member_typed": "kari"}).status_code == 422
    assert client.post(url, {"member": tom.pk, "member_typed": bjorn.user.email}).status_code == 302
    assert assigned() == [(graver.pk, bjorn.pk)]


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize("said", ["typed", "key"])
@pytest.mark.parametrize("who", ["other company", "left"])
def test_only_people_of_the_company_who_are_here(
    anna: Member, tom: Member, claudia: Member, graver: Holding, client_of, who: str, said: str
) -> None:
    with acting_in(STAGE):
        Member.objects.filter(pk=tom.pk).update(is_active=False)
    other = claudia if who == "other company" else tom
    sent = {"member_typed": other.user.email} if said == "typed" else {"member": other.pk}
    client = client_of(anna)
    refused = client.post(f"/equipment/{graver.pk}/assign/", sent)
    assert refused.status_code == 422
    assert other.name not in refused.content.decode()
    assert client.post("/equipment/assign/", sent | {"machine": [graver.pk]}).status_code == 422
    found = client.get("/equipment/colleagues/", {"member_typed": other.user.email}, headers=HTMX)
    assert "radio" not in found.content.decode()
    assert assigned() == []


@pytest.mark.usefixtures("many")
def test_what_matches_is_offered_while_one_types(
    anna: Member, bjorn: Member, tom: Member, other_tom: Member, client_of
) -> None:
    client, url = client_of(anna), "/equipment/colleagues/"
    offered = client.get(url, {"member_typed": "to"}, headers=HTMX).content.decode()
    assert f'value="{other_tom.pk}"' in offered
    assert "tom@fjordbygg.example" in offered
    assert "radio" not in client.get(url, {"member_typed": "t"}, headers=HTMX).content.decode()
    crowded = client.get(url, {"member_typed": "kari"}, headers=HTMX).content.decode()
    assert crowded.count("radio") == 2 * 10
    assert "Det er flere." in crowded
    assert "“xyz”" in client.get(url, {"member_typed": "xyz"}, headers=HTMX).content.decode()
    links = client.get(url, {"member_typed": "vikan", "filter": "on", "state": "held"}, headers=HTMX)
    assert f"/equipment/?state=held&amp;member={other_tom.pk}" in links.content.decode()
    assert client.get(url, {"member_typed": "tom"})["Location"] == "/equipment/?member_typed=tom"
    assert client_of(bjorn).get(url, {"member_typed": "tom"}, headers=HTMX).status_code == 403


@pytest.mark.usefixtures("many")
def test_the_list_is_filtered_by_who_is_typed(
    anna: Member, tom: Member, other_tom: Member, graver: Holding, printer: Holding, client_of
) -> None:
    client = client_of(anna)
    client.post(f"/equipment/{graver.pk}/assign/", {"member": tom.pk})
    for asked in ({"member_typed": "tom vik"}, {"member": str(tom.pk)}):
        answer = client.get("/equipment/", asked | {"state": "held"})
        assert [row.holding.pk for row in answer.context["page"].rows] == [graver.pk]
        page = answer.content.decode()
        assert re.search(r'class="chip" href="\?state=held".*<b>Tom Vik</b>', page)
        assert f'name="member" value="{tom.pk}"' in page
        assert page.count('name="member_typed"') == 1, "only in the bar for the picked machines"
    unclear = client.get("/equipment/", {"member_typed": "tom"})
    page = unclear.content.decode()
    assert "“tom” passer på flere kolleger: velg en." in page
    assert 'name="member_typed" value="tom"' in page
    assert f'href="?member={other_tom.pk}"' in page
    assert len(unclear.context["page"].rows) == 2
    nobody = client.get("/equipment/", {"member": "none"})
    assert [row.holding.pk for row in nobody.context["page"].rows] == [printer.pk]
    assert (
        "Ingen kollega heter “x yz”" in client.get("/equipment/", {"member_typed": "x\0yz"}).content.decode()
    )


def test_a_small_company_keeps_its_select(anna: Member, tom: Member, graver: Holding, client_of) -> None:
    for url in ("/equipment/", f"/equipment/{graver.pk}/"):
        page = client_of(anna).get(url).content.decode()
        assert f'<option value="{tom.pk}">Tom Vik</option>' in page
        assert "member_typed" not in page


@pytest.mark.parametrize(("page", "most"), [("/equipment/", 14), ("/equipment/{}/", 22)])
def test_pages_ask_the_same_for_one_colleague_for_25_and_for_many(
    anna: Member, graver: Holding, client_of, at_most, page: str, most: int
) -> None:
    client, url = client_of(anna), page.format(graver.pk)
    client.get(url)
    with at_most(most) as one:
        client.get(url)
    crowd(anna.company, 24)
    with at_most(most) as some:
        assert "Kari Moen" in client.get(url).content.decode()
    crowd(anna.company, 60)
    with at_most(most) as many:
        assert "Kari Moen" not in client.get(url).content.decode()
    assert len(one) == len(some) == len(many)
