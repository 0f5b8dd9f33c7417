"""What people did, in words: each app says how those of its journal entries read that members make.

    deeds.register({"order.placed": _("Order placed")})

Registered in `AppConfig.ready`; what nobody has words for is not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kontor.journal.models import Entry
from kontor.kit.text import Text

_words: dict[str, Text] = {}


def register(words: Mapping[str, Text]) -> None:
    """Let the pages tell these verbs."""
    _words.update(words)


def words_of(entry: Entry) -> Text:
    """How an entry reads; empty where nobody has words for it."""
    return _words.get(entry.verb, "")


def verbs() -> list[str]:
    """All that there are words for."""
    return list(_words)


def deeds_of(member_id: int, *, company_id: int, most: int) -> Sequence[Entry]:
    """What a member did last in their company, of what there are words for."""
    done = Entry.objects.filter(member_id=member_id, company_id=company_id, verb__in=list(_words))
    return list(done.order_by("-at", "-id")[:most])
