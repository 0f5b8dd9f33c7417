"""What the kinds of files have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from kontor.erp.loading.staging import Counts, Staging
from kontor.erp.loading.values import Parse


@dataclass(frozen=True, slots=True)
class Column:
    """A column of our format: how its text is understood, and its type in the temporary table.

    `needed`: the file must have it and no line may leave it empty; otherwise an empty cell means `default`.
    """

    name: str
    parse: Parse
    sql: str = "text"
    needed: bool = False
    default: Any = ""


@dataclass(frozen=True, slots=True)
class Options:
    """Who loads, how values of this file are written, and where its pictures lie."""

    actor: str
    decimal: str = ""
    time_zone: str = ""
    dates: dict[str, str] | None = None
    pictures: Path | None = None

    def date(self, column: str) -> str:
        return (self.dates or {}).get(column, "")


class Kind(ABC):
    """One kind of file. An object lives for one load."""

    name: ClassVar[str]
    derived: ClassVar[dict[str, str]] = {}
    """Columns of the temporary table that `complete` fills, with their types."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.columns: Sequence[Column] = self.make_columns()

    @abstractmethod
    def make_columns(self) -> list[Column]:
        """The columns of the file; what is small and must be known already is looked up here."""

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        """Check one column against another and fill the derived ones. Raises `Refused`.

        Returns what should be said about the line although it is loaded: reason, field, what the file said.
        """
        return []

    @abstractmethod
    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        """Refuse lines by what other lines or the database say; returns how many say the same as an earlier one."""

    @abstractmethod
    def merge(self, staging: Staging) -> dict[str, Counts]:
        """Write what is left in `staged`; what became of the rows, by table."""
