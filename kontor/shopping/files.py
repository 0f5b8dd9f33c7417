"""Files of a quick order: text in any of the ways that Excel and ERP systems write it, or an Excel workbook (SH-4).

What a file is, its content tells (`kit.uploads`). What cannot be read is refused with a sentence that says what to do.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kontor.kit.errors import DomainError
from kontor.kit.formats import number
from kontor.kit.tables import decode
from kontor.kit.uploads import Kind, check_upload
from kontor.shopping.reading import Entered, read_rows, read_text

MAX_BYTES: Final = 5_000_000
MAX_LINES: Final = 10_000
MAX_ROWS: Final = 100_000
SECONDS: Final = 20
TOO_MANY, DAMAGED = 3, 2  # how `workbook.py` ends


class FileProblem(DomainError):
    """A file that no lines can be read from."""

    code = "quick_order.file"
    field = "file"


class TooManyLines(DomainError):
    """More lines than a quick order holds; none were taken, so that none are cut."""

    code = "quick_order.too_many_lines"
    message = _(
        "That would be %(count)s lines; a quick order holds at most %(limit)s. "
        "Nothing was taken. Please send them in parts."
    )

    def __init__(self, count: int, *, more: bool = False, field: str | None = None) -> None:
        super().__init__(field=field, count=f"{number(count)}{'+' if more else ''}", limit=number(MAX_LINES))


def read_file(upload: UploadedFile[Any]) -> list[Entered]:
    """The lines of a file. Raises `UploadRefused`, `FileProblem` or `TooManyLines`, all for the field `file`."""
    kind = check_upload(upload, allowed=(Kind.CSV, Kind.TXT, Kind.XLSX), max_size=MAX_BYTES)
    content = upload.read()
    lines = read_rows(_workbook(content)) if kind is Kind.XLSX else read_lines(_text(content), field="file")
    if not lines:
        raise FileProblem(_("There are no lines in this file."))
    if len(lines) > MAX_LINES:
        raise TooManyLines(len(lines), field="file")
    return lines


def read_lines(text: str, *, field: str) -> list[Entered]:
    """The lines of a text. Raises `TooManyLines` before reading what is far too long, blank lines and all."""
    if text.count("\n") > MAX_ROWS:
        raise TooManyLines(MAX_ROWS, more=True, field=field)
    return read_text(text)


def _text(content: bytes) -> str:
    text = decode(content)
    if "\x00" in text:
        raise FileProblem(_("This file is no text. Save it anew as CSV and send it again."))
    return text


def _workbook(content: bytes) -> list[list[str]]:
    """The rows of a workbook's first sheet that has any, read in a process of its own with limits."""
    command = [sys.executable, "-I", str(Path(__file__).with_name("workbook.py")), str(MAX_ROWS)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired as error:
        raise FileProblem(_TOO_MUCH) from error
    if done.returncode == TOO_MANY:
        raise TooManyLines(MAX_ROWS, more=True, field="file")
    if done.returncode == DAMAGED:
        raise FileProblem(
            _("This workbook is damaged or has a password. Save it anew with Excel and send it again.")
        )
    if done.returncode:
        raise FileProblem(_TOO_MUCH)
    rows: list[list[object]] = json.loads(done.stdout)
    comma = not (get_language() or "en").startswith("en")
    return [[_written(cell, comma=comma) for cell in row] for row in rows]


def _written(cell: object, *, comma: bool) -> str:
    """A cell as the reader would write it: 4.0 → "4", 2.5 → "2,5" where one writes a comma."""
    if isinstance(cell, float):
        if cell.is_integer():
            return str(int(cell))
        return repr(cell).replace(".", ",") if comma else repr(cell)
    return str(cell)


_TOO_MUCH: Final = _(
    "This workbook holds far more than a list of lines. Copy the lines into a new one, or send a CSV."
)
