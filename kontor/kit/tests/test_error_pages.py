"""The page that must always come out."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import Client
from django.utils import translation

from kontor.kit import error_pages
from kontor.kit.requestid import new_request_id


def test_our_own_mistake_is_told_without_request_or_database() -> None:
    number = new_request_id()
    with translation.override("de"):
        answer = error_pages.server_error(HttpRequest())
    assert answer.status_code == 500
    told = answer.content.decode()
    assert "Bei uns ist etwas schiefgegangen" in told
    assert number in told


def test_it_comes_out_even_when_no_static_file_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise ValueError(f"Missing staticfiles manifest entry for {name!r}")

    monkeypatch.setattr("kontor.kit.templatetags.kit.static", unknown)
    answer = error_pages.server_error(HttpRequest())
    assert answer.status_code == 500
    assert b"stylesheet" not in answer.content
    pictures = answer.content.decode().split("<svg")[1:]
    assert len(pictures) == 2
    assert all(" width=" in picture.partition(">")[0] for picture in pictures)  # else each fills the page


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["evil.example", "testserver@evil.example"])
def test_a_request_for_another_host_is_refused(host: str) -> None:
    """A link in a mail or a redirect never leads where the request wants it to."""
    answer = Client(raise_request_exception=False).get("/accounts/login/", HTTP_HOST=host)
    assert (answer.status_code, answer.content) == (400, b"")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in answer
