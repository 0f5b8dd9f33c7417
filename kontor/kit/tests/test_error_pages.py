"""The page that must always come out, and the one that asks for patience."""

from __future__ import annotations

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
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


def test_who_tried_too_often_is_told_when_it_works_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kontor.kit.frame._providers", {})
    with translation.override("en"):
        answer = error_pages.too_many(RequestFactory().get("/"), retry_after=240)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "240"
    assert "It works again in 4 minutes." in answer.content.decode()
