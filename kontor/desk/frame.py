"""The desk's part of the frame: the queues of staff."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kontor.desk.queries import new_orders
from kontor.desk.queues import QUEUES
from kontor.kit import frame
from kontor.partners.models import Staff


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """The queues, each with the number of those that wait for us."""
    staff: Staff | None = getattr(request, "staff", None)
    if staff is None:
        return []
    orders = frame.Entry(
        "desk-orders",
        _("Orders"),
        reverse("desk:orders"),
        icon="package",
        count=new_orders(staff),
        heading=_("Queues"),
    )
    others = [
        frame.Entry(f"desk-{key}", queue.words, queue.list_url, icon=queue.icon, count=queue.waiting(staff))
        for key, queue in QUEUES.items()
    ]
    customers = frame.Entry(
        "desk-customers",
        _("Customers"),
        reverse("desk:customers"),
        icon="building-2",
        heading=_("Look up"),
    )
    if staff.role == Staff.Role.ADMINISTRATOR:
        colleagues = frame.Entry("desk-staff", _("Staff"), reverse("desk:staff"), icon="users")
    else:
        myself = reverse("desk:staff_member", args=[staff.pk])
        colleagues = frame.Entry("desk-absences", _("My absences"), myself, icon="calendar-x")
    return [orders, *others, customers, colleagues]
