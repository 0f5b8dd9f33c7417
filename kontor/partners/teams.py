"""How our side divides its work: teams, and who is away (ST-4)."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Team(models.Model):
    """People of one side, the operator's or a partner's, who hand work to each other first."""

    partner = models.ForeignKey(
        "partners.Partner", models.CASCADE, null=True, blank=True, related_name="teams"
    )
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partner", "name"], nulls_distinct=False, name="partners_team_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Absence(models.Model):
    """Somebody of our side is away from the first day to the last; `substitute` does their work meanwhile."""

    staff = models.ForeignKey("partners.Staff", models.CASCADE, related_name="absences")
    first = models.DateField(_("from"))
    last = models.DateField(_("to"))
    substitute = models.ForeignKey(
        "partners.Staff",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("substitute"),
    )

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="partners_absence_order"),
            models.CheckConstraint(
                condition=Q(substitute=None) | ~Q(substitute=F("staff")), name="partners_absence_other"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["staff", "last"], name="partners_absence_of")]

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"

    def covers(self, day: dt.date) -> bool:
        """Whether the person is away on that day."""
        return self.first <= day <= self.last
