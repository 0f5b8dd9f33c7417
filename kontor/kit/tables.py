"""Text tables as people have them: CSV in any encoding and with any delimiter, read without losing a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

DELIMITERS: Final = ";\t,"


def decode(content: bytes) -> str:
    """Text as UTF-8 or UTF-16 with its mark, else as Windows-1252, which Excel means by "CSV"."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:  # the five bytes that Windows-1252 leaves open
        return content.decode("latin-1")


def delimiter_of(text: str) -> str:
    """What separates the cells: what the first line that is not blank has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def read_table(text: str, delimiter: str) -> list[list[str]]:
    """The rows that are not blank, their cells without spaces around; where quotes do not match they are plain characters."""
    lines = text.removeprefix("\ufeff").splitlines()
    try:
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter, strict=True))
    except csv.Error:
        rows = [line.split(delimiter) for line in lines]
    tidy = ([" ".join(cell.split()) for cell in row] for row in rows)
    return [row for row in tidy if any(row)]


def write_table(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """The same the other way round."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return written.getvalue()
