"""Writes the demonstration's files.

python -m kontor.demo.data.write DIR [YYYY-MM-DD]
"""

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kontor.demo.data import article_numbers, companies, orders, prices, products
from kontor.demo.data.samples import write_samples

# In this order they are to be loaded.
FILES = ("companies.csv", "products.csv", "prices.csv", "article-numbers.csv", "orders.csv")


def write_all(folder: Path, *, today: date) -> None:
    """Write every file of the demonstration as of that day; the same day gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "companies.csv", companies.HEADER, companies.rows())
    _write(folder / "products.csv", products.HEADER, products.rows(today))
    _write(folder / "prices.csv", prices.HEADER, prices.rows(today))
    _write(folder / "article-numbers.csv", article_numbers.HEADER, article_numbers.rows(today))
    _write(folder / "orders.csv", orders.HEADER, orders.rows(today))
    write_samples(folder / "samples")


def _write(path: Path, header: str, rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    today = date.fromisoformat(sys.argv[2]) if len(sys.argv) == 3 else date.today()  # noqa: DTZ011 - local day
    write_all(Path(sys.argv[1]), today=today)
    return 0


if __name__ == "__main__":
    sys.exit(main())
