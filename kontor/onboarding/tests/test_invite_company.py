"""Inviting the first administrator of a company (ON-10), at the desk and by the link."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kontor.accounts.models import User
from kontor.companies.models import Company, Member, Relationship
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.notifications.models import Notification
from kontor.onboarding import inviting
from kontor.onboarding.errors import AreaNotServed, HasAdministrator, InvitationsOff, InvitedAlready, LinkUsed
from kontor.onboarding.invitation_jobs import expire_invitations
from kontor.onboarding.models import CompanyInvitation
from kontor.onboarding.tests import stage as form
from kontor.partners.models import Operator, Partner, PartnerArea, Staff
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

EMAIL = "kari@tbsaging.example"
FACTS: dict[str, str] = {
    name: form.COMPANY[name]
    for name in ("company_name", "country", "organisation_number", "street", "postcode", "city")
}
PERSON = {"email": EMAIL, "first_name": "Kari", "last_name": "Nilsen", "language": "nb"}


@pytest.fixture(autouse=True)
def our_side(areas, entities, terms, hansa_nord: Partner) -> None:
    """Hansa Nord serves construction machines."""
    with acting_in(STAGE):
        PartnerArea.objects.get_or_create(partner=hansa_nord, area=areas["construction"], postcode_from="")


def invite(by: Staff, partner: Partner | None = None, **changes: Any) -> CompanyInvitation:
    with acting_in(by):
        facts: dict[str, Any] = PERSON | FACTS | {"areas": ["construction"]} | changes
        return inviting.invite_company(partner=partner or by.partner, by=by, **facts)  # type: ignore[arg-type]


def link_of(run_jobs: Callable[[], int], email: str = EMAIL) -> str:
    run_jobs()
    found = re.search(r"http://testserver(/register/invitation/\S+/)", str(form.last_mail(email).body))
    assert found
    return found.group(1)


def accept(client: Client, link: str, **changes: str) -> Any:
    page = client.get(link)
    assert page.status_code == 200, page.status_code
    answers = {
        "first_name": "Kari", "last_name": "Nilsen", "password1": form.PASSWORD, "password2": form.PASSWORD,
        "accepted": "on", "terms": str(page.context["form"].in_force.pk),
    }  # fmt: skip
    return client.post(link, answers | changes)


def nobody_administers(company: Company) -> None:
    with acting_in(STAGE):
        Member.objects.filter(company=company).update(is_active=False)


def test_who_accepts_administers_a_new_company_that_the_partner_looks_after(
    client: Client, run_jobs: Callable[[], int], petra: Staff
) -> None:
    invitation = invite(petra)
    link = link_of(run_jobs)
    assert "Petra Lund" in form.last_mail().body
    page = client.get(link).content.decode()
    assert "Trøndelag Betongsaging AS" in page
    assert accept(client, link).url == "/accounts/login/"
    run_jobs()
    with acting_in(STAGE):
        member = Member.objects.select_related("company").get(user__email=EMAIL)
        assert member.roles == ["administrator"]
        assert member.company.organisation_number == "914206898"
        relationship = Relationship.objects.get(company=member.company)
        assert (relationship.partner, relationship.status) == (petra.partner, "active")
        invitation.refresh_from_db()
        assert (invitation.status, invitation.company) == ("accepted", member.company)
        assert Notification.objects.get(user=petra.user).kind == "companyinvitation.accepted"
        verbs = Entry.objects.filter(subject="companyinvitation").order_by("at")
        assert [one.verb for one in verbs] == ["companyinvitation.sent", "companyinvitation.accepted"]
    signed_in = client.post("/accounts/login/", {"login": EMAIL, "password": form.PASSWORD})
    assert signed_in.status_code == 302


def test_a_company_without_an_administrator_gets_one(
    client: Client, run_jobs: Callable[[], int], petra: Staff, anna: Member
) -> None:
    with pytest.raises(HasAdministrator):
        invite(petra, company=anna.company)
    nobody_administers(anna.company)
    invite(petra, company=anna.company)
    assert accept(client, link_of(run_jobs)).status_code == 302
    with acting_in(STAGE):
        assert Member.objects.get(user__email=EMAIL).company == anna.company


def test_where_somebody_administers_it_by_now_the_link_makes_nobody(
    client: Client, run_jobs: Callable[[], int], petra: Staff, anna: Member
) -> None:
    nobody_administers(anna.company)
    invite(petra, company=anna.company)
    with acting_in(STAGE):
        Member.objects.filter(pk=anna.pk).update(is_active=True)
    answer = accept(client, link_of(run_jobs))
    assert answer.status_code == 422
    with acting_in(STAGE):
        assert not User.objects.filter(email=EMAIL).exists()
        assert not Entry.objects.filter(verb="companyinvitation.accepted").exists()


def test_the_same_company_invited_twice_is_made_once(
    client: Client, run_jobs: Callable[[], int], petra: Staff
) -> None:
    invite(petra)
    invite(petra, email="ola@tbsaging.example")
    first, second = link_of(run_jobs), link_of(run_jobs, "ola@tbsaging.example")
    assert accept(client, first).status_code == 302
    assert accept(Client(), second).status_code == 422
    with acting_in(STAGE):
        assert Company.objects.filter(organisation_number="914206898").count() == 1


def test_a_used_an_expired_and_a_withdrawn_link_say_which_they_are(
    client: Client, run_jobs: Callable[[], int], petra: Staff
) -> None:
    invitation = invite(petra)
    link = link_of(run_jobs)
    with acting_in(STAGE):
        CompanyInvitation.objects.update(expires_at=timezone.now() - dt.timedelta(days=1))
    # The link is still found by its token, whatever its day.
    gone = client.get(link)
    assert (gone.status_code, "har gått ut" in gone.content.decode()) == (410, True)
    assert "Petra Lund" in gone.content.decode()
    expire_invitations.task(timestamp=0)
    run_jobs()
    with acting_in(STAGE):
        invitation.refresh_from_db()
        assert invitation.status == "expired"
    with acting_in(petra):
        inviting.resend(invitation, by=petra)
    newer = link_of(run_jobs)
    assert newer != link
    assert client.get(link).status_code == 404
    with acting_in(petra):
        inviting.withdraw(invitation, by=petra)
    run_jobs()
    assert "trukket tilbake" in form.last_mail().body
    withdrawn = client.get(newer)
    assert (withdrawn.status_code, "trukket tilbake" in withdrawn.content.decode()) == (410, True)
    invite(petra)
    last = link_of(run_jobs)
    accept(client, last)
    assert "gjort sitt" in client.get(last).content.decode()
    with pytest.raises(LinkUsed):
        inviting.check_open(inviting.invitation_with(last.split("/")[3]))


def test_who_has_an_account_signs_in_for_it(
    client_of: Callable[[Any], Client], run_jobs: Callable[[], int], petra: Staff, claudia: Member
) -> None:
    invite(petra, email=claudia.user.email)
    link = link_of(run_jobs, claudia.user.email)
    page = Client().get(link)
    assert "/accounts/login/?next=" in page.content.decode()
    client = client_of(claudia)
    assert accept(client, link, password1="", password2="").url == "/"
    with acting_in(STAGE):
        assert Member.objects.filter(user=claudia.user).count() == 2


def test_what_is_refused(petra: Staff, stefan: Staff, hansa_nord: Partner) -> None:
    with pytest.raises(NotAllowed):
        invite(stefan, hansa_nord)
    with pytest.raises(AreaNotServed):
        invite(petra, areas=["none"])
    with acting_in(STAGE):
        Operator.objects.update(by_invitation=False)
    with pytest.raises(InvitationsOff):
        invite(petra)
    with acting_in(STAGE):
        Operator.objects.update(by_invitation=True)
        assert not Entry.objects.filter(subject="companyinvitation").exists()
    invite(petra)
    with pytest.raises(InvitedAlready):
        invite(petra, email=EMAIL.upper())


def test_at_the_desk_one_invites_sends_again_and_withdraws(
    client_of: Callable[[Staff], Client], petra: Staff, stefan: Staff
) -> None:
    client = client_of(petra)
    assert "/desk/invitations/new/" in client.get("/desk/invitations/").content.decode()
    wrong = client.post("/desk/invitations/new/", PERSON | FACTS | {"organisation_number": "123 456 789"})
    assert wrong.status_code == 422
    assert "areas" in wrong.context["form"].errors
    answer = client.post("/desk/invitations/new/", PERSON | FACTS | {"areas": ["construction"]})
    assert answer.status_code == 302, answer.context["form"].errors
    url = answer["Location"]
    assert client.get(url).status_code == 200
    assert "Trøndelag Betongsaging AS" in client.get("/desk/invitations/?tab=theirs").content.decode()
    assert client_of(stefan).get(url).status_code == 404
    assert client.post(f"{url}decide/", {"decision": "resend"}).status_code == 302
    assert client.post(f"{url}decide/", {"decision": "withdraw"}).status_code == 302
    with acting_in(STAGE):
        assert CompanyInvitation.objects.get().status == "withdrawn"
    assert client.post(f"{url}decide/", {"decision": "resend"}).status_code == 422


def test_sales_and_administrators_invite_service_does_not(
    client_of: Callable[[Staff], Client], petra: Staff
) -> None:
    with acting_in(STAGE):
        Staff.objects.filter(pk=petra.pk).update(role="service")
    assert client_of(petra).get("/desk/invitations/new/").status_code == 403
