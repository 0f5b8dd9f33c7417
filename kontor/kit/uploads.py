"""Whether a file is what its name says: name, size and content are looked at before anybody reads it.

A file that is refused raises `UploadRefused` with a sentence for the field it came from.
"""

from __future__ import annotations

import zipfile
from collections.abc import Collection
from enum import StrEnum
from pathlib import PurePosixPath
from typing import IO, Any, Final, Protocol

from django.utils.translation import gettext_lazy as _

from kontor.kit import signatures
from kontor.kit.errors import DomainError
from kontor.kit.formats import either, file_size
from kontor.kit.text import Text


class UploadRefused(DomainError):
    """The file cannot be taken; the message says why and what to do."""

    code = "upload.refused"
    field = "file"

    def __init__(self, code: str, message: Text, **details: Any) -> None:
        super().__init__(message, **details)
        self.code = f"upload.{code}"


class Kind(StrEnum):
    """A kind of file that is taken somewhere, by the end of its name."""

    CSV = "csv"
    TXT = "txt"
    XLSX = "xlsx"
    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"


ENDINGS: Final[dict[str, Kind]] = {kind.value: kind for kind in Kind} | {"jpeg": Kind.JPEG, "tsv": Kind.CSV}
BEGINS: Final[dict[Kind, bytes]] = {
    Kind.PDF: signatures.PDF,
    Kind.PNG: signatures.PNG,
    Kind.JPEG: signatures.JPEG,
    Kind.XLSX: signatures.ZIP,
}
# How other files begin that people give the name of a text: old Excel, executables, archives, pictures.
NO_TEXT: Final = (
    *BEGINS.values(),
    signatures.OLD_OFFICE,
    b"MZ",
    b"\x7fELF",
    b"\x1f\x8b",
    b"GIF8",
    b"7z\xbc\xaf",
    b"Rar!",
    b"{\\rtf",
)
LOOKED_AT: Final = 64 * 1024
UNPACKED_AT_MOST: Final = 200 * 1024 * 1024
MEGABYTE: Final = 1_000_000


class Upload(Protocol):
    """What a form gives: a named file whose size is known."""

    @property
    def name(self) -> str | None: ...
    @property
    def size(self) -> int | None: ...
    @property
    def file(self) -> IO[Any] | None: ...
    def read(self, num_bytes: int = ..., /) -> bytes: ...
    def seek(self, offset: int, whence: int = ..., /) -> Any: ...


def check_upload(upload: Upload, *, allowed: Collection[Kind], max_size: int = 10 * MEGABYTE) -> Kind:
    """The kind of the file, which is one of `allowed` by name and by content. Raises `UploadRefused`."""
    name, size = upload.name or "", upload.size or 0
    wanted = either([kind.upper() for kind in Kind if kind in allowed])
    kind = ENDINGS.get(PurePosixPath(name).suffix.lstrip(".").lower())
    if kind is None or kind not in allowed:
        raise UploadRefused(
            "name",
            _("This kind of file cannot be used here. Choose a file of the kind %(wanted)s."),
            wanted=wanted,
        )
    if not size:
        raise UploadRefused("empty", _("The file is empty."))
    if size > max_size:
        raise UploadRefused(
            "size",
            _("The file has %(size)s, at most %(limit)s can be read."),
            size=file_size(size),
            limit=file_size(max_size),
        )
    upload.seek(0)
    head = upload.read(LOOKED_AT)
    upload.seek(0)
    if not _is_a(kind, head, upload):
        raise UploadRefused(
            "content",
            _(
                "The file is called .%(ending)s, but its content is something else. Save it anew as %(wanted)s."
            ),
            ending=PurePosixPath(name).suffix.lstrip("."),
            wanted=wanted,
        )
    return kind


def _is_a(kind: Kind, head: bytes, upload: Upload) -> bool:
    if kind in (Kind.CSV, Kind.TXT):
        return _is_text(head)
    if not head.startswith(BEGINS[kind]):
        return False
    return kind is not Kind.XLSX or _is_workbook(upload)


def _is_text(head: bytes) -> bool:
    """UTF-8 or UTF-16 with a mark, else any encoding without control characters that no text has."""
    if head.startswith(NO_TEXT):
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in (9, 10, 12, 13, 26) for byte in head)


def _is_workbook(upload: Upload) -> bool:
    """A zip with a workbook in it, that is not a bomb: the sizes that it claims are added up first."""
    try:
        with zipfile.ZipFile(upload.file or upload) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            return (
                "xl/workbook.xml" in names and sum(entry.file_size for entry in entries) <= UNPACKED_AT_MOST
            )
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    finally:
        upload.seek(0)
