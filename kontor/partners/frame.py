"""Our part of the frame: whose portal this is."""

from __future__ import annotations

from django.http import HttpRequest

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
