"""While staff looks as a member, no address of the portal changes anything, whatever is sent to it (ST-3)."""

from __future__ import annotations

from typing import Any, Final

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from kontor.companies.models import Member
from kontor.partners.models import Staff
from tests.test_access_matrix import address, routes
from tests.test_access_matrix import world as world

pytestmark = pytest.mark.django_db

ENDS: Final = ("accounts/logout/", "company/looks/end/")
NOT_THE_PORTAL: Final = ("healthz", "readyz")
# What the browser's own session keeps of itself.
OF_THE_SESSION: Final = ("django_session", "accounts_devicesession")


def written() -> dict[str, int]:
    """How many rows of each table have been written in this transaction, also what was undone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"
            " WHERE NOT relname = ANY (%s)",
            [list(OF_THE_SESSION)],
        )
        return dict(cursor.fetchall())


@pytest.fixture
def client(sigrid: Staff, anna: Member, client_of) -> Client:
    browser: Client = client_of(sigrid)
    browser.post(f"/desk/customers/{anna.company.number}/members/{anna.pk}/look/", {"reason": "To help."})
    browser.raise_request_exception = False
    return browser


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_nothing_is_written_anywhere(method: str, client: Client, world: dict[str, Any]) -> None:
    before = written()
    assert sum(before.values()) > 0
    for route in sorted(routes(get_resolver().url_patterns)):
        if method == "POST" and route in ENDS:
            continue
        answer = client.generic(method, address(route, world))
        now = written()
        if method == "GET" and answer.status_code == 200 and answer.has_header("Content-Disposition"):
            before["journal_entry"] += 1  # that a file was fetched is kept
        assert now == before, route
        if route in NOT_THE_PORTAL:
            continue
        if method == "POST":
            assert answer.status_code == 403, route
        assert answer.status_code < 500, route
    assert b'class="looking"' in client.get("/overview/").content
