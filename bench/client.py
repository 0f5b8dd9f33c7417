"""A small HTTP client for measuring: connections that stay open for a while, and hardly any work of its own beside the servers'."""

from __future__ import annotations

import http.client
import selectors
import socket
import time
import urllib.parse
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from bench.cpu import Meter, Used

CONNECTIONS: Final = 4
# So many answers one connection brings before another is opened. Which of the web processes takes a connection is chance;
# were the same four kept, a page might by bad luck be answered by one process alone and count half as fast as it is.
ANSWERS: Final = 5
LOCAL: Final = "127.0.0.1"


@dataclass(slots=True)
class Measured:
    """Answers of one page: seconds of each, how long it all took, what it cost."""

    seconds: list[float] = field(default_factory=list)
    elapsed: float = 0.0
    used: Used = field(default_factory=Used)
    size: int = 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.seconds) / self.elapsed

    @property
    def cost(self) -> float:
        """Processor time of web server and database for one request, in seconds."""
        return self.used.servers / len(self.seconds)

    def percentile(self, share: float) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def add(self, other: Measured) -> None:
        self.seconds += other.seconds
        self.elapsed += other.elapsed
        self.used += other.used
        self.size = other.size


class Browser:
    """One person, as far as measuring needs one."""

    def __init__(self, port: int, meter: Meter) -> None:
        self.port = port
        self.meter = meter
        self.cookies: dict[str, str] = {}

    def headers(self) -> dict[str, str]:
        pairs = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": pairs, "Accept-Language": "en", "Origin": f"http://{LOCAL}:{self.port}"}

    def request(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        content_type: str = "application/x-www-form-urlencoded",
    ) -> tuple[int, str, str]:
        """Status, address to go on to, page."""
        connection = http.client.HTTPConnection(LOCAL, self.port, timeout=120)
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

    def sign_in(self, form: dict[str, str]) -> None:
        """By the form at the address where both portal and peer have it."""
        _status, _onward, page = self.request("GET", "/accounts/login/")
        body = urllib.parse.urlencode(form | {"csrfmiddlewaretoken": token_in(page)})
        status, _onward, _page = self.request("POST", "/accounts/login/", body.encode())
        if status != 302:
            raise SystemExit(f"Signing in for the measurement failed ({status}).")

    def load(self, path: str, seconds: float) -> Measured:
        """Ask for one page over several connections at once for some seconds; every answer must be 200."""
        lines = [f"GET {path} HTTP/1.1", f"Host: {LOCAL}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in self.headers().items()]
        question = ("\r\n".join(lines) + "\r\n\r\n").encode()
        measured = Measured()
        with selectors.DefaultSelector() as ready:
            before, began = self.meter.read(), time.perf_counter()
            for _each in range(CONNECTIONS):
                self._open(ready, question)
            while ready.get_map():
                for key, _events in ready.select(60):
                    connection = key.data
                    if not connection.answered(path):
                        continue
                    now = time.perf_counter()
                    measured.seconds.append(now - connection.asked)
                    measured.size = connection.size
                    goes_on = now - began < seconds
                    if goes_on and connection.answers < ANSWERS:
                        connection.ask()
                        continue
                    ready.unregister(connection.socket)
                    connection.socket.close()
                    if goes_on:
                        self._open(ready, question)
            measured.elapsed = time.perf_counter() - began
            measured.used = self.meter.read() - before
        return measured

    def _open(self, ready: selectors.BaseSelector, question: bytes) -> None:
        connection = _Connection(self.port, question)
        ready.register(connection.socket, selectors.EVENT_READ, connection)


class _Connection:
    """One connection that asks the same again and again; of an answer only its status and length are looked at."""

    def __init__(self, port: int, question: bytes) -> None:
        self.question = question
        self.answers = 0
        self.socket = socket.create_connection((LOCAL, port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ask()

    def ask(self) -> None:
        self.asked = time.perf_counter()
        self.head = b""
        self.size = self.left = 0
        self.socket.sendall(self.question)

    def answered(self, path: str) -> bool:
        """Take what has come; whether that was the rest of the answer."""
        came = self.socket.recv(1 << 18)
        if not came:
            raise SystemExit(f"{path}: the server ended the connection.")
        if self.size:
            self.left -= len(came)
            return self.left <= 0
        self.head += came
        head, end, body = self.head.partition(b"\r\n\r\n")
        if not end:
            return False
        if not head.startswith(b"HTTP/1.1 200 "):
            raise SystemExit(f"{path} answered {head.split(b'\r\n')[0].decode()} under load.")
        self.answers += 1
        self.size = int(head.lower().partition(b"\r\ncontent-length:")[2].split(b"\r\n", 1)[0])
        self.left = self.size - len(body)
        return self.left <= 0


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
