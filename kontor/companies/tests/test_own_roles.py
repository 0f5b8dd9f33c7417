"""Roles that a company makes for itself (CO-5)."""

from __future__ import annotations

import pytest

from kontor.companies.actions import add_role, change_rights, change_role, invite, remove_role
from kontor.companies.errors import MayNotGrant, RightsMissing, RoleInUse, RoleNameTaken
from kontor.companies.models import CompanyRole, Invitation
from kontor.companies.permissions import Permission
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db
P = Permission


@pytest.fixture
def night(anna):
    """Fjordbygg's own role "Night shift"."""
    with acting_in(anna):
        return add_role(anna.company, name="Night shift", permissions=[P.SEE_CASES, P.OPEN_CASE], by=anna)


def test_made_and_shown_in_the_table(anna, bjorn, claudia, client_of):
    client = client_of(anna)
    typed = {"name": "Night shift", "permissions": ["open_case", "see_cases"]}
    assert client.get("/company/roles/add/").status_code == 200
    assert client.post("/company/roles/add/", typed).status_code == 302
    assert "Night shift" in client_of(bjorn).get("/company/roles/").content.decode()
    assert "Night shift" not in client_of(claudia).get("/company/roles/").content.decode()
    with acting_in(STAGE):
        role = CompanyRole.objects.get()
        assert role.permissions == ["see_cases", "open_case"]
        assert Entry.objects.get(verb="role.added").details == {"permissions": ["see_cases", "open_case"]}


def test_a_right_that_is_taken_away_is_gone_at_the_next_request(anna, bjorn, night, client_of):
    with acting_in(anna):
        change_rights(bjorn, roles=[], own_role=night, by=anna)
    his = client_of(bjorn)
    assert his.get("/service/").status_code == 200
    typed = {"name": "Night shift", "permissions": ["see_orders"]}
    client_of(anna).post(f"/company/roles/{night.pk}/", typed)
    assert his.get("/service/").status_code == 403
    assert his.get("/orders/").status_code == 200


def test_what_is_wrong_leaves_no_trace(anna, bjorn, claudia, night, client_of):
    with acting_in(anna):
        for name in ("night SHIFT ", "Administrator", "EINKAUF"):
            with pytest.raises(RoleNameTaken):
                add_role(anna.company, name=name, permissions=[P.SEE_CASES], by=anna)
        with pytest.raises(RightsMissing):
            change_role(night, name="Night", permissions=["nonsense"], by=anna)
    for person in (bjorn, claudia):
        with acting_in(person), pytest.raises(NotAllowed):
            add_role(anna.company, name="Other", permissions=[P.SEE_CASES], by=person)
    assert client_of(claudia).get(f"/company/roles/{night.pk}/").status_code == 404
    assert client_of(claudia).post(f"/company/roles/{night.pk}/remove/").status_code == 404
    assert client_of(anna).post("/company/roles/add/", {"name": "X"}).status_code == 422
    with acting_in(STAGE):
        assert CompanyRole.objects.get() == night
        assert Entry.objects.filter(verb__startswith="role.").count() == 1


def test_nobody_makes_a_role_that_may_more_than_they(anna, bjorn, night, client_of):
    with acting_in(anna):
        lead = add_role(anna.company, name="Lead", permissions=[P.MANAGE_USERS, P.SEE_CASES], by=anna)
        bjorn = change_rights(bjorn, roles=[], own_role=lead, by=anna)
    with acting_in(bjorn):
        with pytest.raises(MayNotGrant):
            change_role(lead, name="Lead", permissions=[P.MANAGE_USERS, P.PLACE_ORDER], by=bjorn)
        with pytest.raises(MayNotGrant):
            remove_role(night, by=bjorn)
        add_role(bjorn.company, name="Viewer", permissions=[P.SEE_CASES], by=bjorn)
    assert client_of(bjorn).get(f"/company/roles/{night.pk}/").status_code == 403


def test_removed_when_nobody_has_it(anna, bjorn, night, client_of):
    with acting_in(anna):
        change_rights(bjorn, roles=["reader"], own_role=night, by=anna)
        invitation = invite(
            anna.company,
            email="x@fjordbygg.example",
            first_name="X",
            last_name="X",
            roles=[],
            own_role=night,
            by=anna,
        )
        with pytest.raises(RoleInUse):
            remove_role(night, by=anna)
        change_rights(bjorn, roles=["reader"], by=anna)
        with pytest.raises(RoleInUse):
            remove_role(night, by=anna)
    client = client_of(anna)
    client.post(f"/company/users/invitations/{invitation.pk}/withdraw/")
    assert client.get(f"/company/roles/{night.pk}/remove/").status_code == 200
    assert client.post(f"/company/roles/{night.pk}/remove/").status_code == 302
    with acting_in(STAGE):
        assert not CompanyRole.objects.exists()
        assert Invitation.objects.get().own_role is None
        assert Entry.objects.filter(verb="role.removed").count() == 1
