"""How files begin, by which one knows them whatever they are called."""

from __future__ import annotations

from typing import Final

PDF: Final = b"%PDF-"
PNG: Final = b"\x89PNG\r\n\x1a\n"
JPEG: Final = b"\xff\xd8\xff"
ZIP: Final = b"PK\x03\x04"  # workbooks too
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
LONGEST: Final = 12


def is_webp(content: bytes) -> bool:
    """A picture of the kind WebP; its sign stands behind its length."""
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"
