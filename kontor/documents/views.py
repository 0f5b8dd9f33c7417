"""Fetching files."""

from __future__ import annotations

import logging
from typing import Final
from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from kontor.companies.http import PortalRequest, person_required
from kontor.documents import queries
from kontor.documents.models import Document

log = logging.getLogger("kontor.documents")

SAFE_TYPES: Final = frozenset({"application/pdf", "image/png", "image/jpeg", "text/csv", "text/plain"})


@require_safe
@person_required
def download(request: PortalRequest, key: UUID, name: str) -> FileResponse:
    """The file as an attachment, under its own name; whether one may is asked anew each time."""
    try:
        document = queries.document_for(request.person, key, name)
        content = queries.content_of(document)
    except Document.DoesNotExist:
        raise Http404 from None
    except FileNotFoundError:
        log.exception("A stored file is missing.")
        raise Http404 from None
    kind = document.content_type if document.content_type in SAFE_TYPES else "application/octet-stream"
    response = FileResponse(content, as_attachment=True, filename=document.name, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
