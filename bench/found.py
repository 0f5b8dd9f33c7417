"""What one run found out."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Final

from bench.client import Measured
from bench.cpu import Used

QUIET: Final = 0.05


@dataclass(frozen=True, slots=True)
class Upload:
    """A quick order as a file of so many lines: seconds from sending it to its page, and what it cost."""

    lines: int
    seconds: float
    used: Used


@dataclass(slots=True)
class Found:
    """`missing` are pages that could not be measured, `no_peer` is why there is no comparison."""

    rounds: int
    seconds: float
    pages: dict[str, Measured] = field(default_factory=dict)
    peer: dict[str, Measured] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    uploads: list[Upload] = field(default_factory=list)
    peer_version: str = ""
    no_peer: str = ""

    @property
    def other_work(self) -> float:
        """The share of the machine that something else took while we measured."""
        turns = [*self.pages.values(), *self.peer.values()]
        elapsed = sum(turn.elapsed for turn in turns) * (os.cpu_count() or 1)
        return sum(turn.used.others for turn in turns) / elapsed if elapsed else 0.0

    @property
    def was_quiet(self) -> bool:
        return self.other_work <= QUIET
