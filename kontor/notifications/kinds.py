"""What an inbox can tell: each kind of notification with its icon and its sentence.

The apps above know the kinds; each registers its own in `AppConfig.ready`:

    kinds.register("order.confirmed", icon="circle-check", tone="ok", words=_("Order %(number)s is confirmed."))

The sentence is filled from the notification's `params` when it is read, in the reader's language.

With `choice` the mail of the kind may be switched off (CO-6). All other mails come always: credentials, registrations,
decisions that somebody waits for, terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kontor.kit.looks import Tone
from kontor.kit.text import Text


@dataclass(frozen=True, slots=True)
class Choice:
    """How a person chooses whether they want the mail; `ours` asks staff instead of a company's people."""

    group: Text
    words: Text
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of notification looks and what it says."""

    icon: str
    tone: Tone
    words: Text
    choice: Choice | None = None

    def sentence(self, params: Mapping[str, object]) -> str:
        """The words with the notification's facts in them."""
        return str(self.words) % params


_kinds: dict[str, Kind] = {}


def register(kind: str, *, icon: str, tone: Tone = "idle", words: Text, choice: Choice | None = None) -> None:
    """Let the inbox tell notifications of this kind."""
    _kinds[kind] = Kind(icon, tone, words, choice)


def known(kind: str) -> Kind | None:
    """The kind by its name; None when the app that told it is gone."""
    return _kinds.get(kind)


def choices(*, ours: bool) -> dict[str, Choice]:
    """The kinds whose mail may be switched off: by staff, or by a company's people."""
    offered = ((name, kind.choice) for name, kind in _kinds.items())
    return {name: choice for name, choice in offered if choice and choice.ours == ours}


def may_be_off(kind: str) -> bool:
    """Whether a person may do without its mail."""
    found = known(kind)
    return found is not None and found.choice is not None
