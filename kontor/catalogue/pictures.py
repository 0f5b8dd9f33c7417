"""Pictures of products, as the load from the ERP stored them: named by what is in them."""

from __future__ import annotations

import re
from typing import Final

from django.core.files import File
from django.core.files.storage import default_storage
from django.urls import reverse

FOLDER: Final = "pictures/"
NAME: Final = re.compile(r"[0-9a-f]{8,64}\.(svg|png|jpg|webp)", re.ASCII)
TYPES: Final = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


def open_picture(name: str) -> tuple[File[bytes], str] | None:
    """The file and its type; None where there is none of that name."""
    known = NAME.fullmatch(name)
    if known is None:
        return None
    try:
        return default_storage.open(FOLDER + name), TYPES[known[1]]
    except FileNotFoundError:
        return None


def picture_url(stored: str) -> str:
    """Where a stored picture is shown; empty for none."""
    return reverse("catalogue:picture", args=[stored.removeprefix(FOLDER)]) if stored else ""
