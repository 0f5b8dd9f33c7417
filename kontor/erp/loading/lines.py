"""Line by line: from the cells of a file to a row of the temporary table, or to what is said about the line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kontor.erp.errors import Refused
from kontor.erp.loading.kind import Kind
from kontor.erp.loading.mapping import Reader
from kontor.erp.loading.reading import Line, Source
from kontor.erp.loading.staging import NOTED, REFUSED, Told

type Row = tuple[Any, ...]

LONGEST_SAID = 200


class Lines:
    """Reads a source for a kind. Counts the lines that were read, and those that are not meant for it."""

    def __init__(self, source: Source, reader: Reader, kind: Kind) -> None:
        self.source, self.reader, self.kind = source, reader, kind
        self.read = 0
        self.passed_over = 0
        self._names = [*(column.name for column in kind.columns), *kind.derived]

    def __iter__(self) -> Iterator[Row | Told]:
        """Rows for the temporary table, and entries of the report."""
        for line in self.source:
            self.read += 1
            cells = line.cells
            if extra := len(cells) - self.reader.width:
                if extra < 0:
                    yield Told(line.number, REFUSED, "too_few_cells", "", _said(cells))
                    continue
                if any(cells[self.reader.width :]):
                    yield Told(line.number, REFUSED, "too_many_cells", "", _said(cells))
                    continue
            if self.reader.passes_over(cells):
                self.passed_over += 1
                continue
            yield from self._understood(line)

    def _understood(self, line: Line) -> Iterator[Row | Told]:
        """The line as a row, or everything that is wrong with it."""
        numbers = self.reader.number(line.cells)
        row: dict[str, Any] = {}
        problems: list[Refused] = []
        try:
            self.reader.check(line.cells)
            for column in self.kind.columns:
                name = column.name
                try:
                    said = numbers.get(name) or self.reader.text(name, line.cells)
                    if said:
                        row[name] = column.parse(said)
                    elif column.needed:
                        raise Refused("missing", "")
                    else:
                        row[name] = column.default
                except Refused as problem:
                    problem.field = name
                    problems.append(problem)
            if not problems:
                for reason, field, said in self.kind.complete(row):
                    yield Told(line.number, NOTED, reason, field, _clean(said))
        except Refused as problem:
            problems.append(problem)
        for wrong in problems:
            yield Told(line.number, REFUSED, wrong.reason, wrong.field, _clean(wrong.said))
        if not problems:
            yield (line.number, *(row[name] for name in self._names))


def _said(cells: list[str]) -> str:
    return _clean(" | ".join(cells))


def _clean(said: str) -> str:
    return said.replace("\0", "")[:LONGEST_SAID]
