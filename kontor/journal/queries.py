"""Reading the journal."""

from __future__ import annotations

from django.db import models

from kontor.journal.models import Entry


def entries_about(subject: models.Model) -> models.QuerySet[Entry]:
    """What happened to `subject` of the subject's own company, newest first, as far as the scope lets one see."""
    company_id = getattr(subject, "company_id", None)
    about = Entry.objects.filter(subject=subject._meta.model_name, subject_id=str(subject.pk))
    return about.filter(company_id=company_id).order_by("-at", "-id")
