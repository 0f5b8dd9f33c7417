"""Inviting a colleague (CO-2)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from kontor.companies import links
from kontor.companies.actions import allow_domains, invite
from kontor.companies.errors import (
    AlreadyInvited,
    AlreadyMember,
    DomainNotAllowed,
    NoSuchDomain,
    RolesMissing,
)
from kontor.companies.models import Invitation, Role
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db

LIV: dict[str, Any] = {"email": "liv@fjordbygg.example", "first_name": "Liv", "last_name": "Ås"}
TYPED = LIV | {"title": "", "roles": ["service", "buyer"], "language": "de"}


def test_the_mail_goes_out_in_the_invited_persons_language(anna, client_of, run_jobs):
    answer = client_of(anna).post("/company/users/invite/", TYPED)
    assert answer.status_code == 302
    run_jobs()
    with acting_in(STAGE):
        liv = Invitation.objects.get()
        assert Entry.objects.get(verb="invitation.sent").details == {"roles": ["service", "buyer"]}
    assert dt.timedelta(days=89) < liv.expires_at - timezone.now() < dt.timedelta(days=91)
    token = links.token_of(liv.company_id, liv.email, liv.expires_at)
    [sent] = mail.outbox
    assert sent.to == ["liv@fjordbygg.example"]
    assert sent.subject == "Einladung von Fjordbygg AS in das Portal von Hansa Industri"
    assert f"/company/invitation/{token}/" in sent.body
    assert token not in str(vars(liv)), "only the hash is kept"


def test_a_buyer_may_not(bjorn):
    with acting_in(bjorn), pytest.raises(NotAllowed):
        invite(bjorn.company, roles=[Role.READER], by=bjorn, **LIV)
    no_trace()


def test_nobody_invites_into_another_company(anna, claudia):
    with acting_in(anna), pytest.raises(NotAllowed):
        invite(claudia.company, roles=[Role.READER], by=anna, **LIV)
    no_trace()


@pytest.mark.parametrize(
    "email", ["liv@gmail.example", "liv@fjordbygg.example.org", "liv@notfjordbygg.example"]
)
def test_only_addresses_of_the_company(email, anna, client_of):
    with acting_in(anna), pytest.raises(DomainNotAllowed):
        invite(anna.company, roles=[Role.READER], by=anna, **(LIV | {"email": email}))
    no_trace()
    page = client_of(anna).post("/company/users/invite/", TYPED | {"email": email})
    assert page.status_code == 422
    assert "@fjordbygg.example" in page.context["form"].errors["email"][0]
    assert 'value="Liv"' in page.content.decode()


def test_an_ending_that_the_operator_allows_will_do(anna, sigrid, petra):
    """CO-2: the administrator's own ending, or one that the operator allows."""
    for wrong in ("fjord", "fjord .example", "-x.example"):
        with acting_in(sigrid), pytest.raises(NoSuchDomain):
            allow_domains(anna.company, domains=[wrong], by=sigrid)
    for other in (petra, anna):
        with acting_in(other), pytest.raises(NotAllowed):
            allow_domains(anna.company, domains=["fjord.example"], by=other)
    with acting_in(STAGE):
        assert not Entry.objects.filter(verb="company.domains_allowed").exists()
    with acting_in(sigrid):
        anna.company = allow_domains(
            anna.company, domains=["@Fjord.example", " ", "fjord.example"], by=sigrid
        )
    assert anna.company.extra_domains == ["fjord.example"]
    with acting_in(anna):
        invited = invite(anna.company, roles=[Role.READER], by=anna, **(LIV | {"email": "Liv@Fjord.example"}))
        assert Invitation.objects.get() == invited
    with acting_in(STAGE):
        assert Entry.objects.get(verb="company.domains_allowed").details["domains"] == ["fjord.example"]


def test_who_is_in_or_invited_is_said_so(anna, bjorn, liv):
    with acting_in(anna):
        with pytest.raises(AlreadyMember):
            invite(anna.company, roles=[Role.READER], by=anna, **(LIV | {"email": bjorn.user.email.upper()}))
        with pytest.raises(AlreadyInvited):
            invite(anna.company, roles=[Role.READER], by=anna, **(LIV | {"email": "LIV@fjordbygg.example"}))
        with pytest.raises(RolesMissing):
            invite(anna.company, roles=[], by=anna, **(LIV | {"email": "a@fjordbygg.example"}))
        assert Invitation.objects.count() == 1


def test_an_address_with_an_account_elsewhere_gets_the_same_answer(anna, claudia, client_of):
    with acting_in(STAGE):
        claudia.user.email = "claudia@fjordbygg.example"
        claudia.user.save()
    known = client_of(anna).post("/company/users/invite/", TYPED | {"email": "claudia@fjordbygg.example"})
    unknown = client_of(anna).post("/company/users/invite/", TYPED)
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def no_trace() -> None:
    with acting_in(STAGE):
        assert not Invitation.objects.exists()
        assert not Entry.objects.filter(verb__startswith="invitation").exists()
