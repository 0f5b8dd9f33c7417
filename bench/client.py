"""A small HTTP client for measuring: connections that stay open, requests that never end up in a queue of our own."""

from __future__ import annotations

import http.client
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

CONNECTIONS: Final = 4


@dataclass(slots=True)
class Measured:
    """Answers of one page: requests a second, and seconds of each."""

    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.seconds) / self.elapsed

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def add(self, other: Measured) -> None:
        self.seconds += other.seconds
        self.elapsed += other.elapsed


class Browser:
    """One signed-in person, as far as measuring needs one."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def headers(self) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": pairs, "Accept-Language": "en", "Origin": f"http://127.0.0.1:{self.port}"}

    def request(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        content_type: str = "application/x-www-form-urlencoded",
    ) -> tuple[int, str, str]:
        """Status, address to go on to, page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        more = {"Content-Type": content_type} if body else {}
        connection.request(method, path, body or None, self.headers() | more)
        answer = connection.getresponse()
        page = answer.read().decode(errors="replace")
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        connection.close()
        return answer.status, answer.getheader("Location") or "", page

    def sign_in(self, login: str, password: str) -> None:
        _status, _onward, page = self.request("GET", "/accounts/login/")
        form = {"csrfmiddlewaretoken": token_in(page), "login": login, "password": password}
        status, _onward, _page = self.request(
            "POST", "/accounts/login/", urllib.parse.urlencode(form).encode()
        )
        if status != 302:
            raise SystemExit(f"Signing in for the measurement failed ({status}).")

    def load(self, path: str, seconds: float) -> Measured:
        """Ask for one page over several connections for some seconds; every answer must be 200."""
        measured, lock, stop = Measured(), threading.Lock(), time.perf_counter() + seconds

        def work() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            headers, own = self.headers(), []
            while (began := time.perf_counter()) < stop:
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    raise SystemExit(f"{path} answered {answer.status} under load.")
                own.append(time.perf_counter() - began)
            connection.close()
            with lock:
                measured.seconds += own

        began = time.perf_counter()
        threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        measured.elapsed = time.perf_counter() - began
        return measured


class _Token(HTMLParser):
    token = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "input" and values.get("name") == "csrfmiddlewaretoken":
            self.token = values.get("value") or ""


def token_in(page: str) -> str:
    """The form token of a page."""
    parser = _Token()
    parser.feed(page)
    return parser.token
