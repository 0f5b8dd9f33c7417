"""What somebody may do and see from now on; the last administrator; nobody gives what they do not have (CO-3, CO-5)."""

from __future__ import annotations

import pytest
from django.core import mail

from kontor.companies.actions import add_role, change_rights
from kontor.companies.errors import LastAdministrator, MayNotGrant, NoSuchSite, RolesMissing
from kontor.companies.models import Address, Company, CompanyRole, Member, Role, Sees
from kontor.companies.permissions import Permission, may
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(anna: Member) -> CompanyRole:
    """A role of Fjordbygg's own: manages users and sees orders."""
    rights = [Permission.MANAGE_USERS, Permission.SEE_ORDERS, Permission.SEE_CATALOGUE]
    with acting_in(anna):
        return add_role(anna.company, name="Site lead", permissions=rights, by=anna)


@pytest.fixture
def nina(fjordbygg: Company, lead: CompanyRole) -> Member:
    """Nina, who has that role only."""
    nina = make_member(fjordbygg, "Nina", "Berg", Role.READER)
    with acting_in(STAGE):
        Member.objects.filter(pk=nina.pk).update(roles=[], own_role=lead)
        nina.refresh_from_db()
    return nina


def test_it_holds_at_the_next_request_and_the_person_is_told(anna, bjorn, client_of, run_jobs):
    his = client_of(bjorn)
    assert his.get("/cart/").status_code == 200
    answer = client_of(anna).post(f"/company/users/{bjorn.pk}/rights/", {"roles": ["reader", "service"]})
    assert answer.headers["Location"] == f"/company/users/{bjorn.pk}/"
    assert his.post("/cart/checkout/", {}).status_code == 403
    run_jobs()
    [sent] = mail.outbox
    assert sent.to == [bjorn.user.email]
    assert "Bare lese" in sent.body
    assert "Anna Hagen" in sent.body
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="member.rights_changed")
    assert entry.details["roles"] == ["reader", "service"]
    assert entry.details["before"]["roles"] == ["buyer"]


def test_nothing_changed_is_nothing_told(anna, bjorn):
    with acting_in(anna):
        change_rights(bjorn, roles=bjorn.roles, by=anna)
    no_trace()


def test_the_last_administrator_stays(anna, bjorn, client_of):
    answer = client_of(anna).post(f"/company/users/{anna.pk}/rights/", {"roles": ["buyer"]})
    assert answer.status_code == 422
    assert "servicepartner" in answer.content.decode()
    with acting_in(anna), pytest.raises(LastAdministrator):
        change_rights(anna, roles=["buyer"], by=anna)
    no_trace()
    with acting_in(anna):
        change_rights(bjorn, roles=["administrator"], by=anna)
        change_rights(anna, roles=["buyer"], by=anna)
        anna.refresh_from_db()
    assert not may(anna, Permission.MANAGE_USERS)


def test_one_who_cannot_sign_in_is_no_other_administrator(anna, bjorn):
    with acting_in(STAGE):
        Member.objects.filter(pk=bjorn.pk).update(roles=["administrator"])
        bjorn.user.is_active = False
        bjorn.user.save()
    with acting_in(anna), pytest.raises(LastAdministrator):
        change_rights(anna, roles=["buyer"], by=anna)
    no_trace()


def test_who_may_not(anna, bjorn, claudia):
    for person, target in ((bjorn, bjorn), (bjorn, anna), (claudia, bjorn)):
        with acting_in(person), pytest.raises(NotAllowed):
            change_rights(target, roles=["administrator"], by=person)
    no_trace()


def test_nobody_gives_what_they_do_not_have(anna, bjorn, nina, client_of):
    """With an own role one manages users, but makes nobody more than oneself."""
    with acting_in(nina):
        for roles in (["administrator"], ["buyer"]):
            with pytest.raises(MayNotGrant):
                change_rights(nina, roles=roles, by=nina)
        with pytest.raises(MayNotGrant):  # he may more than she
            change_rights(bjorn, roles=["reader"], own_role=None, by=nina)
    page = client_of(nina).get(f"/company/users/{anna.pk}/")
    assert f"/company/users/{anna.pk}/rights/" not in page.content.decode()
    assert client_of(nina).post(f"/company/users/{anna.pk}/rights/", {"roles": ["reader"]}).status_code == 403
    no_trace()


def test_an_own_role_alone_will_do(anna, bjorn, lead, client_of):
    client_of(anna).post(f"/company/users/{bjorn.pk}/rights/", {"own_role": lead.pk})
    with acting_in(anna):
        bjorn.refresh_from_db()
        assert (bjorn.roles, bjorn.own_role) == ([], lead)
        assert may(bjorn, Permission.MANAGE_USERS)
        assert not may(bjorn, Permission.PLACE_ORDER)


def test_some_role_and_a_place_of_ones_own(anna, bjorn, rheintal, client_of):
    with acting_in(STAGE):
        site = Address.objects.filter(company=anna.company, kind="delivery").first()
        foreign = Address.objects.filter(company=rheintal, kind="delivery").first()
    assert site
    assert foreign
    with acting_in(anna):
        with pytest.raises(RolesMissing):
            change_rights(bjorn, roles=[], by=anna)
        with pytest.raises(NoSuchSite):
            change_rights(bjorn, roles=["buyer"], sees="site", site=foreign, by=anna)
    no_trace()
    client = client_of(anna)
    url = f"/company/users/{bjorn.pk}/rights/"
    assert client.post(url, {"roles": ["buyer"], "sees": "site"}).status_code == 422
    assert client.post(url, {"roles": ["buyer"], "sees": "site", "site": site.pk}).status_code == 302
    with acting_in(anna):
        bjorn.refresh_from_db()
    assert (bjorn.sees, bjorn.site_id) == (Sees.SITE, site.pk)


def no_trace() -> None:
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="member.rights_changed").exists()
        assert not Member.objects.filter(first_name="Anna").exclude(roles=["administrator"]).exists()
