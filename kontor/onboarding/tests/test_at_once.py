"""Two at the same moment with one link, each with a connection of their own: one of them is in (ON-10, ON-11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from kontor.companies.models import Company, Member
from kontor.kit.errors import DomainError
from kontor.kit.scope import PUBLIC, acting_in
from kontor.onboarding import inviting, keys, taking_over
from kontor.onboarding.models import CompanyInvitation, LegacyAccount
from kontor.partners.models import Partner
from tests.cast import STAGE

pytestmark = pytest.mark.django_db(transaction=True)

PERSON: dict[str, Any] = {
    "first_name": "Kari",
    "last_name": "Nilsen",
    "password": "sju blå fisker under broa",
    "terms": None,
    "language": "nb",
}


def at_once(*deeds: Callable[[], object]) -> list[str]:
    together = Barrier(len(deeds))

    def run(act: Callable[[], object]) -> str:
        try:
            with acting_in(PUBLIC):
                together.wait(10)
                act()
        except DomainError as error:
            return error.code
        else:
            return "done"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(run, deeds))


def invited(partner: Partner, number: str, email: str) -> str:
    """An invitation of one company; the token of its link."""
    until = timezone.now() + dt.timedelta(days=90)
    token = keys.link_token("invitation", number, until)
    with acting_in(STAGE):
        CompanyInvitation.objects.create(
            number=number, partner=partner, language="nb", kind="customer", email=email, first_name="Kari",
            last_name="Nilsen", company_name="Fosen Graveservice AS", country="NO", organisation_number="399300002",
            street="a", postcode="7160", city="b", token_hash=keys.hash_of(token), sent_at=timezone.now(),
            expires_at=until,
        )  # fmt: skip
    return token


def test_an_invitation_is_accepted_once(entities, hansa_nord: Partner) -> None:
    token = invited(hansa_nord, "I-1", "kari@fosen.example")
    said = at_once(*[lambda: inviting.accept(token, **PERSON)] * 2)
    assert said == ["done", "link.used"]
    with acting_in(STAGE):
        assert Member.objects.count() == Company.objects.count() == 1


def test_two_invitations_of_one_company_make_one(entities, hansa_nord: Partner) -> None:
    first = invited(hansa_nord, "I-1", "kari@fosen.example")
    second = invited(hansa_nord, "I-2", "ola@fosen.example")
    said = at_once(lambda: inviting.accept(first, **PERSON), lambda: inviting.accept(second, **PERSON))
    assert said == ["done", "invitation.has_administrator"]
    with acting_in(STAGE):
        assert Member.objects.count() == Company.objects.count() == 1


def test_an_old_account_is_taken_over_once(fjordbygg: Company) -> None:
    until = timezone.now() + dt.timedelta(days=14)
    with acting_in(STAGE):
        account = LegacyAccount.objects.create(
            company=fjordbygg, email="tom@fjordbygg.example", link_until=until
        )
        token = keys.link_token("legacy", account.pk, until)
        LegacyAccount.objects.update(token_hash=keys.hash_of(token))
    said = at_once(*[lambda: taking_over.take_over(token, **PERSON)] * 2)
    assert said == ["done", "link.used"]
    with acting_in(STAGE):
        assert Member.objects.filter(company=fjordbygg).count() == 1
