"""Running the database server without root's rights, which PostgreSQL insists on.

Not root: it runs as whoever starts it (in the namespace below, if that user has no name). As root it runs as `nobody`. Where `nobody` cannot reach the folders
(a clone under a closed home directory), it runs in a user namespace in which root appears as `nobody`; where
namespaces are forbidden (some containers), as `nobody` with the one capability to pass closed folders.
"""

from __future__ import annotations

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kontor.kit.postgres.problem import DatabaseProblem

_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Way:
    """How to run a program so that PostgreSQL accepts it, and who owns the files it makes."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()
    drop: bool = False

    def popen_options(self) -> dict[str, Any]:
        """Arguments for `subprocess`: other user, neutral folder, and an end when the starter dies."""
        options: dict[str, Any] = {"cwd": "/", "preexec_fn": ends_with_parent(signal.SIGINT)}
        if self.drop:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def owns(self, path: Path) -> None:
        """Hand a file or folder to whoever the server runs as."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def owns_all(self, folder: Path) -> None:
        """The same for a whole tree, if it is someone else's (a copy, or a move to another machine)."""
        if os.geteuid() == 0 and folder.stat().st_uid != self.uid:
            for parent, folders, files in os.walk(folder):
                for name in (*folders, *files):
                    self.owns(Path(parent) / name)
            self.owns(folder)


def find_way(*paths: Path) -> Way:
    """How to run a server that has to reach all of `paths`."""
    if os.geteuid() != 0 and _is_known(os.geteuid()):
        return Way(os.geteuid(), os.getegid())
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        problem = "PostgreSQL does not run as root, and there is no user `nobody` here."
        raise DatabaseProblem(problem) from None
    death = ("setpriv", "--pdeathsig", "INT") if shutil.which("setpriv") else ()
    appear = (f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}")
    namespace = Way(os.geteuid(), os.getegid(), ("unshare", "--user", *appear, *death))
    if os.geteuid() != 0:
        return namespace
    if all(_is_open(path) for path in paths):
        return Way(nobody.pw_uid, nobody.pw_gid, drop=True)
    capable = Way(
        nobody.pw_uid,
        nobody.pw_gid,
        (
            *("setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"),
            *("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--pdeathsig", "INT"),
        ),
    )
    for way in (namespace, capable):
        if _works(way, paths):
            return way
    raise DatabaseProblem(
        f"PostgreSQL does not run as root, and `nobody` cannot reach {paths[-1]}. Run as another user, or set "
        "KONTOR_HOME (and clone) to a folder that everyone may pass through, such as one under /srv."
    )


def ends_with_parent(with_signal: signal.Signals) -> Callable[[], None]:
    """For `preexec_fn`: the kernel sends the child this signal when the process that started it is gone."""
    libc = _libc()

    def prepare() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(with_signal))

    return prepare


@cache
def _libc() -> Any:
    """Loaded before the fork: after it, only the plainest of calls are safe."""
    return ctypes.CDLL(None)


def _is_open(path: Path) -> bool:
    """Everyone may pass through each folder on the way to `path` and, if it exists, read and enter it."""
    folders = [*path.absolute().parents, *path.resolve().parents]
    if path.is_dir() and path.stat().st_uid == 0:
        folders.append(path)
    return all(folder.stat().st_mode & 0o001 for folder in folders if folder.exists())


def _is_known(uid: int) -> bool:
    """PostgreSQL wants a user with a name; containers give people numbers without one."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _works(way: Way, paths: tuple[Path, ...]) -> bool:
    """Looking into the folders is tried, not asked for: `test -x` knows nothing of capabilities."""
    try:
        return subprocess.run([*way.prefix, "ls", *paths], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
