"""A form whose token no longer fits: what was typed is kept, for its reader and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

pytestmark = pytest.mark.django_db

HERE = {"Origin": "http://testserver", "Referer": "http://testserver/register/"}


@pytest.fixture
def browser(stage: object) -> Client:
    return Client(enforce_csrf_checks=True)


def stale(browser: Client, headers: dict[str, str], **fields: Any) -> str:
    answer = browser.post("/register/", fields, headers=headers)
    assert answer.status_code == 403
    return answer.content.decode()


def test_what_was_typed_can_be_sent_once_more(browser: Client) -> None:
    page = stale(browser, HERE, first_name="Kari <3", csrfmiddlewaretoken="old")
    assert '<input type="hidden" name="first_name" value="Kari &lt;3">' in page
    assert 'value="old"' not in page
    assert 'href="http://testserver/register/"' in page


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ({"Origin": "https://elsewhere.example"}, {"first_name": "Kari"}),
        ({}, {"first_name": "Kari"}),
        (HERE, {"first_name": "Kari", "password1": "hemmelig"}),
        (HERE, {"first_name": "Kari", "file": SimpleUploadedFile("a.txt", b"a")}),
    ],
)
def test_nothing_of_another_site_no_secret_and_no_half_of_it(
    browser: Client, headers: dict[str, str], fields: dict[str, Any]
) -> None:
    assert "Kari" not in stale(browser, headers, **fields)
