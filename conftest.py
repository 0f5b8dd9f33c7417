"""What all tests share, those in `tests/` and those in the apps: their database and a fast password hasher."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from tests import database
from tools import messages

pytest_plugins = [
    "tests.cast.our_side",
    "tests.cast.companies",
    "tests.cast.people",
    "tests.cast.goods",
    "tests.cast.machines",
    "tests.jobs",
    "tests.queries",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--print-matrix", action="store_true", help="print the access matrix instead of comparing it"
    )


def pytest_configure(config: pytest.Config) -> None:
    if not database.worker:
        messages.compile_catalogues(messages.apps())
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test with a database may use the second connection too; those that commit have the owner tidy up."""
    for item in items:
        if marker := item.get_closest_marker("django_db"):
            transaction = marker.kwargs.get("transaction", False)
            databases = {
                *marker.kwargs.get("databases", ["default"]),
                "aside",
                *(["owner"] if transaction else []),
            }
            more = marker.kwargs | {"databases": sorted(databases)}
            item.add_marker(pytest.mark.django_db(**more), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this test process a database of its own, with the schema and nothing in it."""
    from django.db import connections

    if not database.worker:
        database.server.start()
    name = database.clone()
    for connection in connections.all():
        connection.settings_dict["NAME"] = name
    yield
    with django_db_blocker.unblock():
        connections.close_all()
