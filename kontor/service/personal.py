"""Cases that a person has opened, and what they wrote and sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from kontor.documents.models import Document
from kontor.documents.queries import content_of
from kontor.kit.personal import OTHERS, Personal


def _sent_files(messages: list[Any]) -> Iterator[tuple[str, bytes]]:
    for document in Document.objects.filter(subject="message", subject_id__in=messages).order_by("pk"):
        with content_of(document) as content:
            yield f"{document.subject_id}-{document.name}", content.read()


PERSONAL = (
    Personal(
        "service.Case",
        _("Cases"),
        ("number", "kind", "subject", "opened_at", "status"),
        person=("opened_by__user", "contact__user"),
        why=OTHERS,
    ),
    Personal(
        "service.Message",
        _("What you wrote in cases"),
        ("case__number", "written_at", "body"),
        person=("member__user",),
        why=OTHERS,
        files=_sent_files,
    ),
)
