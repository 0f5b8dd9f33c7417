"""How much processor time the servers have used, read from the kernel: what a page costs on a machine that is not quiet."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds of processor time: of the web processes, of the database, of ourselves, and of the whole machine."""

    web: float = 0.0
    database: float = 0.0
    client: float = 0.0
    machine: float = 0.0

    def __add__(self, other: Used) -> Used:
        return Used(
            self.web + other.web,
            self.database + other.database,
            self.client + other.client,
            self.machine + other.machine,
        )

    def __sub__(self, other: Used) -> Used:
        return self + Used(-other.web, -other.database, -other.client, -other.machine)

    @property
    def servers(self) -> float:
        return self.web + self.database

    @property
    def others(self) -> float:
        """What had nothing to do with the measurement."""
        return max(0.0, self.machine - self.servers - self.client)


@dataclass(frozen=True, slots=True)
class Process:
    parent: int
    group: int
    seconds: float

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """What a process and those of its children that have ended have used; None when it has just ended itself."""
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        own_and_ended = sum(map(int, after_name[11:15]))
        return cls(int(after_name[1]), int(after_name[2]), own_and_ended / TICKS)


@dataclass(frozen=True, slots=True)
class Meter:
    """Reads what a web server (a process group) and PostgreSQL (its first process and the children) have used so far."""

    web: int
    postgres: int

    def read(self) -> Used:
        web = database = 0.0
        for folder in Path("/proc").glob("[0-9]*"):
            process = Process.read(folder)
            if process is None:
                continue
            if process.group == self.web:
                web += process.seconds
            elif self.postgres in (process.parent, int(folder.name)):
                database += process.seconds
        own = os.times()
        return Used(web, database, own.user + own.system, _machine())


def _machine() -> float:
    """All that was not idle, of all cores."""
    user, nice, system, _idle, _waiting, interrupts, soft, *_guests = map(
        int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    )
    return (user + nice + system + interrupts + soft) / TICKS
