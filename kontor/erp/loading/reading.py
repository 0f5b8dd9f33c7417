"""Opening the files that other systems write: their encoding, their delimiter, their lines."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from django.utils.translation import gettext_lazy as _

from kontor.erp.errors import UnreadableFile
from kontor.kit import signatures

DELIMITERS: Final = (",", ";", "\t", "|")
CHUNK: Final = 1 << 20
LONGEST_FIELD: Final = 100_000
NO_CSV: Final = (
    signatures.PDF,
    signatures.OLD_OFFICE,
    signatures.PNG,
    signatures.JPEG,
    b"<?xm",
    b"<!DO",
    b"<htm",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One record: the number of its first line in the file, and its cells."""

    number: int
    cells: list[str]


class Source:
    """An opened file: its header, then its lines, one at a time."""

    def __init__(self, file: IO[str], delimiter: str) -> None:
        self._file = file
        self._reader = csv.reader(file, delimiter=delimiter, strict=True)
        self.header = [name.strip() for name in self._next_cells() or []]

    def __iter__(self) -> Iterator[Line]:
        while True:
            number = self._reader.line_num + 1
            cells = self._next_cells()
            if cells is None:
                return
            if any(cell and not cell.isspace() for cell in cells):
                yield Line(number, cells)

    def _next_cells(self) -> list[str] | None:
        try:
            return next(self._reader, None)
        except csv.Error as problem:
            raise UnreadableFile(
                _("From line %(line)s on this is not a CSV file: %(problem)s."),
                line=self._reader.line_num,
                problem=str(problem),
            ) from problem


@contextmanager
def open_csv(path: Path, *, wanted: set[str], encoding: str = "", delimiter: str = "") -> Iterator[Source]:
    """Open a CSV file in whatever encoding and with whatever delimiter it was written.

    `wanted` are column names by which the delimiter is recognised. Raises `UnreadableFile`.
    """
    csv.field_size_limit(LONGEST_FIELD)
    try:
        encoding = encoding or _encoding_of(path)
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline(LONGEST_FIELD)
            if not first.strip():
                raise UnreadableFile(_("The file is empty."))
            file.seek(0)
            yield Source(file, delimiter or _delimiter_of(first, wanted))
    except OSError as problem:
        raise UnreadableFile(
            _("The file cannot be opened: %(problem)s."), problem=problem.strerror or problem
        ) from problem
    except UnicodeError as problem:
        raise UnreadableFile(
            _("The file is not text in the encoding %(encoding)s."), encoding=encoding
        ) from problem
    except LookupError as problem:
        raise UnreadableFile(_("There is no encoding %(encoding)s."), encoding=encoding) from problem


def _encoding_of(path: Path) -> str:
    """UTF-8, with or without a mark, or UTF-16 with one; else it can only be Windows-1252. Reads the file once."""
    with path.open("rb") as file:
        head = file.read(signatures.LONGEST)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if head.startswith(signatures.ZIP):
            raise UnreadableFile(_("This is a workbook or archive. Please save the sheet as CSV."))
        if head.startswith(NO_CSV):
            raise UnreadableFile(_("This is not a CSV file."))
        file.seek(0)
        decoder, utf8 = codecs.getincrementaldecoder("utf-8")(), True
        while chunk := file.read(CHUNK):
            if b"\0" in chunk:
                raise UnreadableFile(_("This is not a CSV file."))
            if utf8:
                try:
                    decoder.decode(chunk)
                except UnicodeDecodeError:
                    utf8 = False
    return "utf-8-sig" if utf8 else "cp1252"


def _delimiter_of(first: str, wanted: set[str]) -> str:
    """The delimiter that finds most of the columns one wants in the first line."""

    def found(delimiter: str) -> tuple[int, int]:
        names = next(csv.reader([first], delimiter=delimiter), [])
        return len(wanted.intersection(name.strip().lower() for name in names)), len(names)

    return max(DELIMITERS, key=found)
