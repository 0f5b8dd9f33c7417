"""What `make demo` does before and around the portal's processes."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from kontor.demo import manage, prepare, serve
from kontor.demo.home import DemoProblem, Home
from kontor.demo.processes import Child, stop_all
from kontor.kit.postgres.cluster import APPLICATION


def test_a_folder_of_somebody_else_is_neither_used_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    home = Home(tmp_path)
    with pytest.raises(DemoProblem, match="not made by the demonstration"):
        home.make()
    with pytest.raises(DemoProblem, match="stays as it is"):
        home.reset()
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_reset_removes_what_the_demonstration_made(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.make()
    secret = home.secret()
    home.make()
    assert home.secret() == secret
    assert "Removed" in home.reset()
    assert not home.path.exists()
    assert "nothing to remove" in home.reset()


def test_a_folder_holds_one_demonstration_at_a_time(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.make()
    with home.taken(), pytest.raises(DemoProblem, match="already runs"):
        home.reset()
    assert home.is_ours()


def test_tables_of_rewritten_migrations_are_said_plainly(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.make()
    assert not prepare.is_of_the_past(home)
    stamp = home.path / prepare.MIGRATED
    home.loaded.touch()
    stamp.write_text("\n".join(prepare.schema().splitlines()[1:]))
    assert not prepare.is_of_the_past(home), "a migration that came since is simply run"
    stamp.write_text(prepare.schema() + "0123 kontor/orders/migrations/0001_initial.py\n")
    assert prepare.is_of_the_past(home)


def test_a_command_needs_a_demonstration_that_runs(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with pytest.raises(DemoProblem, match="No demonstration runs"):
        manage.environment_for(home)
    home.make()
    with pytest.raises(DemoProblem, match="No demonstration runs"):
        manage.environment_for(home)


def test_a_command_is_connected_as_the_portal_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    home = Home(tmp_path / "home")
    home.make()
    with home.taken():
        told = manage.environment_for(home)
    assert told["DATABASE_URL"].startswith(f"postgresql://{APPLICATION}:")
    assert "DATABASE_OWNER_URL" not in told
    assert told["KONTOR_SECRET_KEY"] == home.secret()


def test_a_port_in_use_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("PORT", str(other.getsockname()[1]))
        with pytest.raises(DemoProblem, match=r"is taken .* make demo PORT="):
            serve.port_to_use()


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "8000 "])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(DemoProblem, match="between 1 and 65535"):
        serve.port_to_use()


def test_what_a_process_started_is_stopped_with_it(tmp_path: Path) -> None:
    program = (
        "import subprocess, sys, time\n"
        "inner = subprocess.Popen([sys.executable, '-c', 'import signal, time; "
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)'], stdout=subprocess.PIPE)\n"
        "inner.stdout.readline(); print(inner.pid, flush=True); time.sleep(60)"
    )
    child = Child(
        "web", [sys.executable, "-c", program], environment=dict(os.environ), log=tmp_path / "web.log"
    )
    deadline = time.monotonic() + 20
    while not child.last_words() and time.monotonic() < deadline:
        time.sleep(0.05)
    inner = int(child.last_words())
    stop_all([child], patience=0.5)
    assert child.ended == -signal.SIGTERM
    assert not Path(f"/proc/{inner}").exists() or "State:\tZ" in Path(f"/proc/{inner}/status").read_text()
