"""The report of a run, as Markdown."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from bench.client import CONNECTIONS, Measured
from bench.found import Found, Upload
from bench.portal import PAGES, Page
from bench.stack import ROOT, WEB_PROCESSES, WEB_THREADS

AIM: Final = 0.40
UPLOAD_AIMS: Final = {10_000: 3.0}
BARE, BARE_STAFF = "bare page", "bare page, staff"

DATA: Final = (
    "100,000 products, 500,000 prices, 6,000 companies (5,000 of them with one partner), 200,000 orders, 100,000 machines with "
    "1,000,000 readings, 100,000 cases with some 350,000 messages. The buyer is of the company that placed 40 % of the orders, holds "
    "10,000 machines and opened 10,000 cases; the member of staff is the large partner's."
)
PEER: Final = (
    "On the same database server with a database of its own, on the same web server with as many processes and threads, asked by "
    "the same client, each page right after ours. 100,000 products in 45 categories, each with one price and its stock; 200,000 "
    "orders, 80,000 of them the buyer's, who has nothing in the basket: a filled one makes each of its pages dearer, so that the "
    "one with 20 lines is another customer's. Our buyer has them in the cart on every page. Its rows were written by SQL straight into its tables, with its "
    "materialised view refreshed. Cached templates, DEBUG off, persistent connections, requests in one transaction, cache in each "
    "process (locmem), sessions in the database. Its category pages need a search server; with Haystack's simple backend, with which "
    "its documentation begins, they list nothing, so its product list is the page of a range of the same 2,500 products, straight "
    "from the database. It knows one price per product; ours are worked out for the company from five kinds of lists."
)


def text(found: Found) -> str:
    """The whole report."""
    parts = [
        f"# {datetime.now(UTC):%Y-%m-%d}",
        _how(found),
        _quiet(found),
        DATA,
        "## Pages",
        _pages(found),
        *([_missing(found.missing)] if found.missing else []),
        "## Quick orders",
        _uploads(found.uploads),
        "## Beside django-oscar",
        *(
            [f"{found.peer_version}. {PEER}", _peer(found)]
            if found.peer
            else [f"Not measured. {found.no_peer}"]
        ),
        "## Missed",
        "\n".join(f"- {each}" for each in _missed(found)) or "Nothing.",
    ]
    return "\n\n".join(parts) + "\n"


def write(report: str, path: Path | None, *, name: str = "") -> Path:
    """Into the folder of results, named after the day and what was measured, unless told otherwise."""
    file = "-".join(part for part in (f"{datetime.now(UTC):%Y-%m-%d}", name) if part)
    path = path or ROOT / "bench" / "results" / f"{file}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report)
    return path


def _machine() -> str:
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if "model name" in line
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({models[0] if models else platform.machine()}), {memory:.0f} GiB, Python {platform.python_version()}."


def _how(found: Found) -> str:
    """The machine, and how it was asked."""
    servers = f"{WEB_PROCESSES} web processes of {WEB_THREADS} threads"
    asked = f"asked from the same machine over {CONNECTIONS} connections, {found.rounds} × {found.seconds:g} s each page"
    return f"{_machine()} {servers}, {asked}. How to read it: docs/guide/measuring.md."


def _quiet(found: Found) -> str:
    share = f"Other work took {found.other_work:.0%} of the machine meanwhile"
    if found.was_quiet:
        return f"{share}."
    return f"**{share}: requests a second and times are not to be relied on, aims are judged by processor time.**"


def _bare(page: Page, found: Found) -> Measured | None:
    return found.pages.get(BARE_STAFF if page.staff else BARE)


def _share(page: Page, found: Found) -> tuple[float, float] | None:
    """What a page reaches of the bare page: in requests a second, and in processor time."""
    one, bare = found.pages.get(page.name), _bare(page, found)
    if one is None or bare is None:
        return None
    return one.rate / bare.rate, bare.cost / one.cost


def _reaches(page: Page, found: Found) -> bool | None:
    """Whether the aim is reached; None for what has none."""
    shares = _share(page, found)
    if shares is None or page.name in (BARE, BARE_STAFF):
        return None
    return shares[0 if found.was_quiet else 1] >= AIM


def _pages(found: Found) -> str:
    rows = []
    for page in PAGES:
        one, shares, reached = found.pages.get(page.name), _share(page, found), _reaches(page, found)
        if one is None or shares is None:
            continue
        aim = {None: "", True: "reached", False: "missed"}[reached]
        rows.append(
            (
                page.name,
                f"{one.rate:.0f}",
                f"{shares[0]:.0%}",
                f"{_milliseconds(one.used.web, one)} + {_milliseconds(one.used.database, one)}",
                f"{shares[1]:.0%}",
                f"{one.percentile(0.5) * 1000:.0f}",
                f"{one.percentile(0.95) * 1000:.0f}",
                f"{one.size / 1024:.0f}",
                aim,
            )
        )
    head = (
        "page",
        "requests/s",
        "of the bare page",
        "processor ms a request, web + database",
        "of the bare page",
        "p50 ms",
        "p95 ms",
        "KiB",
        f"aim {AIM:.0%}",
    )
    return table(head, rows)


def _peer(found: Found) -> str:
    rows = []
    for name, theirs in found.peer.items():
        ours = found.pages[name]
        rows.append(
            (
                name,
                f"{ours.rate:.0f}",
                f"{theirs.rate:.0f}",
                f"{ours.rate / theirs.rate:.2f}",
                f"{ours.cost * 1000:.1f}",
                f"{theirs.cost * 1000:.1f}",
                f"{theirs.cost / ours.cost:.2f}",
                f"{ours.size / 1024:.0f}",
                f"{theirs.size / 1024:.0f}",
            )
        )
    head = (
        "page",
        "requests/s, ours",
        "peer",
        "ours/peer",
        "processor ms, ours",
        "peer",
        "peer/ours",
        "KiB, ours",
        "peer",
    )
    return table(head, rows)


def _uploads(uploads: Iterable[Upload]) -> str:
    rows = [
        (f"{each.lines:,} lines", f"{each.seconds:.2f}", f"{each.used.servers:.2f}", _upload_aim(each))
        for each in uploads
    ]
    return table(("quick order", "seconds from sending the file to its page", "processor s", "aim"), rows)


def _upload_aim(upload: Upload) -> str:
    if upload.lines not in UPLOAD_AIMS:
        return ""
    limit = UPLOAD_AIMS[upload.lines]
    return f"{limit:g} s {'reached' if upload.seconds <= limit else 'missed'}"


def _missing(missing: dict[str, str]) -> str:
    return "Not measured: " + "; ".join(f"{name} ({why})" for name, why in missing.items()) + "."


def _missed(found: Found) -> list[str]:
    missed = [
        f"{page.name}: {rate:.0%} of the bare page's requests, {cost:.0%} by processor time"
        for page in PAGES
        if _reaches(page, found) is False
        for rate, cost in [_share(page, found) or (0.0, 0.0)]
    ]
    missed += [
        f"quick order of {each.lines:,} lines: {each.seconds:.2f} s"
        for each in found.uploads
        if "missed" in _upload_aim(each)
    ]
    return missed + [f"{name}: {why}" for name, why in found.missing.items()]


def _milliseconds(seconds: float, measured: Measured) -> str:
    return f"{seconds / len(measured.seconds) * 1000:.1f}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; all columns but the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
