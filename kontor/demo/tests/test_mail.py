"""Mail of the demonstration goes through a real SMTP conversation and can be read on a page."""

from __future__ import annotations

import signal
import smtplib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.test import Client

from kontor.demo import mailbox
from kontor.demo.serve import free_port


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The demonstration's mail folder."""
    monkeypatch.setattr(mailbox, "_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def sink(folder: Path) -> Iterator[int]:
    """A running mail server; yields its port."""
    port = free_port()
    command = [sys.executable, "-m", "kontor.demo.mailsink", "--port", str(port), "--folder", str(folder)]
    process = subprocess.Popen(command)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield port
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0


def confirmation() -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Ordre A-2026-000123 — takk, Bjørn"
    message["From"] = "Hansa Industri <kontor@portal.example>"
    message["To"] = "bjorn@fjordbygg.example"
    message.set_content("Takk for bestillingen.\n")
    message.add_alternative("<p>Takk for <b>bestillingen</b>.</p><script>alert(1)</script>", subtype="html")
    message.add_attachment(b"%PDF-1.7 test", maintype="application", subtype="pdf", filename="Ordre 123.pdf")
    message.add_attachment(b"<script>", maintype="text", subtype="html", filename="side.html")
    return message


@pytest.mark.django_db
def test_a_sent_message_is_kept_and_shown(sink: int, folder: Path, client: Client) -> None:
    with smtplib.SMTP("127.0.0.1", sink) as server:
        server.send_message(confirmation())
        server.send_message(confirmation())
    assert len(list(folder.glob("*.eml"))) == 2
    first = mailbox.newest()[0]
    assert first.subject == "Ordre A-2026-000123 — takk, Bjørn"

    page = client.get("/demo/mail/").content.decode()
    assert page.count("Ordre A-2026-000123 — takk, Bjørn") == 2
    detail = client.get(f"/demo/mail/{first.name}/")
    assert "Takk for bestillingen." in detail.content.decode()
    assert "Ordre 123.pdf" in detail.content.decode()
    assert "frame-src 'self'" in detail["Content-Security-Policy"]


@pytest.mark.django_db
def test_what_a_message_brings_cannot_harm_the_portal(sink: int, folder: Path, client: Client) -> None:
    with smtplib.SMTP("127.0.0.1", sink) as server:
        server.send_message(confirmation())
    name = mailbox.newest()[0].name
    html = client.get(f"/demo/mail/{name}/html/")
    assert "sandbox allow-popups" in html["Content-Security-Policy"]
    assert "script-src" not in html["Content-Security-Policy"]
    pdf, page = (client.get(f"/demo/mail/{name}/files/{position}/") for position in (0, 1))
    assert (pdf["Content-Type"], pdf["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="Ordre 123.pdf"',
    )
    assert page["Content-Type"] == "application/octet-stream"
    assert page["Content-Disposition"].startswith("attachment")
    assert client.get(f"/demo/mail/{name}/files/7/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["none", "..", "20261122T071127.123456-1", "..%2F..%2Fsecret"])
def test_a_message_that_does_not_exist_is_not_found(folder: Path, client: Client, name: str) -> None:
    assert client.get(f"/demo/mail/{name}/html/").status_code == 404
