"""What a file's columns mean: a TOML file that says it for files that are not in our own format.

docs/guide/loading.md describes it. Without a mapping, columns mean what they are called.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from django.utils.translation import gettext_lazy as _

from kontor.erp.errors import BadMapping, Refused, UnreadableFile

KINDS: Final = ("companies", "products", "prices", "orders", "article-numbers")
SHIPPED: Final = Path(__file__).resolve().parent.parent / "mappings"
PLACE: Final = re.compile(r"\{([^{}]+)\}")
ANY_OTHER: Final = "*"

type Cell = Callable[[Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Rule:
    """Lines that are refused, or passed over, because a column looks like this."""

    column: str
    pattern: re.Pattern[str]
    reason: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """What the mapping says about one kind."""

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    remove: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    capitals: frozenset[str] = frozenset()
    dates: Mapping[str, str] = field(default_factory=dict)
    numbered: Mapping[str, str] = field(default_factory=dict)
    once_per: tuple[str, ...] = ()
    pass_over: tuple[Rule, ...] = ()
    refuse: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class FileMapping:
    """A mapping file: how files are written, what has to be there first, and a part per kind."""

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    time_zone: str = ""
    entities: tuple[dict[str, Any], ...] = ()
    areas: tuple[dict[str, Any], ...] = ()
    parts: Mapping[str, Part] = field(default_factory=dict)

    def part(self, kind: str) -> Part:
        if self.parts and kind not in self.parts:
            raise BadMapping(problem=f"it has no section [{kind}]")
        return self.parts.get(kind, Part())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a mapping; a bare name such as `online-retail` is one of those that come with Kontor."""
        shipped = SHIPPED / f"{path.name.removesuffix('.toml')}.toml"
        if not path.exists() and path.name == str(path) and shipped.exists():
            path = shipped
        try:
            with path.open("rb") as file:
                content = tomllib.load(file)
        except OSError as problem:
            raise BadMapping(problem=problem.strerror or str(problem)) from problem
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            raise BadMapping(problem=str(problem)) from problem
        try:
            parts: dict[str, Part] = {kind: _part(content.pop(kind)) for kind in KINDS if kind in content}
            if not parts:
                raise BadMapping(problem="it has no section such as [orders]")
            entities, areas = (tuple(content.pop(name, ())) for name in ("entities", "areas"))
            return cls(**content, entities=entities, areas=areas, parts=parts)
        except (TypeError, AttributeError, KeyError) as problem:
            raise BadMapping(problem=str(problem)) from problem
        except re.error as problem:
            raise BadMapping(
                problem=f"{problem.pattern!r} is not a regular expression: {problem}"
            ) from problem


def _part(content: dict[str, Any]) -> Part:
    refuse, pass_over = (
        tuple(_rule(rule) for rule in content.pop(name, ())) for name in ("refuse", "pass_over")
    )
    return Part(
        columns={name: str(template) for name, template in content.pop("columns", {}).items()},
        values={name: dict(table) for name, table in content.pop("values", {}).items()},
        remove={name: re.compile(pattern) for name, pattern in content.pop("remove", {}).items()},
        capitals=frozenset(content.pop("capitals", ())),
        once_per=tuple(content.pop("once_per", ())),
        refuse=refuse,
        pass_over=pass_over,
        **content,
    )


def _rule(rule: dict[str, str]) -> Rule:
    return Rule(rule["column"], re.compile(rule["matches"]), rule.get("reason", ""), rule.get("says", ""))


class Reader:
    """Makes our columns' texts out of a line's cells, for one file and one kind."""

    def __init__(
        self, part: Part, header: Sequence[str], wanted: Sequence[str], needed: Sequence[str]
    ) -> None:
        self._places = {name.lower(): index for index, name in enumerate(header)}
        if len(self._places) != len(header):
            twice = sorted(
                {name for name in header if [each.lower() for each in header].count(name.lower()) > 1}
            )
            raise UnreadableFile(_("The header names a column twice: %(columns)s."), columns=", ".join(twice))
        self._part = part
        self._used: set[int] = set()
        self._counters: dict[str, int] = {}
        if unknown := [name for name in part.columns if name not in wanted]:
            raise BadMapping(problem=f"there is no column {', '.join(unknown)}")
        missing = [
            name
            for name in needed
            if name not in part.columns and name not in part.numbered and name not in self._places
        ]
        if missing:
            raise UnreadableFile(
                _("The header lacks %(missing)s; it has: %(header)s."),
                missing=", ".join(missing),
                header=", ".join(header)[:300],
            )
        self._cells = {name: self._cell(name) for name in wanted}
        self._passed_over = [(self._index(rule.column), rule) for rule in part.pass_over]
        self._refused = [(self._index(rule.column), rule) for rule in part.refuse]
        self.width = len(header)
        self.unused = [name for index, name in enumerate(header) if index not in self._used and name]

    @property
    def theirs(self) -> dict[str, str]:
        """What the file calls our columns that the mapping takes from others: "CustomerID" for our `company`."""
        taken = {name: PLACE.split(template)[1::2] for name, template in self._part.columns.items()}
        return {name: ", ".join(columns) for name, columns in taken.items() if columns}

    def passes_over(self, cells: Sequence[str]) -> bool:
        """Whether the line is not meant for this kind."""
        return any(rule.pattern.search(cells[index]) for index, rule in self._passed_over)

    def number(self, cells: Sequence[str]) -> dict[str, str]:
        """Running numbers, such as the position within an order; refused lines count too, so that numbers stay."""
        numbers = {}
        for name, within in self._part.numbered.items():
            key = self._cells[within](cells)
            self._counters[key] = count = self._counters.get(key, 0) + 1
            numbers[name] = str(count)
        return numbers

    def check(self, cells: Sequence[str]) -> None:
        """Raise `Refused` for lines that the mapping refuses."""
        for index, rule in self._refused:
            if rule.pattern.search(cells[index]):
                raise Refused(rule.reason, cells[index], rule.column)

    def text(self, name: str, cells: Sequence[str]) -> str:
        """What the line says for one of our columns. Raises `Refused` for a value that the mapping does not know."""
        said = self._cells[name](cells).strip()
        if (pattern := self._part.remove.get(name)) is not None:
            said = pattern.sub("", said)
        if name in self._part.capitals:
            said = said.upper()
        if said and (table := self._part.values.get(name)) is not None:
            if (value := table.get(said, table.get(ANY_OTHER))) is None:
                raise Refused("not_mapped", said)
            return value
        return said

    def _index(self, column: str) -> int:
        index = self._places.get(column.lower())
        if index is None:
            raise UnreadableFile(_("The header lacks %(column)s, which the mapping names."), column=column)
        self._used.add(index)
        return index

    def _cell(self, name: str) -> Cell:
        """How to get a column's text: a cell, a constant, or a text with cells in it such as `Customer {No}`."""
        template = self._part.columns.get(name)
        if template is None:
            if name not in self._places:
                return _constant("")
            template = f"{{{name}}}"
        # Every second piece is the name of a column.
        pieces = PLACE.split(template)
        if len(pieces) == 1:
            return _constant(template)
        if len(pieces) == 3 and not pieces[0] and not pieces[2]:
            index = self._index(pieces[1])
            return lambda cells: cells[index]
        indexes = [self._index(column) for column in pieces[1::2]]

        def filled(cells: Sequence[str]) -> str:
            values = [cells[index] for index in indexes]
            if not all(values):
                return ""
            texts = [text for pair in zip(pieces[::2], [*values, ""], strict=True) for text in pair]
            return "".join(texts)

        return filled


def _constant(text: str) -> Cell:
    return lambda _: text
