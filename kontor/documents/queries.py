"""Finding files, for those who may fetch them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any, Final
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import models

from kontor.companies.actors import Viewer
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.documents.models import Document

# What a member must be allowed to see in order to fetch a file of this kind.
NEEDS: Final[dict[str, Permission]] = {Document.Kind.ORDER_CONFIRMATION: Permission.SEE_ORDERS}


def documents_about(viewer: Viewer, subject: models.Model) -> Sequence[Document]:
    """The files about an order or another thing of a company, newest first."""
    own = Document.objects.visible_to(viewer).filter(company_id=subject.company_id)  # type: ignore[attr-defined]
    found = own.filter(subject=subject._meta.model_name or "", subject_id=subject.pk)
    return list(found.order_by("-created_at", "-pk"))


def document_for(viewer: Viewer, key: UUID, name: str) -> Document:
    """A file by its address. Raises `Document.DoesNotExist` where it may not be seen, `NotAllowed` without the right."""
    document = Document.objects.visible_to(viewer).get(pk=key)
    if document.name != name:
        raise Document.DoesNotExist
    if isinstance(viewer, Member):
        require(viewer, NEEDS[document.kind])
    return document


def content_of(document: Document) -> IO[Any]:
    """The file's bytes, opened for reading. Raises `FileNotFoundError`."""
    return default_storage.open(document.stored_as)
