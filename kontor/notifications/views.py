"""The inbox, and which mails come besides."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.kit.http import person_required
from kontor.kit.keyset import Keys
from kontor.kit.scope import Actor
from kontor.notifications import actions, queries
from kontor.notifications.forms import MailsForm
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


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def mails(request: HttpRequest) -> HttpResponse:
    """Which mails the person wants, of those that they may do without (CO-6)."""
    person = _person(request)
    form = MailsForm(request.POST if request.method == "POST" else None, reader=person)
    if request.method == "POST" and form.is_valid():
        actions.choose_mails(
            wanted=form.cleaned_data["mails"], user=cast(AbstractBaseUser, request.user), by=person
        )
        messages.success(request, _("Saved. You get the mails that are ticked."))
        return redirect("notifications:mails")
    return render(request, "notifications/mails.html", {"form": form}, status=422 if form.is_bound else 200)
