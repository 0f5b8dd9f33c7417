"""A quick order as a file: how long it takes from sending it to the page that shows what was understood."""

from __future__ import annotations

import time
import urllib.parse
from typing import Final

from bench.client import Browser, token_in
from bench.found import Upload

LINES: Final = (1_000, 10_000)


def send(browser: Browser, lines: int) -> Upload:
    """Our numbers, makers', own ones, best sellers and rare ones."""
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
    before, began = browser.meter.read(), time.perf_counter()
    status, onward, _page = browser.request(
        "POST", "/shop/quick-order/upload/", body, f"multipart/form-data; boundary={boundary}"
    )
    if status in (302, 303):
        status, _onward, _page = browser.request("GET", urllib.parse.urlsplit(onward).path)
    seconds = time.perf_counter() - began
    if status != 200:
        raise SystemExit(f"The quick order of {lines} lines was answered with {status}.")
    return Upload(lines, seconds, browser.meter.read() - before)


def number_of(n: int) -> str:
    """An article number in one of the ways that people write it."""
    product = 1 + (n * n * 31) % (100_000 if n % 3 else 2_000)
    if n % 10 == 0:
        return f"OWN-{1 + product % 5_000}"
    return f"M-{product}" if n % 4 == 0 else f"HI-{1_000_000 + product}"
