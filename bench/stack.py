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


# All but those that constraints rest upon: rows go in faster without, and building an index anew is quick.
INDEXES: Final = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'm')
  AND NOT indisprimary AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


def fill(cluster: Cluster, database: str, script: Path, hashed: str) -> float:
    """Run a script of data with triggers off and indexes set aside; how many seconds it took."""
    began = time.perf_counter()
    with cluster.connect(database) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET maintenance_work_mem = '512MB'")
        with connection.transaction():
            indexes = connection.execute(INDEXES).fetchall()
            for name, _definition in indexes:
                connection.execute(f"DROP INDEX {name}".encode())
            connection.execute(script.read_text().replace("{password}", hashed).encode())
            for _name, definition in indexes:
                connection.execute(definition.encode())
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
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and child.ended is None:
        try:
            if answers() == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"{child.name} did not get ready:\n{child.last_words()}")
