"""What an inbox can tell: each kind of notification with its icon and its sentence.

The apps above know the kinds; each registers its own in `AppConfig.ready`:

    kinds.register("order.confirmed", icon="circle-check", tone="ok", words=_("Order %(number)s is confirmed."))

The sentence is filled from the notification's `params` when it is read, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kontor.kit.looks import Tone
from kontor.kit.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of notification looks and what it says."""

    icon: str
    tone: Tone
    words: Text

    def sentence(self, params: Mapping[str, object]) -> str:
        """The words with the notification's facts in them."""
        return str(self.words) % params


_kinds: dict[str, Kind] = {}


def register(kind: str, *, icon: str, tone: Tone = "idle", words: Text) -> None:
    """Let the inbox tell notifications of this kind."""
    _kinds[kind] = Kind(icon, tone, words)


def known(kind: str) -> Kind | None:
    """The kind by its name; None when the app that told it is gone."""
    return _kinds.get(kind)
