"""Two companies become one: what comes along, what stays, who sees it, and what a refusal leaves (ST-1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail

from kontor.companies import switching
from kontor.companies.actions import invite, merge
from kontor.companies.errors import AlreadyMerged, DecideFirst, NothingToMerge, SoldElsewhere
from kontor.companies.helping import reactivate_for
from kontor.companies.models import (
    Address,
    Company,
    Contact,
    Invitation,
    Member,
    Relationship,
    Role,
)
from kontor.desk.tests.stage_queues import case, machine, now, registration
from kontor.equipment.models import Assignment, Holding
from kontor.equipment.queries import holdings_for
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.onboarding.activating import company_of
from kontor.onboarding.queries import likely_duplicates
from kontor.orders.models import Order
from kontor.partners.models import Partner, ProductArea, SellingEntity, Staff
from tests.cast import STAGE
from tests.cast.machines import held, read
from tests.cast.people import make_member
from tests.orders import placed

pytestmark = pytest.mark.django_db


@pytest.fixture
def tbs(
    fjordbygg: Company, areas: dict[str, ProductArea], entities: dict[str, SellingEntity], hansa_nord: Partner
) -> Company:
    """What Fjordbygg was registered as a second time, years ago."""
    with acting_in(STAGE):
        company = Company.objects.create(
            number="101877",
            name="Fjord Bygg A/S",
            organisation_number="914206880",
            vat_number="NO914206880MVA",
            country="NO",
            language="nb",
            currency="NOK",
            entity=entities["NO"],
            partner=hansa_nord,
            email="post@fjord-bygg.example",
        )
        place = {"postcode": "7037", "city": "Trondheim", "country": "NO"}
        Address.objects.create(
            company=company, kind="delivery", name="Hall", street="SLUPPENVEGEN 18", **place
        )
        Address.objects.create(company=company, kind="delivery", name="Lager", street="Kaigata 2", **place)
        Contact.objects.create(company=company, name="Roar Aune", purpose="Faktura", phone="90417725")
        Relationship.objects.create(
            company=company, partner=hansa_nord, area=areas["office"], status="active", since="2020-01-01"
        )
    return company


@pytest.fixture
def roar(tbs: Company) -> Member:
    return make_member(tbs, "Roar", "Aune", Role.ADMINISTRATOR)


@pytest.fixture
def anna_there(anna: Member, tbs: Company) -> Member:
    """Anna was in both; there she only read."""
    with acting_in(STAGE):
        return Member.objects.create(
            company=tbs, user=anna.user, first_name="Anna", last_name="Hagen", roles=[Role.ACCOUNTS]
        )


def merged(tbs: Company, anna: Member, by: Staff) -> Company:
    with acting_in(by):
        return merge(tbs, into=anna.company, reason="Samme firma, meldt to ganger.", by=by)


def test_people_act_for_the_successor_each_once(
    tbs: Company, anna: Member, bjorn: Member, roar: Member, anna_there: Member, olav: Staff, client_of: Any
) -> None:
    his = client_of(roar)
    merged(tbs, anna, olav)
    with acting_in(STAGE):
        there = Member.objects.select_related("company").get(user=roar.user, is_active=True)
        both = Member.objects.get(company=anna.company, user=anna.user)
        assert not Member.objects.filter(company=tbs, is_active=True).exists()
    assert (there.company, there.roles) == (anna.company, [Role.ADMINISTRATOR])
    assert both.roles == [Role.ADMINISTRATOR, Role.ACCOUNTS]
    assert [one.scope.company for one in switching.belongs_of(roar.user_id)] == [anna.company_id]
    assert his.get("/company/users/").status_code == 200
    assert "Bjørn Moe" in his.get("/company/users/").content.decode()


def test_the_past_stays_and_is_read_but_never_written(
    tbs: Company, anna: Member, roar: Member, claudia: Member, products: Any, olav: Staff, client_of: Any
) -> None:
    order = placed(roar, products)
    solved = case(roar, status="solved", solved_at=order.placed_at)
    merged(tbs, anna, olav)
    with acting_in(STAGE):
        assert Order.objects.get(pk=order.pk).company_id == tbs.pk
        anna = Member.objects.select_related("company", "user").get(pk=anna.pk)
    hers = client_of(anna)
    for url in (f"/orders/{order.number}/", f"/service/{solved.number}/"):
        assert hers.get(url).status_code == 200, url
        assert client_of(claudia).get(url).status_code == 404, url
    assert order.number in hers.get("/orders/").content.decode()
    assert hers.post(f"/service/{solved.number}/reopen/").status_code == 403
    with acting_in(anna):
        assert Order.objects.filter(pk=order.pk).exists()
        assert Address.objects.filter(company=tbs).exists()
        assert Address.objects.filter(company=tbs).update(street="x") == 0


def test_machines_are_held_by_the_successor_with_their_meters(
    tbs: Company,
    anna: Member,
    roar: Member,
    machine_areas: dict[str, ProductArea],
    olav: Staff,
    client_of: Any,
) -> None:
    old = held(tbs, machine_areas["construction"], "NH900A", reference="Sag 1", location="Heimdal")
    read(old, "hours", "100", "140")
    with acting_in(STAGE):
        Assignment.objects.create(company=tbs, holding=old, member=roar)
    merged(tbs, anna, olav)
    with acting_in(STAGE):
        new = Holding.objects.get(company=anna.company, serial="NH900A")
        old.refresh_from_db()
        assert (new.status, new.reference, new.location, new.machine) == (
            "held",
            "Sag 1",
            "Heimdal",
            old.machine,
        )
        assert (old.status, old.company_id) == ("ended", tbs.pk)
        assert [str(one.value) for one in new.meters.get(kind="hours").readings.all()] == ["140.0"]
        assert new.assignments.get().member.user_id == roar.user_id
        mine = Member.objects.select_related("company", "user").get(pk=anna.pk)
    with acting_in(mine):
        assert {one.pk for one in holdings_for(mine)} >= {new.pk}
    assert client_of(mine).get(f"/equipment/{new.pk}/").status_code == 200
    assert client_of(mine).get(f"/equipment/{old.pk}/").status_code == 200


def test_places_contacts_partners_and_facts_come_along_each_once(
    tbs: Company, anna: Member, roar: Member, areas: dict[str, ProductArea], olav: Staff
) -> None:
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company, area=areas["office"]).delete()
    merged(tbs, anna, olav)
    with acting_in(STAGE):
        places = list(
            Address.objects.filter(company=anna.company, kind="delivery").values_list("name", "street")
        )
        assert ("Lager (101877)", "Kaigata 2") in places
        assert len([street for _name, street in places if street.upper() == "SLUPPENVEGEN 18"]) == 2
        assert Contact.objects.get(company=anna.company).name == "Roar Aune"
        active = Relationship.objects.filter(company=anna.company, area=areas["office"], status="active")
        assert active.count() == 1
        assert not Relationship.objects.filter(company=tbs, status="active").exists()
        company = Company.objects.get(pk=anna.company_id)
        assert (company.organisation_number, company.vat_number) == ("310000002", "NO914206880MVA")


def test_open_invitations_lead_to_the_successor(
    tbs: Company, anna: Member, roar: Member, olav: Staff, client_of: Any
) -> None:
    with acting_in(roar):
        for email in ("liv@fjord-bygg.example", "roar2@fjord-bygg.example"):
            invite(tbs, email=email, first_name="Liv", last_name="Ås", roles=[Role.SERVICE], by=roar)
    merged(tbs, anna, olav)
    with acting_in(STAGE):
        moved = Invitation.objects.filter(company=anna.company)
        assert moved.count() == 2
        assert {one.invited_by.company_id for one in moved if one.invited_by} == {anna.company_id}


def test_both_sides_administrators_are_told_why(
    tbs: Company,
    anna: Member,
    bjorn: Member,
    roar: Member,
    olav: Staff,
    run_jobs: Callable[[], int],
) -> None:
    merged(tbs, anna, olav)
    run_jobs()
    assert sorted(one.to[0] for one in mail.outbox) == sorted([anna.user.email, roar.user.email])
    assert all("Samme firma, meldt to ganger." in one.body for one in mail.outbox)
    with acting_in(STAGE):
        about = Entry.objects.filter(verb="company.merged")
        assert set(about.values_list("company_id", flat=True)) == {tbs.pk, anna.company_id}
        assert {one.details["reason"] for one in about} == {"Samme firma, meldt to ganger."}


def test_nothing_begins_in_what_is_over(
    tbs: Company, anna: Member, roar: Member, olav: Staff, hansa_nord: Partner
) -> None:
    merged(tbs, anna, olav)
    with acting_in(olav):
        with pytest.raises(AlreadyMerged):
            merge(tbs, into=anna.company, reason="Igjen", by=olav)
        with pytest.raises(AlreadyMerged):
            merge(anna.company, into=Company.objects.get(pk=tbs.pk), reason="Igjen", by=olav)
        with pytest.raises(AlreadyMerged):
            reactivate_for(Member.objects.get(pk=roar.pk), reason="Likevel", by=olav)
    again = registration(hansa_nord, organisation_number="914206880", company_name="Fjord Bygg A/S")
    with acting_in(STAGE):
        assert company_of(again) == anna.company
        assert [one.company for one in likely_duplicates(again)] == [anna.company]


def test_a_chain_points_to_its_end(
    tbs: Company, anna: Member, roar: Member, entities: dict[str, SellingEntity], products: Any, olav: Staff
) -> None:
    order = placed(roar, products)
    with acting_in(STAGE):
        last = Company.objects.create(
            number="500999", name="Fjordbygg Gruppen AS", country="NO", language="nb", currency="NOK",
            entity=entities["NO"], email="post@gruppen.example",
        )  # fmt: skip
    merged(tbs, anna, olav)
    with acting_in(olav):
        merge(Company.objects.get(pk=anna.company_id), into=last, reason="Fusjon", by=olav)
    with acting_in(STAGE):
        assert Company.objects.get(pk=tbs.pk).succeeded_by == last
        last.refresh_from_db()
        member = Member.objects.select_related("company").get(user=anna.user, is_active=True)
    assert set(last.earlier) == {tbs.pk, anna.company_id}
    with acting_in(member):
        assert Order.objects.visible_to(member).get().pk == order.pk


@pytest.mark.parametrize(
    "hindrance", ["itself", "entity", "case", "machine", "sigrid", "petra"], ids=lambda one: str(one)
)
def test_a_refusal_leaves_no_trace(
    hindrance: str,
    tbs: Company,
    anna: Member,
    roar: Member,
    areas: dict[str, ProductArea],
    entities: dict[str, SellingEntity],
    olav: Staff,
    petra: Staff,
    client_of: Any,
    request: pytest.FixtureRequest,
) -> None:
    expected: type[Exception] = DecideFirst
    by, into = olav, anna.company
    if hindrance == "itself":
        into, expected = tbs, NothingToMerge
    elif hindrance == "entity":
        expected = SoldElsewhere
        with acting_in(STAGE):
            Company.objects.filter(pk=tbs.pk).update(currency="EUR", entity=entities["DE"])
    elif hindrance == "case":
        case(roar)
    elif hindrance == "machine":
        machine(roar, areas["construction"])
    else:
        by, expected = request.getfixturevalue(hindrance), NotAllowed
    if hindrance == "sigrid":  # she may as far as the company is concerned, not by her role at the desk
        assert client_of(by).post("/desk/customers/101877/merge/104233/", {"reason": "x"}).status_code == 403
    else:
        with acting_in(by), pytest.raises(expected):
            merge(tbs, into=into, reason="Samme firma.", by=by)
    with acting_in(STAGE):
        assert Company.objects.get(pk=tbs.pk).succeeded_by is None
        assert Member.objects.get(pk=roar.pk).is_active
        assert not Member.objects.filter(company=anna.company, user=roar.user).exists()
        assert not Entry.objects.filter(verb="company.merged").exists()


def test_an_open_registration_follows(
    tbs: Company, anna: Member, roar: Member, olav: Staff, client_of: Any
) -> None:
    asks = registration(company=tbs, joins=True)
    merged(tbs, anna, olav)
    assert now(asks).company_id == anna.company_id


def test_the_page_tells_all_of_it_before_the_click(
    tbs: Company, anna: Member, roar: Member, products: Any, olav: Staff, client_of: Any
) -> None:
    placed(roar, products)
    his = client_of(olav)
    choose = his.get("/desk/customers/101877/merge/").content.decode()
    assert "/desk/customers/101877/merge/104233/" in choose
    page = his.get("/desk/customers/101877/merge/104233/").content.decode()
    for words in ("Roar Aune", "1 ordre", "NO914206880MVA"[2:5], "Fjord Bygg A/S", "104233"):
        assert words in page, words
    refused = his.post("/desk/customers/101877/merge/104233/", {"reason": " "})
    assert refused.status_code == 422
    done = his.post("/desk/customers/101877/merge/104233/", {"reason": "Samme firma."}, follow=True)
    assert done.redirect_chain == [("/desk/customers/104233/", 302)]
    assert "101877" in done.content.decode()
    assert "/desk/customers/104233/" in his.get("/desk/customers/101877/").content.decode()
    assert "/merge/" not in his.get("/desk/customers/101877/").content.decode()


def test_what_waits_is_decided_first(
    tbs: Company, anna: Member, roar: Member, olav: Staff, client_of: Any
) -> None:
    case(roar)
    page = client_of(olav).get("/desk/customers/101877/merge/104233/").content.decode()
    assert "1 åpen sak" in page
    assert 'name="reason"' not in page
    answer = client_of(olav).post("/desk/customers/101877/merge/104233/", {"reason": "Samme."})
    assert answer.status_code == 422


def test_many_machines_come_along_in_a_handful_of_statements(
    tbs, roar, fjordbygg, olav, machine_areas, at_most
) -> None:
    for number in range(25):
        read(held(tbs, machine_areas["construction"], f"NH{number:03}A"), "hours", "100", "140")
    with at_most(70), acting_in(olav):
        merge(tbs, into=fjordbygg, reason="Registered twice.", by=olav)
    with acting_in(STAGE):
        machines = Holding.objects.filter(company=fjordbygg, status="held")
        assert machines.count() == 25
        hours = machines.filter(meters__kind="hours")
        assert set(hours.values_list("meters__readings__value", flat=True)) == {140}
