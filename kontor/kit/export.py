"""Lists as files for Excel: CSV as it streams, and XLSX.

A cell that begins with =, +, −, @, tab, carriage return or NUL would become a formula in Excel; a quote before it keeps
it a text. The rows are read while the file is made, in a transaction of its own under the reader's scope.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from tempfile import TemporaryFile
from typing import Final

import xlsxwriter
from django.http import FileResponse, StreamingHttpResponse

from kontor.kit.formats import reader
from kontor.kit.scope import Scope, acting_in

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

type Cell = str | int | Decimal | dt.date | None
type Row = Sequence[Cell]


def harmless(text: str) -> str:
    """The text as a cell that no program takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_response(
    name: str, titles: Sequence[str], rows: Iterable[Row], *, scope: Scope
) -> StreamingHttpResponse:
    """A CSV file as the reader's Excel opens it: UTF-8 with a mark; semicolon and decimal comma but in English."""
    comma = reader() != "en"
    response = StreamingHttpResponse(
        _csv_lines(titles, rows, scope, comma=comma), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Line:
    """A file of one line, so that what the csv module writes can be sent on at once."""

    def write(self, line: str) -> str:
        return line


def _csv_lines(titles: Sequence[str], rows: Iterable[Row], scope: Scope, *, comma: bool) -> Iterator[bytes]:
    write = csv.writer(_Line(), delimiter=";" if comma else ",").writerow
    yield ("\N{ZERO WIDTH NO-BREAK SPACE}" + str(write(titles))).encode()
    with acting_in(scope):
        for row in rows:
            yield str(write([_as_text(cell, comma=comma) for cell in row])).encode()


def _as_text(cell: Cell, *, comma: bool) -> str:
    match cell:
        case None:
            return ""
        case str():
            return harmless(cell)
        case Decimal():
            return f"{cell:f}".replace(".", ",") if comma else f"{cell:f}"
        case _:
            return str(cell)


def xlsx_response(name: str, titles: Sequence[str], rows: Iterable[Row], *, scope: Scope) -> FileResponse:
    """An Excel file: titles stay in view, amounts are numbers, dates are dates, texts never formulas."""
    file = TemporaryFile()  # noqa: SIM115 – the answer closes it
    book = xlsxwriter.Workbook(
        file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet()
    bold, amount = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(titles) - 1, 18)
    for column, title in enumerate(titles):
        sheet.write_string(0, column, title, bold)
    with acting_in(scope):
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                match cell:
                    case None:
                        pass
                    case str():
                        sheet.write_string(line, column, cell)
                    case Decimal():
                        sheet.write_number(line, column, float(cell), amount)
                    case int():
                        sheet.write_number(line, column, cell)
                    case _:
                        sheet.write_datetime(line, column, dt.datetime.combine(cell, dt.time()), date)
    book.close()
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)
