"""Finding files, for those who may fetch them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import IO, Any, Final
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import models

from kontor.companies.actors import Viewer
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.documents.access import may_fetch
from kontor.documents.models import Document

# What a member must be allowed to see in order to fetch a file of this kind.
NEEDS: Final[dict[str, Permission]] = {
    Document.Kind.ORDER_CONFIRMATION: Permission.SEE_ORDERS,
    Document.Kind.ATTACHMENT: Permission.SEE_CASES,
}


def documents_about(viewer: Viewer, subject: models.Model) -> Sequence[Document]:
    """The files about an order or another thing of a company, newest first."""
    own = Document.objects.visible_to(viewer).filter(company_id=subject.company_id)  # type: ignore[attr-defined]
    found = own.filter(subject=subject._meta.model_name or "", subject_id=subject.pk)
    return list(found.order_by("-created_at", "-pk"))


def documents_by_subject(
    viewer: Viewer, subject: type[models.Model], keys: Sequence[int], *, company_id: int
) -> Mapping[int, list[Document]]:
    """The files about several things of a company, oldest first, in one query."""
    found: dict[int, list[Document]] = defaultdict(list)
    if keys:
        own = Document.objects.visible_to(viewer).filter(company_id=company_id)
        about = own.filter(subject=subject._meta.model_name or "", subject_id__in=keys)
        for document in about.order_by("created_at", "pk"):
            found[document.subject_id].append(document)
    return found


def document_for(viewer: Viewer, key: UUID, name: str | None = None) -> Document:
    """A file by its address. Raises `Document.DoesNotExist` where it may not be seen, `NotAllowed` without the right."""
    document = Document.objects.visible_to(viewer).get(pk=key)
    if name is not None and document.name != name:
        raise Document.DoesNotExist
    if isinstance(viewer, Member):
        require(viewer, NEEDS[document.kind])
    if not may_fetch(viewer, document.subject, document.subject_id):
        raise Document.DoesNotExist
    return document


def content_of(document: Document, *, small: bool = False) -> IO[Any]:
    """The file's bytes, opened for reading. Raises `FileNotFoundError`."""
    if small and not document.small_as:
        raise FileNotFoundError(document.pk)
    return default_storage.open(document.small_as if small else document.stored_as)
