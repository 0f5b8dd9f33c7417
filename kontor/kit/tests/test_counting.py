"""Numbers of the frame: counted together, each for itself."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kontor.companies.models import Member
from kontor.kit.counting import count_all
from kontor.kit.scope import acting_in

pytestmark = pytest.mark.django_db


def test_all_are_counted_in_one_statement(anna: Member, bjorn: Member) -> None:
    members = Member.objects.order_by("last_name")
    with acting_in(anna), CaptureQueriesContext(connection) as asked:
        found = count_all([members, members.filter(pk=anna.pk), members.none(), members.filter(pk__in=[])])
    assert found == [2, 1, 0, 0]
    assert sum("count(*)" in query["sql"] for query in asked.captured_queries) == 1


def test_nothing_to_count_asks_nothing() -> None:
    assert count_all([]) == []
