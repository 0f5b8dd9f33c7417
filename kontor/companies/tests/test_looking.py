"""Our staff looks at the portal as a member: begun with a reason, read only in fact, told to the member (ST-3)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import InternalError, transaction
from django.test import Client
from django.utils import timezone

from kontor.companies import looking
from kontor.companies.models import Address, Company, Member, Relationship
from kontor.documents.models import Document
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.people import make_staff
from tests.furnishing import furnish

pytestmark = pytest.mark.django_db

REASON = "She cannot find invoice 4711."


def look_url(member: Member) -> str:
    return f"/desk/customers/{member.company.number}/members/{member.pk}/look/"


def kept() -> list[str]:
    with acting_in(STAGE):
        looks = Entry.objects.filter(verb__startswith="member.look_").order_by("at", "id")
        return list(looks.values_list("verb", flat=True))


@pytest.fixture
def client(sigrid: Staff, anna: Member, client_of) -> Client:
    """Sigrid looks as Anna."""
    browser: Client = client_of(sigrid)
    assert browser.post(look_url(anna), {"reason": REASON})["Location"] == "/"
    return browser


def test_one_sees_what_the_member_sees_under_a_banner(client: Client, anna: Member):
    page = client.get("/overview/").content.decode()
    assert "Anna Hagen" in page
    assert 'class="looking"' in page
    assert 'action="/company/looks/end/"' in page
    assert client.get("/company/users/").status_code == 200
    missing = client.get("/orders/A-0/")
    assert missing.status_code == 404
    assert 'class="looking"' in missing.content.decode()


@pytest.mark.parametrize(
    "path", ["/accounts/", "/accounts/second-factor/", "/admin/", "/desk/", "/desk/customers/"]
)
def test_what_is_theirs_alone_or_ours_stays_closed(path: str, client: Client):
    assert client.get(path).status_code == 403


def test_every_other_method_is_refused(client: Client, anna: Member):
    before = anna.company.name
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/company/change/", {"name": "Mine"}).status_code == 403
    assert client.post("/accounts/language/", {"language": "de"}).status_code == 403
    with acting_in(STAGE):
        anna.company.refresh_from_db()
        anna.user.refresh_from_db()
    assert (anna.company.name, anna.user.language) == (before, "nb")


def test_postgresql_refuses_whoever_acts(sigrid: Staff, anna: Member, client: Client):
    request: Any = type("Request", (), {})()
    request.session, request.method, request.path = client.session, "GET", "/"
    look = looking.current_look(request, sigrid.scope)
    assert look is not None
    for who in (anna, STAGE, sigrid):
        with (
            acting_in(look.scope),
            pytest.raises(InternalError, match="read-only"),
            transaction.atomic(),
            acting_in(who),
        ):
            Address.objects.filter(company=anna.company_id).update(phone="1")
    with acting_in(STAGE):  # and only within it
        Address.objects.filter(company=anna.company_id).update(phone="2")


def test_a_page_that_writes_when_it_is_read_is_refused(client: Client, anna: Member, products):
    notification = furnish(anna, next(iter(products.values())))["notifications_notification"]
    answer = client.get(f"/notifications/{notification}/")
    assert answer.status_code == 403
    assert client.get("/notifications/").status_code == 200


def test_one_is_oneself_again_by_the_button(client: Client, anna: Member, sigrid: Staff):
    answer = client.post("/company/looks/end/", follow=True)
    assert answer.redirect_chain[0][0] == look_url(anna)[:-5]
    assert 'class="looking"' not in answer.content.decode()
    assert client.get("/overview/").headers["Location"] == "/desk/"
    assert kept() == [looking.BEGAN, looking.ENDED]
    client.post("/company/looks/end/")
    assert kept() == [looking.BEGAN, looking.ENDED]


def test_it_ends_by_itself(client: Client, monkeypatch: pytest.MonkeyPatch):
    later = timezone.now() + dt.timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get("/overview/").headers["Location"] == "/desk/"
    assert client.get("/desk/customers/").status_code == 200
    assert kept() == [looking.BEGAN, looking.ENDED]


def test_it_ends_with_the_session(client: Client):
    client.post("/accounts/logout/")
    assert kept() == [looking.BEGAN, looking.ENDED]
    assert client.get("/overview/").status_code == 302


def test_it_ends_when_there_is_nobody_to_be(client: Client, anna: Member):
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=False)
    assert client.get("/overview/").headers["Location"] == "/desk/"
    assert kept() == [looking.BEGAN, looking.ENDED]


def test_who_no_longer_works_here_sees_nothing(client: Client, sigrid: Staff):
    with acting_in(STAGE):
        Staff.objects.filter(pk=sigrid.pk).update(is_active=False)
    assert client.get("/overview/").status_code == 403


def test_a_file_is_fetched_and_that_is_kept(client: Client, anna: Member, products):
    rows = furnish(anna, next(iter(products.values())))
    with acting_in(STAGE):
        document = Document.objects.get(pk=rows["documents_document"])
        default_storage.save(document.stored_as, ContentFile(b"%PDF-1.7"))
    for path in (f"/documents/{document.pk}/{document.name}", "/orders/export.csv"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer.getvalue()
    assert kept() == [looking.BEGAN, looking.FETCHED, looking.FETCHED]


def test_the_member_reads_who_when_and_why(client: Client, anna: Member, bjorn: Member, client_of, at_most):
    own = client_of(anna)
    for page in ("/accounts/my-data/", "/company/looks/"):
        told = own.get(page).content.decode()
        assert "Sigrid Moe" in told
        assert REASON in told
    assert REASON not in client_of(bjorn).get("/company/looks/").content.decode()
    assert REASON not in client_of(bjorn).get("/accounts/my-data/").content.decode()
    with at_most(12) as one:
        own.get("/company/looks/")
    with acting_in(STAGE):
        first = Entry.objects.get(verb=looking.BEGAN)
        for _number in range(30):
            Entry.objects.create(
                at=first.at, verb=first.verb, subject=first.subject, subject_id=first.subject_id,
                company_id=first.company_id, user_id=first.user_id, details=first.details,
            )  # fmt: skip
    with at_most(12) as many:
        assert "after=" in own.get("/company/looks/").content.decode()
    assert len(one) == len(many)


def test_a_reason_is_asked_and_who_may_not_leaves_no_trace(anna, stefan, petra, sigrid, client_of):
    refused = client_of(sigrid).post(look_url(anna), {"reason": " "})
    assert refused.status_code == 422
    assert client_of(stefan).post(look_url(anna), {"reason": REASON}).status_code == 404
    assert client_of(anna).post(look_url(anna), {"reason": REASON}).status_code == 403
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=False)
    assert client_of(sigrid).post(look_url(anna), {"reason": REASON}).status_code == 422
    assert kept() == []


def test_a_partner_looks_where_no_other_partner_does_anything(anna, petra, stefan, areas, client_of):
    client = client_of(petra)
    assert client.post(look_url(anna), {"reason": REASON}).status_code == 302
    assert "Anna Hagen" in client.get("/overview/").content.decode()
    with acting_in(STAGE):
        Relationship.objects.create(
            company=anna.company,
            partner=stefan.partner,
            area=areas["construction"],
            status="ended",
            since="2025-01-01",
        )
    again = client_of(petra).post(look_url(anna), {"reason": REASON})
    assert again.status_code == 422
    assert REASON in again.content.decode()


def test_a_partner_does_not_look_into_a_past_that_another_partner_served(
    anna, petra, fjordbygg, rheintal, client_of
):
    with acting_in(STAGE):
        Company.objects.filter(pk=rheintal.pk).update(succeeded_by=fjordbygg)
        Company.objects.filter(pk=fjordbygg.pk).update(earlier=[rheintal.pk])
    assert client_of(petra).post(look_url(anna), {"reason": REASON}).status_code == 422
    assert kept() == []


def test_a_partner_that_no_longer_serves_sees_no_more(anna, petra, client_of):
    client = client_of(petra)
    client.post(look_url(anna), {"reason": REASON})
    with acting_in(STAGE):
        Relationship.objects.filter(company=anna.company).update(status="ended")
    assert client.get("/overview/").headers["Location"] == "/desk/"
    assert client.get("/desk/customers/").status_code == 200


def test_what_the_member_may_not_is_not_told_as_if_they_had_tried(anna, rita, hansa_nord, client_of):
    jon = make_staff(hansa_nord, "Jon", "Kvalvik", "service")
    client = client_of(jon)
    client.post(look_url(rita), {"reason": REASON})
    assert client.get("/company/users/invite/").status_code == 403
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="access.refused").exists()
