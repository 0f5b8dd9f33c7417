"""Two who change an address book at the same moment, each with a connection of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections, transaction

from kontor.companies.actions import add_address
from kontor.companies.errors import AddressNameTaken
from kontor.companies.models import Address, Company, Member
from kontor.kit.scope import acting_in
from tests.cast import STAGE

pytestmark = pytest.mark.django_db(transaction=True)
PLACE: dict[str, Any] = {"street": "Gata 9", "postcode": "7010", "city": "Trondheim", "country": "NO"}


def adding(company: Company, by: Member, **values: Any) -> str:
    """Add a place in a thread of its own; what came of it."""
    try:
        with acting_in(by):
            add_address(company, kind="delivery", by=by, **PLACE, **values)
    except AddressNameTaken as error:
        return error.code
    else:
        return "added"
    finally:
        connections.close_all()


def at_once(*deeds: Callable[[], str]) -> list[str]:
    together = Barrier(len(deeds))

    def run(deed: Callable[[], str]) -> str:
        together.wait(10)
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return sorted(threads.map(run, deeds))


def wait_for_a_waiting_insert() -> None:
    until = time.monotonic() + 10
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted AND database IS NULL"
            )
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.02)
    raise AssertionError("nobody waits")


def test_a_name_that_a_load_brings_in_between_is_taken(bjorn: Member, fjordbygg: Company) -> None:
    with ThreadPoolExecutor(1) as thread:
        with acting_in(STAGE), transaction.atomic():
            Address.objects.create(company=fjordbygg, kind="delivery", name="Rigg 4", **PLACE)
            late = thread.submit(adding, fjordbygg, bjorn, name="Rigg 4")
            wait_for_a_waiting_insert()  # it has looked, found the name free, and now stands at the table's door
        assert late.result(10) == "address.name_taken"
    with acting_in(bjorn):
        assert Address.objects.filter(company=fjordbygg, name="Rigg 4").count() == 1


def test_of_two_with_one_name_one_is_added(bjorn: Member, anna: Member, fjordbygg: Company) -> None:
    said = at_once(*[lambda by=by: adding(fjordbygg, by, name="Rigg 4") for by in (anna, bjorn)])
    assert said == ["added", "address.name_taken"]


def test_of_two_first_places_one_is_the_default(bjorn: Member, anna: Member, fjordbygg: Company) -> None:
    with acting_in(STAGE):
        Address.objects.filter(company=fjordbygg).delete()
    said = at_once(*[lambda by=by: adding(fjordbygg, by, name=by.first_name) for by in (anna, bjorn)])
    assert said == ["added", "added"]
    with acting_in(bjorn):
        assert Address.objects.filter(company=fjordbygg, is_default=True).count() == 1
