"""The states of a registration, and which may follow which."""

from __future__ import annotations

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegistrationStatus(models.TextChoices):
    """Where a registration stands, and so whose turn it is."""

    DRAFT = "draft", _("Being filled in")
    UNPROVEN = "unproven", _("Waits for the code")
    WAITING = "waiting", _("Being checked")
    ASKED = "asked", _("Waits for an answer")
    APPROVED = "approved", _("Approved")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")


S = RegistrationStatus
NEXT: Final[dict[RegistrationStatus, set[RegistrationStatus]]] = {
    S.DRAFT: {S.UNPROVEN, S.WITHDRAWN, S.EXPIRED},
    S.UNPROVEN: {S.WAITING, S.WITHDRAWN, S.EXPIRED},
    # A company's administrators admit or refuse, our staff ask back, approve or reject.
    S.WAITING: {S.ASKED, S.APPROVED, S.REJECTED, S.WITHDRAWN},
    S.ASKED: {S.WAITING, S.APPROVED, S.REJECTED, S.WITHDRAWN, S.EXPIRED},
    S.APPROVED: set(),
    S.REJECTED: set(),
    S.WITHDRAWN: set(),
    S.EXPIRED: set(),
}


class InvitationStatus(models.TextChoices):
    """Where the invitation of a company stands (ON-10)."""

    SENT = "sent", _("Sent")
    EXPIRED = "expired", _("Expired")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ContactStatus(models.TextChoices):
    """Whether somebody without an account has had an answer (ON-14)."""

    WAITING = "waiting", _("Waits for an answer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed without an answer")
