"""PDFs by Typst: a template of ours and data as JSON.

What people typed never becomes markup: it reaches the template as a string. Documents are PDF/A-3a and PDF/UA-1, so
they can be kept for years and read aloud. The typeface is Inter, as on the pages.

The tags for reading aloud are what grows most with a document, in time and in size. Long documents go without
(`tagged=False`) and are PDF/A-3b (docs/decisions).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Literal

import typst
from django.conf import settings

ROOT: Final = Path(__file__).resolve().parent.parent
type Standards = list[Literal["a-3a", "a-3b", "ua-1"]]

TAGGED: Final[Standards] = ["a-3a", "ua-1"]
UNTAGGED: Final[Standards] = ["a-3b"]


@cache
def _fonts() -> typst.Fonts:
    """Inter from its package; where it is missing, Typst's own serif stands in."""
    package = find_spec("fontpkg_inter")
    places = list(package.submodule_search_locations or []) if package else []
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(Path(place) / "files") for place in places],
    )


def render_pdf(template: str, data: Mapping[str, Any], *, at: dt.datetime, tagged: bool = True) -> bytes:
    """The document made from `template` (below `kontor/`, such as `orders/typst/confirmation.typ`) and `data`.

    `at` is when it counts as made: the same data give the same bytes, whenever they are rendered.
    """
    return typst.compile(
        ROOT / template,
        root=ROOT,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=[*(TAGGED if tagged else UNTAGGED)],
        pdf_tags=tagged,
        timestamp=int(at.timestamp()),
    )


def logo_bytes(url: str) -> list[int]:
    """The operator's logo as a template takes it; empty when there is none. `url` is that of the frame's operator."""
    path = Path(settings.MEDIA_ROOT) / url.removeprefix(settings.MEDIA_URL) if url else None
    return list(path.read_bytes()) if path and path.is_file() else []
