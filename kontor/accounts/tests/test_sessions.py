"""How long one stays signed in, where, and what becomes of a form meanwhile (ON-12, ON-17)."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from kontor.accounts.models import DeviceSession
from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from tests.cast import PASSWORD, STAGE
from tests.cast.people import prove_recently
from tests.queries import Counter

pytestmark = pytest.mark.django_db

EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1"


def signed_in(
    person: Member, *, remember: bool = False, agent: str = EDGE, client: Client | None = None
) -> Client:
    client = client or Client(headers={"user-agent": agent})
    data = {"login": person.user.email, "password": PASSWORD} | ({"remember": "on"} if remember else {})
    assert client.post("/accounts/login/", data).status_code == 302
    return client


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """`later(hours)`: so much time has passed since the test began."""
    began = time.time()

    def set_clock(hours: float) -> None:
        monkeypatch.setattr("time.time", lambda: began + hours * 3600)

    return set_clock


def is_in(client: Client) -> bool:
    return client.get("/overview/").status_code == 200


def test_signing_in_makes_a_new_key_and_the_one_before_is_void(anna: Member) -> None:
    client = Client(headers={"user-agent": EDGE})
    session = client.session
    session["chosen"] = "by whoever sends somebody a link"
    session.save()
    before = session.session_key
    signed_in(anna, client=client)
    key = client.session.session_key
    assert key
    assert key != before
    assert len(key) * math.log2(36) > 128
    assert re.fullmatch(r"[0-9a-z]+", key)
    client.cookies[settings.SESSION_COOKIE_NAME] = before or ""
    assert not is_in(client)


def test_remembered_for_twelve_hours_whatever_happens(anna: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna, remember=True)
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == 12 * 60 * 60
    for hours in (4, 8, 11.9):
        later(hours)
        assert is_in(client)
    later(12.1)
    assert not is_in(client)
    later(0)
    assert not is_in(client), "it is over for good"


def test_otherwise_until_the_browser_closes_or_three_hours_idle(
    anna: Member, later: Callable[[float], None]
) -> None:
    client = signed_in(anna)
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""
    for hours in (2.9, 5.8, 8.7):
        later(hours)
        assert is_in(client)
    later(11.7)
    assert not is_in(client)


def test_nobody_stays_for_more_than_a_day(anna: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna)
    for hours in range(2, 24, 2):
        later(hours)
        assert is_in(client)
    later(24.1)
    assert not is_in(client)


def test_htmx_gets_a_whole_page_to_sign_in(anna: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna)
    later(3.1)
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/orders/?q=1"}
    answer = client.get("/orders/", headers=headers)
    assert answer["HX-Redirect"] == "/accounts/login/?next=/orders/%3Fq%3D1"
    assert answer.content == b""


def test_a_form_goes_on_after_signing_in_again(anna: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna)
    later(3.1)
    asked = client.post(
        "/company/contacts/add/", {"name": "Kari Lie", "purpose": "Faktura", "phone": "99 00 11 22"}
    )
    assert asked["Location"].startswith("/accounts/login/?next=")
    page = client.get(asked["Location"]).content.decode()
    assert "Det du skrev, er tatt vare på." in page
    later(0)
    back = client.post(asked["Location"], {"login": anna.user.email, "password": PASSWORD})["Location"]
    done = client.get(back)
    assert done.status_code == 302
    assert "Kari Lie" in client.get("/company/").content.decode()
    assert client.get(back).status_code == 200, "once"


def test_a_form_goes_on_where_the_session_was_ended_elsewhere(anna: Member) -> None:
    client, other = signed_in(anna), signed_in(anna, agent=IPHONE)
    other.post("/accounts/sessions/end-others/")
    asked = client.post(
        "/company/contacts/add/", {"name": "Kari Lie", "purpose": "Faktura", "phone": "99 00 11 22"}
    )
    back = client.post(asked["Location"], {"login": anna.user.email, "password": PASSWORD})["Location"]
    assert client.get(back).status_code == 302
    assert "Kari Lie" in client.get("/company/").content.decode()


def test_nobody_else_gets_the_form(anna: Member, claudia: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna)
    later(3.1)
    contact = {"name": "Kari Lie", "purpose": "Faktura", "phone": "99 00 11 22"}
    asked = client.post("/company/contacts/add/", contact)["Location"]
    later(0)
    back = client.post(asked, {"login": claudia.user.email, "password": PASSWORD})["Location"]
    assert client.get(back)["Location"] == "/"
    assert "Kari Lie" not in client.get("/company/").content.decode()
    assert "kept" not in client.session


def test_passwords_are_never_kept(anna: Member, later: Callable[[float], None]) -> None:
    client = signed_in(anna)
    later(3.1)
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "x", "password2": "x"})
    assert "kept" not in client.session


@pytest.mark.parametrize(
    "page",
    ["overview/", "accounts/security/", "accounts/reauthenticate/", "accounts/passkeys/add/"]
    + [f"accounts/second-factor/{part}" for part in ("", "app/", "codes/")],
)
def test_each_page_shows_the_way_out(anna: Member, page: str) -> None:
    shown = signed_in(anna).get(f"/{page}").content.decode()
    assert re.search(r'(action|href)="/accounts/logout/"', shown)


def test_devices_in_words(anna: Member) -> None:
    signed_in(anna, agent=IPHONE, remember=True)
    client = signed_in(anna)
    page = client.get("/accounts/security/").content.decode()
    assert "Safari på iPhone" in page
    assert "Edge på Windows" in page
    assert "127.0.0.1" in page
    assert page.count("Denne enheten") == 1


def test_one_signs_another_device_out(anna: Member) -> None:
    phone, client = signed_in(anna, agent=IPHONE), signed_in(anna)
    with acting_in(STAGE):
        row = DeviceSession.objects.get(user_agent=IPHONE)
    assert client.post(f"/accounts/sessions/{row.pk}/end/").status_code == 302
    assert not is_in(phone)
    assert is_in(client)
    assert "iPhone" not in client.get("/accounts/security/").content.decode()
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="account.session_ended", user_id=anna.user_id).count() == 1


def test_signing_a_device_out_asks_again_who_one_is_and_goes_on(anna: Member) -> None:
    here, there = signed_in(anna), signed_in(anna, agent=IPHONE)
    prove_recently(here, anna.user, seconds_ago=3600)
    asked = here.post("/accounts/sessions/end-others/")["Location"]
    assert asked.startswith("/accounts/reauthenticate/")
    assert is_in(there)
    back = here.post(asked, {"password": PASSWORD})["Location"]
    assert here.get(back)["Location"] == "/accounts/security/#sessions"
    assert not is_in(there)
    assert is_in(here)


def test_proving_anew_who_one_is_makes_a_new_key_and_the_one_before_is_void(anna: Member) -> None:
    client, thief = signed_in(anna), Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert is_in(thief)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/accounts/"})
    assert is_in(client)
    assert not is_in(thief)
    other = signed_in(anna, agent=IPHONE)
    other.post("/accounts/sessions/end-others/")
    assert not is_in(client), "the list of devices knows the new key"


def test_nobody_signs_out_somebody_elses_device(anna: Member, bjorn: Member) -> None:
    theirs, mine = signed_in(bjorn), signed_in(anna)
    with acting_in(STAGE):
        row = DeviceSession.objects.get(user=bjorn.user_id)
    assert mine.post(f"/accounts/sessions/{row.pk}/end/").status_code == 404
    mine.post("/accounts/sessions/end-others/")
    assert is_in(theirs)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="account.session_ended").exists()


def test_a_new_password_signs_the_others_out(anna: Member) -> None:
    phone, client = signed_in(anna, agent=IPHONE), signed_in(anna)
    new = "a brand new pass phrase"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert not is_in(phone)
    assert is_in(client)
    assert "iPhone" not in client.get("/accounts/security/").content.decode()


def test_a_device_that_was_not_here_before_is_told_by_mail(anna: Member, run_jobs: Callable[[], int]) -> None:
    client = signed_in(anna)
    run_jobs()
    assert mail.outbox == [], "the very first one is no news"
    client.post("/accounts/logout/")
    signed_in(anna, client=client)
    run_jobs()
    assert mail.outbox == [], "known by its cookie"
    signed_in(anna, agent=IPHONE)
    run_jobs()
    (message,) = mail.outbox
    assert "Safari på iPhone" in str(message.body)
    assert message.to == [anna.user.email]


def test_many_devices_cost_no_more_questions(
    anna: Member, at_most: Counter, client_of: Callable[[Member], Client]
) -> None:
    client = client_of(anna)
    client.get("/accounts/security/")
    signed_in(anna)
    with at_most(25) as one:
        client.get("/accounts/security/")
    for _n in range(24):
        signed_in(anna)
    with at_most(25) as many:
        page = client.get("/accounts/security/").content.decode()
    assert page.count("Edge på Windows</h3>") == 25
    assert len(one) == len(many)
