"""Reads the messages that the demonstration's mail server kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Final

from django.conf import settings

NAME: Final = re.compile(r"(\d{8}T\d{6}\.\d{6})-\d+")
NEWEST: Final = 200


class NoSuchMail(Exception):
    """There is no message, or no attachment, of this name."""


@dataclass(frozen=True, slots=True)
class Attachment:
    position: int
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message as its reader would see it."""

    name: str
    received_at: datetime
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message["Subject"] or "")

    @property
    def sender(self) -> str:
        return str(self.message["From"] or "")

    @property
    def recipients(self) -> str:
        return str(self.message["To"] or self.message["X-Envelope-To"] or "")

    @property
    def text(self) -> str:
        return self._body("plain")

    @property
    def html(self) -> str:
        return self._body("html")

    @property
    def attachments(self) -> list[Attachment]:
        return list(self._attachments())

    def _body(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return str(part.get_content()) if part else ""

    def _attachments(self) -> Iterator[Attachment]:
        for position, part in enumerate(self.message.iter_attachments()):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                name = part.get_filename() or f"{position}"
                yield Attachment(position, name, part.get_content_type(), content)


def newest() -> list[Mail]:
    """The latest messages, newest first."""
    names = sorted((path.stem for path in _folder().glob("*.eml") if NAME.fullmatch(path.stem)), reverse=True)
    return [mail(name) for name in names[:NEWEST]]


def mail(name: str) -> Mail:
    """One message. Raises `NoSuchMail`."""
    known = NAME.fullmatch(name)
    if not known:
        raise NoSuchMail
    try:
        with (_folder() / f"{name}.eml").open("rb") as file:
            message = BytesParser(EmailMessage, policy=policy.default).parse(file)
    except FileNotFoundError:
        raise NoSuchMail from None
    received_at = datetime.strptime(known[1], "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
    return Mail(name, received_at, message)


def attachment(name: str, position: int) -> Attachment:
    """One file of a message. Raises `NoSuchMail`."""
    for each in mail(name).attachments:
        if each.position == position:
            return each
    raise NoSuchMail


def _folder() -> Path:
    return Path(settings.ENV.home) / "mail"
