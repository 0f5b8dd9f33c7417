"""Long work that staff begin: how far it is, and what came of it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Batch(models.Model):
    """Many orders that a staff member confirms in one go.

    A job works `numbers` off from the front, some at a time; `done` of them are, and moves on in the same transaction as
    the orders, so that each is confirmed once. `refused` tells which could not be: `{"number": …, "status": …}`.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    numbers = models.JSONField(default=list)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "-id"], name="desk_batch_user")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(done__lte=models.F("total")), name="desk_batch_done")
        ]

    def __str__(self) -> str:
        return f"{self.done} of {self.total}"

    @property
    def confirmed(self) -> int:
        return self.done - len(self.refused)

    @property
    def state(self) -> str:
        """As `kit.looks` knows jobs."""
        if self.finished_at is None:
            return "running" if self.done else "waiting"
        return "refused" if self.refused else "done"
