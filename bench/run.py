"""Starts the portal with data of size and measures its pages against its own bare page; `make bench`.

Everything is measured in one run on one machine, the pages in turn and several rounds, and what counts is the ratio
to the bare page: a signed-in page of the same server that renders the empty frame. Results go to bench/results/.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
import urllib.parse
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.client import Browser, Measured, token_in
from kontor.demo.processes import Child, stop_all
from kontor.demo.serve import free_port
from kontor.kit.postgres import Cluster

ROOT: Final = Path(__file__).resolve().parent.parent
DATABASE: Final = "bench"
PASSWORD: Final = "bench-bench-2026"  # noqa: S105 - of an account that lives as long as the measurement
ROUNDS: Final = 3
SECONDS: Final = 4.0
AIM: Final = 0.40

BARE: Final = "/demo/empty/"
PAGES: Final = {
    "overview": "/overview/",
    "product list": "/shop/c/root-1/leaf-5/",
    "product search": "/shop/?q=filter",
    "product": "/shop/p/HI-1000037/",
    "cart of 20 lines": "/cart/",
    "order list": "/orders/",
    "order": "/orders/E-199996/",
}
QUICK_ORDERS: Final = (1_000, 10_000)


@dataclass(frozen=True, slots=True)
class Upload:
    """How long a file of so many lines took from sending it to its page."""

    lines: int
    seconds: float


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kontor-bench-") as folder:
        home = Path(folder)
        home.chmod(0o755)
        with Cluster(home / "postgres") as cluster:
            cluster.create_database(DATABASE)
            environment = prepare(cluster, home)
            port = free_port()
            children = serve(environment, home, port)
            try:
                browser = Browser(port)
                wait_for(browser)
                browser.sign_in("buyer@kontor.example", PASSWORD)
                pages = measure(browser)
                print(table(pages), flush=True)
                uploads = [upload(browser, lines) for lines in QUICK_ORDERS]
            finally:
                stop_all(children)
    report = write(pages, uploads)
    print(report.read_text())
    return 0


def prepare(cluster: Cluster, home: Path) -> dict[str, str]:
    """Tables and data; the environment that the portal's processes get."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "KONTOR_DEMO": "1",
        "KONTOR_HOME": str(home),
        "KONTOR_SECRET_KEY": "only-for-measuring",
        "KONTOR_ALLOWED_HOSTS": "127.0.0.1",
    }
    owner = environment | cluster.addresses(DATABASE)
    for command in (
        ["migrate", "--database", "owner", "--verbosity", "0"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=owner, check=True)
    began = time.perf_counter()
    hashed = subprocess.run(
        [sys.executable, "-c", f"from argon2 import PasswordHasher; print('argon2' + PasswordHasher().hash('{PASSWORD}'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    script = (ROOT / "bench" / "data.sql").read_text()
    script = script.replace("{password}", hashed).replace("{{", "{").replace("}}", "}")
    with cluster.connect(DATABASE) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(script.encode())
        connection.commit()
    with cluster.connect(DATABASE) as connection:
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")
    print(f"Data made in {time.perf_counter() - began:.0f} s", flush=True)
    del owner["DATABASE_OWNER_URL"]
    return owner


def serve(environment: dict[str, str], home: Path, port: int) -> list[Child]:
    """The web server as the demonstration starts it."""
    os.chdir(ROOT)
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--no-ws",
        "--workers", "2", "--blocking-threads", "4", "--log-level", "warning", "config.wsgi:application",
    ]  # fmt: skip
    origin = {"KONTOR_ORIGIN": f"http://127.0.0.1:{port}"}
    return [Child("web", command, environment=environment | origin, log=home / "web.log")]


def wait_for(browser: Browser) -> None:
    """Until the portal says that it is ready."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if browser.request("GET", "/readyz")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit("The portal did not get ready.")


def measure(browser: Browser) -> dict[str, Measured]:
    """All pages in turn, several rounds, the bare page in each."""
    paths = {"bare page": BARE} | PAGES
    found = {name: Measured() for name in paths}
    for path in paths.values():
        browser.load(path, 1.0)
    for _round in range(ROUNDS):
        for name, path in paths.items():
            found[name].add(browser.load(path, SECONDS))
    return found


def upload(browser: Browser, lines: int) -> Upload:
    """A quick order as a file: our numbers, makers', own ones, best sellers and rare ones."""
    _status, _onward, page = browser.request("GET", "/shop/quick-order/")
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": token_in(page)})
    browser.request("POST", "/shop/quick-order/clear/", form.encode())
    rows = [f"{number_of(n)};{1 + n % 40}" for n in range(lines)]
    boundary = "kontor-bench"
    fields = {
        'name="csrfmiddlewaretoken"': token_in(page),
        'name="file"; filename="order.csv"\r\nContent-Type: text/csv': "\r\n".join(
            ["Article;Quantity", *rows]
        ),
    }
    parts = [
        f"--{boundary}\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n"
        for name, value in fields.items()
    ]
    body = "".join([*parts, f"--{boundary}--\r\n"]).encode()
    began = time.perf_counter()
    status, onward, _page = browser.request(
        "POST", "/shop/quick-order/upload/", body, f"multipart/form-data; boundary={boundary}"
    )
    if status in (302, 303):
        status, _onward, _page = browser.request("GET", urllib.parse.urlsplit(onward).path)
    seconds = time.perf_counter() - began
    if status != 200:
        raise SystemExit(f"The quick order of {lines} lines was answered with {status}.")
    return Upload(lines, seconds)


def number_of(n: int) -> str:
    """An article number in one of the ways that people write it."""
    product = 1 + (n * n * 31) % (100_000 if n % 3 else 2_000)
    if n % 10 == 0:
        return f"OWN-{1 + product % 5_000}"
    return f"M-{product}" if n % 4 == 0 else f"HI-{1_000_000 + product}"


def table(pages: dict[str, Measured]) -> str:
    """The pages beside the bare one."""
    bare = pages["bare page"]
    lines = [
        "| page | requests/s | of the bare page | p50 ms | p95 ms | aim |",
        "|---|---:|---:|---:|---:|---|",
    ]
    for name, measured in pages.items():
        share = measured.rate / bare.rate
        aim = "" if name == "bare page" else ("reached" if share >= AIM else "missed")
        lines.append(
            f"| {name} | {measured.rate:.0f} | {share:.0%} | {measured.percentile(0.5) * 1000:.1f} "
            f"| {measured.percentile(0.95) * 1000:.1f} | {aim} |"
        )
    return "\n".join(lines)


def write(pages: dict[str, Measured], uploads: list[Upload]) -> Path:
    """The report in bench/results/, named after the day."""
    now = datetime.now(UTC)
    how = (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, 2 web processes, load from the same machine over "
        f"4 connections, {ROUNDS} rounds of {SECONDS:.0f} s. 100,000 products, 500,000 prices, 1,000 companies, "
        "200,000 orders; the buyer is of the company that placed 40 % of them."
    )
    quick = [f"| {each.lines:,} lines | {each.seconds:.2f} |" for each in uploads]
    parts = [
        f"# {now:%Y-%m-%d}",
        how,
        table(pages),
        "\n".join(["| quick order | seconds from sending the file to its page |", "|---|---:|", *quick]),
    ]
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    report = folder / f"{now:%Y-%m-%d}.md"
    report.write_text("\n\n".join(parts) + "\n")
    return report


if __name__ == "__main__":
    sys.exit(main())
