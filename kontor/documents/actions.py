"""Storing files."""

from __future__ import annotations

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models, transaction

from kontor.companies.actors import By
from kontor.companies.models import Company
from kontor.documents.models import Document
from kontor.journal.actions import record


@transaction.atomic
def store(
    *,
    company: Company,
    partner_id: int | None,
    kind: Document.Kind,
    subject: models.Model,
    name: str,
    content_type: str,
    content: bytes,
    language: str = "",
    small: bytes = b"",
    staff_only: bool = False,
    by: By,
) -> Document:
    """Keep a file of `company` that is about `subject`; `small` is the same picture for lists.

    The bytes are written first: should the transaction fail, a file lies there that nobody knows, which does no harm;
    a row without its file would.
    """
    key = uuid.uuid4()
    stored_as = default_storage.save(f"documents/{company.pk}/{key}", ContentFile(content))
    small_as = (
        default_storage.save(f"documents/{company.pk}/{key}.small", ContentFile(small)) if small else ""
    )
    document = Document.objects.create(
        pk=key,
        company=company,
        partner_id=partner_id,
        kind=kind,
        subject=subject._meta.model_name or "",
        subject_id=subject.pk,
        name=name,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        stored_as=stored_as,
        small_as=small_as,
        staff_only=staff_only,
        language=language,
    )
    record("document.stored", document, by=by, kind=kind, size=document.size)
    return document
