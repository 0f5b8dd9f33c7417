"""The peer: a shop made with django-oscar, in an environment of its own, on the same database server and web server.

Optional: where PyPI is not reached and nothing is installed yet, the report says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from bench.client import Browser
from bench.cpu import Meter
from bench.stack import PASSWORD, ROOT, fill, serve, wait_for
from kontor.demo.processes import Child
from kontor.demo.serve import free_port
from kontor.kit.postgres import Cluster

DATABASE: Final = "oscar"
PROJECT: Final = ROOT / "bench" / "oscar"
PINS: Final = PROJECT / "requirements.txt"
VENV: Final = ROOT / ".kontor-bench" / "oscar"
PYTHON: Final = VENV / "bin" / "python"


class NoPeer(Exception):
    """There is nothing to compare with; its text says why."""


class Peer:
    """The shop, once its packages are there."""

    def __init__(self, cluster: Cluster, home: Path) -> None:
        self.cluster = cluster
        self.home = home / "oscar"
        self.port = free_port()

    def install(self) -> None:
        """Its pinned packages, checked by their hashes; nothing when they are there."""
        stamp, wanted = VENV / ".pins", hashlib.sha256(PINS.read_bytes()).hexdigest()
        if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
            return
        uv = [sys.executable, "tools/bootstrap.py", "uv"]
        for command in (
            ["venv", "--quiet", "--clear", "--python", sys.executable, str(VENV)],
            ["pip", "sync", "--quiet", "--python", str(PYTHON), "--require-hashes", str(PINS)],
        ):
            done = subprocess.run([*uv, *command], cwd=ROOT, capture_output=True, text=True)
            if done.returncode:
                said = " ".join(done.stderr.split())[:300]
                raise NoPeer(f"django-oscar could not be installed: {said}")
        stamp.write_text(wanted)

    def prepare(self) -> str:
        """Packages, tables, data, the picture it shows where there is none; says how long the data took."""
        self.install()
        self.cluster.create_database(DATABASE)
        missing = next(VENV.glob("lib/python*/site-packages/oscar/static/oscar/img/image_not_found.jpg"))
        (self.home / "media").mkdir(parents=True)
        shutil.copy(missing, self.home / "media")
        migrate = [str(PYTHON), "-m", "django", "migrate", "--verbosity", "0"]
        done = subprocess.run(migrate, cwd=PROJECT, env=self.environment(), capture_output=True, text=True)
        if done.returncode:
            said = done.stderr.strip().rpartition("\n")[2]
            raise NoPeer(f"django-oscar's tables could not be made: {said}")
        hashed = PBKDF2PasswordHasher().encode(PASSWORD, "salt-of-the-measurement", 600_000)
        seconds = fill(self.cluster, DATABASE, PROJECT / "data.sql", hashed)
        return f"the peer's data took {seconds:.0f} s"

    def start(self) -> Child:
        os.chdir(PROJECT)
        return serve(
            "oscar", "shop.wsgi:application", self.environment(), self.home, self.port, python=str(PYTHON)
        )

    def people(self, child: Child, meter: Meter) -> tuple[Browser, Browser]:
        """The customer with 80,000 orders, and the one with 20 lines in the basket, signed in."""
        people = Browser(self.port, meter), Browser(self.port, meter)
        wait_for(child, lambda: people[0].request("GET", "/accounts/login/")[0])
        for number, browser in enumerate(people, start=1):
            login = {"login-username": f"buyer-{number}@kontor.example", "login-password": PASSWORD}
            browser.sign_in(login | {"login_submit": "Log In"})
        return people

    def version(self) -> str:
        """django-oscar's and Django's, as the pins say."""
        pins = dict(line.split()[0].split("==") for line in PINS.read_text().splitlines() if "==" in line)
        return f"django-oscar {pins['django-oscar']} on Django {pins['django']}"

    def environment(self) -> dict[str, str]:
        """Nothing of ours: neither settings nor addresses."""
        ours = ("DATABASE_", "GRANIAN_", "KONTOR_", "DJANGO_", "PYTHONPATH", "VIRTUAL_ENV")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        return kept | {
            "DJANGO_SETTINGS_MODULE": "shop.settings",
            "OSCAR_HOME": str(self.home),
            "OSCAR_DATABASE_URL": self.cluster.addresses(DATABASE)["DATABASE_OWNER_URL"],
        }
