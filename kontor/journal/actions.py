"""Writing the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from django.db import connections, models, transaction
from django.utils import timezone

from kontor.journal.models import Entry
from kontor.kit.routers import ASIDE
from kontor.kit.scope import Actor, apply_scope


def record(verb: str, subject: models.Model, *, by: Actor, **details: Any) -> Entry:
    """Append what happened to `subject`, in the running transaction.

    `verb` is a noun and a past participle, `order.confirmed`. Company and partner are taken from the subject where
    it has them; `company_id` and `partner_id` among the details say otherwise. Details are ids, codes and amounts.
    """
    meta = subject._meta
    company_id = details.pop("company_id", getattr(subject, "company_id", None))
    partner_id = details.pop("partner_id", getattr(subject, "partner_id", None))
    return Entry.objects.create(
        at=timezone.now(),
        verb=verb,
        subject=str(meta.model_name),
        subject_id=str(subject.pk),
        company_id=company_id,
        partner_id=partner_id,
        details=details,
        **by.signature,
    )


def record_each(
    verb: str,
    subjects: Sequence[models.Model],
    *,
    by: Actor,
    details: Iterable[Mapping[str, Any]] = repeat({}),
) -> None:
    """The same of many subjects, in one statement; `details` are those of each, in the same order."""
    now = timezone.now()
    Entry.objects.bulk_create(
        Entry(
            at=now,
            verb=verb,
            subject=str(subject._meta.model_name),
            subject_id=str(subject.pk),
            company_id=getattr(subject, "company_id", None),
            partner_id=getattr(subject, "partner_id", None),
            details=told,
            **by.signature,
        )
        for subject, told in zip(subjects, details, strict=False)
    )


def record_refusal(by: Actor, *, company_id: int | None, code: str, path: str) -> None:
    """Keep that somebody tried what their role does not allow; it outlives the request's rolled back transaction."""
    with transaction.atomic(using=ASIDE):
        apply_scope(by.scope, using=connections[ASIDE])
        Entry.objects.using(ASIDE).create(
            at=timezone.now(),
            verb="access.refused",
            subject="path",
            subject_id=path[:40],
            company_id=company_id,
            partner_id=by.scope.partner,
            details={"code": code},
            **by.signature,
        )
