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
PACKAGES: Final = ROOT / "requirements" / "base.txt"
MIGRATED, COLLECTED = "migrated", ".collected"


def main() -> int:
    import django
    from django.core.management import call_command

    home = Home.from_environment()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if not is_stamped(home.path / MIGRATED, schema()):
        with step("Making the tables"):
            call_command("migrate", database="owner", verbosity=0)
            (home.path / MIGRATED).write_text(schema())
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
        and is_stamped(home.path / MIGRATED, schema())
        and is_stamped(STATIC / COLLECTED, static_fingerprint())
    )


def is_stamped(stamp: Path, fingerprint: str) -> bool:
    try:
        return stamp.read_text() == fingerprint
    except OSError:
        return False


def is_of_the_past(home: Home) -> bool:
    """Whether the tables were made by migrations that have been rewritten since, so that no migration leads on.

    Happens between two states of an unreleased Kontor. What was added since does no harm.
    """
    try:
        made_from = (home.path / MIGRATED).read_text().splitlines()
    except OSError:
        return False
    ours = {line for line in made_from if not line.endswith(PACKAGES.name)}
    return home.loaded.exists() and not ours <= set(schema().splitlines())


def schema() -> str:
    """All that decides what the tables look like: a line for each file, its fingerprint and name."""
    kit = ROOT / "kontor" / "kit"
    files = sorted([*ROOT.glob("kontor/*/migrations/*.py"), kit / "rowsecurity.py", PACKAGES])
    return "".join(f"{_fingerprint([path])} {path.relative_to(ROOT)}\n" for path in files)


def static_fingerprint() -> str:
    """Of all that decides what the browser is sent beside the pages."""
    files = (path for path in ROOT.glob("kontor/*/static/**/*") if path.is_file())
    return _fingerprint([*files, PACKAGES])


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
