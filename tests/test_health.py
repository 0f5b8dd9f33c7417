"""`/healthz` and `/readyz`: what they promise."""

from __future__ import annotations

import pytest
from django.db import connection, connections
from django.test import Client

from kontor.home import health


@pytest.mark.django_db(databases=["default", "owner"])
def test_ready_as_the_application(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "problems": []})


@pytest.mark.django_db(databases=["default", "owner"])
def test_refuses_the_owners_rights(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    monkeypatch.setattr(health, "connection", connections["owner"])
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "database: connected as the owner of tables" in answer.json()["problems"]


@pytest.mark.django_db(databases=["default", "owner"])
def test_refuses_inherited_roles(client: Client) -> None:
    assert health.problems() == []
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_has_role('kontor_app', 'kontor_member', 'USAGE')")
        assert cursor.fetchone() == (False,)


def test_alive_without_a_database(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert not connection.in_atomic_block


def test_every_answer_has_an_id_and_a_policy(client: Client) -> None:
    answer = client.get("/healthz")
    assert len(answer["X-Request-Id"]) == 9
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
