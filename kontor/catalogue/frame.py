"""The shop's part of the frame: its entry in the side bar."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may
from kontor.kit import frame


def _may_look(request: HttpRequest) -> bool:
    member: Member | None = getattr(request, "member", None)
    return member is not None and may(member, Permission.SEE_CATALOGUE)


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """`Shop` with its products; what else one can do there, its own apps add."""
    if not _may_look(request):
        return []
    url = reverse("catalogue:list")
    return [
        frame.Entry("shop", _("Shop"), url, icon="store"),
        frame.Entry("products", _("Products"), url, parent="shop"),
    ]
