"""The page that must always come out."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
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
