"""Countries by their names in the reader's language, and what their postcodes look like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from babel import Locale

from kontor.kit.formats import LOCALES, reader

POSTCODES: Final[Mapping[str, tuple[str, str]]] = {
    "AT": (r"\d{4}", "1010"),
    "BE": (r"\d{4}", "1000"),
    "CH": (r"\d{4}", "8001"),
    "CZ": (r"\d{3} ?\d{2}", "110 00"),
    "DE": (r"\d{5}", "20457"),
    "DK": (r"\d{4}", "1050"),
    "EE": (r"\d{5}", "10111"),
    "ES": (r"\d{5}", "28001"),
    "FI": (r"\d{5}", "00100"),
    "FR": (r"\d{5}", "75001"),
    "GB": (r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", "EC1A 1BB"),
    "IS": (r"\d{3}", "101"),
    "IT": (r"\d{5}", "00118"),
    "LT": (r"(LT-)?\d{5}", "01100"),
    "LU": (r"\d{4}", "1009"),
    "LV": (r"(LV-)?\d{4}", "LV-1010"),
    "NL": (r"\d{4} ?[A-Z]{2}", "1011 AB"),
    "NO": (r"\d{4}", "7037"),
    "PL": (r"\d{2}-\d{3}", "00-001"),
    "SE": (r"\d{3} ?\d{2}", "111 20"),
}
"""What a country's postcodes look like, as a regular expression, and an example; other countries' are taken as they come."""


def country_name(code: str) -> str:
    """ "NO" → "Norge", "Norwegen", "Norway"; a code nobody knows stays as it is."""
    return str(Locale.parse(LOCALES[reader()]).territories.get(code.upper(), code)) if code else ""


def is_postcode(postcode: str, country: str) -> bool:
    """Whether this can be a postcode of the country, as far as we know."""
    form = POSTCODES.get(country)
    return form is None or re.fullmatch(form[0], postcode.strip(), re.ASCII) is not None
