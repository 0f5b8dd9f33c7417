"""A running demonstration, and a browser's page that is watched for complaints.

`KONTOR_PORTAL=http://127.0.0.1:8000 KONTOR_PORTAL_HOME=.kontor` lets the tests look at a demonstration that already runs:
quicker while writing a test. Their orders stay in it.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from kontor.demo.data.people import PASSWORD
from kontor.demo.serve import free_port

ROOT: Final = Path(__file__).resolve().parent.parent.parent
BUILT: Final = ROOT / "kontor" / "kit" / "static" / "kit" / "built" / "app.css"
CHROMIUM_OPTIONS: Final = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
READY_SECONDS: Final = 180
LOCALES: Final = {"nb": "nb-NO", "de": "de-DE", "en": "en-GB"}
SIZES: Final = {"desk": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}


@dataclass(frozen=True, slots=True)
class Portal:
    """A running demonstration."""

    address: str
    home: Path

    def mails_to(
        self, recipient: str, *, containing: str | re.Pattern[str] = "", count: int = 1, seconds: float = 40
    ) -> list[EmailMessage]:
        """Messages to an address, oldest first, in which some words stand; waits until there are as many.

        `containing` has to tell the mail that is meant from every other that the address got before: mails come when
        the worker has got round to them. Fails where there are too few in the end.
        """
        deadline = time.monotonic() + seconds
        while len(found := self.mails_there(recipient, containing=containing)) < count:
            assert time.monotonic() < deadline, f"{len(found)} of {count} mails to {recipient}: {containing}"
            time.sleep(0.2)
        return found

    def mails_there(self, recipient: str, *, containing: str | re.Pattern[str] = "") -> list[EmailMessage]:
        """What came to an address until now; for what must not come, after what comes later than it."""
        words = containing if isinstance(containing, re.Pattern) else re.compile(re.escape(containing))
        found = []
        for path in sorted((self.home / "mail").glob("*.eml")):
            content = path.read_bytes()
            if f"X-Envelope-To: {recipient}".encode() in content[:2000]:
                mail = message_from_bytes(content, policy=policy.default)
                assert isinstance(mail, EmailMessage)
                if words.search(words_of(mail)):
                    found.append(mail)
        return found

    def manage(self, *arguments: str) -> str:
        """Run a command as the portal's processes do, with what they were told; what it prints."""
        environment = os.environ | self._told() | {"PYTHONUNBUFFERED": "1"}
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def _told(self) -> dict[str, str]:
        """The environment of the running worker, read from the system: the database's port is known to nobody else."""
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                command = (process / "cmdline").read_bytes().split(b"\0")
                if b"procrastinate" not in command or b"worker" not in command:
                    continue
                pairs = (process / "environ").read_text().split("\0")
                told = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
                if told.get("KONTOR_HOME") == str(self.home):
                    kept = ("KONTOR_", "DATABASE_", "DJANGO_SETTINGS_MODULE")
                    return {name: value for name, value in told.items() if name.startswith(kept)}
        raise AssertionError("The portal's worker was not found.")


def words_of(mail: EmailMessage) -> str:
    """Subject and text of a mail."""
    body = mail.get_body(("plain", "html"))
    return f"{mail['Subject']}\n{body.get_content() if body else ''}"


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Portal]:
    """Start the demonstration as `make demo` does, in a folder and on a port of its own."""
    if already := os.environ.get("KONTOR_PORTAL"):
        yield Portal(already.rstrip("/"), Path(os.environ["KONTOR_PORTAL_HOME"]).absolute())
        return
    home, port, log = folder / "home", free_port(), folder / "serve.log"
    if not BUILT.exists():
        subprocess.run([sys.executable, "-m", "tools.assets"], cwd=ROOT, check=True)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KONTOR_", "DATABASE_", "PYTEST_", "DJANGO_"))
    }
    environment |= {"KONTOR_HOME": str(home), "PORT": str(port)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "kontor.demo.serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + READY_SECONDS
        while "Kontor is ready" not in log.read_text():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The demonstration did not start:\n{log.read_text()[-4000:]}")
            time.sleep(0.1)
        yield Portal(f"http://127.0.0.1:{port}", home)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def new_context(
    browser: Browser,
    portal: Portal,
    language: str,
    *,
    size: str = "desk",
    javascript: bool = True,
    **more: Any,
) -> BrowserContext:
    """A fresh profile whose browser asks for pages in a language."""
    width, height = SIZES[size]
    context = browser.new_context(
        base_url=portal.address,
        locale=LOCALES[language],
        viewport={"width": width, "height": height},
        java_script_enabled=javascript,
        **more,
    )
    context.set_default_timeout(15_000)
    return context


def watch(context: BrowserContext, portal: Portal) -> list[str]:
    """Collect from now on what no page may do: report an error, miss a file, ask anyone but the portal."""
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        # Chromium reports a refused form (4xx) as an error of the page; that answer is meant.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(f"{message.text} ({message.page.url if message.page else ''})")

    def look(request: Request) -> None:
        if not request.url.startswith((portal.address, "data:", "blob:", "about:")):
            complaints.append(f"asked a stranger: {request.url}")

    def check(response: Response) -> None:
        kinds = ("stylesheet", "script", "font", "image")
        if response.status >= 400 and response.request.resource_type in kinds:
            complaints.append(f"{response.status}: {response.url}")
        if response.status >= 500:
            complaints.append(f"{response.status}: {response.url}")

    context.on("console", complain)
    context.on("request", look)
    context.on("response", check)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    return complaints


def sign_in(page: Page, email: str, *, password: str = PASSWORD, language: str = "") -> None:
    """By the form, as everybody does; and read in a language, whatever was chosen before."""
    page.goto("/accounts/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", password)
    page.click("main form button[type=submit], main form button:not([type])")
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
    if language and page.locator("html").get_attribute("lang") != language:
        send(page, "/accounts/language/", language=language)
        page.reload()


def click_through(page: Page, *addresses: str) -> None:
    """From the start by clicking, as a stranger finds it: each address is a link's on the page before.

    One's own account is behind one's picture in the top bar.
    """
    page.goto("/")
    for address in addresses:
        if address == "/accounts/":
            page.locator("header.top [popovertarget=person]").click()
        page.locator(f"a[href='{address}']:visible").first.click()
        page.wait_for_url(f"**{address}")


def send(page: Page, path: str, **form: str) -> int:
    """Send a form quickly, without its page, as the person of a page that is open; the status of the answer."""
    headers = page.locator("body").get_attribute("hx-headers") or ""
    if found := re.search(r'"X-CSRFToken": "(\w+)"', headers):
        token = found[1]
    else:
        token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    answer = page.request.post(path, form={**form}, headers={"X-CSRFToken": token, "Referer": page.url})
    assert answer.status < 500, path
    return answer.status


def choose_language(page: Page, language: str) -> None:
    """By the menu in the top bar; only the button's language is looked at, as the rest is in the old one."""
    page.locator("header.top [popovertarget=languages]").click()
    page.locator(f"#languages button[value={language}]").click()
    page.wait_for_selector(f"html[lang={language}]")
