"""The embedded database server: started, found again after a crash, and closed to everybody else."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kontor.kit.postgres import Cluster, DatabaseProblem, privileges

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A server with data of its own; each test leaves it running."""
    made = Cluster(tmp_path_factory.mktemp("postgres") / "home", throwaway=True)
    with made:
        yield made


def test_a_database_survives_a_kill_and_a_second_start(cluster: Cluster) -> None:
    assert cluster.create_database("kept") is True
    with cluster.connect("kept", "kontor_owner") as owner:
        owner.execute("CREATE TABLE thing (name text)")
        owner.execute("INSERT INTO thing VALUES ('still here')")
    assert cluster.process is not None
    with cluster.connect() as superuser:
        superuser.execute("CHECKPOINT")  # what fsync would do outside tests
    cluster.process.kill()
    cluster.process.wait()
    assert (cluster.data / "postmaster.pid").exists()

    cluster.start()
    assert cluster.create_database("kept") is False
    with cluster.connect("kept", "kontor_owner") as owner:
        assert owner.execute("SELECT name FROM thing").fetchall() == [("still here",)]


def test_a_number_that_lives_again_as_another_program_is_no_server(cluster: Cluster) -> None:
    cluster.stop()
    lock = cluster.data / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{cluster.data}\n")
    cluster.start()
    with cluster.connect() as superuser:
        assert superuser.execute("SELECT 1").fetchone() == (1,)


def test_the_application_owns_and_inherits_nothing(cluster: Cluster) -> None:
    cluster.create_database("roles")
    with psycopg.connect(cluster.addresses("roles")["DATABASE_URL"]) as application:
        row = application.execute(
            """SELECT current_user, rolsuper, rolbypassrls, rolcreatedb, pg_has_role('kontor_operator', 'USAGE'),
                      pg_has_role('kontor_operator', 'SET') FROM pg_roles WHERE rolname = current_user"""
        ).fetchone()
        assert row == ("kontor_app", False, False, False, False, True)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute("CREATE TABLE mine ()")


def test_nobody_else_gets_in(cluster: Cluster) -> None:
    assert stat.S_IMODE(cluster.socket_folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((cluster.home / "passwords.json").stat().st_mode) == 0o600
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://kontor_owner:wrong@/postgres?host={cluster.socket_folder}")
    with cluster.connect() as superuser:
        assert superuser.execute("SHOW listen_addresses").fetchone() == ("",)


def test_the_server_ends_when_its_starter_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from kontor.kit.postgres import Cluster\n"
        "cluster = Cluster(Path(sys.argv[1]), throwaway=True); cluster.start()\n"
        "assert 'django' not in sys.modules\n"
        "print(cluster.process.pid, flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "home")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout is not None
        server = int(starter.stdout.readline())
        starter.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while _runs(server) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(server)
    Cluster(tmp_path / "home").stop()


def test_data_of_another_version_are_left_alone(cluster: Cluster, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    (home / "data" / "PG_VERSION").write_text("12\n")
    with pytest.raises(DatabaseProblem, match="PostgreSQL 12"):
        Cluster(home).start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become someone else")
def test_root_starts_it_in_a_closed_folder_too(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    way = privileges.find_way(closed)
    assert way.prefix[0] in {"unshare", "setpriv"}
    with Cluster(closed / "home", throwaway=True) as started, started.connect() as superuser:
        assert superuser.execute("SELECT 1").fetchone() == (1,)


def _runs(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
