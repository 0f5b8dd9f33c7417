"""How numbers, money and dates read in each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from kontor.kit import formats

TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 9, 42, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_a_thursday(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("kontor.kit.formats.timezone.localdate", lambda: TODAY)
    with timezone.override("Europe/Oslo"):
        yield


def plain(text: str) -> str:
    """With ordinary spaces, to be readable in assertions."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "value", "currency", "expected"),
    [
        ("nb", "38604.5", "NOK", "38 604,50 kr"),
        ("nb", "471.73", "EUR", "471,73 €"),
        ("nb", "-30.11", "NOK", "−30,11 kr"),
        ("de", "4102.2", "EUR", "4.102,20 €"),
        ("de", "1234.5", "NOK", "1.234,50 NOK"),
        ("en", "471.73", "NOK", "NOK 471.73"),
        ("en", "38.2", "EUR", "€ 38.20"),
        ("en", "-38.2", "EUR", "−€ 38.20"),
        ("en", "0.1234", "EUR", "€ 0.1234"),
        ("en-gb", "1", "SEK", "SEK 1.00"),
    ],
)
def test_money_reads_as_in_the_readers_country(
    language: str, value: str, currency: str, expected: str
) -> None:
    with translation.override(language):
        shown = formats.money(Decimal(value), currency)
    assert plain(shown) == expected
    assert " " not in shown, "an amount never breaks across lines"


def test_an_amount_stands_without_its_currency_where_the_column_names_it() -> None:
    with translation.override("en"):
        assert formats.amount(Decimal("38604.5000")) == "38,604.50"


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "10000", "10,000"),
        ("en", "2.500", "2.5"),
        ("de", "2.5", "2,5"),
        ("nb", "10000", "10 000"),
        ("en", "0.0005", "0.001"),
    ],
)
def test_a_quantity_drops_needless_decimals(language: str, value: str, expected: str) -> None:
    with translation.override(language):
        assert plain(formats.number(Decimal(value))) == expected


def test_a_count_stops_at_its_limit() -> None:
    with translation.override("en"):
        assert formats.capped(1000) == "1,000"
        assert formats.capped(1001) == "1,000+"


def test_percent() -> None:
    with translation.override("en"):
        assert formats.percent(Decimal(25)) == "25%"
    with translation.override("de"):
        assert plain(formats.percent(Decimal("7.5"))) == "7,5 %"


@pytest.mark.parametrize(
    ("size", "expected"),
    [(340_000, "340 kB"), (2_400_000, "2.4 MB"), (999_600, "1 MB"), (12, "12 B"), (25_000_000, "25 MB")],
)
def test_file_size(size: int, expected: str) -> None:
    with translation.override("en"):
        assert plain(formats.file_size(size)) == expected


@pytest.mark.parametrize(
    ("away", "style", "expected"),
    [
        (0, "", {"en": "today", "nb": "i dag", "de": "heute"}),
        (-1, "", {"en": "yesterday", "nb": "i går", "de": "gestern"}),
        (1, "", {"en": "tomorrow", "nb": "i morgen", "de": "morgen"}),
        (8, "", {"en": "20 Nov", "nb": "20. nov.", "de": "20. Nov."}),
        (400, "", {"en": "17 Dec 2027", "nb": "17. des. 2027", "de": "17. Dez. 2027"}),
        (1, "near", {"en": "tomorrow", "nb": "i morgen", "de": "morgen"}),
        (4, "near", {"en": "Monday", "nb": "mandag", "de": "Montag"}),
        (7, "near", {"en": "19 Nov", "nb": "19. nov.", "de": "19. Nov."}),
        (0, "short", {"en": "12 Nov", "nb": "12. nov.", "de": "12. Nov."}),
        (0, "long", {"en": "12 November", "nb": "12. november", "de": "12. November"}),
        (
            0,
            "weekday",
            {"en": "Thursday, 12 November", "nb": "torsdag 12. november", "de": "Donnerstag, 12. November"},
        ),
        (0, "full", {"en": "12 November 2026", "nb": "12. november 2026", "de": "12. November 2026"}),
    ],
)
def test_days_as_one_says_them(away: int, style: str, expected: dict[str, str]) -> None:
    for language, said in expected.items():
        with translation.override(language):
            assert plain(formats.day(TODAY + timedelta(days=away), style)) == said


def test_a_moment_is_told_in_the_readers_time_zone() -> None:
    expected = {"en": "today 10:42", "nb": "i dag 10.42", "de": "heute 10:42"}
    for language, said in expected.items():
        with translation.override(language):
            assert plain(formats.moment(NOW)) == said


def test_just_before_midnight_it_is_the_next_day_in_oslo() -> None:
    with translation.override("en"):
        assert plain(formats.moment(datetime(2026, 11, 11, 23, 30, tzinfo=UTC))) == "today 00:30"


def test_a_time_inside_a_sentence() -> None:
    expected = {"en": "10:42", "nb": "kl. 10.42", "de": "10:42 Uhr"}
    for language, said in expected.items():
        with translation.override(language):
            assert plain(formats.clock(NOW)) == said


def test_a_period_names_the_month_once_where_it_can() -> None:
    with translation.override("nb"):
        assert plain(formats.period(date(2026, 11, 23), date(2026, 11, 25))) == "23.–25. november"
        assert plain(formats.period(date(2026, 11, 30), date(2026, 12, 4))) == "30. nov. – 4. des."
    with translation.override("en"):
        assert plain(formats.period(date(2026, 11, 23), date(2026, 11, 25))) == "23–25 November"
        assert plain(formats.period(TODAY, TODAY)) == "12 November"


def test_nothing_is_shown_for_nothing() -> None:
    for show in (formats.number, formats.amount, formats.percent, formats.day, formats.moment, formats.clock):
        assert show(None) == ""


@pytest.mark.parametrize(("language", "said"), [("nb", "CSV, TXT eller XLSX"), ("de", "CSV, TXT oder XLSX")])
def test_what_there_is_to_choose_from(language: str, said: str) -> None:
    with translation.override(language):
        assert formats.either(["CSV", "TXT", "XLSX"]) == said
        assert formats.either(["CSV"]) == "CSV"
