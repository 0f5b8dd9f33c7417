"""The cases' part of the frame."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit import frame
from kontor.service.queries import waiting_for


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """Service, with the number of cases in which it is the member's turn."""
    member: Member | None = getattr(request, "member", None)
    if member is None or not may(member, Permission.SEE_CASES):
        return []
    waiting = waiting_for(member) if may(member, Permission.OPEN_CASE) else None
    return [frame.Entry("service", _("Service"), reverse("service:list"), icon="life-buoy", count=waiting)]
