"""The states of a case, and which may follow which."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CaseStatus(models.TextChoices):
    """Where a case stands; in `WAITING` it is the customer's turn, in `NEW` and `OPEN` ours."""

    NEW = "new", pgettext_lazy("case", "New")
    OPEN = "open", _("Being worked on")
    WAITING = "waiting", _("Waiting for the customer")
    SOLVED = "solved", _("Solved")


NEXT: Final[dict[CaseStatus, set[CaseStatus]]] = {
    CaseStatus.NEW: {CaseStatus.OPEN, CaseStatus.WAITING, CaseStatus.SOLVED},
    CaseStatus.OPEN: {CaseStatus.WAITING, CaseStatus.SOLVED},
    CaseStatus.WAITING: {CaseStatus.OPEN, CaseStatus.SOLVED},
    CaseStatus.SOLVED: {CaseStatus.OPEN},
}
OURS: Final = frozenset({CaseStatus.NEW, CaseStatus.OPEN})
OPEN: Final = (CaseStatus.NEW, CaseStatus.OPEN, CaseStatus.WAITING)
