"""Reads one Excel workbook from standard input and writes its rows as JSON; a program of its own.

Files come from outside, so it runs with little memory and little time, imports nothing of Kontor's, and dies rather
than take the web process along. Ends with 2 where the workbook is damaged and 3 where it has too many rows.
"""

from __future__ import annotations

import io
import json
import resource
import sys

MOST_COLUMNS = 50  # nothing of a list of lines stands further right
MEMORY = 768 * 1024 * 1024
SECONDS = 15
DAMAGED, TOO_MANY = 2, 3


def main(most_rows: int) -> int:
    """Write the rows of the first sheet that has any; blank rows do not count."""
    from python_calamine import CalamineError, CalamineWorkbook

    content = sys.stdin.buffer.read()
    rows: list[list[object]] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names:
            for whole_row in workbook.get_sheet_by_name(name).iter_rows():
                row = whole_row[:MOST_COLUMNS]
                if any(cell not in ("", None) for cell in row):
                    rows.append([cell if isinstance(cell, int | float | str) else str(cell) for cell in row])
                    if len(rows) > most_rows:
                        return TOO_MANY
            if rows:
                break
    except (CalamineError, OSError, ValueError, KeyError):
        return DAMAGED
    json.dump(rows, sys.stdout)
    return 0


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    raise SystemExit(main(int(sys.argv[1])))
