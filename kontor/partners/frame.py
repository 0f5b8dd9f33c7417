"""Our part of the frame: whose portal this is."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame
from kontor.partners.models import Operator


def operator(request: HttpRequest) -> frame.Operator | None:
    """Name, colour and logo from the operator's settings; None before they are made."""
    settings = Operator.objects.filter(pk=1).first()
    if settings is None:
        return None
    return frame.Operator(
        name=settings.name, color=settings.colour, logo_url=settings.logo.url if settings.logo else ""
    )


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """The master data, for those who maintain them."""
    if not request.user.is_authenticated or not request.user.is_staff:
        return []
    return [
        frame.Entry(
            "master-data", _("Master data"), reverse("admin:index"), icon="settings", heading=_("Set-up")
        )
    ]
