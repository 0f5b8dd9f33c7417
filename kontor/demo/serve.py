"""Starts the whole portal with demonstration data and stays until told to end: `make demo`.

    python -m kontor.demo.serve            # PORT and KONTOR_HOME come from the environment
    python -m kontor.demo.serve --reset    # throw the demonstration's data away

Starts the database, a mail server that keeps every message, the web server and the worker, and stops every one of
them on Ctrl-C or SIGTERM. Everything lies in KONTOR_HOME; all ports except PORT are free ones.
"""

from __future__ import annotations

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kontor.demo import prepare
from kontor.demo.data.people import PASSWORD, accounts_to_try
from kontor.demo.home import DATABASE, LOCAL, DemoProblem, Home
from kontor.demo.processes import Child, stop_all
from kontor.kit.postgres import Cluster, DatabaseProblem

ROOT: Final = Path(__file__).resolve().parent.parent.parent
WEB_PROCESSES, WEB_THREADS = 2, 4
READY_SECONDS = 60


def main() -> int:
    home = Home.from_environment()
    try:
        if sys.argv[1:] == ["--reset"]:
            print(home.reset())
            return 0
        with Signals() as signals:
            home.make()
            if prepare.is_of_the_past(home):
                raise DemoProblem(
                    f"The tables in {home.path} are those of an earlier state of Kontor that no migration leads on from. "
                    "Start over: make demo-reset, then make demo"
                )
            with home.taken():
                return Demo(home, port_to_use(), signals).run()
    except (DemoProblem, DatabaseProblem) as problem:
        print(problem, file=sys.stderr)
        return 1


class Signals:
    """Remembers that someone wants the demonstration to end. Handlers that raise could lose a process."""

    def __init__(self) -> None:
        self.received = False

    def __enter__(self) -> Signals:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, self._remember)
        if "MAKELEVEL" in os.environ:  # started by make: when make is killed, end too
            ctypes.CDLL(None).prctl(1, int(signal.SIGTERM))
        return self

    def __exit__(self, *_: object) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_DFL)

    def _remember(self, number: int, frame: object) -> None:
        self.received = True


class Demo:
    """The processes of one demonstration, in the order in which they are started."""

    def __init__(self, home: Home, port: int, signals: Signals) -> None:
        self.home = home
        self.port = port
        self.signals = signals
        self.children: list[Child] = []
        self.smtp_port = free_port()

    def run(self) -> int:
        """Start everything and stay; the exit code."""
        with self.database() as addresses:
            try:
                return self.start_and_watch(addresses)
            finally:
                stop_all(self.children)

    def start_and_watch(self, addresses: dict[str, str]) -> int:
        environment = self.home.environment(self.port) | {
            "DATABASE_URL": addresses["DATABASE_URL"],
            "KONTOR_SMTP_URL": f"smtp://{LOCAL}:{self.smtp_port}",
        }
        python = sys.executable
        sink = ("-m", "kontor.demo.mailsink", "--port", str(self.smtp_port), "--folder", str(self.home.mail))
        self.start("mail", [python, *sink], environment)
        if prepare.is_needed(self.home) and not self.prepare(environment | addresses):
            return 0 if self.signals.received else 1
        self.start(
            "web", [python, "-m", "granian", *self.web_options(), "config.wsgi:application"], environment
        )
        if not self.wait_until_ready():
            return 0 if self.signals.received else 1
        # Only now: on two cores, loading it beside the web processes would delay them.
        worker = ("procrastinate", "worker", "--concurrency", "2")
        self.start("worker", [python, "manage.py", *worker], environment)
        self.announce()
        while not self.signals.received:
            if self.someone_ended():
                return 1
            time.sleep(0.3)
        print("\nStopping …", flush=True)
        return 0

    @contextlib.contextmanager
    def database(self) -> Iterator[dict[str, str]]:
        """The embedded server, or the one that DATABASE_URL names; yields the two addresses."""
        given = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "DATABASE_OWNER_URL")}
        if all(given.values()):
            yield given
            return
        if any(given.values()):
            raise DemoProblem(
                "Set both DATABASE_URL and DATABASE_OWNER_URL: the application's and the owner's. Or neither, for a database of its own."
            )
        with Cluster(self.home.postgres) as cluster:
            if not self.home.loaded.exists():
                # Never loaded, or interrupted while loading: from the beginning.
                cluster.drop_database(DATABASE)
                (self.home.path / prepare.MIGRATED).unlink(missing_ok=True)
            cluster.create_database(DATABASE)
            yield cluster.addresses(DATABASE)

    def web_options(self) -> list[str]:
        return [
            *("--interface", "wsgi", "--host", LOCAL, "--port", str(self.port), "--no-ws"),
            *("--workers", str(WEB_PROCESSES), "--blocking-threads", str(WEB_THREADS)),
            *("--workers-kill-timeout", "5", "--respawn-failed-workers", "--log-level", "warning"),
        ]

    def start(self, name: str, command: list[str], environment: dict[str, str]) -> Child:
        os.chdir(ROOT)
        child = Child(name, command, environment=environment, log=self.home.log / f"{name}.log")
        self.children.append(child)
        return child

    def prepare(self, environment: dict[str, str]) -> bool:
        """Tables, data, static files; whether all went well."""
        child = self.start("prepare", [sys.executable, "-m", "kontor.demo.prepare"], environment)
        shown = child.began
        while not self.signals.received:
            ended = child.ended
            with child.log.open() as log:
                log.seek(shown)
                print(log.read(), end="", flush=True)
                shown = log.tell()
            if ended == 0:
                self.children.remove(child)
                return True
            if ended is not None:
                print(f"\nThe demonstration could not be made ready (see {child.log}).", file=sys.stderr)
                return False
            if self.someone_ended():
                return False
            time.sleep(0.1)
        return False

    def wait_until_ready(self) -> bool:
        """Ask the portal itself, until it says that it is ready to serve."""
        deadline = time.monotonic() + READY_SECONDS
        answer = "no answer"
        while not self.signals.received:
            if self.someone_ended():
                return False
            try:
                connection = http.client.HTTPConnection(LOCAL, self.port, timeout=5)
                connection.request("GET", "/readyz")
                response = connection.getresponse()
                answer = f"{response.status}: {response.read(2000).decode(errors='replace').strip()}"
                connection.close()
                if response.status == 200:
                    return True
            except (OSError, http.client.HTTPException) as error:
                answer = str(error)
            if time.monotonic() > deadline:
                web = self.children[-1]
                print(f"The portal did not get ready ({answer}).\n{web.last_words()}", file=sys.stderr)
                return False
            time.sleep(0.1)
        return False

    def someone_ended(self) -> bool:
        """Say which process ended though nobody told it to, and its last words."""
        for child in self.children:
            if child.ended is not None:
                message = f"The process “{child.name}” ended ({child.ended}). The end of {child.log}:"
                print(f"\n{message}\n\n{child.last_words()}\n", file=sys.stderr, flush=True)
                return True
        return False

    def announce(self) -> None:
        """The address, and whom one can be."""
        rows = [(person.full_name, person.email, person.shown) for person in accounts_to_try()]
        widths = [max(len(row[column]) for row in rows) for column in range(2)]
        print(f"\nKontor is ready at http://{LOCAL}:{self.port}\n", flush=True)
        for name, email, what in rows:
            print(f"  {name:{widths[0]}}  {email:{widths[1]}}  {what}")
        print(f"\n  The password of all is {PASSWORD}")
        print(f"  Mail that the portal sends: http://{LOCAL}:{self.port}/demo/mail/")
        print(f"  Database, files, mail and logs: {self.home.path}")
        print("  Commands for it: make demo-manage RUN='load companies companies.csv'")
        print("  Ctrl-C stops it.", flush=True)


def port_to_use() -> int:
    """PORT, if it is free. Raises `DemoProblem`."""
    wanted = os.environ.get("PORT") or "8000"
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        raise DemoProblem(f"PORT is “{wanted}”; it must be a number between 1 and 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOCAL, int(wanted)))
        except PermissionError:
            raise DemoProblem(
                f"Port {wanted} needs more rights than you have. Choose one above 1023."
            ) from None
        except OSError:
            raise DemoProblem(
                f"Port {wanted} is taken by another program. Choose another: make demo PORT={int(wanted) + 1}"
            ) from None
    return int(wanted)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOCAL, 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
