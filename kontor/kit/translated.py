"""Texts that master data carry in three languages, as columns `name_nb`, `name_de`, `name_en`."""

from __future__ import annotations

from typing import Any, Final, overload

from django.db import models

from kontor.kit.formats import reader

LANGUAGES: Final = ("nb", "de", "en")


class Translated:
    """Reads `<field>_<language>` in the reader's language, else the first of English, bokmål, German that is filled."""

    def __init__(self, field: str) -> None:
        self.field = field

    @overload
    def __get__(self, row: None, owner: type[models.Model]) -> Translated: ...
    @overload
    def __get__(self, row: models.Model, owner: type[models.Model]) -> str: ...
    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        for language in (reader(), "en", "nb", "de"):
            if text := getattr(row, f"{self.field}_{language}"):
                return text
        return ""
