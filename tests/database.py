"""The tests' own database server, as a pytest plugin that is loaded before Django's settings are.

A server with the migrated schema is made once per state of the migrations and kept in `.kontor-test/`. Each run
starts a copy of it, whose data nobody misses (no fsync), and each test process clones the schema into a database
of its own. Tests connect as the application does (`default`); the owner's connection is `owner`.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psycopg
import pytest
from psycopg import sql

from kontor.kit.postgres import Cluster

ROOT: Final = Path(__file__).resolve().parent.parent
KEPT: Final = ROOT / ".kontor-test"
TEMPLATE: Final = "kontor_template"
DECIDES_THE_SCHEMA: Final = (
    "kontor/**/migrations/*.py",
    "kontor/kit/rowsecurity.py",
    "kontor/kit/postgres/*",
    "config/settings.py",
    "requirements/base.txt",
)

worker: Final = os.environ.get("PYTEST_XDIST_WORKER", "")


class Server:
    """The database server of one test run; test processes of the run find it through the environment."""

    def __init__(self) -> None:
        self.run = KEPT / f"run-{os.getpid()}"
        self.cluster = Cluster(self.run / "postgres", throwaway=True)
        self.started = False

    def announce(self) -> None:
        """Say in the environment where the server will be, before the settings are read."""
        KEPT.mkdir(exist_ok=True)
        with exclusively():
            _remove_leftovers()
            Cluster(KEPT).addresses(TEMPLATE)  # makes the passwords that all copies share
            self.cluster.home.mkdir(parents=True, exist_ok=True)
            shutil.copy(KEPT / "passwords.json", self.cluster.home)
        os.environ.update(self.cluster.addresses(TEMPLATE))
        os.environ["KONTOR_HOME"] = str(self.run / "home")
        os.environ["KONTOR_SECRET_KEY"] = "only-for-tests"
        os.environ["KONTOR_DEMO"] = "1"
        os.environ["KONTOR_ORIGIN"] = "http://testserver"
        os.environ.pop("KONTOR_ALLOWED_HOSTS", None)
        # Lets hypothesis try the same examples each time, and sets it no deadline on a busy machine.
        os.environ.setdefault("CI", "true")
        atexit.register(self.stop)

    def start(self) -> None:
        """Copy the kept server and start the copy."""
        if self.started:
            return
        self.started = True
        with exclusively():
            kept = _kept_server()
            os.utime(kept)
            shutil.rmtree(self.cluster.home)
            subprocess.run(["cp", "-a", "--reflink=auto", kept, self.cluster.home], check=True)
        self.cluster.start()

    def stop(self) -> None:
        self.cluster.stop()
        shutil.rmtree(self.run, ignore_errors=True)


def clone() -> str:
    """Make this process's own database from the migrated schema; returns its name."""
    name = f"kontor_{worker or 'main'}"
    elsewhere = os.environ["DATABASE_OWNER_URL"].replace(f"/{TEMPLATE}?", "/postgres?")
    with psycopg.connect(elsewhere, autocommit=True) as owner:
        owner.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(TEMPLATE)
            )
        )
    return name


def _kept_server() -> Path:
    """The stopped server whose schema is that of the migrations as they are now; made if there is none."""
    fingerprint = hashlib.sha256()
    for pattern in DECIDES_THE_SCHEMA:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                fingerprint.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    kept = KEPT / f"schema-{fingerprint.hexdigest()[:16]}"
    if not kept.exists():
        _make_server(kept)
    return kept


def _make_server(kept: Path) -> None:
    fresh = KEPT / "schema.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    shutil.copy(KEPT / "passwords.json", fresh)
    with Cluster(fresh, throwaway=True) as cluster:
        cluster.create_database(TEMPLATE)
        done = subprocess.run(
            [sys.executable, "manage.py", "migrate", "--database", "owner", "--verbosity", "0"],
            cwd=ROOT,
            env=os.environ | cluster.addresses(TEMPLATE),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    if done.returncode:
        raise pytest.UsageError(f"The migrations do not run on an empty database:\n{done.stdout.strip()}")
    fresh.rename(kept)
    for older in sorted(KEPT.glob("schema-*"), key=lambda path: path.stat().st_mtime)[:-3]:
        shutil.rmtree(older)


@contextlib.contextmanager
def exclusively() -> Iterator[None]:
    """Several test runs in one folder make and copy the kept server one after the other."""
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove_leftovers() -> None:
    """Folders of runs that were killed."""
    for folder in KEPT.glob("run-*"):
        pid = folder.name.removeprefix("run-")
        if not Path("/proc", pid).exists() and time.time() - folder.stat().st_mtime > 60:
            Cluster(folder / "postgres").stop()
            shutil.rmtree(folder, ignore_errors=True)


server = Server()
if not worker:
    server.announce()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Where test processes are started, the server is there before they are."""
    if not worker and session.config.getoption("numprocesses", None):
        server.start()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not worker:
        server.stop()
