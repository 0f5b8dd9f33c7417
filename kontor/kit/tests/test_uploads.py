"""Files that are not what their name says."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kontor.kit.uploads import Kind, UploadRefused, check_upload

LISTS = {Kind.CSV, Kind.XLSX}


def workbook(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("liste.csv", b"HI-440718;2\r\n", Kind.CSV),
        ("LISTE.CSV", "﻿Artikkel;Antall\n".encode(), Kind.CSV),
        ("ansi.csv", "Größe;1,5\n".encode("cp1252"), Kind.CSV),
        ("excel.csv", "a\tb\n".encode("utf-16"), Kind.CSV),
        ("bok.xlsx", workbook(xl__workbook_xml=b"<x/>"), Kind.XLSX),
    ],
)
def test_what_it_says_it_is(name: str, content: bytes, kind: Kind) -> None:
    upload = SimpleUploadedFile(name, content)
    assert check_upload(upload, allowed=LISTS) is kind
    assert upload.read() == content


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("liste.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "upload.content"),
        ("liste.csv", workbook(xl__workbook_xml=b"<x/>"), "upload.content"),
        ("liste.csv", b"MZ\x90\x00", "upload.content"),
        ("liste.csv", b"a;b\n\x00\x00\x01", "upload.content"),
        ("bok.xlsx", b"HI-440718;2\r\n", "upload.content"),
        ("bok.xlsx", workbook(word__document_xml=b"<x/>"), "upload.content"),
        ("bok.xlsx", b"PK\x03\x04 not a zip", "upload.content"),
        ("bilde.png", b"\x89PNG\r\n\x1a\n", "upload.name"),
        ("uten-endelse", b"a;b", "upload.name"),
        ("liste.csv.exe", b"MZ", "upload.name"),
        ("liste.csv", b"", "upload.empty"),
        ("liste.csv", b"a;1\n" * 300, "upload.size"),
    ],
)
def test_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(UploadRefused) as refused:
        check_upload(SimpleUploadedFile(name, content), allowed=LISTS, max_size=1000)
    assert refused.value.code == code
    assert refused.value.field == "file"
    assert "%(" not in str(refused.value)


def test_a_workbook_that_claims_gigabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kontor.kit.uploads.UNPACKED_AT_MOST", 10_000)
    bomb = workbook(xl__workbook_xml=b"0" * 20_000)
    with pytest.raises(UploadRefused):
        check_upload(SimpleUploadedFile("bok.xlsx", bomb), allowed=LISTS)
