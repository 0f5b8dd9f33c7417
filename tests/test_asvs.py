"""`docs/security/asvs.csv` (OWASP ASVS 5.0, level 2) names only what exists."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE: Final = ROOT / "docs" / "security" / "asvs.csv"
COLUMNS: Final = ["id", "level", "requirement", "how it is met, or why not", "shown by"]
# What is not met yet, and what is not met on purpose.
UNSHOWN: Final = ("open", "exception")

with TABLE.open(newline="") as table:
    ROWS: Final = list(csv.DictReader(table))


def test_each_requirement_stands_there_once_with_an_answer() -> None:
    assert list(ROWS[0]) == COLUMNS
    numbers = [row["id"] for row in ROWS]
    assert len(numbers) == len(set(numbers))
    assert all(row[column].strip() for row in ROWS for column in COLUMNS)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["shown by"] not in UNSHOWN], ids=lambda row: row["id"]
)
def test_what_shows_it_exists(row: dict[str, str]) -> None:
    """Tests, or the files in which one can read it."""
    for shown in row["shown by"].split("; "):
        path, _colons, name = shown.partition("::")
        source = (ROOT / path).read_text()
        assert not name or f"def {name}(" in source
