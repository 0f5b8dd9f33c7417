"""Telling what was refused, line by line, and what came of a file, in counts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from kontor.erp.loading.staging import Told
from kontor.erp.reasons import sentence
from kontor.kit.export import harmless

HEADER: Final = ("line", "what", "field", "said", "reason", "sentence")


def write_report(
    entries: Iterable[Told],
    path: Path | None,
    each: Callable[[Told, str], None] | None,
    own_words: Mapping[str, str],
) -> None:
    """Write the entries as CSV to `path` and hand each with its sentence to `each`.

    `own_words` are sentences of the mapping for reasons of its own.
    """
    if path is None and each is None:
        return
    with ExitStack() as stack:
        writer = None
        if path is not None:
            writer = csv.writer(stack.enter_context(path.open("w", encoding="utf-8-sig", newline="")))
            writer.writerow(HEADER)
        for told in entries:
            words = own_words.get(told.reason) or sentence(told.reason)
            if writer is not None:
                writer.writerow((told.line, told.what, told.field, harmless(told.said), told.reason, words))
            if each is not None:
                each(told, words)
