"""The machines' part of the frame."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.equipment.models import Holding
from kontor.equipment.queries import Wanted, holdings_for
from kontor.kit import frame


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """Machines, with the number of those in use, for members who may see them."""
    member: Member | None = getattr(request, "member", None)
    if member is None or not may(member, Permission.SEE_EQUIPMENT):
        return []
    held = holdings_for(member, Wanted(state=Holding.Status.HELD))
    return [frame.Entry("equipment", _("Machines"), reverse("equipment:list"), icon="forklift", count=held)]
