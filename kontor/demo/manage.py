"""Runs a management command on the data of a demonstration that is running: `make demo-manage RUN='load companies my.csv'`.

    python -m kontor.demo.manage load companies my.csv    # PORT and KONTOR_HOME as of `make demo`

The command is connected as the portal is, never as the owner of the tables. Mail that follows from it is sent by the
demonstration's worker.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, NoReturn

from kontor.demo.home import DATABASE, DemoProblem, Home
from kontor.kit.postgres import Cluster

MANAGE: Final = Path(__file__).resolve().parent.parent.parent / "manage.py"


def main() -> NoReturn:
    try:
        environment = environment_for(Home.from_environment())
    except DemoProblem as problem:
        sys.exit(str(problem))
    os.execve(sys.executable, [sys.executable, str(MANAGE), *sys.argv[1:]], environment)  # noqa: S606 our own


def environment_for(home: Home) -> dict[str, str]:
    """What a command is told about the demonstration in `home`. Raises `DemoProblem` where none runs."""
    if not home.is_ours() or not home.runs():
        raise DemoProblem(f"No demonstration runs in {home.path}. Start one: make demo")
    port = os.environ.get("PORT") or "8000"
    database = os.environ.get("DATABASE_URL") or Cluster(home.postgres).addresses(DATABASE)["DATABASE_URL"]
    return home.environment(int(port)) | {"DATABASE_URL": database}


if __name__ == "__main__":
    main()
