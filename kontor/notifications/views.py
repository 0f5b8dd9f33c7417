"""The inbox."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kontor.kit.http import person_required
from kontor.kit.keyset import Keys
from kontor.kit.scope import Actor
from kontor.notifications import actions, queries
from kontor.notifications.models import Notification


def _person(request: HttpRequest) -> Actor:
    person: Actor = request.person  # type: ignore[attr-defined]
    return person


@require_safe
@person_required
def inbox(request: HttpRequest) -> HttpResponse:
    """What the person was told, newest first."""
    page = queries.inbox(_person(request), Keys.of(request))
    return render(request, "notifications/inbox.html", {"page": page})


@require_safe
@person_required
def open_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to what a notification is about; it counts as read from now on."""
    try:
        notification = queries.notification_of(_person(request), pk)
    except Notification.DoesNotExist:
        raise Http404 from None
    actions.mark_read(notification, by=_person(request))
    return redirect(notification.url or "notifications:inbox")


@require_POST
@person_required
def read_all(request: HttpRequest) -> HttpResponse:
    """Everything counts as read."""
    actions.mark_all_read(by=_person(request))
    return redirect("notifications:inbox")
