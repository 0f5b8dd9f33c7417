"""Light or dark, chosen without JavaScript."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from kontor.kit.appearance import theme


def choose(**data: str):
    return theme(RequestFactory().post("/theme/", data))


def test_the_choice_is_kept_and_leads_back() -> None:
    answer = choose(theme="dark", next="/orders/?state=open")
    assert answer["Location"] == "/orders/?state=open"
    assert answer.cookies["theme"].value == "dark"


def test_like_the_device_forgets_the_choice() -> None:
    assert choose(theme="", next="/").cookies["theme"].value == ""


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_it_never_leads_elsewhere(onward: str) -> None:
    assert choose(theme="light", next=onward)["Location"] == "/"


def test_only_by_post() -> None:
    assert theme(RequestFactory().get("/theme/")).status_code == 405
