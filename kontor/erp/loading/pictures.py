"""Pictures of products: looked at, stored once by what is in them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from kontor.kit import signatures

LARGEST: Final = 5 * 1024 * 1024
NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
# What a drawing has no need of, and a browser would act on.
ACTIVE: Final = re.compile(
    rb"<\s*(script|foreignobject|iframe|embed|object|animate|set|handler|!entity|!doctype)"
    rb"|\son\w+\s*=|javascript:|(href|src)\s*=\s*[\"']?\s*(?!#)[^\s\"'>]|url\s*\(\s*[\"']?\s*(?!#)|@import",
    re.IGNORECASE,
)


class Pictures:
    """The pictures of one folder, by the name of their file without its ending."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names: dict[str, str | None] = {}

    def name_of(self, drawing: str) -> str | None:
        """Where the picture is stored, `pictures/<hash>.svg`; stored now if it is new. None: there is no such picture."""
        if drawing not in self._names:
            self._names[drawing] = self._store(drawing)
        return self._names[drawing]

    def _store(self, drawing: str) -> str | None:
        if not NAME.fullmatch(drawing):
            return None
        for ending in ("svg", "png", "webp", "jpg", "jpeg"):
            path = self.folder / f"{drawing}.{ending}"
            if not path.is_file() or path.stat().st_size > LARGEST:
                continue
            content = path.read_bytes()
            if (kind := kind_of(content)) is None:
                continue
            name = f"pictures/{hashlib.sha256(content).hexdigest()[:16]}.{kind}"
            if not default_storage.exists(name):
                default_storage.save(name, ContentFile(content))
            return name
        return None


def kind_of(content: bytes) -> str | None:
    """svg, png, jpg or webp by what is in the file, whatever it is called; None for anything else."""
    if content.startswith(signatures.PNG):
        return "png"
    if content.startswith(signatures.JPEG):
        return "jpg"
    if signatures.is_webp(content):
        return "webp"
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb"(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<svg[\s>]", start, re.DOTALL) and not ACTIVE.search(
        start
    ):
        return "svg"
    return None
