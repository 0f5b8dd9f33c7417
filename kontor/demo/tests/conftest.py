"""The demonstration's files, written once for all its tests."""

import csv
from datetime import date
from pathlib import Path

import pytest

from kontor.demo.data.write import write_all

TODAY = date(2026, 11, 12)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("data")
    write_all(place, today=TODAY)
    return place


@pytest.fixture(scope="session")
def products(folder):
    return {row["number"]: row for row in lines(folder, "products.csv")}


def lines(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one of the files."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
