"""Our part of the frame: whose portal this is, the texts at its foot, and whom to call where nobody else is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame
from kontor.partners.models import Operator, Terms
from kontor.partners.queries import operator_with_texts
from kontor.partners.staffing import maintains_master_data

# Read with one question, whichever parts of a page want it.
KEPT = "_kontor_operator"


def _settings(request: HttpRequest) -> Any:
    if not hasattr(request, KEPT):
        setattr(request, KEPT, operator_with_texts())
    found: Operator | None = getattr(request, KEPT)
    return found


def operator(request: HttpRequest) -> frame.Operator | None:
    """Name, colour and logo from the operator's settings; None before they are made."""
    settings = _settings(request)
    if settings is None:
        return None
    return frame.Operator(
        name=settings.name,
        color=settings.colour,
        logo_url=settings.logo.url if settings.logo else "",
        phone=settings.phone,
        email=settings.email,
        open_registration=settings.open_registration,
        takes_over_accounts=settings.takes_over_accounts,
        password_length=settings.password_length,
    )


def legal(request: HttpRequest) -> Sequence[frame.Link]:
    """The texts in force, what everybody must find first of all (QU-4)."""
    settings = _settings(request)
    texts = settings.texts if settings else []
    return [
        frame.Link(kind.label, reverse("partners:terms", args=[kind])) for kind in Terms.Kind if kind in texts
    ]


def contact(request: HttpRequest) -> frame.Contact | None:
    """The operator's customer service, for whoever is signed in and has no partner yet (CO-13)."""
    settings = _settings(request)
    if settings is None or not request.user.is_authenticated or getattr(request, "staff", None) is not None:
        return None
    return frame.Contact(
        partner=settings.name, phone=settings.phone, email=settings.email, title=_("Customer service")
    )


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """The master data, for those who maintain them."""
    if not maintains_master_data(getattr(request, "staff", None)):
        return []
    return [
        frame.Entry(
            "master-data", _("Master data"), reverse("admin:index"), icon="settings", heading=_("Set-up")
        )
    ]
