"""Understanding single values of a file. Each function takes the text of a cell and raises `Refused`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from stdnum import ean, get_cc_module
from stdnum.exceptions import ValidationError as NumberProblem

from kontor.erp.errors import Refused

type Parse = Callable[[str], Any]

SPACES: Final = str.maketrans("", "", " \u00a0\u202f\u2009'")
YES: Final = frozenset({"yes", "y", "true", "1", "ja", "j", "x"})
NO: Final = frozenset({"no", "n", "false", "0", "nei", "nein", ""})
ISO_3166: Final = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES: Final = frozenset(ISO_3166.split())
# Where a company's number is one number with a check digit. Others pass as they are.
ORGANISATION: Final = {
    "NO": "orgnr",
    "SE": "orgnr",
    "DK": "cvr",
    "FI": "ytunnus",
    "DE": "handelsregisternummer",
    "CH": "uid",
}


def text(longest: int) -> Parse:
    """Text of at most so many characters; runs of white space become one space."""

    def parse(said: str) -> str:
        value = " ".join(said.split())
        if len(value) > longest:
            raise Refused("too_long", said)
        return value

    return parse


def prose(said: str) -> str:
    """Text of any length, lines and paragraphs kept."""
    return said.strip()


def code(longest: int) -> Parse:
    """A short name without spaces, such as the code of a partner or a list."""

    def parse(said: str) -> str:
        if len(said) > longest:
            raise Refused("too_long", said)
        if any(character.isspace() for character in said):
            raise Refused("not_a_code", said)
        return said

    return parse


def choice(values: Collection[str]) -> Parse:
    """One of a few words."""
    known = frozenset(values)

    def parse(said: str) -> str:
        if (value := said.lower()) not in known:
            raise Refused("not_a_choice", said)
        return value

    return parse


def known(values: Collection[str]) -> Parse:
    """The code of something that is already there."""
    present = frozenset(values)

    def parse(said: str) -> str:
        if said not in present:
            raise Refused("unknown", said)
        return said

    return parse


def yes_or_no(said: str) -> bool:
    value = said.lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise Refused("not_yes_or_no", said)


def number(*, digits: int, places: int, decimal: str = "") -> Parse:
    """A decimal number, with comma or point. Where the file does not say which it uses, the last one is the decimal mark.

    Spaces between thousands are left out. No sign but a minus.
    """
    largest = Decimal(10) ** (digits - places)

    def parse(said: str) -> Decimal:
        value = said.translate(SPACES)
        mark = decimal or ("," if value.rfind(",") > value.rfind(".") else ".")
        value = value.replace("." if mark == "," else ",", "").replace(mark, ".")
        try:
            if not value.isascii() or "_" in value:
                raise Refused("not_a_number", said)
            amount = Decimal(value)
        except InvalidOperation:
            raise Refused("not_a_number", said) from None
        if not amount.is_finite():
            raise Refused("not_a_number", said)
        if abs(amount) >= largest:
            raise Refused("too_large", said)
        exponent = amount.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > places and amount != round(amount, places):
            raise Refused("too_many_decimals", said)
        return amount

    return parse


def positive(parse: Parse, reason: str = "not_positive") -> Parse:
    """Above zero."""

    def above(said: str) -> Decimal:
        amount: Decimal = parse(said)
        if amount <= 0:
            raise Refused(reason, said)
        return amount

    return above


def not_negative(parse: Parse) -> Parse:
    """Zero or above."""

    def at_least(said: str) -> Decimal:
        amount: Decimal = parse(said)
        if amount < 0:
            raise Refused("negative", said)
        return amount

    return at_least


def whole(*, largest: int) -> Parse:
    """A whole number from zero on."""

    def parse(said: str) -> int:
        if not re.fullmatch(r"\d{1,9}", said):
            raise Refused("not_a_whole_number", said)
        if (value := int(said)) > largest:
            raise Refused("too_large", said)
        return value

    return parse


def one_of(*values: int) -> Parse:
    """One of a few whole numbers, such as the 1, 100 or 1,000 units that a price is for."""

    def parse(said: str) -> int:
        if said not in map(str, values):
            raise Refused("not_a_choice", said)
        return int(said)

    return parse


def day(pattern: str = "") -> Parse:
    """A date, 2026-03-31 unless the mapping gives another pattern."""

    def parse(said: str) -> dt.date:
        try:
            if pattern:
                return dt.datetime.strptime(said, pattern).date()  # noqa: DTZ007 - a day has no zone
            return dt.date.fromisoformat(said[:10]) if _iso(said) else dt.date.fromisoformat(said)
        except ValueError:
            raise Refused("not_a_date", said) from None

    return parse


def _iso(said: str) -> bool:
    return len(said) > 10 and said[10] in "T "


def moment(pattern: str = "", zone: str = "") -> Parse:
    """A date with a time, ISO 8601 unless the mapping gives another pattern; without a zone it is ours."""
    ours = ZoneInfo(zone or settings.TIME_ZONE)

    def parse(said: str) -> dt.datetime:
        try:
            value = dt.datetime.strptime(said, pattern) if pattern else dt.datetime.fromisoformat(said)  # noqa: DTZ007
        except ValueError:
            raise Refused("not_a_date", said) from None
        return value if value.tzinfo else value.replace(tzinfo=ours)

    return parse


def country(said: str) -> str:
    """A country by its two letters (ISO 3166)."""
    if (value := said.upper()) not in COUNTRIES:
        raise Refused("not_a_country", said)
    return value


def currency(said: str) -> str:
    """Three letters; that they fit is checked where they are used."""
    if not re.fullmatch(r"[A-Za-z]{3}", said):
        raise Refused("not_a_currency", said)
    return said.upper()


def email(said: str) -> str:
    try:
        validate_email(said)
    except ValidationError:
        raise Refused("not_an_email", said) from None
    return said


def gtin(said: str) -> str:
    """8, 12, 13 or 14 digits of which the last checks the others."""
    try:
        return str(ean.validate(said))
    except NumberProblem:
        raise Refused("wrong_gtin", said) from None


def organisation_number(said: str, land: str) -> str:
    """A company's number in its country's register, where that has a check."""
    name = ORGANISATION.get(land)
    module = get_cc_module(land.lower(), name) if name else None
    try:
        value = str(module.validate(said)) if module else said
    except NumberProblem:
        raise Refused("wrong_organisation_number", said, "organisation_number") from None
    return said if land == "DE" else value  # the name of the court stays as it was written


def vat_number(said: str, land: str) -> str:
    """A VAT number with its country's letters, checked where the country's numbers can be."""
    module = get_cc_module(land.lower(), "vat")
    try:
        value = str(module.validate(said)) if module else said
    except NumberProblem:
        raise Refused("wrong_vat_number", said, "vat_number") from None
    prefix = {"GR": "EL"}.get(land, land)
    if said.upper().startswith(prefix) and not value.startswith(prefix):
        return prefix + value
    return value
