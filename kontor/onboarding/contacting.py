"""People without an account who are stuck write to us, and our staff answer by mail (ON-14).

Anybody may write, so it is limited: by origin, by address, and all together. What they wrote they cannot read again here.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from kontor.journal.actions import record
from kontor.kit import limits
from kontor.kit.errors import NotAllowed
from kontor.kit.pictures import Picture
from kontor.kit.scope import PUBLIC, Scope, acting_in
from kontor.onboarding import contact_jobs
from kontor.onboarding.actors import ADMISSIONS
from kontor.onboarding.errors import AnswerMissing, MessageClosed, TooManyMessages
from kontor.onboarding.models import ContactMessage, ContactPicture
from kontor.onboarding.statuses import ContactStatus
from kontor.partners.models import Staff

OF_ONE_PLACE_AN_HOUR: Final = 5
OF_ONE_ADDRESS_A_DAY: Final = 3
OF_ALL_AN_HOUR: Final = 200


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody without an account, who writes and reads nothing."""

    @property
    def scope(self) -> Scope:
        return PUBLIC

    @property
    def signature(self) -> dict[str, Any]:
        return {"actor": "onboarding.stranger"}


@transaction.atomic
def write(
    *,
    about: str,
    name: str,
    email: str,
    body: str,
    language: str,
    origin: str,
    pictures: Sequence[Picture] = (),
) -> ContactMessage:
    """Write to our staff; a mail with a number says that it has come. Raises `TooManyMessages`.

    The address is nobody's proven one: our mail says so, and one address gets few of them.
    """
    for most, seconds, what, whose in (
        (OF_ONE_PLACE_AN_HOUR, limits.HOUR, "contact.origin", origin),
        (OF_ONE_ADDRESS_A_DAY, limits.DAY, "contact.address", email.strip()),
        (OF_ALL_AN_HOUR, limits.HOUR, "contact.all", ""),
    ):
        if not limits.within(most, seconds, what, whose):
            raise TooManyMessages()
    by = Stranger()
    with acting_in(by):
        message = ContactMessage(
            language=language,
            about=ContactMessage.About(about),
            name=" ".join(name.split()),
            email=email.strip(),
            body=body.strip(),
            sent_at=timezone.now(),
        )
        message.save(force_insert=True)
        for picture in pictures[: ContactMessage.PICTURES]:
            _keep(message, picture)
        record("contactmessage.received", message, by=by, about=message.about)
        contact_jobs.receive.defer(message_id=str(message.pk))
    return message


def _keep(message: ContactMessage, picture: Picture) -> None:
    """The bytes first: should the transaction fail, a file lies there that nobody knows, which does no harm."""
    key = uuid.uuid4()
    stored = default_storage.save(f"contact/{key}", ContentFile(picture.content))
    small = default_storage.save(f"contact/{key}.small", ContentFile(picture.small))
    one = ContactPicture(pk=key, message=message, name=picture.name, stored_as=stored, small_as=small)
    one.save(force_insert=True)


def pictures_of(message: ContactMessage) -> list[ContactPicture]:
    """The screenshots that came with a message."""
    return list(ContactPicture.objects.filter(message=message).order_by("pk"))


def content_of(picture: ContactPicture, *, small: bool = False) -> IO[Any]:
    """The bytes of a screenshot. Raises `FileNotFoundError`."""
    return default_storage.open(picture.small_as if small else picture.stored_as)


@transaction.atomic
def answer(message: ContactMessage, *, answer: str, by: Staff) -> None:
    """Answer by mail; with that it is done. Raises `AnswerMissing`, `MessageClosed`, `NotAllowed`."""
    if not answer.strip():
        raise AnswerMissing()
    _close(message, ContactStatus.ANSWERED, by=by, answer=answer.strip())
    contact_jobs.mail_answer.defer(message_id=str(message.pk))


@transaction.atomic
def close(message: ContactMessage, *, by: Staff) -> None:
    """There is nothing to answer. Raises `MessageClosed`, `NotAllowed`."""
    _close(message, ContactStatus.CLOSED, by=by)


def _close(message: ContactMessage, status: ContactStatus, *, by: Staff, answer: str = "") -> None:
    if not (by.is_active and by.partner_id in (None, message.partner_id)):
        raise NotAllowed()
    with acting_in(ADMISSIONS):
        found = ContactMessage.objects.select_for_update().get(pk=message.pk)
        if found.status != ContactStatus.WAITING:
            raise MessageClosed(state=found.get_status_display())
        found.status, found.answer, found.closed_at = status, answer, timezone.now()
        found.save(update_fields=["status", "answer", "closed_at"])
        record(f"contactmessage.{status}", found, by=by)
