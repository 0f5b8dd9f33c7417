"""How long which kind of data is kept (CO-9): every app says what it can let go of, the operator says after how many days.

    retention.register(Kind("notifications", _("Notifications"), days=365, older=…))

in `AppConfig.ready`. A nightly job of `partners` does it, `manage.py retention --dry-run` only counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet

from kontor.kit.text import Text

BATCH: Final = 5_000


def _delete(rows: QuerySet[Any]) -> int:
    """Delete them batch by batch, so that no statement holds many rows for long."""
    gone = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        rows.model._default_manager.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of data: kept `days` unless the operator says otherwise, at least `least`.

    `older` finds what was over before a moment; `remove` lets go of it and answers how much it was.
    """

    name: str
    title: Text
    days: int
    older: Callable[[dt.datetime], QuerySet[Any]]
    remove: Callable[[QuerySet[Any]], int] = _delete
    least: int = 1


_known: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Let these kinds be kept for so long and no longer."""
    for one in kinds:
        _known[one.name] = one


def known() -> Sequence[Kind]:
    """Every kind, in the order of registration."""
    return list(_known.values())


def kind(name: str) -> Kind | None:
    """A kind by its name."""
    return _known.get(name)
