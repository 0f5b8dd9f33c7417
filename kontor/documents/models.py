"""Stored files of companies."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kontor.companies.models import Company
from kontor.companies.querysets import HandledQuerySet
from kontor.partners.models import Partner


class DocumentQuerySet(HandledQuerySet["Document"]):
    """Look-ups of documents, starting from who looks."""


class Document(models.Model):
    """A file of a company, such as an order confirmation. The bytes lie in the storage under `stored_as`.

    Whoever may see the subject's company (and, for partner staff, what the partner handles) may fetch it, unless it
    is `staff_only`. `subject` and `subject_id` name what it is about: `order`, 123; the app that knows the subject may
    narrow that further (`access.narrow`). A picture lies there once more, small, under `small_as`.
    """

    class Kind(models.TextChoices):
        ORDER_CONFIRMATION = "order_confirmation", _("Order confirmation")
        ATTACHMENT = "attachment", _("Attachment")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    company = models.ForeignKey(Company, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=24, choices=Kind)
    subject = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    name = models.CharField(max_length=160)
    content_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=200)
    small_as = models.CharField(max_length=200, blank=True, db_default="")
    staff_only = models.BooleanField(default=False, db_default=False)
    language = models.CharField(max_length=2, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["company", "subject", "subject_id"], name="documents_document_subject")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:download", args=[self.pk, self.name])

    def get_small_url(self) -> str:
        """Where the small picture is; empty where there is none."""
        return reverse("documents:small", args=[self.pk]) if self.small_as else ""
