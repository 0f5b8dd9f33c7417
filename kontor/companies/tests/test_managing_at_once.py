"""Two administrators at the same moment, each with a connection of their own: one of them stays (CO-3)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kontor.companies.actions import change_rights, deactivate
from kontor.companies.models import Member, Role
from kontor.kit.errors import DomainError
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two(anna: Member, bjorn: Member) -> tuple[Member, Member]:
    """Both administrators, and the only ones."""
    with acting_in(STAGE):
        Member.objects.filter(pk=bjorn.pk).update(roles=[Role.ADMINISTRATOR])
        bjorn.refresh_from_db()
    return anna, bjorn


def at_once(*deeds: tuple[Member, Callable[[], object]]) -> list[str]:
    together = Barrier(len(deeds))

    def run(deed: tuple[Member, Callable[[], object]]) -> str:
        by, act = deed
        try:
            with acting_in(by):
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


def one_remains() -> None:
    with acting_in(STAGE):
        assert Member.objects.filter(is_active=True, roles__contains=[Role.ADMINISTRATOR]).count() == 1


def test_each_deactivates_the_other(two: tuple[Member, Member]) -> None:
    anna, bjorn = two
    said = at_once((anna, lambda: deactivate(bjorn, by=anna)), (bjorn, lambda: deactivate(anna, by=bjorn)))
    assert said == ["done", "not_allowed"]
    one_remains()


def test_each_goes_by_themselves(two: tuple[Member, Member]) -> None:
    anna, bjorn = two
    said = at_once(
        (anna, lambda: deactivate(anna, by=anna)),
        (bjorn, lambda: change_rights(bjorn, roles=["buyer"], by=bjorn)),
    )
    assert said == ["done", "member.last_administrator"]
    one_remains()
