"""The processes of a demonstration: started as groups, watched, and stopped to the last one."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from kontor.kit.postgres.privileges import ends_with_parent

PATIENCE = 8.0


class Child:
    """A process in a group of its own, so that what it starts is stopped with it. It writes to a log."""

    def __init__(self, name: str, command: Sequence[str], *, environment: dict[str, str], log: Path) -> None:
        self.name = name
        self.log = log
        if log.exists() and log.stat().st_size > 5_000_000:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as output:
            self.began = output.tell()
            self.process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=ends_with_parent(signal.SIGTERM),
            )

    @property
    def ended(self) -> int | None:
        """The exit code, or None as long as it runs."""
        return self.process.poll()

    def last_words(self, lines: int = 25) -> str:
        """What it wrote since it started, the end of it."""
        with self.log.open("rb") as log:
            log.seek(self.began)
            return "\n".join(log.read()[-20_000:].decode(errors="replace").splitlines()[-lines:])

    def signal_group(self, which: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, which)

    def group_lives(self) -> bool:
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True


def stop_all(children: Iterable[Child], *, patience: float = PATIENCE) -> None:
    """Ask each group to end, wait together, then end what is left."""
    left = list(children)
    for which, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 2.0)):
        for child in left:
            child.signal_group(which)
        deadline = time.monotonic() + seconds
        while left and time.monotonic() < deadline:
            left = [child for child in left if child.ended is None or child.group_lives()]
            time.sleep(0.02)
