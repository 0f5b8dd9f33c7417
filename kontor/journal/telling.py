"""How entries of the journal are told on a page: the words of a verb, and a line of a timeline."""

from __future__ import annotations

from dataclasses import dataclass

from kontor.kit.looks import Tone
from kontor.kit.text import Text


@dataclass(frozen=True, slots=True)
class Verb:
    """How an entry of the journal reads."""

    icon: str
    words: Text
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a timeline: what, and in grey when and who."""

    icon: str
    words: str
    when: str
    tone: Tone | None = None
