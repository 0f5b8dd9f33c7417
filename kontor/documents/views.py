"""Fetching files."""

from __future__ import annotations

import logging
from typing import IO, Any, Final
from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from kontor.companies.http import PortalRequest, person_required
from kontor.documents import queries
from kontor.documents.models import Document

log = logging.getLogger("kontor.documents")

SAFE_TYPES: Final = frozenset({"application/pdf", "image/png", "image/jpeg", "text/csv", "text/plain"})
# What a browser shows by itself when it was sent to us; everything else it saves.
SHOWN: Final = frozenset({"application/pdf", "image/png", "image/jpeg"})


@require_safe
@person_required
def download(request: PortalRequest, key: UUID, name: str) -> FileResponse:
    """The file under its own name; whether one may is asked anew each time. Attachments that can be are shown."""
    document, content = _open(request, key, name=name)
    kind = document.content_type if document.content_type in SAFE_TYPES else "application/octet-stream"
    shown = document.kind == Document.Kind.ATTACHMENT and kind in SHOWN
    return _answer(content, kind, name=document.name, shown=shown)


@require_safe
@person_required
def small(request: PortalRequest, key: UUID) -> FileResponse:
    """A picture in the size of a stamp."""
    document, content = _open(request, key, small=True)
    return _answer(content, "image/jpeg", name=document.name, shown=True)


def _open(
    request: PortalRequest, key: UUID, *, name: str | None = None, small: bool = False
) -> tuple[Document, IO[Any]]:
    try:
        document = queries.document_for(request.person, key, name)
        return document, queries.content_of(document, small=small)
    except Document.DoesNotExist:
        raise Http404 from None
    except FileNotFoundError:
        if not small:
            log.exception("A stored file is missing.")
        raise Http404 from None


def _answer(content: IO[Any], kind: str, *, name: str, shown: bool) -> FileResponse:
    response = FileResponse(content, as_attachment=not shown, filename=name, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
