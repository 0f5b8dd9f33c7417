"""Who works for us: added, given roles and teams, away, gone (ST-4)."""

from __future__ import annotations

import datetime as dt
import re
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from kontor.accounts.second_factor_queries import who_has_second_factor
from kontor.accounts.tests.stage_second_factor import give_passkey
from kontor.companies.models import Member
from kontor.desk.staff_actions import let_go
from kontor.desk.tests.stage_queues import case, handled_by, machine, now
from kontor.journal.models import Entry
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners import staffing
from kontor.partners.models import Absence, Partner, Staff
from kontor.partners.teams import Team
from tests.cast import STAGE
from tests.cast.people import make_staff
from tests.queries import Counter

pytestmark = pytest.mark.django_db

LIV = {
    "first_name": "Liv", "last_name": "Aas", "email": "liv@hansa-nord.example", "phone": "", "language": "nb",
    "role": "service", "team": "",
}  # fmt: skip


@pytest.fixture
def jon(hansa_nord: Partner) -> Staff:
    return make_staff(hansa_nord, "Jon", "Kvalvik", "service")


def fresh(staff: Staff) -> Staff:
    with acting_in(STAGE):
        return Staff.objects.select_related("user", "team").get(pk=staff.pk)


def verbs() -> list[str]:
    with acting_in(STAGE):
        return list(
            Entry.objects.filter(subject__in=["staff", "team"]).order_by("at").values_list("verb", flat=True)
        )


def away(staff: Staff, substitute: Staff | None = None, *, days: int = 7) -> Absence:
    today = timezone.localdate()
    with acting_in(STAGE):
        return Absence.objects.create(
            staff=staff, first=today, last=today + dt.timedelta(days=days), substitute=substitute
        )


def test_somebody_new_sets_a_password_with_the_link_and_begins(petra: Staff, client_of, run_jobs):
    assert client_of(petra).post("/desk/staff/add/", LIV)["Location"] == "/desk/staff/"
    with acting_in(STAGE):
        liv = Staff.objects.select_related("user").get(user__email="liv@hansa-nord.example")
    assert (liv.partner_id, liv.role, liv.user.has_usable_password()) == (petra.partner_id, "service", False)
    assert verbs() == ["staff.added"]
    page = client_of(petra).get("/desk/staff/").content.decode()
    assert "Liv Aas" in page
    run_jobs()
    client_of(petra).post(f"/desk/staff/{liv.pk}/resend/")
    run_jobs()
    first, again = mail.outbox
    assert first.to == again.to == ["liv@hansa-nord.example"]
    link = re.search(r"http\S+/accounts/password/reset/key/\S+", str(again.body))
    assert link is not None
    browser = Client()
    form = browser.get(
        link[0].partition("testserver")[2] or re.sub(r"https?://[^/]+", "", link[0]), follow=True
    )
    password = "a long enough password 77"
    browser.post(form.request["PATH_INFO"], {"password1": password, "password2": password})
    assert fresh(liv).user.check_password(password)
    browser.post("/accounts/login/", {"login": "liv@hansa-nord.example", "password": password})
    assert browser.get("/desk/cases/").status_code == 200
    refused = client_of(petra).post(f"/desk/staff/{liv.pk}/resend/", follow=True)
    assert "Liv Aas" in refused.content.decode()
    assert verbs() == ["staff.added", "staff.invited_again"]


def test_an_address_that_has_an_account_is_refused_and_nothing_typed_is_lost(petra, anna: Member, client_of):
    answer = client_of(petra).post("/desk/staff/add/", LIV | {"email": anna.user.email.upper()})
    assert answer.status_code == 422
    assert 'value="Liv"' in answer.content.decode()
    assert verbs() == []


def test_a_partners_administrator_adds_only_to_their_own(petra, stefan, olav, hansa_sued, client_of):
    client_of(petra).post("/desk/staff/add/", LIV | {"partner": hansa_sued.pk})
    client_of(olav).post(
        "/desk/staff/add/", LIV | {"email": "ida@hansa-sued.example", "partner": hansa_sued.pk}
    )
    client_of(olav).post("/desk/staff/add/", LIV | {"email": "per@hansa-industri.example", "partner": ""})
    with acting_in(STAGE):
        found = dict(Staff.objects.values_list("user__email", "partner"))
    assert found["liv@hansa-nord.example"] == petra.partner_id
    assert found["ida@hansa-sued.example"] == hansa_sued.pk
    assert found["per@hansa-industri.example"] is None


def test_who_may_not_leaves_no_trace(jon, petra, stefan, sigrid, olav, anna, client_of):
    page, changed = f"/desk/staff/{petra.pk}/", {"role": "sales", "team": ""}
    for person, status in ((jon, 403), (sigrid, 403), (stefan, 404), (anna, 403)):
        client = client_of(person)
        assert client.get(page).status_code == status
        for verb in ("change", "deactivate", "reactivate", "resend", "absences/add"):
            assert client.post(f"{page}{verb}/", changed).status_code == status, (person, verb)
        assert client.get("/desk/staff/").status_code == (200 if person is stefan else 403)
    assert client_of(petra).post(f"/desk/staff/{olav.pk}/deactivate/").status_code == 404
    assert client_of(petra).post("/desk/staff/teams/add/", {"name": ""}).status_code == 422
    assert verbs() == []
    assert fresh(petra).is_active


def test_role_and_team_change_at_once(petra, jon, hansa_sued, client_of):
    with acting_in(STAGE):
        team = Team.objects.create(partner=petra.partner, name="Workshop")
        other = Team.objects.create(partner=hansa_sued, name="Werkstatt")
    page = f"/desk/staff/{jon.pk}/"
    client_of(petra).post(f"{page}change/", {"role": "sales", "team": team.pk})
    assert (fresh(jon).role, fresh(jon).team) == ("sales", team)
    assert client_of(petra).post(f"{page}change/", {"role": "sales", "team": other.pk}).status_code == 422
    with acting_in(petra), pytest.raises(staffing.OtherSide):
        staffing.change_staff(jon, role="sales", team=other, by=petra)
    assert verbs() == ["staff.changed"]


@pytest.mark.parametrize("who", ["petra", "olav"])
def test_the_last_administrator_stays(who: str, request, sigrid, client_of):
    last = request.getfixturevalue(who)
    page = f"/desk/staff/{last.pk}/"
    assert client_of(last).post(f"{page}deactivate/").status_code == 422
    assert client_of(last).post(f"{page}change/", {"role": "sales", "team": ""}).status_code == 422
    assert (fresh(last).is_active, fresh(last).role) == (True, "administrator")
    second = make_staff(last.partner, "Eva", "Lie", "administrator")
    assert client_of(second).post(f"{page}deactivate/").status_code == 302
    assert not fresh(last).is_active


def test_what_somebody_had_taken_goes_back(petra, jon, anna, areas, client_of):
    mine, done, other = (
        case(anna, handled_by=jon),
        case(anna, handled_by=jon, status="solved"),
        case(anna, handled_by=petra),
    )
    checked = machine(anna, areas["construction"], handled_by=jon)
    answer = client_of(petra).post(f"/desk/staff/{jon.pk}/deactivate/", follow=True)
    assert answer.status_code == 200
    assert [handled_by(one) for one in (mine, checked, done, other)] == [None, None, jon, petra]
    with acting_in(STAGE):
        back = Entry.objects.filter(verb__endswith=".given_back").values_list("verb", "user_id")
        assert sorted(back) == [("case.given_back", petra.user_id), ("holding.given_back", petra.user_id)]
    assert client_of(jon).get("/desk/cases/").status_code == 403
    client_of(petra).post(f"/desk/staff/{jon.pk}/reactivate/")
    assert client_of(jon).get("/desk/cases/").status_code == 200
    assert now(mine).handled_by is None


def test_teams_are_added_once_and_removed(petra, jon, stefan, client_of):
    client = client_of(petra)
    added = client.post("/desk/staff/teams/add/", {"name": "Workshop"})
    again = client.post("/desk/staff/teams/add/", {"name": "Workshop"})
    assert (added["Location"], again.status_code) == ("/desk/staff/", 422)
    assert 'value="Workshop"' in again.content.decode()
    with acting_in(STAGE):
        [team] = Team.objects.all()
        Staff.objects.filter(pk=jon.pk).update(team=team)
    assert "Workshop" in client.get("/desk/staff/").content.decode()
    assert client_of(stefan).post(f"/desk/staff/teams/{team.pk}/remove/").status_code == 404
    assert client_of(jon).post(f"/desk/staff/teams/{team.pk}/remove/").status_code == 403
    client.post(f"/desk/staff/teams/{team.pk}/remove/")
    assert fresh(jon).team is None
    assert verbs() == ["team.added", "team.removed"]


def test_everybody_says_when_they_are_away(petra, jon, stefan, client_of):
    page, today = f"/desk/staff/{jon.pk}/", timezone.localdate()
    said = {"first": today, "last": today + dt.timedelta(days=3), "substitute": petra.pk}
    wrong: list[dict[str, Any]] = [
        {"last": today - dt.timedelta(days=1)},
        {"substitute": stefan.pk},
        {"first": ""},
    ]
    for one in wrong:
        assert client_of(jon).post(f"{page}absences/add/", said | one).status_code == 422
    assert client_of(jon).post(f"{page}absences/add/", said).status_code == 302
    assert "Petra Lund" in client_of(jon).get(page).content.decode()
    assert "Petra Lund" in client_of(petra).get("/desk/staff/").content.decode()
    with acting_in(STAGE):
        [absence] = Absence.objects.all()
    assert client_of(stefan).post(f"{page}absences/{absence.pk}/remove/").status_code == 404
    client_of(jon).post(f"{page}absences/{absence.pk}/remove/")
    with acting_in(STAGE):
        assert not Absence.objects.exists()
    assert verbs() == ["staff.absence_added", "staff.absence_removed"]


def test_a_colleague_who_lost_the_second_factor_gets_in_again(petra, jon, client_of, run_jobs):
    page, deed = f"/desk/staff/{jon.pk}/", f"/desk/staff/{jon.pk}/second-factor/"
    assert deed not in client_of(petra).get(page).content.decode()
    give_passkey(jon)
    assert deed in client_of(petra).get(page).content.decode()
    assert client_of(petra).post(deed, {"reason": " "}).status_code == 422
    assert who_has_second_factor([jon.user_id])
    assert (
        client_of(petra).post(deed, {"reason": "Telephone at the bottom of the fjord."})["Location"] == page
    )
    assert not who_has_second_factor([jon.user_id])
    with acting_in(STAGE):
        entry = Entry.objects.get(verb="staff.second_factor_reset")
    assert (entry.subject_id, entry.user_id, entry.details) == (
        str(jon.pk), petra.user_id, {"reason": "Telephone at the bottom of the fjord."},
    )  # fmt: skip
    run_jobs()
    told = [one for one in mail.outbox if one.to == [jon.user.email]]
    assert "Telephone at the bottom of the fjord." in told[-1].body
    again = client_of(petra).post(deed, {"reason": "Once more."})
    assert again.status_code == 422
    assert verbs() == ["staff.second_factor_reset"]


def test_nobody_resets_their_own_second_factor_or_another_sides(petra, jon, stefan, sigrid, olav, client_of):
    reason = {"reason": "x"}
    for by, who, status in (
        (petra, petra, 403),
        (jon, petra, 403),
        (stefan, petra, 404),
        (sigrid, olav, 403),
    ):
        deed = f"/desk/staff/{who.pk}/second-factor/"
        assert client_of(by).get(deed).status_code == status
        assert client_of(by).post(deed, reason).status_code == status
    give_passkey(petra)
    for by in (petra, jon, stefan):
        with pytest.raises(NotAllowed):
            staffing.reset_staff_second_factor(petra, reason="x", by=by)
    assert who_has_second_factor([petra.user_id])
    assert verbs() == []
    client_of(olav).post(f"/desk/staff/{petra.pk}/second-factor/", reason)
    assert not who_has_second_factor([petra.user_id])


def test_ones_team_comes_first_and_who_is_away_is_said(petra, jon, sigrid, anna, client_of):
    eva = make_staff(petra.partner, "Eva", "Lie", "service")
    with acting_in(STAGE):
        team = Team.objects.create(partner=petra.partner, name="Workshop")
        Staff.objects.filter(pk__in=[petra.pk, jon.pk]).update(team=team)
    away(jon, petra)
    thing = case(anna)
    url = f"/desk/cases/{thing.number}/"
    page = client_of(petra).get(f"{url}hand-over/").content.decode()
    offered = re.findall(r'<option value="(\d+)"', page[page.index("hand-over-to") :])
    assert offered == [str(one.pk) for one in (petra, jon, eva, sigrid)]
    assert page.index("<optgroup") < page.index("Jon Kvalvik, Hansa Nord")
    told = client_of(petra).post(f"{url}hand-over/", {"to": jon.pk}, follow=True).content.decode()
    assert handled_by(thing) == jon
    assert told.count("Petra Lund") >= 2
    assert f'name="to" value="{petra.pk}"' in told
    client_of(petra).post(f"{url}hand-over/", {"to": petra.pk})
    assert handled_by(thing) == petra


def test_the_list_pages_and_asks_no_more(petra, client_of, at_most: Counter):
    client = client_of(petra)
    client.get("/desk/staff/")
    with at_most(14) as few:
        client.get("/desk/staff/")
    for number in range(26):
        make_staff(petra.partner, f"Per{number}", "Ås", "service")
    with at_most(14) as many:
        page = client.get("/desk/staff/").content.decode()
    assert "after=" in page
    assert len(few) == len(many) - 1  # what there are in all is counted once there is a second page
    found = client.get("/desk/staff/", {"q": "per25"}).content.decode()
    assert "Per25 Ås" in found
    assert f"/desk/staff/{petra.pk}/" not in found


@pytest.mark.django_db(transaction=True)
def test_two_administrators_never_let_each_other_go(petra: Staff):
    eva = make_staff(petra.partner, "Eva", "Lie", "administrator")
    barrier, refused = Barrier(2), []

    def go(staff: Staff, by: Staff) -> None:
        try:
            barrier.wait(timeout=10)
            with acting_in(by):
                let_go(staff, by=by)
        except DomainError as error:
            refused.append(error.code)
        finally:
            connection.close()

    threads = [Thread(target=go, args=pair) for pair in ((petra, eva), (eva, petra))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert [fresh(petra).is_active, fresh(eva).is_active].count(True) == 1
