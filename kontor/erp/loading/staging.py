"""The temporary tables of a load, and the statements that check and merge what lies in them.

Lines are copied into `staged`. A check moves the lines it refuses into `told`, from where the report is written. All
of it belongs to one transaction and is gone after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection

REFUSED: Final = "refused"
NOTED: Final = "noted"


@dataclass(slots=True)
class Counts:
    """What became of the rows of one table."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the report: a line that was refused, or loaded with something to know about it."""

    line: int
    what: str
    reason: str
    field: str
    said: str


@dataclass(slots=True)
class Staging:
    """The temporary tables of one load. `columns` are those of `staged`, with their types, after `line`."""

    columns: dict[str, str]
    notes: dict[str, int] = field(default_factory=dict)

    def create(self) -> None:
        # A second load in the same transaction finds the tables of the first.
        for table in ("staged", "told", "fresh"):
            self.run(f"DROP TABLE IF EXISTS pg_temp.{table}")
        columns = ", ".join(f'"{name}" {kind}' for name, kind in self.columns.items())
        self.run(f"CREATE TEMPORARY TABLE staged (line bigint NOT NULL, {columns}) ON COMMIT DROP")
        self.run(
            "CREATE TEMPORARY TABLE told (line bigint, what text, reason text, field text, said text) ON COMMIT DROP"
        )

    def copy(self, rows: Iterable[Sequence[Any]]) -> None:
        """Append rows of `line` and the columns in their order."""
        names = ", ".join(f'"{name}"' for name in self.columns)
        self._copy(f"COPY staged (line, {names}) FROM STDIN", rows)

    def tell(self, entries: Iterable[Told]) -> None:
        rows = ((told.line, told.what, told.reason, told.field, told.said) for told in entries)
        self._copy("COPY told (line, what, reason, field, said) FROM STDIN", rows)

    def _copy(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def run(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run a statement; the number of rows it touched."""
        with connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return int(cursor.rowcount)

    def one(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values or None)
            return tuple(cursor.fetchone())

    def all(self, statement: str) -> list[Any]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return [tuple(row) for row in cursor.fetchall()]

    def index(self, *columns: str) -> None:
        """Once everything is copied: make look-ups by these columns quick, and let the planner know the sizes."""
        self.run(f"CREATE INDEX ON staged ({', '.join(columns)})")
        self.run("ANALYZE staged")

    def refuse(self, reason: str, where: str, *, field: str, said: str = "", using: str = "") -> int:
        """Move the lines that meet a condition from `staged` (as `s`) to the report."""
        source = f"USING {using}" if using else ""
        return self.run(
            f"""WITH bad AS (DELETE FROM staged s {source} WHERE {where}
                             RETURNING s.line, {said or f"s.{field}"} AS said)
                INSERT INTO told SELECT DISTINCT ON (line) line, '{REFUSED}', '{reason}', '{field}', said::text FROM bad"""  # noqa: S608
        )

    def note(self, reason: str, where: str, *, field: str, said: str = "") -> int:
        """Say something about lines that are loaded all the same."""
        return self.run(
            f"""INSERT INTO told SELECT s.line, '{NOTED}', '{reason}', '{field}', {said or f"s.{field}"}::text
                FROM staged s WHERE {where}"""  # noqa: S608
        )

    def refuse_repeated(self, *key: str, reason: str = "repeated") -> int:
        """The first line of a key stands; those after it are refused."""
        same = " AND ".join(f"earlier.{column} = s.{column}" for column in key)
        return self.refuse(
            reason,
            f"EXISTS (SELECT FROM staged earlier WHERE {same} AND earlier.line < s.line)",
            field=key[-1],
        )

    def drop_repeated(self, *key: str) -> int:
        """The first line of a key stands; those after it say the same thing once more and are passed over."""
        same = " AND ".join(f"earlier.{column} = s.{column}" for column in key)
        return self.run(
            f"DELETE FROM staged s WHERE EXISTS (SELECT FROM staged earlier WHERE {same} AND earlier.line < s.line)"  # noqa: S608
        )

    def merge(
        self, table: str, values: dict[str, str], *, key: Sequence[str], source: str, keep: Sequence[str] = ()
    ) -> Counts:
        """Insert or update rows of `table`; rows that are already so are left alone.

        `values` gives an SQL expression per column over `source` (what follows FROM); `key` are the columns of the
        unique constraint, `keep` those that are only set on new rows.
        """
        changing = [column for column in values if column not in key and column not in keep]
        quoted = {column: f'"{column}"' for column in values}
        differs = (
            f"""DO UPDATE SET {", ".join(f"{quoted[c]} = excluded.{quoted[c]}" for c in changing)}
                WHERE ({", ".join(f"kept.{quoted[c]}" for c in changing)})
                  IS DISTINCT FROM ({", ".join(f"excluded.{quoted[c]}" for c in changing)})"""
            if changing
            else "DO NOTHING"
        )
        new, changed, offered = self.one(
            f"""WITH offered AS MATERIALIZED (SELECT {", ".join(f"{sql} AS {quoted[c]}" for c, sql in values.items())} FROM {source}),
                merged AS (
                  INSERT INTO {table} AS kept ({", ".join(quoted.values())}) SELECT * FROM offered
                  ON CONFLICT ({", ".join(quoted[c] for c in key)}) {differs} RETURNING (kept.xmax = 0) AS new)
                SELECT (SELECT count(*) FILTER (WHERE new) FROM merged), (SELECT count(*) FILTER (WHERE NOT new) FROM merged),
                       (SELECT count(*) FROM offered)"""  # noqa: S608
        )
        return Counts(new, changed, offered - new - changed)

    # ── What the report says ─────────────────────────────────────────────────────

    def name_fields(self, theirs: Mapping[str, str]) -> None:
        """From here on the report calls fields as the file does."""
        if theirs:
            self.run(
                """UPDATE told SET field = names.theirs
                   FROM unnest(%(ours)s::text[], %(theirs)s::text[]) AS names (ours, theirs) WHERE field = names.ours""",
                {"ours": list(theirs), "theirs": list(theirs.values())},
            )

    def count(self, what: str) -> dict[str, int]:
        """How many lines per reason and field, as `missing company`. A line counts for the first thing that is wrong."""
        return dict(
            self.all(
                f"""SELECT rtrim(reason || ' ' || field) AS why, count(*)
                    FROM (SELECT DISTINCT ON (line) line, reason, field FROM told WHERE what = '{what}' ORDER BY line, ctid) firsts
                    GROUP BY why ORDER BY count(*) DESC, why"""  # noqa: S608 - a constant
            )
        )

    def told(self) -> Iterator[Told]:
        """The report's entries in the order of the file, as a stream."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DECLARE report NO SCROLL CURSOR FOR SELECT line, what, reason, field, said FROM told ORDER BY line, ctid"
            )
            while True:
                cursor.execute("FETCH 2000 FROM report")
                rows = cursor.fetchall()
                if not rows:
                    break
                for row in rows:
                    yield Told(*row)
            cursor.execute("CLOSE report")
