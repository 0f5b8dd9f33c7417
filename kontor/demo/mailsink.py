"""A small mail server for the demonstration: takes every message and keeps it as a file.

    python -m kontor.demo.mailsink --port 2525 --folder .kontor/mail

Speaks real SMTP, so that what the portal sends goes the way it would go in production. Nothing leaves the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import signal
from datetime import UTC, datetime
from email.utils import formatdate
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

LARGEST_MESSAGE = 35_000_000


class Keeper:
    """Writes each message to `<time>-<n>.eml`, complete or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = itertools.count(1)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 aiosmtpd's name
        content = envelope.original_content or b""
        arrival = (
            f"X-Envelope-From: {envelope.mail_from}\r\n"
            f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n"
            f"X-Received: {formatdate()}\r\n"
        )
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{next(self.count)}"
        unfinished = self.folder / f".{name}.part"
        unfinished.write_bytes(arrival.encode("utf-8") + content)
        unfinished.rename(self.folder / f"{name}.eml")
        return "250 OK"


async def serve(port: int, folder: Path) -> None:
    """Take mail on 127.0.0.1 until told to end."""
    folder.mkdir(parents=True, exist_ok=True)
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(ending, over.set)
    keeper = Keeper(folder)

    def conversation() -> SMTP:
        return SMTP(keeper, data_size_limit=LARGEST_MESSAGE, enable_SMTPUTF8=True, hostname="kontor.example")

    server = await loop.create_server(conversation, "127.0.0.1", port)
    await over.wait()
    server.close()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, required=True)
    options.add_argument("--folder", type=Path, required=True)
    chosen = options.parse_args()
    asyncio.run(serve(chosen.port, chosen.folder))


if __name__ == "__main__":
    main()
