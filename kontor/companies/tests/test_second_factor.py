"""A second factor that the company or, of staff, the operator asks for (ON-16)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from kontor.accounts.tests.stage_second_factor import SECRET, authenticators, give_app, secret_in, shown
from kontor.companies.models import Company, Member
from kontor.companies.second_factor import ActsElsewhere, require_second_factor, reset_second_factor
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Operator, Staff
from tests.cast import PASSWORD, STAGE
from tests.cast.people import prove_recently

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(anna: Member) -> Company:
    """Fjordbygg asks everybody for a second factor."""
    with acting_in(anna):
        return require_second_factor(anna.company, on=True, by=anna)


def verbs() -> list[str]:
    with acting_in(STAGE):
        return list(Entry.objects.order_by("at", "pk").values_list("verb", flat=True))


def test_who_lacks_it_sets_it_up_before_anything_else_and_goes_on(strict: Company, bjorn: Member) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": bjorn.user.email, "password": PASSWORD})
    for path in ("/overview/", "/orders/?status=open", "/accounts/", "/company/"):
        assert client.get(path).status_code == 302, path
    led = client.get("/orders/?status=open")["Location"]
    assert led == "/accounts/second-factor/?next=%2Forders%2F%3Fstatus%3Dopen"
    page = client.get(led).content.decode()
    assert "Fjordbygg AS" in page
    app = "/accounts/second-factor/app/?next=%2Forders%2F%3Fstatus%3Dopen"
    assert app in page
    assert client.get(app).status_code == 200
    answer = client.post(app, {"code": shown(secret_in(client))})
    codes = client.get(answer["Location"])
    assert codes.context["onward"] == "/orders/?status=open"
    assert client.get("/orders/?status=open").status_code == 200


def test_nothing_is_done_before(
    strict: Company, client_of: Callable[[Member], Client], bjorn: Member
) -> None:
    client = client_of(bjorn)
    before = verbs()
    assert client.post("/cart/empty/")["Location"] == "/accounts/second-factor/?next=%2F"
    htmx = client.get("/search/suggestions/?q=x", headers={"HX-Request": "true"})
    assert htmx["HX-Redirect"] == "/accounts/second-factor/?next=%2F"
    assert verbs() == before
    assert client.post("/accounts/logout/").status_code == 302


def test_who_came_by_password_alone_proves_with_it(
    strict: Company, client_of: Callable[[Member], Client], bjorn: Member
) -> None:
    give_app(bjorn)
    client = client_of(bjorn)
    asked = client.get("/orders/")["Location"]
    assert asked == "/accounts/reauthenticate/?next=%2Forders%2F"
    assert client.post(asked, {"code": shown(SECRET), "next": "/orders/"})["Location"] == "/orders/"
    assert client.get("/orders/").status_code == 200


def test_the_last_one_stays_where_it_is_asked_for(
    strict: Company, client_of: Callable[[Member], Client], bjorn: Member
) -> None:
    give_app(bjorn)
    client = client_of(bjorn)
    prove_recently(client, bjorn.user, method="mfa")
    client.post("/accounts/second-factor/app/remove/")
    assert len(authenticators(bjorn.user)) == 1


def test_the_others_are_not_asked(
    strict: Company, client_of: Callable[[Member], Client], claudia: Member
) -> None:
    assert client_of(claudia).get("/overview/").status_code == 200


def test_a_buyer_does_not_decide_about_it(bjorn: Member) -> None:
    with acting_in(bjorn), pytest.raises(NotAllowed):
        require_second_factor(bjorn.company, on=True, by=bjorn)
    with acting_in(STAGE):
        assert not Company.objects.filter(requires_second_factor=True).exists()
    assert "company.second_factor_required" not in verbs()


def test_an_administrator_switches_it_after_proving_who_it_is(
    client_of: Callable[[Member], Client], anna: Member
) -> None:
    client = client_of(anna)
    prove_recently(client, anna.user, seconds_ago=3600)
    switch = "/company/users/second-factor/"
    asked = client.post(switch, {"on": "1"})["Location"]
    assert asked.startswith("/accounts/reauthenticate/")
    assert client.post(asked, {"password": PASSWORD, "next": switch})["Location"] == switch
    assert client.get(switch)["Location"] == "/company/users/"
    assert verbs()[-1] == "company.second_factor_required"
    assert client.get("/company/users/")["Location"].startswith("/accounts/second-factor/"), (
        "she has none yet"
    )


def test_staff_by_role(
    client_of: Callable[[Staff], Client], sigrid: Staff, olav: Staff, petra: Staff
) -> None:
    with acting_in(STAGE):
        Operator.objects.update(second_factor_roles=["administrator"])
    for person, led in ((sigrid, False), (olav, True), (petra, True)):
        for path in ("/desk/registrations/", *(["/admin/"] if person == olav else [])):
            answer = client_of(person).get(path)
            assert (answer.status_code == 302) == led, (person, path)
            if led:
                assert answer["Location"].startswith("/accounts/second-factor/?next=")
    assert "Hansa" in client_of(petra).get("/accounts/second-factor/").content.decode()


def test_the_operator_ticks_the_roles(client_of: Callable[[Staff], Client], olav: Staff) -> None:
    client = client_of(olav)
    form = client.get("/admin/partners/operator/1/change/").context["adminform"].form
    values = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    client.post("/admin/partners/operator/1/change/", values | {"second_factor_roles": ["sales"]})
    with acting_in(STAGE):
        assert Operator.objects.get().second_factor_roles == ["sales"]


def test_an_administrator_resets_what_a_colleague_lost(
    client_of: Callable[[Member], Client], anna: Member, bjorn: Member, run_jobs: Callable[[], int]
) -> None:
    give_app(bjorn)
    client = client_of(anna)
    reset = f"/company/users/{bjorn.pk}/second-factor/reset/"
    assert reset in client.get(f"/company/users/{bjorn.pk}/").content.decode()
    assert client.post(reset, {"reason": ""}).status_code == 422
    assert len(authenticators(bjorn.user)) == 1
    answer = client.post(reset, {"reason": "New telephone"})
    assert answer["Location"] == f"/company/users/{bjorn.pk}/"
    assert authenticators(bjorn.user) == []
    assert verbs()[-2:] == ["account.second_factor_reset", "member.second_factor_reset"]
    run_jobs()
    assert [message.to for message in mail.outbox] == [[bjorn.user.email]]
    page = Client().post("/accounts/login/", {"login": bjorn.user.email, "password": PASSWORD})
    assert page["Location"] == "/", "the password is enough"


def test_who_may_not_leaves_it_alone(
    anna: Member, bjorn: Member, claudia: Member, client_of: Callable[[Member], Client]
) -> None:
    give_app(bjorn)
    give_app(anna)
    reset = f"/company/users/{bjorn.pk}/second-factor/reset/"
    assert client_of(claudia).post(reset, {"reason": "x"}).status_code == 404
    prove_recently(his := client_of(bjorn), bjorn.user, method="mfa")
    assert his.post(f"/company/users/{anna.pk}/second-factor/reset/", {"reason": "x"}).status_code == 403
    with acting_in(anna), pytest.raises(NotAllowed):
        reset_second_factor(anna, reason="x", by=anna)
    with acting_in(STAGE):
        Member.objects.create(
            company=claudia.company, user=bjorn.user, first_name="B", last_name="M", roles=["reader"]
        )
    with acting_in(anna), pytest.raises(ActsElsewhere):
        reset_second_factor(bjorn, reason="x", by=anna)
    assert len(authenticators(bjorn.user)) == len(authenticators(anna.user)) == 1
    assert "account.second_factor_reset" not in verbs()
