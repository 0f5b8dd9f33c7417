"""Files of a quick order: every way that Excel writes a table, and what is refused with a sentence."""

import io
import zipfile
from contextlib import suppress

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from kontor.kit.errors import DomainError
from kontor.shopping.files import MAX_LINES, TooManyLines, read_file


def sent(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def workbook(*sheets: list[list[object]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return target.getvalue()


TABLE = "Artikelnummer;Menge\r\nHI-1;4\r\nGröße-Å;1,5\r\n"
LINES = [("HI-1", "4"), ("Größe-Å", "1,5")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_in_each_encoding_that_excel_writes(encoding):
    assert read_file(sent("order.csv", TABLE.encode(encoding))) == LINES


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_with_each_delimiter(delimiter):
    table = f'Artikelnummer{delimiter}Menge\nHI-1{delimiter}4\nHI-2{delimiter}"1,5"\n'
    assert read_file(sent("order.csv", table.encode())) == [("HI-1", "4"), ("HI-2", "1,5")]


def test_a_byte_that_windows_leaves_open_does_not_stop_a_file():
    assert read_file(sent("order.csv", b"HI-1;4\nHI\x81\xe5;5\n"))[0] == ("HI-1", "4")


def test_a_workbook_is_read_with_figures_as_the_reader_writes_them():
    content = workbook([], [["Varenummer", "Antall"], ["HI-1", 4], ["", ""], [4006381333931, 2.5]])
    with override("nb"):
        assert read_file(sent("order.xlsx", content)) == [("HI-1", "4"), ("4006381333931", "2,5")]
    with override("en"):
        assert read_file(sent("order.xlsx", content))[1] == ("4006381333931", "2.5")


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("order.csv", b""),
        ("order.csv", b"\r\n;;\r\n"),
        ("order.csv", b"\xef\xbb\xbf"),
        ("order.csv", b"%PDF-1.7\n1 0 obj"),
        ("order.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("order.csv", b"HI-1;4\nHI\x00-2;5\n"),
        ("order.csv", b"HI-1;4\n" + b"x" * 70_000 + b"\x00"),
        ("order.csv", workbook([["HI-1", 4]])),
        ("order.xlsx", b"HI-1;4\n"),
        ("order.xlsx", zipped(readme=b"hello")),
        ("order.xlsx", zipped(**{"[Content_Types].xml": b"<x/>", "xl__workbook.xml": b"no workbook"})),
        ("order.xlsx", workbook([["HI-1", 4]])[:-200]),
        ("order.xlsx", workbook([])),
        ("order.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("order.exe", b"MZ"),
        ("order", b"HI-1;4"),
        ("order.csv", b"HI-1;4\n" * 800_000),
    ],
    # Not named by its length: that of a workbook depends on when it was made, and test processes must agree on names.
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_list_is_refused_with_a_sentence(name, content):
    with pytest.raises(DomainError) as refused:
        read_file(sent(name, content))
    assert refused.value.status == 422
    assert refused.value.field == "file"
    assert str(refused.value).endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked():
    sheet = zipped(
        **{"[Content_Types].xml": b"<x/>", "xl__workbook.xml": b"<x/>", "xl__sheet": b"0" * 300_000_000}
    )
    assert len(sheet) < 1_000_000
    with pytest.raises(DomainError):
        read_file(sent("order.xlsx", sheet))


@pytest.mark.parametrize("count", [MAX_LINES + 1, 100_001])
def test_too_many_lines_are_refused_rather_than_cut(count):
    lines = "".join(f"HI-{place};4\n" for place in range(count))
    with override("en"), pytest.raises(TooManyLines, match=r"10,000"):
        read_file(sent("order.csv", lines.encode()))


def test_too_many_rows_of_a_workbook_are_refused_rather_than_cut():
    with pytest.raises(TooManyLines):
        read_file(sent("order.xlsx", workbook([[f"HI-{place}", 4] for place in range(MAX_LINES + 1)])))
    with override("en"), pytest.raises(TooManyLines, match=r"100,000\+"):
        read_file(sent("order.xlsx", workbook([["H", 4]] * 100_001)))


@given(st.binary(max_size=3000), st.sampled_from(["order.csv", "order.txt"]))
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(content, name):
    with suppress(DomainError):
        assert all(any(cell.strip() for cell in line) for line in read_file(sent(name, content)))
