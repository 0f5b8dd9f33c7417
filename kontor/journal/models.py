"""The journal: what happened, to what, by whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kontor.kit.ids import uuid7


class Entry(models.Model):
    """One thing that happened. Appended, never changed or removed: the application's roles have no right to.

    Holds ids only, no names and no model from above: `subject` is a noun such as `order`, `subject_id` its key.
    `details` are further ids, codes and amounts that the timeline or an auditor needs. `actor` names a system
    actor when no person did it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=40)
    company_id = models.BigIntegerField(null=True)
    partner_id = models.BigIntegerField(null=True)
    user_id = models.BigIntegerField(null=True)
    member_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "entries"
        indexes: ClassVar = [
            models.Index(fields=["subject", "subject_id", "at"], name="journal_entry_subject"),
            models.Index(fields=["company_id", "at"], name="journal_entry_company"),
            models.Index(
                fields=["member_id", "at"],
                condition=models.Q(member_id__isnull=False),
                name="journal_entry_member",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject} {self.subject_id}"
