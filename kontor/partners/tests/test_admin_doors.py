"""Who gets into `/admin/`, and that nothing about it goes round the rest of the portal (QU-3)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from kontor.accounts.models import DeviceSession, User
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Operator, Staff
from tests.cast import PASSWORD, STAGE
from tests.cast.people import prove_recently

pytestmark = pytest.mark.django_db

OPERATOR = "/admin/partners/operator/1/change/"


@pytest.mark.parametrize("change", [{"role": "sales"}, {"is_active": False}], ids=["demoted", "deactivated"])
def test_who_no_longer_administers_is_out_at_once(
    client_of: Callable[[Staff], Client], olav: Staff, change: dict[str, object]
) -> None:
    client = client_of(olav)
    assert client.get(OPERATOR).status_code == 200
    with acting_in(STAGE):
        Staff.objects.filter(pk=olav.pk).update(**change)
    assert client.get(OPERATOR, follow=True).status_code == 403
    assert client.post(OPERATOR, {"name": "Mine now"}, follow=True).status_code == 403
    with acting_in(STAGE):
        assert Operator.objects.get().name != "Mine now"


def test_who_becomes_an_administrator_gets_in(client_of: Callable[[Staff], Client], sigrid: Staff) -> None:
    client = client_of(sigrid)
    assert client.get(OPERATOR, follow=True).status_code == 403
    with acting_in(STAGE):
        Staff.objects.filter(pk=sigrid.pk).update(role="administrator")
    page = client.get(OPERATOR)
    assert page.status_code == 200
    assert b'name="_save"' in page.content


def test_a_person_of_ours_gets_their_role_at_the_desk_only(
    client_of: Callable[[Staff], Client], olav: Staff, sigrid: Staff
) -> None:
    """Where it is asked again who one is, and one administrator remains."""
    client = client_of(olav)
    assert client.get("/admin/partners/staff/add/").status_code == 403
    assert client.post(f"/admin/partners/staff/{olav.pk}/delete/", {"post": "yes"}).status_code == 403
    names = {"first_name": "Sigrid", "last_name": "Moen", "phone": ""}
    page = f"/admin/partners/staff/{sigrid.pk}/change/"
    more = {"role": "administrator", "partner": "", "is_active": "", "user": str(olav.user_id)}
    assert client.post(page, names | more).status_code == 302
    with acting_in(STAGE):
        after = Staff.objects.get(pk=sigrid.pk)
    assert (after.last_name, after.role, after.is_active) == ("Moen", "sales", True)
    assert after.user_id == sigrid.user_id


def test_what_holds_for_sign_in_asks_again_who_one_is(
    client_of: Callable[[Staff], Client], olav: Staff
) -> None:
    client = client_of(olav)
    prove_recently(client, olav.user, seconds_ago=3600)
    asked = f"/accounts/reauthenticate/?next={OPERATOR.replace('/', '%2F')}"
    assert client.get(OPERATOR)["Location"] == asked
    assert client.post(OPERATOR, {"name": "Mine now"})["Location"] == asked
    with acting_in(STAGE):
        assert Operator.objects.get().name != "Mine now"
    assert client.get("/admin/partners/productarea/").status_code == 200


def test_its_password_page_is_the_portals(client_of: Callable[[Staff], Client], olav: Staff) -> None:
    client = client_of(olav)
    assert client.get("/admin/password_change/")["Location"] == "/accounts/password/change/"
    new = "a brand new pass phrase"
    client.post(
        "/admin/password_change/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    )
    assert User.objects.get(pk=olav.user_id).check_password(PASSWORD)


def test_signing_out_there_ends_the_session_for_its_owner_too(client: Client, olav: Staff) -> None:
    client.post("/accounts/login/", {"login": olav.user.email, "password": PASSWORD})
    assert client.post("/admin/logout/")["Location"] == "/accounts/login/"
    with acting_in(STAGE):
        assert DeviceSession.objects.get(user=olav.user).ended_at is not None
        assert Entry.objects.filter(verb="account.signed_out").count() == 1
