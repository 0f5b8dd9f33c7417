"""Counting what a page asks the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

# Session, user, scope and transaction control belong to every page and are not counted.
FRAME: Final = (
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "COMMIT",
    "set_config",
    "kontor_scope_of",
    '"django_session"',
    'FROM "accounts_user"',
)

type Counter = Callable[[int], AbstractContextManager[list[str]]]


@pytest.fixture
def at_most() -> Counter:
    """`with at_most(12) as asked: client.get(…)` fails when the page asks more than twelve questions of its own.

    `asked` holds them once the block is left: a list asks `len(one) == len(many)`, whatever stands in it.
    """

    @contextmanager
    def counting(limit: int) -> Iterator[list[str]]:
        asked: list[str] = []
        with CaptureQueriesContext(connection) as captured:
            yield asked
        asked += own_queries(captured)
        assert len(asked) <= limit, f"{len(asked)} queries, at most {limit}:\n" + "\n".join(asked)

    return counting


def own_queries(captured: CaptureQueriesContext) -> list[str]:
    """The statements of a page besides session, user, scope and transaction control."""
    return [
        query["sql"]
        for query in captured.captured_queries
        if not any(part in query["sql"].split(" WHERE ")[0] for part in FRAME)
    ]
