"""Loading the pictures that came with messages: drawings, kept as photographs are."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import uuid
from functools import cache
from pathlib import Path
from typing import Final

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

from kontor.demo.past import BATCH, Past
from kontor.documents.models import Document
from kontor.kit.pictures import CONTENT_TYPE, Picture, read_picture
from kontor.service.models import Message

PICTURES: Final = Path(__file__).resolve().parent / "data" / "pictures"

# What people call such a file.
NAMES: Final[dict[str, dict[str, str]]] = {
    "oil": {"nb": "under-maskinen.jpg", "de": "unter-der-maschine.jpg", "en": "below-the-machine.jpg"},
    "track": {"nb": "belte-bakfra.jpg", "de": "kette-von-hinten.jpg", "en": "track-from-behind.jpg"},
    "plate": {"nb": "merkeskilt.jpg", "de": "typenschild.jpg", "en": "type-plate.jpg"},
    "error": {"nb": "display.jpg", "de": "anzeige.jpg", "en": "display.jpg"},
    "jam": {"nb": "papirstopp.jpg", "de": "papierstau.jpg", "en": "paper-jam.jpg"},
    "box": {"nb": "esken.jpg", "de": "karton.jpg", "en": "box.jpg"},
}


@cache
def _picture(name: str) -> Picture:
    with (PICTURES / f"{name}.jpg").open("rb") as file:
        return read_picture(File(io.BytesIO(file.read()), name=f"{name}.jpg"))


def load_pictures(past: Past, sent: list[tuple[Message, str, str]]) -> None:
    """Keep the pictures of these messages: which one, and in which language it is named."""
    documents = []
    for message, name, language in sent:
        picture = _picture(name)
        key = uuid.uuid5(
            uuid.NAMESPACE_URL, f"https://hansa-industri.example/{message.case.number}/{message.written_at}"
        )
        place = f"documents/{message.company_id}/{key}"
        document = Document(
            id=key,
            company=message.company,
            partner=message.partner,
            kind=Document.Kind.ATTACHMENT,
            subject="message",
            subject_id=message.pk,
            name=NAMES[name][language],
            content_type=CONTENT_TYPE,
            size=len(picture.content),
            sha256=hashlib.sha256(picture.content).hexdigest(),
            stored_as=default_storage.save(place, ContentFile(picture.content)),
            small_as=default_storage.save(f"{place}.small", ContentFile(picture.small)),
        )
        documents.append(document)
        assert message.member is not None
        at = message.written_at + dt.timedelta(seconds=1)
        past.tell(
            "document.stored", document, at=at, by=message.member, kind=document.kind, size=document.size
        )
    Document.objects.bulk_create(documents, batch_size=BATCH)
    for document, (message, _, _) in zip(documents, sent, strict=True):
        document.created_at = message.written_at
    Document.objects.bulk_update(documents, ["created_at"], batch_size=BATCH)
