"""One PostgreSQL server with its data: made, started, stopped, found again after a crash."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import quote

import psycopg
from psycopg import sql

from kontor.kit.postgres.privileges import Way, find_way
from kontor.kit.postgres.problem import DatabaseProblem
from kontor.kit.postgres.programs import Programs, find_programs

ROLES_SQL: Final = Path(__file__).with_name("roles.sql")
SUPERUSER, OWNER, APPLICATION = "postgres", "kontor_owner", "kontor_app"
START_SECONDS = 60
STOP_SECONDS = 20

SMALL_MACHINE: Final = {
    "listen_addresses": "",
    "max_connections": "100",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "1GB",
    "random_page_cost": "1.1",
    "effective_io_concurrency": "16",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %u ",
}
THROWAWAY: Final = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "io_method": "sync",
    "autovacuum": "off",
    "shared_buffers": "128MB",
}


class Cluster:
    """A server whose data, passwords and log lie in `home`; reached by a socket in a private folder only.

    `throwaway` trades every safety of the data for speed: tests only.
    """

    def __init__(self, home: Path, *, throwaway: bool = False) -> None:
        self.home = home.absolute()
        self.throwaway = throwaway
        self.process: subprocess.Popen[bytes] | None = None
        self._programs: Programs | None = None
        self._way: Way | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # ── Where things are ─────────────────────────────────────────────────────────

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def socket_folder(self) -> Path:
        """Short, as a socket's path may have 107 characters, and the same at every start."""
        name = hashlib.sha256(str(self.home).encode()).hexdigest()[:12]
        temporary = Path(tempfile.gettempdir())
        return (temporary if len(str(temporary)) < 60 else Path("/tmp")) / f"kontor-{os.geteuid()}-{name}"  # noqa: S108 made private

    def address(self, database: str, user: str) -> str:
        """`postgresql://…` for one of the roles."""
        password = self._passwords()[user]
        return f"postgresql://{user}:{quote(password)}@/{database}?host={self.socket_folder}"

    def addresses(self, database: str) -> dict[str, str]:
        """The two settings by which the portal finds a database of this server."""
        return {
            "DATABASE_URL": self.address(database, APPLICATION),
            "DATABASE_OWNER_URL": self.address(database, OWNER),
        }

    # ── Start and stop ───────────────────────────────────────────────────────────

    def start(self) -> None:
        """Start the server, making its data first if there are none. Raises `DatabaseProblem`."""
        self._programs = find_programs()
        self.home.mkdir(parents=True, exist_ok=True)
        self._way = find_way(self._programs.folder, self.home)
        self._way.owns(self.home)
        self.home.chmod(0o700)
        if not (self.data / "PG_VERSION").exists():
            self._make_data()
        self._check_version()
        self._end_leftover()
        self._way.owns_all(self.data)
        self._make_socket_folder()
        self._launch()
        self._ensure_roles()

    def stop(self) -> None:
        """Stop the server; connections are ended, what is committed is kept."""
        process, self.process = self.process, None
        if process is not None:
            for how, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)):
                if process.poll() is not None:
                    break
                process.send_signal(how)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(seconds)
        shutil.rmtree(self.socket_folder, ignore_errors=True)

    def _make_data(self) -> None:
        """Made aside and then renamed: an interrupted `initdb` leaves nothing that looks finished."""
        programs, way = self._ready()
        fresh = self.home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        password_file = self.home / "superuser.password"
        password_file.touch(mode=0o600)
        password_file.write_text(self._passwords()[SUPERUSER])
        way.owns(password_file)
        try:
            done = subprocess.run(
                [
                    *way.prefix,
                    *(programs.initdb, "--pgdata", str(fresh), "--username", SUPERUSER, "--encoding", "UTF8"),
                    *("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"),
                    *("--auth", "scram-sha-256", "--pwfile", str(password_file), "--no-instructions"),
                    *(["--no-sync"] if self.throwaway else []),
                ],
                capture_output=True,
                text=True,
                env=_plain_environment(),
                **way.popen_options(),
            )
        finally:
            password_file.unlink()
        if done.returncode:
            shutil.rmtree(fresh, ignore_errors=True)
            raise DatabaseProblem(
                f"PostgreSQL could not make a database in {self.home}:\n{done.stderr.strip()}"
            )
        fresh.rename(self.data)

    def _check_version(self) -> None:
        programs, _ = self._ready()
        version = (self.data / "PG_VERSION").read_text().strip()
        if version != str(programs.version):
            raise DatabaseProblem(
                f"The data in {self.data} were made by PostgreSQL {version}; this is {programs.version}. Dump them "
                "with the old one and load them into the new one, or start over."
            )
        if os.geteuid() not in (0, self.data.stat().st_uid):
            raise DatabaseProblem(f"{self.data} belongs to another user of this machine. Start as that user.")

    def _end_leftover(self) -> None:
        """Stop a server that outlived its starter; forget one that is dead, even if its number lives again."""
        lock = self.data / "postmaster.pid"
        try:
            pid = abs(int(lock.read_text().split("\n", 1)[0]))
        except FileNotFoundError:
            return
        except ValueError:
            pid = 0
        if pid and self._is_ours(pid):
            os.kill(pid, signal.SIGINT)
            deadline = time.monotonic() + STOP_SECONDS
            while self._is_ours(pid):
                if time.monotonic() > deadline:
                    raise DatabaseProblem(
                        f"The database in {self.home} still runs (process {pid}). Stop it first."
                    )
                time.sleep(0.05)
        lock.unlink(missing_ok=True)

    def _is_ours(self, pid: int) -> bool:
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return False
        return os.fsencode(self.data) in words

    def _make_socket_folder(self) -> None:
        _, way = self._ready()
        folder = self.socket_folder
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        seen = folder.lstat()
        if not stat.S_ISDIR(seen.st_mode) or seen.st_uid not in (os.geteuid(), way.uid):
            raise DatabaseProblem(f"{folder} is not ours. Remove it and try again.")
        for left in folder.iterdir():
            left.unlink()
        way.owns(folder)
        folder.chmod(0o700)

    def _launch(self) -> None:
        programs, way = self._ready()
        settings = (
            SMALL_MACHINE | {"shared_buffers": _shared_buffers()} | (THROWAWAY if self.throwaway else {})
        )
        settings["unix_socket_directories"] = str(self.socket_folder)
        if self.log.exists() and self.log.stat().st_size > 10_000_000:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            begins = log.tell()
            self.process = subprocess.Popen(
                [
                    *(*way.prefix, programs.postgres, "-D", str(self.data)),
                    *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=_plain_environment(),
                start_new_session=True,
                **way.popen_options(),
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._accepts():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                said = self.log.read_bytes()[begins:].decode(errors="replace").strip()
                raise DatabaseProblem(f"PostgreSQL does not start in {self.home}:\n{said[-2000:]}")
            time.sleep(0.02)

    def _accepts(self) -> bool:
        """The eighth line of the server's lock file says when it takes connections."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _ready(self) -> tuple[Programs, Way]:
        if self._programs is None or self._way is None:
            raise DatabaseProblem("The database has not been started.")
        return self._programs, self._way

    # ── What is in it ────────────────────────────────────────────────────────────

    def connect(self, database: str = "postgres", user: str = SUPERUSER) -> psycopg.Connection[Any]:
        """A connection for the launcher itself, each statement its own transaction."""
        return psycopg.connect(self.address(database, user), autocommit=True)

    def create_database(self, name: str, *, template: str = "template0") -> bool:
        """Make a database that `kontor_owner` owns, unless it exists; whether it was made."""
        with self.connect() as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return False
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY {}").format(
                    *(sql.Identifier(part) for part in (name, OWNER, template)),
                    sql.SQL("FILE_COPY" if self.throwaway else "WAL_LOG"),
                )
            )
        return True

    def drop_database(self, name: str) -> None:
        """Remove a database and all that is in it, if there is one."""
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} (FORCE)").format(sql.Identifier(name)))

    def _ensure_roles(self) -> None:
        passwords = self._passwords()
        with self.connect() as connection:
            connection.execute(ROLES_SQL.read_text())
            for role in (OWNER, APPLICATION):
                connection.execute(
                    sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                        sql.Identifier(role), sql.Literal(passwords[role])
                    )
                )

    def _passwords(self) -> dict[str, str]:
        """Made once per server, readable by its owner only."""
        path = self.home / "passwords.json"
        try:
            stored: dict[str, str] = json.loads(path.read_text())
        except FileNotFoundError:
            self.home.mkdir(parents=True, exist_ok=True)
            stored = {role: secrets.token_hex(16) for role in (SUPERUSER, OWNER, APPLICATION)}
            path.touch(mode=0o600)
            path.write_text(json.dumps(stored))
        return stored


def _shared_buffers() -> str:
    """An eighth of the memory, between 64 MB and 1 GB."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    return f"{min(max(memory // 8, 64), 1024)}MB"


def _plain_environment() -> dict[str, str]:
    """Nothing of the caller's PostgreSQL settings, and messages in English."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C", "LANG": "C"}
