"""Loading what other systems own, from files.

One transaction per file: a bad line never stops the good ones, and a load that breaks off leaves nothing behind.
The same file once more changes nothing. Nobody gets mail because of a load.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path
from typing import Any, Final

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kontor.erp import setup
from kontor.erp.actors import LOAD
from kontor.erp.errors import UnreadableFile
from kontor.erp.loading.article_numbers import ArticleNumbers
from kontor.erp.loading.companies import Companies
from kontor.erp.loading.kind import Kind, Options
from kontor.erp.loading.lines import Lines
from kontor.erp.loading.mapping import FileMapping, Reader
from kontor.erp.loading.orders import Orders
from kontor.erp.loading.prices import Prices
from kontor.erp.loading.products import Products
from kontor.erp.loading.reading import open_csv
from kontor.erp.loading.staging import NOTED, REFUSED, Counts, Staging, Told
from kontor.erp.report import write_report
from kontor.journal.actions import record
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import Operator

KINDS: Final[dict[str, type[Kind]]] = {
    kind.name: kind for kind in (Companies, Products, Prices, Orders, ArticleNumbers)
}
BATCH: Final = 5_000
LOCK: Final = 4_107_300  # one load at a time; the number means nothing but that


@dataclass(slots=True)
class Outcome:
    """What became of a file. Every line read is loaded, the same as an earlier one, passed over or refused."""

    kind: str
    read: int = 0
    passed_over: int = 0
    same: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    noted: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Counts] = field(default_factory=dict)
    unused_columns: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def loaded(self) -> int:
        return self.read - self.passed_over - self.same - sum(self.refused.values())

    def as_json(self) -> dict[str, Any]:
        rows = {name: [counts.new, counts.changed, counts.unchanged] for name, counts in self.rows.items()}
        return {"read": self.read, "loaded": self.loaded, "refused": self.refused, "rows": rows}


def load(
    kind: str,
    path: Path,
    *,
    by: SystemActor = LOAD,
    mapping: FileMapping | None = None,
    pictures: Path | None = None,
    report: Path | None = None,
    each: Callable[[Told, str], None] | None = None,
) -> Outcome:
    """Load a file of a kind: `companies`, `products`, `prices`, `orders` or `article-numbers`.

    `report` is written as CSV, a row for each line that was refused or needs a word; `each` is called with the same.
    Raises `UnreadableFile` and `BadMapping`; then nothing was loaded.
    """
    begun, mapping = time.monotonic(), mapping or FileMapping()
    part = mapping.part(kind)
    with acting_in(by):
        _one_at_a_time()
        setup.make_ready(mapping, by=by)
        loader = KINDS[kind](Options(by.name, mapping.decimal, mapping.time_zone, dict(part.dates), pictures))
        columns = {column.name: column.sql for column in loader.columns} | loader.derived
        staging = Staging(columns)
        staging.create()
        names = [column.name for column in loader.columns]
        needed = [column.name for column in loader.columns if column.needed]
        with open_csv(
            path, wanted=set(names), encoding=mapping.encoding, delimiter=mapping.delimiter
        ) as source:
            reader = Reader(part, source.header, names, needed)
            lines = Lines(source, reader, loader)
            for batch in batched(lines, BATCH, strict=False):
                staging.copy(entry for entry in batch if not isinstance(entry, Told))
                staging.tell(entry for entry in batch if isinstance(entry, Told))
        if not lines.read:
            raise UnreadableFile(_("The file has a header and no lines."))
        same = loader.check(staging, once_per=part.once_per)
        outcome = Outcome(kind, lines.read, lines.passed_over, same, unused_columns=reader.unused)
        outcome.rows = loader.merge(staging)
        staging.name_fields(reader.theirs)
        outcome.refused, outcome.noted = staging.count(REFUSED), staging.count(NOTED)
        record(f"{kind.replace('-', '_')}.loaded", Operator(pk=1), by=by, **outcome.as_json())
        own_words = {rule.reason: rule.says for rule in part.refuse if rule.says}
        write_report(staging.told(), report, each, own_words)
    outcome.seconds = time.monotonic() - begun
    return outcome


def _one_at_a_time() -> None:
    """Wait until no other load runs: two at once could lock each other out halfway."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
