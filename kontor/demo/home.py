"""The folder in which a demonstration keeps everything: database, files, mail, logs, its secret."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MARKER: Final = ".kontor-demo"
DATABASE: Final = "kontor"
LOCAL: Final = "127.0.0.1"


class DemoProblem(Exception):
    """Why the demonstration cannot start, for whoever typed `make demo`."""


@dataclass(frozen=True, slots=True)
class Home:
    """`KONTOR_HOME` of a demonstration. Only folders that bear the marker are ever written to or removed."""

    path: Path

    @classmethod
    def from_environment(cls) -> Home:
        return cls(Path(os.environ.get("KONTOR_HOME") or ".kontor").expanduser().absolute())

    @property
    def postgres(self) -> Path:
        return self.path / "postgres"

    @property
    def mail(self) -> Path:
        return self.path / "mail"

    @property
    def log(self) -> Path:
        return self.path / "log"

    @property
    def loaded(self) -> Path:
        """Exists once the demonstration data are in, and holds what they were made from."""
        return self.path / "loaded"

    def is_ours(self) -> bool:
        return (self.path / MARKER).is_file()

    def make(self) -> None:
        """Make the folder, or find it as an earlier demonstration left it. Raises `DemoProblem`."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if not self.is_ours():
                if any(self.path.iterdir()):
                    raise DemoProblem(
                        f"{self.path} is not empty and was not made by the demonstration. Choose another folder: "
                        "make demo KONTOR_HOME=/some/new/folder"
                    )
                (self.path / MARKER).write_text(
                    "Made by `make demo`; `make demo-reset` removes this folder.\n"
                )
            for folder in (self.mail, self.log, self.path / "files"):
                folder.mkdir(exist_ok=True)
        except OSError as error:
            raise DemoProblem(f"The folder {self.path} cannot be used: {error.strerror}.") from error

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Keep a second demonstration out of the folder while this one runs."""
        with (self.path / MARKER).open("r+") as marker:
            try:
                fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise DemoProblem(
                    f"A demonstration already runs in {self.path}. Stop it first, or start another beside it: "
                    "make demo PORT=8001 KONTOR_HOME=.kontor-2"
                ) from None
            yield

    def secret(self) -> str:
        """Signs sessions; made once, so that a restart signs nobody out."""
        path = self.path / "secret"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50))
        return path.read_text()

    def runs(self) -> bool:
        """Whether a demonstration runs in this folder now."""
        try:
            with self.taken():
                return False
        except DemoProblem:
            return True

    def environment(self, port: int) -> dict[str, str]:
        """What the portal's processes are told, but for database and mail. None of them gets the owner's address."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DATABASE_", "GRANIAN_"))
        }
        return kept | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "KONTOR_DEMO": "1",
            "KONTOR_HOME": str(self.path),
            "KONTOR_SECRET_KEY": self.secret(),
            "KONTOR_ORIGIN": os.environ.get("KONTOR_ORIGIN") or f"http://{LOCAL}:{port}",
            "KONTOR_ALLOWED_HOSTS": os.environ.get("KONTOR_ALLOWED_HOSTS") or f"{LOCAL},localhost",
            "PYTHONUNBUFFERED": "1",
        }

    def reset(self) -> str:
        """Remove the folder and all that is in it, if the demonstration made it; says what was done."""
        if not self.path.exists():
            return f"There is nothing to remove: {self.path} does not exist."
        if not self.is_ours():
            raise DemoProblem(f"{self.path} was not made by the demonstration, so it stays as it is.")
        with self.taken():
            shutil.rmtree(self.path)
        return f"Removed {self.path}. The next `make demo` starts from the beginning."
