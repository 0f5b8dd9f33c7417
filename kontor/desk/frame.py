"""The desk's part of the frame: the queues of staff."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.desk.queries import count_new
from kontor.kit import frame
from kontor.partners.models import Staff


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """Orders, with the number of those that wait to be confirmed."""
    staff: Staff | None = getattr(request, "staff", None)
    if staff is None:
        return []
    return [
        frame.Entry(
            "desk-orders",
            _("Orders"),
            reverse("desk:orders"),
            icon="package",
            count=count_new(staff),
            heading=_("Queues"),
        )
    ]
