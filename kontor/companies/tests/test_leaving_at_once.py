"""Two at the same moment: both administrators delete their accounts, both sides end a relationship."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kontor.accounts.actors import AccountHolder
from kontor.companies.actions import end_relationship
from kontor.companies.models import Company, Erasure, Member, Relationship, Role
from kontor.companies.privacy import ask_erasure
from kontor.journal.models import Entry
from kontor.kit.errors import DomainError
from kontor.kit.scope import Actor, acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.cast.people import make_member

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: tuple[Actor, Callable[[], object]]) -> list[str]:
    """What came of each, in a thread of its own."""
    together = Barrier(len(deeds))

    def run(who: Actor, deed: Callable[[], object]) -> str:
        together.wait(10)
        try:
            with acting_in(who):
                deed()
        except DomainError as error:
            return error.code
        else:
            return "done"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(lambda one: run(*one), deeds))


def test_of_two_last_administrators_one_stays(anna: Member, fjordbygg: Company) -> None:
    liv = make_member(fjordbygg, "Liv", "Strand", Role.ADMINISTRATOR)
    people = [(one.user, AccountHolder(one.user_id)) for one in (anna, liv)]
    said = at_once(*((by, lambda user=user, by=by: ask_erasure(user, by=by)) for user, by in people))
    assert said == ["done", "member.last_administrator"]
    with acting_in(STAGE):
        assert Erasure.objects.count() == 1
        left = Member.objects.filter(company=fjordbygg, is_active=True, roles__contains=["administrator"])
        assert left.count() == 1


def test_of_two_sides_one_ends_it(anna: Member, petra: Staff, fjordbygg: Company) -> None:
    with acting_in(STAGE):
        served = Relationship.objects.filter(company=fjordbygg, status="active").order_by("pk")[0]
    said = at_once(
        (anna, lambda: end_relationship(served, by=anna)),
        (petra, lambda: end_relationship(served, by=petra, reason="We close the office.")),
    )
    assert said == ["done", "relationship.not_active"]
    with acting_in(STAGE):
        assert Entry.objects.filter(verb="relationship.ended").count() == 1
