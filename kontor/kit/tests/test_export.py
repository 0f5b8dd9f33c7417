"""Files for Excel: nothing in them becomes a formula."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import translation

from kontor.kit.export import Row, csv_response, harmless
from kontor.kit.scope import PUBLIC


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_what_excel_would_take_for_a_formula(sign: str) -> None:
    assert harmless(f"{sign}1") == f"'{sign}1"


def test_other_texts_stay_as_they_are() -> None:
    assert harmless("E6 Sluppen = port 3") == "E6 Sluppen = port 3"
    assert harmless("") == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nb", "Æ;-2,50;2026-11-22;;3\r\n"),
        ("de", "Æ;-2,50;2026-11-22;;3\r\n"),
        ("en", "Æ,-2.50,2026-11-22,,3\r\n"),
    ],
)
def test_as_the_readers_excel_writes_it(language: str, line: str) -> None:
    row: Row = ["Æ", Decimal("-2.50"), dt.date(2026, 11, 22), None, 3]
    with translation.override(language):
        answer = csv_response("list", ["A", "B", "C", "D", "E"], [row], scope=PUBLIC)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[arg-type]
    assert text.splitlines(keepends=True)[1] == line
