"""The list of users, the roles, and who sees which machines."""

from __future__ import annotations

import pytest

from kontor.companies.access_forms import what_may
from kontor.companies.actions import assign_by_equipment, invite
from kontor.companies.models import Company, Role
from kontor.companies.permissions import GROUPS, Permission
from kontor.journal.models import Entry
from kontor.kit import panels
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db


def test_an_administrator_sees_colleagues_and_invitations_a_buyer_only_colleagues(
    anna, bjorn, liv, client_of
):
    page = client_of(anna).get("/company/users/").content.decode()
    assert "Bjørn Moe" in page
    assert "liv@" in page
    page = client_of(bjorn).get("/company/users/").content.decode()
    assert "Anna Hagen" in page
    assert "liv@" not in page
    assert "/company/users/invite/" not in page
    assert client_of(bjorn).get("/company/users/?state=invited").status_code == 403


def test_search_and_states(anna, bjorn, liv, client_of):
    with acting_in(STAGE):
        bjorn.is_active = False
        bjorn.save()
    client = client_of(anna)

    def found(query: str) -> list[str]:
        context = client.get(f"/company/users/?{query}").context
        pages = (context.get("invitations"), context["page"])
        return [one.first_name for page in pages if page for one in page.rows]

    assert found("") == ["Liv", "Anna", "Bjørn"]
    assert found("q=bjørn+m") == ["Bjørn"]
    assert found("q=liv@") == ["Liv"]
    assert found("state=active") == ["Anna"]
    assert found("state=inactive") == ["Bjørn"]
    assert found("state=invited") == ["Liv"]
    assert found("q=nobody") == []
    assert found("state=nonsense") == ["Liv", "Anna", "Bjørn"]


def test_it_asks_the_same_for_one_and_for_25(anna, liv, client_of, at_most):
    client = client_of(anna)
    client.get("/company/users/")
    with at_most(16) as few:
        client.get("/company/users/")
    for number in range(25):
        make_member(anna.company, f"Liv{number}", "Ås", Role.BUYER)
        with acting_in(anna):
            invite(
                anna.company, email=f"n{number}@fjordbygg.example", first_name="N", last_name="N",
                roles=["reader"], by=anna,
            )  # fmt: skip
    with at_most(16) as many:
        page = client.get("/company/users/")
    assert (len(page.context["page"].rows), len(page.context["invitations"].rows)) == (25, 5)
    assert len(few) == len(many)
    assert len(client.get("/company/users/?state=invited").context["invitations"].rows) == 25
    onward = client.get(f"/company/users/?after={page.context['page'].next}")
    assert len(onward.context["page"].rows) == 1


def test_who_wants_to_join_is_shown_to_administrators(anna, bjorn, client_of, monkeypatch):
    asked = {anna.company_id: [{"name": "Kari Nordmann", "email": "kari@x.example", "url": "/x/"}]}
    monkeypatch.setitem(panels._providers, "companies.join_requests", lambda viewer, ids: asked)
    assert "Kari Nordmann" in client_of(anna).get("/company/users/").content.decode()
    assert "Kari Nordmann" not in client_of(bjorn).get("/company/users/").content.decode()


def test_each_permission_stands_once_in_the_table_of_roles(anna, client_of):
    grouped = [one for _title, permissions in GROUPS for one in permissions]
    assert sorted(grouped) == sorted(Permission)
    page = client_of(anna).get("/company/roles/")
    assert {one.code: one.people for one in page.context["roles"]}[Role.ADMINISTRATOR] == 1


def test_a_role_in_a_sentence_is_what_the_table_says():
    assert str(Permission.PLACE_ORDER.label) in what_may(Role.BUYER)
    assert str(Permission.MANAGE_USERS.label) not in what_may(Role.BUYER)
    assert len({what_may(role) for role in Role}) >= 5


def test_administrators_switch_on_who_sees_which_machines(anna, client_of):
    client = client_of(anna)
    client.post("/company/users/assign-by-equipment/", {"on": "1"})
    client.post("/company/users/assign-by-equipment/", {"on": "1"})
    with acting_in(STAGE):
        assert Company.objects.get(pk=anna.company_id).assigns_equipment
        entry = Entry.objects.get(verb="company.equipment_assigned")
        assert (entry.company_id, entry.member_id) == (anna.company_id, anna.pk)
    client.post("/company/users/assign-by-equipment/", {"on": "0"})
    with acting_in(STAGE):
        assert not Company.objects.get(pk=anna.company_id).assigns_equipment
        assert Entry.objects.filter(verb="company.equipment_shared").count() == 1


def test_others_do_not(anna, bjorn, claudia):
    for person in (bjorn, claudia):
        with acting_in(person), pytest.raises(NotAllowed):
            assign_by_equipment(anna.company, on=True, by=person)
    with acting_in(STAGE):
        assert not Company.objects.get(pk=anna.company_id).assigns_equipment
        assert not Entry.objects.filter(verb__startswith="company.equipment").exists()
