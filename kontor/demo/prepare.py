"""Makes a demonstration ready in one process: tables, demonstration data, static files.

    python -m kontor.demo.prepare

Each step leaves a stamp of what it was made from. The launcher compares the stamps without loading Django and
skips this process, which is most of a second start's time, when nothing has changed.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kontor.demo.home import Home

ROOT: Final = Path(__file__).resolve().parent.parent.parent
STATIC: Final = ROOT / "build" / "static"
MIGRATED, COLLECTED = "migrated", ".collected"


def main() -> int:
    import django
    from django.core.management import call_command

    home = Home.from_environment()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if not is_stamped(home.path / MIGRATED, schema_fingerprint()):
        with step("Making the tables"):
            call_command("migrate", database="owner", verbosity=0)
            (home.path / MIGRATED).write_text(schema_fingerprint())
    if not home.loaded.exists():
        with step("Loading the demonstration data"):
            call_command("load_demo", verbosity=0)
            home.loaded.write_text("")
    with only_one_collects():
        if not is_stamped(STATIC / COLLECTED, static_fingerprint()):
            with step("Collecting the static files"):
                shutil.rmtree(STATIC, ignore_errors=True)
                call_command("collectstatic", interactive=False, verbosity=0)
                (STATIC / COLLECTED).write_text(static_fingerprint())
    return 0


def is_needed(home: Home) -> bool:
    """Whether anything has changed since the last start; takes no Django and a few milliseconds."""
    return not (
        home.loaded.exists()
        and is_stamped(home.path / MIGRATED, schema_fingerprint())
        and is_stamped(STATIC / COLLECTED, static_fingerprint())
    )


def is_stamped(stamp: Path, fingerprint: str) -> bool:
    try:
        return stamp.read_text() == fingerprint
    except OSError:
        return False


def schema_fingerprint() -> str:
    """Of all that decides what the tables look like."""
    kit = ROOT / "kontor" / "kit"
    return _fingerprint(
        [*ROOT.glob("kontor/*/migrations/*.py"), kit / "rowsecurity.py", ROOT / "requirements" / "base.txt"]
    )


def static_fingerprint() -> str:
    """Of all that decides what the browser is sent beside the pages."""
    files = (path for path in ROOT.glob("kontor/*/static/**/*") if path.is_file())
    return _fingerprint([*files, ROOT / "requirements" / "base.txt"])


def _fingerprint(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for path in sorted(paths):
        found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()


@contextmanager
def only_one_collects() -> Iterator[None]:
    """Two demonstrations of one clone share the static files."""
    STATIC.parent.mkdir(exist_ok=True)
    with (STATIC.parent / "static.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def step(name: str) -> Iterator[None]:
    print(f"{name} …", flush=True)
    begun = time.monotonic()
    yield
    print(f"    {time.monotonic() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
