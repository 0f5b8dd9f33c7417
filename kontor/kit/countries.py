"""Countries by their names in the reader's language."""

from __future__ import annotations

from babel import Locale

from kontor.kit.formats import LOCALES, reader


def country_name(code: str) -> str:
    """ "NO" → "Norge", "Norwegen", "Norway"; a code nobody knows stays as it is."""
    return str(Locale.parse(LOCALES[reader()]).territories.get(code.upper(), code)) if code else ""
