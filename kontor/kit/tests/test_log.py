"""What the log says about a request."""

from __future__ import annotations

import logging

import pytest
from django.test import Client


@pytest.mark.django_db
def test_the_key_of_a_link_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="kontor.requests"):
        client.get("/accounts/password/reset/key/1-abc123-0123456789abcdef/")
    (record,) = [one for one in caplog.records if one.name == "kontor.requests"]
    assert record.__dict__["path"] == "/accounts/password/reset/key/1-…/"
