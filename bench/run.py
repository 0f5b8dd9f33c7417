"""Starts the portal and its peer with data of size and measures their pages in turn; `make bench`.

What counts are ratios within one run on one machine: of a page to the bare page (a signed-in page of the same server
that renders the empty frame), and of a page to the peer's. Results go to bench/results/; docs/guide/measuring.md tells
how to read them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench import report, uploads
from bench.client import Browser, Measured
from bench.cpu import Meter
from bench.found import Found
from bench.peer import NoPeer, Peer
from bench.portal import PAGES, Page, Portal
from kontor.demo.processes import Child, stop_all
from kontor.kit.postgres import Cluster


@dataclass(slots=True)
class People:
    """Who asks for the pages."""

    buyer: Browser
    staff: Browser
    of_peer: tuple[Browser, Browser] | None = None

    def of(self, page: Page) -> Browser:
        return self.staff if page.staff else self.buyer

    def of_peer_for(self, page: Page) -> Browser | None:
        return self.of_peer[page.peer_cart] if self.of_peer and page.peer else None


def main() -> int:
    wanted = arguments()
    found = Found(rounds=wanted.rounds, seconds=wanted.seconds)
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="kontor-bench-"))
        home = Path(folder)
        home.chmod(0o755)
        cluster = stack.enter_context(Cluster(home / "postgres"))
        children: list[Child] = []
        stack.callback(lambda: stop_all(children))
        people = start(cluster, home, children, found, with_peer=wanted.peer)
        measure(people, found)
        found.uploads = [uploads.send(people.buyer, lines) for lines in uploads.LINES]
    text = report.text(found)
    path = report.write(text, wanted.out)
    print(f"{text}\nWritten to {path}")
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description="Measure the portal.")
    parser.add_argument(
        "--without-peer", dest="peer", action="store_false", help="do not measure django-oscar"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each page has its turn (3)")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long a turn lasts (4)")
    parser.add_argument("--out", type=Path, help="where the report goes (bench/results/<day>.md)")
    return parser.parse_args()


def start(cluster: Cluster, home: Path, children: list[Child], found: Found, *, with_peer: bool) -> People:
    """Portal and peer: tables and data side by side, then the web servers, then the people."""
    portal, peer = Portal(cluster, home), Peer(cluster, home)
    with ThreadPoolExecutor(2) as side_by_side:
        ours = side_by_side.submit(portal.prepare)
        theirs = side_by_side.submit(peer.prepare) if with_peer else None
        print(f"Prepared: {ours.result()}", flush=True)
        if theirs is None:
            found.no_peer = "It was not asked for."
        else:
            try:
                print(f"Prepared: {theirs.result()}", flush=True)
            except NoPeer as why:
                found.no_peer = str(why)
                print(found.no_peer, flush=True)
    with cluster.connect() as connection:
        # The tables have just been analysed; what else the server would do by itself would blur the figures.
        connection.execute("ALTER SYSTEM SET autovacuum = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CHECKPOINT")
    assert cluster.process
    postgres = cluster.process.pid
    child = portal.start()
    children.append(child)
    people = People(*portal.people(child, Meter(child.process.pid, postgres)))
    if not found.no_peer:
        child = peer.start()
        children.append(child)
        people.of_peer = peer.people(child, Meter(child.process.pid, postgres))
        found.peer_version = peer.version()
    return people


def measure(people: People, found: Found) -> None:
    """All pages in turn, several rounds, each with the peer's right after ours."""
    turns: list[tuple[str, Browser, str, dict[str, Measured]]] = []

    def plan(name: str, browser: Browser, path: str, into: dict[str, Measured]) -> bool:
        status, _onward, _page = browser.request("GET", path)
        if status != 200:
            whose = "" if into is found.pages else ", peer"
            found.missing[name + whose] = f"{path} answered {status}"
            return False
        turns.append((name, browser, path, into))
        return True

    for page in PAGES:
        if plan(page.name, people.of(page), page.path, found.pages) and (theirs := people.of_peer_for(page)):
            plan(page.name, theirs, page.peer, found.peer)
    for _name, browser, path, _into in turns:
        browser.load(path, min(1.5, found.seconds))
    for round_number in range(found.rounds):
        for name, browser, path, into in turns:
            into.setdefault(name, Measured()).add(browser.load(path, found.seconds))
        print(f"Round {round_number + 1} of {found.rounds} done", flush=True)


if __name__ == "__main__":
    sys.exit(main())
