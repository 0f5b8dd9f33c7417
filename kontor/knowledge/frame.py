"""The help's part of the frame: its door in the side bar, and the page about what one does here."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame
from kontor.knowledge.places import OF_VIEW
from kontor.knowledge.queries import help_for


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """`Help` for whoever is signed in."""
    if not request.user.is_authenticated:
        return []
    return [frame.Entry("help", _("Help"), reverse("knowledge:list"), icon="circle-help")]


def help_here(request: HttpRequest) -> frame.Link | None:
    """The help page that belongs to this page of the portal."""
    match = request.resolver_match
    place = OF_VIEW.get(match.view_name) if match else None
    found = help_for(place) if place else None
    return frame.Link(found.title, found.page.get_absolute_url()) if found else None
