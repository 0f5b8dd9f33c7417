"""Files to load, written by the tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from kontor.erp.actions import Outcome, load
from kontor.erp.loading.staging import Told

type Load = Callable[..., Loaded]
type Row = dict[str, str]

COMPANY: Row = {
    "number": "300100",
    "name": "Vinge Bygg AS",
    "organisation_number": "310000027",
    "vat_number": "310000027MVA",
    "country": "NO",
    "language": "nb",
    "currency": "NOK",
    "entity": "NO",
    "partner": "hansa-nord",
    "tier": "gold",
    "group": "building",
    "email": "faktura@vinge.example",
    "phone": "22 00 00 09",
    "address_kind": "billing",
    "address_name": "Kontor",
    "street": "Gata 1",
    "postcode": "0150",
    "city": "Oslo",
    "address_country": "",
    "address_phone": "",
    "address_default": "yes",
}
PRODUCT: Row = {
    "number": "HI-100",
    "maker": "Nordhydraulikk",
    "maker_number": "NH 7/12-A",
    "gtin": "2000000000015",
    "area": "construction",
    "category": "filters/hydraulic",
    "category_nb": "Filtre > Hydraulikkfiltre",
    "category_de": "Filter > Hydraulikfilter",
    "category_en": "Filters > Hydraulic filters",
    "name_nb": "Returfilter",
    "name_de": "Rücklauffilter",
    "name_en": "Return filter",
    "unit": "piece",
    "pack_size": "1",
    "min_quantity": "1",
    "weight_kg": "1.25",
    "drawing": "",
    "warehouse": "Trondheim",
    "stock": "12",
    "active": "yes",
}
PRICE: Row = {
    "list": "LIST-2027",
    "list_name": "General list 2027",
    "list_kind": "general",
    "company": "",
    "group": "",
    "product": "HI-440718",
    "from_quantity": "1",
    "price": "612.50",
    "per": "1",
    "currency": "NOK",
    "valid_from": "2027-01-01",
    "valid_to": "",
    "net": "no",
}
ORDER: Row = {
    "number": "E-1",
    "company": "104233",
    "placed_at": "2026-03-02T09:30:00+01:00",
    "ordered_by": "",
    "channel": "phone",
    "customer_reference": "FB-77",
    "currency": "NOK",
    "ship_name": "Lager",
    "ship_street": "Gata 2",
    "ship_postcode": "7037",
    "ship_city": "Trondheim",
    "ship_country": "NO",
    "position": "1",
    "product": "HI-440718",
    "text": "Returfilter",
    "quantity": "3",
    "unit_price": "33.335",
    "per": "1",
    "tax_rate": "25",
    "state": "confirmed",
    "promised_date": "2026-03-09",
    "shipped_at": "",
}


class Loaded:
    """What a load came to, and what its report says."""

    def __init__(self, outcome: Outcome, told: Sequence[tuple[Told, str]]) -> None:
        self.outcome, self.told = outcome, told

    @property
    def refused(self) -> list[tuple[int, str, str, str]]:
        """Line, reason, field and what the file said."""
        return [
            (told.line, told.reason, told.field, told.said) for told, _ in self.told if told.what == "refused"
        ]

    @property
    def reasons(self) -> list[str]:
        return [told.reason for told, _ in self.told if told.what == "refused"]

    @property
    def notes(self) -> list[str]:
        return [told.reason for told, _ in self.told if told.what == "noted"]

    def rows(self, name: str) -> tuple[int, int, int]:
        """New, changed, unchanged."""
        counts = self.outcome.rows[name]
        return counts.new, counts.changed, counts.unchanged


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[..., Path]:
    """Write rows or text or bytes as a file."""

    def write(content: Sequence[Row] | str | bytes, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
        if not isinstance(content, (str, bytes)):
            out = io.StringIO()
            writer = csv.DictWriter(out, list(content[0]), delimiter=delimiter)
            writer.writeheader()
            writer.writerows(content)
            content = out.getvalue()
        path = tmp_path / "file.csv"
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def loading(file_of: Callable[..., Path]) -> Load:
    """Load rows of a kind: `loading("prices", [PRICE | {"price": "x"}])`."""

    def run(kind: str, content: Any, *, more: dict[str, Any] | None = None, **writing: Any) -> Loaded:
        told: list[tuple[Told, str]] = []
        outcome = load(
            kind,
            file_of(content, **writing),
            each=lambda entry, words: told.append((entry, words)),
            **(more or {}),
        )
        return Loaded(outcome, told)

    return run
