"""Numbers, money and dates as the reader's country writes them.

The reader's language is Django's active one, the time zone the active one (the partner's). Whatever belongs
together never breaks across lines: spaces inside are non-breaking, and minus is a real minus sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern
from django.utils import timezone
from django.utils.translation import get_language, gettext

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"

LOCALES = {"nb": "nb_NO", "de": "de_DE", "en": "en_GB"}
SYMBOLS = {"EUR": "€", "GBP": "£"}

# CLDR's patterns: at least two decimals for money, four where a unit price has them; none needless for quantities.
MONEY: NumberPattern = parse_pattern("#,##0.00##")
QUANTITY: NumberPattern = parse_pattern("#,##0.###")
ONE_DECIMAL: NumberPattern = parse_pattern("#,##0.#")

type Number = Decimal | int | float


def reader() -> str:
    """The reader's language: nb, de or en."""
    language = (get_language() or "en").split("-")[0]
    return language if language in LOCALES else "en"


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(LOCALES[language])


def either(words: Sequence[str]) -> str:
    """What there is to choose from: "CSV, TXT or XLSX"."""
    return format_list(list(words), style="or", locale=_locale(reader()))


def _apply(pattern: NumberPattern, value: Number, places: int) -> str:
    return _figure(pattern, value, places, reader())


@lru_cache(maxsize=50_000)
def _figure(pattern: NumberPattern, value: Number, places: int, language: str) -> str:
    """Written once per value: lists show the same figures again and again, and Babel takes its time."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    figure: str = pattern.apply(exact, _locale(language))
    return figure.replace("-", MINUS)


def number(value: Number | None) -> str:
    """A quantity, up to three decimals: 2.500 → "2.5", 10000 → "10,000"."""
    if type(value) is int and 0 <= value < 1000:
        return str(value)  # most counts; alike in all languages
    return "" if value is None else _apply(QUANTITY, value, 3)


def amount(value: Number | None) -> str:
    """An amount without its currency, for columns that name it in their title: "38,604.50"."""
    return "" if value is None else _apply(MONEY, value, 4)


def money(value: Number | None, currency: str) -> str:
    """An amount with its currency: "38 604,50 kr" (nb), "4.102,20 €" (de), "NOK 471.73" (en)."""
    if value is None:
        return ""
    language, figure = reader(), amount(value)
    symbol = "kr" if (language, currency) == ("nb", "NOK") else SYMBOLS.get(currency, currency)
    if language != "en":
        return f"{figure}{NBSP}{symbol}"
    if figure.startswith(MINUS):
        return f"{MINUS}{symbol}{NBSP}{figure[1:]}"
    return f"{symbol}{NBSP}{figure}"


def percent(value: Number | None) -> str:
    """A rate given in per cent: 25 → "25 %" (nb, de), "25%" (en)."""
    if value is None:
        return ""
    return f"{_apply(QUANTITY, value, 3)}{'' if reader() == 'en' else NBSP}%"


def capped(value: int, limit: int = 1000) -> str:
    """A count that is not counted beyond `limit`: 1001 → "1,000+"."""
    return f"{number(limit)}+" if value > limit else number(value)


def file_size(size: int | None) -> str:
    """The size of a file for people: "340 kB", "2.4 MB" (thousands, as systems show them)."""
    if size is None:
        return ""
    if size < 1000:
        return f"{size}{NBSP}B"
    for unit in ("kB", "MB", "GB"):
        size_in_unit = size / 1000
        if size_in_unit < 999.5 or unit == "GB":
            break
        size = int(size_in_unit)
    shown = _apply(ONE_DECIMAL, size_in_unit, 1 if size_in_unit < 10 else 0)
    return f"{shown}{NBSP}{unit}"


def _pattern(month: str, *, weekday: bool = False, year: bool = False) -> str:
    point = "" if reader() == "en" else "."
    parts = [f"d{point}{NBSP}{month}"]
    if weekday:
        parts.insert(0, {"nb": "EEEE", "de": "EEEE,", "en": "EEEE,"}[reader()])
    if year:
        parts.append("yyyy")
    return " ".join(parts)


def day(value: date | datetime | None, style: str = "") -> str:
    """A day as one says it, the year only where it is another one than now.

    "" → today, yesterday, tomorrow, "12 Nov"; "near" → also the name of the weekday within the next six days;
    "short" → always "12 Nov"; "long" → "12 November"; "weekday" → "Thursday, 12 November";
    "full" → "12 November 2026". In German and Norwegian accordingly.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return _day(value, timezone.localdate(), style, reader())


@lru_cache(maxsize=10_000)
def _day(value: date, today: date, style: str, language: str) -> str:
    """Said once per day: lists say the same days again and again, and Babel takes its time."""
    locale = _locale(language)
    if style in ("", "near"):
        match (value - today).days:
            case 0:
                return gettext("today")
            case -1:
                return gettext("yesterday")
            case 1:
                return gettext("tomorrow")
            case away if style == "near" and 1 < away < 7:
                return format_date(value, "EEEE", locale)
    year = value.year != today.year or style == "full"
    month = "MMM" if style in ("", "near", "short") else "MMMM"
    return format_date(value, _pattern(month, weekday=style == "weekday", year=year), locale)


def clock(value: datetime | None) -> str:
    """A time of day as part of a sentence: "kl. 16.00", "16:00 Uhr", "16:00"."""
    if value is None:
        return ""
    return {"nb": "kl.{0}{1}", "de": "{1}{0}Uhr", "en": "{1}"}[reader()].format(NBSP, _time(value))


def _time(value: datetime) -> str:
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local:%H.%M}" if reader() == "nb" else f"{local:%H:%M}"


def moment(value: datetime | None) -> str:
    """When something happened or is due: "today 16:00", "9 Nov 10:05"."""
    return "" if value is None else f"{day(value)}{NBSP}{_time(value)}"


def period(first: date, last: date) -> str:
    """The days from `first` to `last`: "23–25 November", "30 Nov – 4 Dec"."""
    if first == last:
        return day(first, "long")
    if (first.year, first.month) == (last.year, last.month):
        point = "" if reader() == "en" else "."
        return f"{first.day}{point}{DASH}{day(last, 'long')}"
    return f"{day(first, 'short')} {DASH} {day(last, 'short')}"
