"""The portal with data of size: its tables, its people, the pages that are measured."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.contrib.auth.hashers import Argon2PasswordHasher

from bench.client import Browser
from bench.cpu import Meter
from bench.stack import PASSWORD, ROOT, fill, serve, wait_for
from kontor.demo.processes import Child, stop_all
from kontor.demo.serve import free_port
from kontor.kit.postgres import Cluster

DATABASE: Final = "bench"
SALT: Final = "bench-bench-bench-bench"  # long enough: a shorter one has Django hash anew at signing in


@dataclass(frozen=True, slots=True)
class Page:
    """A page, who looks at it, and what the peer has instead, if anything; `peer_cart` asks for it with a filled basket."""

    name: str
    path: str
    staff: bool = False
    peer: str = ""
    peer_cart: bool = False


BARE: Final = "/demo/empty/"
PAGES: Final = (
    Page("bare page", BARE),
    Page("overview", "/overview/"),
    Page("product list", "/shop/c/root-1/leaf-5/", peer="/catalogue/ranges/leaf-5/"),
    Page("product search", "/shop/?q=filter"),
    Page("product", "/shop/p/HI-1000037/", peer="/catalogue/lamp-37_37/"),
    Page("cart of 20 lines", "/cart/", peer="/basket/", peer_cart=True),
    Page("order list", "/orders/", peer="/accounts/orders/"),
    Page("order", "/orders/E-199996/"),
    Page("equipment list", "/equipment/"),
    Page("machine", "/equipment/98000/"),
    Page("case", "/service/S-2026-098000/"),
    Page("users", "/company/users/"),
    Page("bare page, staff", BARE, staff=True),
    Page("desk: queue of cases", "/desk/cases/", staff=True),
    Page("desk: case", "/desk/cases/S-2026-098000/", staff=True),
    Page("desk: queue of registrations", "/desk/registrations/", staff=True),
    Page("desk: customers", "/desk/customers/", staff=True),
)


class Portal:
    """The portal as the demonstration starts it, with the bench's data."""

    def __init__(self, cluster: Cluster, home: Path, *, behind_a_proxy: bool = False) -> None:
        """Behind a proxy the portal believes what X-Forwarded-For says about where a request comes from."""
        self.proxies = int(behind_a_proxy)
        self.cluster = cluster
        self.home = home
        self.port = free_port()

    def prepare(self) -> str:
        """Tables and data; says how long the data took."""
        self.cluster.create_database(DATABASE)
        addresses = self.cluster.addresses(DATABASE)
        for command in (["migrate", "--database", "owner"], ["collectstatic", "--noinput"]):
            subprocess.run(
                [sys.executable, "manage.py", *command, "--verbosity", "0"],
                cwd=ROOT, env=self.environment() | addresses, check=True,
            )  # fmt: skip
        hashed = Argon2PasswordHasher().encode(PASSWORD, SALT)
        seconds = fill(self.cluster, DATABASE, ROOT / "bench" / "data.sql", hashed)
        return f"the portal's data took {seconds:.0f} s"

    def start(self) -> Child:
        os.chdir(ROOT)
        environment = self.environment() | {"DATABASE_URL": self.cluster.addresses(DATABASE)["DATABASE_URL"]}
        return serve("portal", "config.wsgi:application", environment, self.home, self.port)

    def people(self, child: Child, meter: Meter) -> tuple[Browser, Browser]:
        """The giant company's buyer and the large partner's staff, signed in."""
        people = Browser(self.port, meter), Browser(self.port, meter)
        wait_for(child, lambda: people[0].request("GET", "/readyz")[0])
        for browser, name in zip(people, ("buyer", "staff"), strict=True):
            browser.sign_in({"login": f"{name}@kontor.example", "password": PASSWORD})
        return people

    def environment(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DATABASE_", "GRANIAN_"))
        }
        return kept | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "KONTOR_DEMO": "1",
            "KONTOR_HOME": str(self.home),
            "KONTOR_SECRET_KEY": "only-for-measuring",
            "KONTOR_ALLOWED_HOSTS": "127.0.0.1",
            "KONTOR_PROXIES": str(self.proxies),
            "KONTOR_ORIGIN": f"http://127.0.0.1:{self.port}",
        }


@contextmanager
def behind_a_proxy() -> Iterator[tuple[Portal, Meter]]:
    """The portal alone, with its data, where each request may come from an origin of its own; gone afterwards."""
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kontor-bench-")))
        home.chmod(0o755)
        cluster = stack.enter_context(Cluster(home / "postgres"))
        portal = Portal(cluster, home, behind_a_proxy=True)
        portal.prepare()
        child = portal.start()
        stack.callback(lambda: stop_all([child]))
        assert cluster.process
        meter = Meter(child.process.pid, cluster.process.pid)
        visitor = Browser(portal.port, meter)
        wait_for(child, lambda: visitor.request("GET", "/readyz")[0])
        yield portal, meter
