"""What portal and peer have in common: a database filled by one script, and the web server with as many processes and threads."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kontor.demo.processes import Child
from kontor.kit.postgres import Cluster

ROOT: Final = Path(__file__).resolve().parent.parent
PASSWORD: Final = "bench-bench-2026"  # noqa: S105 - of accounts that live as long as the measurement
WEB_PROCESSES: Final = 2
WEB_THREADS: Final = 4


def fill(cluster: Cluster, database: str, script: Path, hashed: str) -> float:
    """Run a script of data with triggers off; how many seconds it took."""
    began = time.perf_counter()
    with cluster.connect(database) as connection:
        connection.execute("SET session_replication_role = replica")
        with connection.transaction():
            connection.execute(script.read_text().replace("{password}", hashed).encode())
        connection.execute("SET session_replication_role = DEFAULT")
        connection.execute("VACUUM ANALYZE")
    return time.perf_counter() - began


def serve(
    name: str,
    application: str,
    environment: dict[str, str],
    home: Path,
    port: int,
    python: str = sys.executable,
) -> Child:
    """Granian, as the demonstration starts it."""
    command = [
        python, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws",
        "--workers", str(WEB_PROCESSES), "--blocking-threads", str(WEB_THREADS), "--log-level", "warning", application,
    ]  # fmt: skip
    return Child(name, command, environment=environment, log=home / f"{name}.log")


def wait_for(child: Child, answers: Callable[[], int]) -> None:
    """Until the site says 200."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and child.ended is None:
        try:
            if answers() == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"{child.name} did not get ready:\n{child.last_words()}")
