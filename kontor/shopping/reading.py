"""Reads article numbers and quantities out of what people type, paste or keep in tables (SH-4).

Nothing is lost and nothing is cut: whatever is not blank, a row of column titles or a note to Excel becomes a line, be
it understood or not. Whether a number exists and a quantity can be ordered is decided later (`understanding`).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

type Row = Sequence[str]


class Entered(NamedTuple):
    """A line as somebody wrote it: which article, and how many."""

    number: str
    quantity: str = ""


NUMBER_TITLES: Final = frozenset(
    [
        "number",
        "no",
        "nr",
        "num",
        "item",
        "itemno",
        "itemnumber",
        "itemnr",
        "article",
        "articleno",
        "articlenumber",
        "articlenr",
        "product",
        "productno",
        "productnumber",
        "productcode",
        "sku",
        "part",
        "partno",
        "partnumber",
        "code",
        "gtin",
        "ean",
        "eancode",
        "gtinean",
        "material",
        "materialno",
        "yournumber",
        "ournumber",
        "yourarticlenumber",
        "ourarticlenumber",
        "makersnumber",
        "customernumber",
        "artikel",
        "artikelnummer",
        "artikelnr",
        "artnr",
        "artnummer",
        "bestellnummer",
        "bestellnr",
        "materialnummer",
        "materialnr",
        "sachnummer",
        "nummer",
        "teilenummer",
        "produktnummer",
        "produktnr",
        "ihreartikelnummer",
        "ihrenummer",
        "unserenummer",
        "herstellernummer",
        "kundenartikelnummer",
        "kundenartikelnr",
        "lieferantenartikelnummer",
        "vare",
        "varenummer",
        "varenr",
        "artikkel",
        "artikkelnummer",
        "artikkelnr",
        "produkt",
        "delenummer",
        "delenr",
        "dinvare",
        "dittnummer",
        "vartnummer",
        "vårtnummer",
        "leverandørensvarenummer",
        "produsentensnummer",
        "bestillingsnummer",
    ]
)
QUANTITY_TITLES: Final = frozenset(
    [
        "quantity",
        "qty",
        "pcs",
        "pieces",
        "count",
        "orderquantity",
        "ordered",
        "units",
        "menge",
        "anzahl",
        "stück",
        "stückzahl",
        "stk",
        "bestellmenge",
        "mng",
        "anz",
        "antall",
        "mengde",
        "ant",
        "bestiltantall",
        "kvantum",
    ]
)
UNITS: Final = (
    r"(?:x|×|\*|stk|stck|stück|st|pcs|pc|pieces?|ea|kg|m|l|lfm|paar|par|pairs?|pkg|pk|pakker?|packs?|packung(?:en)?"
    r"|fat|fass|drums?|sett|sets?)\.?"
)
GROUPED: Final = r"\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,3})?"
PLAIN: Final = r"\d{1,9}(?:[.,]\d{1,3})?"
AMOUNT: Final = rf"[+\-−]?(?:{GROUPED}|{PLAIN})"

QUANTITY: Final = re.compile(rf"(?:[x×*]\s*)?{AMOUNT}(?:\s*{UNITS})?", re.IGNORECASE)
TIMES_BEFORE: Final = re.compile(
    rf"({AMOUNT})\s*(?:[x×*]\s+(?=\S)|[x×*](?=[a-z]{{2,}}[-\s]?\d)|{UNITS}\s+(?=\S))(.+)", re.IGNORECASE
)
QUANTITY_LAST: Final = re.compile(rf"(\S.*?)\s+((?:[x×*]\s*)?{AMOUNT}(?:\s*{UNITS})?)", re.IGNORECASE)
QUANTITY_FIRST: Final = re.compile(rf"({AMOUNT})\s+(\S.*)")
CODE: Final = re.compile(r"(?=.*\d)\S+")
# A comma between cells, not within a decimal number that follows a space.
COMMA: Final = re.compile(r"^\S+$|,\s|\",|,\"|\D,|,\D")
DELIMITERS: Final = "\t;"
MOST_COLUMNS: Final = 50
SEPARATOR_NOTE: Final = re.compile(r"sep=(.)")


def read_text(text: str) -> list[Entered]:
    """Lines of a pasted text or a CSV, whatever separates their cells."""
    lines = text.removeprefix("\ufeff").splitlines()
    if lines and (note := SEPARATOR_NOTE.fullmatch(lines[0].strip().strip('"'))):
        delimiter: str | None = note[1]
        lines = lines[1:]
    else:
        delimiter = _delimiter(lines)
    if delimiter is None:
        return read_rows([[line] for line in lines])
    return read_rows(_cells("\n".join(lines), delimiter), loose=delimiter == ",")


def read_rows(rows: Iterable[Row], *, loose: bool = False) -> list[Entered]:
    """Lines of a table. `loose`: a comma between two figures may have meant a decimal comma."""
    filled = [[_tidy(cell) for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    titles = _titles(filled[0]) if filled else None
    if titles:
        filled = filled[1:]
    columns = _columns(filled, titles)
    return [_line(row, columns, loose=loose and titles is None) for row in filled]


class Columns(NamedTuple):
    """Where a table has its article numbers and its quantities."""

    number: int
    quantity: int | None


def _tidy(cell: str) -> str:
    return " ".join(cell.split())


def _delimiter(lines: Sequence[str]) -> str | None:
    """What separates the cells: what half of the lines have, a tab before a semicolon before a comma."""
    seen = [line for line in lines if line.strip()][:200]
    for delimiter in DELIMITERS:
        if seen and sum(delimiter in line.strip() for line in seen) * 2 >= len(seen):
            return delimiter
    if seen and sum("," in line and COMMA.search(line.strip()) is not None for line in seen) * 2 >= len(seen):
        return ","
    return None


def _cells(text: str, delimiter: str) -> list[list[str]]:
    """Cells as a CSV has them; where the quotes do not match, they are plain characters and each line a row."""
    try:
        return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error:
        return [[cell.strip().strip('"') for cell in line.split(delimiter)] for line in text.splitlines()]


def _plain_title(cell: str) -> str:
    letters = unicodedata.normalize("NFC", cell).casefold()
    return "".join(sign for sign in letters if sign.isalpha())


def _titles(row: Row) -> Columns | None:
    """Which columns the titles of a table name; None where the first row has no titles."""
    words = [_plain_title(cell) for cell in row]
    if len(row) == 1 and " " in row[0]:
        words = [_plain_title(word) for word in row[0].split()]
        if not all(word in NUMBER_TITLES | QUANTITY_TITLES for word in words):
            return None
        return Columns(0, None)
    if any(any(sign.isdigit() for sign in cell) for cell in row):
        return None
    number = next((place for place, word in enumerate(words) if word in NUMBER_TITLES), None)
    quantity = next((place for place, word in enumerate(words) if word in QUANTITY_TITLES), None)
    if number is None and quantity is None:
        return None
    if number is None:
        number = 0 if quantity != 0 else 1
    return Columns(number, quantity)


def _columns(rows: Sequence[Row], titles: Columns | None) -> Columns:
    """Numbers and quantities as titles say, else where most cells look like them."""
    if titles is not None and titles.quantity is not None:
        return titles
    table = [row for row in rows if sum(map(bool, row)) > 1][:500]
    width = min(max(map(len, table), default=1), MOST_COLUMNS)
    if width < 2:
        return titles or Columns(0, 1)
    cells = [[row[place] for row in table if place < len(row) and row[place]] for place in range(width)]
    quantities = [place for place in range(width) if _share(cells[place], QUANTITY) > 0.5]
    if titles is not None:
        number = titles.number
    else:
        others = [place for place in range(width) if cells[place] and place not in quantities]
        if others:
            number = max(others, key=lambda place: (_share(cells[place], CODE), -place))
        else:
            number = max(range(width), key=lambda place: (median(map(len, cells[place] or [""])), -place))
    after = [place for place in quantities if place > number]
    before = [place for place in quantities if place < number]
    if not after and not before:
        return Columns(number, number + 1 if number + 1 < width else number - 1)
    return Columns(number, after[0] if after else before[-1])


def _share(cells: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(cell) is not None for cell in cells) / len(cells) if cells else 0.0


def _line(row: Row, columns: Columns, *, loose: bool) -> Entered:
    filled = [place for place, cell in enumerate(row) if cell]
    if len(filled) == 1:
        cell = row[filled[0]]
        is_quantity = filled[0] == columns.quantity and QUANTITY.fullmatch(cell)
        return Entered("", cell) if is_quantity else read_line(cell)
    number = row[columns.number] if columns.number < len(row) else ""
    quantity = row[columns.quantity] if columns.quantity is not None and columns.quantity < len(row) else ""
    if not number and not quantity:  # nothing where it should be: better shown as it is than dropped
        return Entered(" ".join(cell for cell in row if cell))
    if loose and columns.quantity is not None:
        figures = [cell for cell in row[columns.quantity :] if cell]
        if len(figures) > 1 and all(cell.isdigit() for cell in figures):
            quantity = " , ".join(figures)  # 2,5 or 2 and 5? The reader decides.
    return Entered(number, _without_sign(quantity))


def read_line(text: str) -> Entered:
    """A line that nothing separates but spaces: "HI-440718 4", "4 HI-440718", "2x HI-440718", "HI-440718 2 stk"."""
    text = _tidy(text)
    for delimiter in DELIMITERS:
        if delimiter in text:
            number, _, quantity = text.rpartition(delimiter)
            return Entered(_tidy(number.replace(delimiter, " ")), _without_sign(_tidy(quantity)))
    if _is_gtin(text):
        return Entered(text)
    if match := TIMES_BEFORE.fullmatch(text):
        return Entered(match[2].strip(), match[1])
    last, first = QUANTITY_LAST.fullmatch(text), QUANTITY_FIRST.fullmatch(text)
    if last and first and first[2].isdigit() and len(first[2]) > len(first[1]):
        last = None  # "4 440718": the longer one is the article
    if last:
        return Entered(last[1], _without_sign(last[2]))
    if first:
        return Entered(first[2], first[1])
    return Entered(text)


def _is_gtin(text: str) -> bool:
    """Whether figures, perhaps in groups, are a GTIN: its length and its check digit (GS1 General Specifications)."""
    figures = text.replace(" ", "")
    if not (figures.isascii() and figures.isdigit() and len(figures) in (8, 12, 13, 14)):
        return False
    weighted = sum(int(figure) * (3 if place % 2 else 1) for place, figure in enumerate(reversed(figures)))
    return weighted % 10 == 0


def _without_sign(quantity: str) -> str:
    """The quantity without the sign of multiplication or the unit around it: "x 2" → "2", "2 stk" → "2"."""
    if not QUANTITY.fullmatch(quantity):
        return quantity
    found = re.search(AMOUNT, quantity)
    return found[0] if found else quantity
