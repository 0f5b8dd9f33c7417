"""The overview's entry in the side bar."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.kit import frame


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """`Overview` for members."""
    if getattr(request, "member", None) is None:
        return []
    return [frame.Entry("overview", _("Overview"), reverse("home:overview"), icon="house")]
