"""Files as other systems write them, and as they should not be."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from kontor.catalogue.models import Price
from kontor.erp.actions import load
from kontor.erp.errors import UnreadableFile
from kontor.erp.loading import values
from kontor.erp.reasons import REASONS
from kontor.erp.tests.conftest import PRICE, Load
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("products")]
NAMED = PRICE | {"list_name": "Bygg & Anlegg Ærø – Größe", "price": "1234,50"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters_are_recognised(loading: Load, stage, encoding, delimiter):
    loaded = loading(
        "prices", [NAMED, NAMED | {"from_quantity": "10"}], encoding=encoding, delimiter=delimiter
    )
    assert loaded.rows("prices") == (2, 0, 0)
    with acting_in(stage):
        price = Price.objects.select_related("list").get(list__code="LIST-2027", from_quantity=1)
        assert price.list.name == "Bygg & Anlegg Ærø – Größe"
        assert price.amount == Decimal("1234.5")


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("1234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("-3", "-3"),
        ("2.5500000", "2.55"),
    ],
)
def test_numbers_as_people_write_them(said, amount):
    assert values.number(digits=12, places=4)(said) == Decimal(amount)


def test_the_mapping_may_say_which_decimal_mark_a_file_has():
    assert values.number(digits=12, places=4, decimal=",")("1.234") == 1234


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (",".join(PRICE).encode(), "no lines"),
        (b"a;b;c\n1;2;3\n", "lacks list, list_kind, product, price, currency"),
        (b"PK\x03\x04rest of a workbook", "workbook"),
        (b"%PDF-1.7 ...", "not a CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not a CSV"),
        (b"list,product\n\0\0\0", "not a CSV"),
        (b"list,list,product\n", "twice"),
        ((",".join(PRICE) + '\nL,"never closed').encode(), "From line"),
    ],
)
def test_a_file_that_is_none_is_refused_as_a_whole(file_of, stage, content, says):
    with translation.override("en"), pytest.raises(UnreadableFile, match=says):
        load("prices", file_of(content))
    with acting_in(stage):
        assert not Entry.objects.filter(verb="prices.loaded").exists()


def test_a_file_that_breaks_off_leaves_nothing_behind(file_of, stage):
    path = file_of([PRICE] * 3)
    with path.open("a") as file:
        file.write('LIST-2027,"never closed')
    with pytest.raises(UnreadableFile):
        load("prices", path)
    with acting_in(stage):
        assert not Price.objects.filter(list__code="LIST-2027").exists()


def test_lines_with_other_numbers_of_cells_are_refused(loading: Load):
    header, line = ",".join(PRICE), ",".join(PRICE.values())
    loaded = loading("prices", f"{header}\n{line},\n\nLIST,1\n{line},extra\n")
    assert [(number, reason) for number, reason, _, _ in loaded.refused] == [
        (4, "too_few_cells"),
        (5, "too_many_cells"),
    ]
    assert loaded.rows("prices") == (1, 0, 0)


def test_columns_that_nobody_asked_for_are_told(loading: Load):
    assert loading("prices", [PRICE | {"colour": "red"}]).outcome.unused_columns == ["colour"]


def test_every_reason_has_a_sentence(loading: Load):
    bad = [PRICE | {"product": "?"}, PRICE | {"price": "x"}]
    for told, words in loading("prices", bad).told:
        assert words == str(REASONS[told.reason])


def test_the_command_writes_counts_and_a_report(file_of, tmp_path):
    out, report = io.StringIO(), tmp_path / "report.csv"
    path = file_of([PRICE, PRICE | {"price": "=1+1"}, PRICE | {"product": "HI-0"}])
    call_command("load", "prices", str(path), "--report", str(report), stdout=out)
    assert "3 lines read, 1 loaded, 2 refused" in out.getvalue()
    assert "prices: 1 new, 0 changed, 0 unchanged" in out.getvalue()
    assert "1 unknown_product product: We have no product with this number." in out.getvalue()
    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["line"], row["field"], row["said"], row["reason"]) for row in rows] == [
        ("3", "price", "'=1+1", "not_a_number"),
        ("4", "product", "HI-0", "unknown_product"),
    ]


def test_the_command_speaks_the_languages_of_the_portal(file_of):
    out = io.StringIO()
    call_command(
        "load", "prices", str(file_of([PRICE | {"product": "HI-0"}])), "--language", "de", stdout=out
    )
    assert "Wir haben keinen Artikel mit dieser Nummer." in out.getvalue()


def test_the_command_fails_when_the_file_cannot_be_read(tmp_path):
    with pytest.raises(CommandError, match=r"gone\.csv: .*Nothing was loaded"):
        call_command("load", "prices", str(tmp_path / "gone.csv"))
