"""Where I am signed in, and signing out elsewhere (ON-17)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kontor.accounts import devices, sessions
from kontor.accounts.models import DeviceSession, User
from kontor.accounts.step_up import recently_authenticated

BACK = "/accounts/security/#sessions"


@dataclass(frozen=True, slots=True)
class Device:
    """A session as its owner sees it."""

    session: DeviceSession
    name: str
    is_handheld: bool
    is_here: bool


def devices_of(request: HttpRequest) -> list[Device]:
    """Where the person is signed in, this browser first."""
    here = request.session.get(sessions.ROW)
    found = [
        Device(one, devices.device(one.user_agent), devices.is_handheld(one.user_agent), one.pk == here)
        for one in sessions.sessions_of(cast(User, request.user))
    ]
    return sorted(found, key=lambda one: not one.is_here)


@recently_authenticated
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign one device out."""
    if not sessions.end_session(cast(User, request.user), pk=pk):
        raise Http404
    messages.success(request, _("The device is signed out."))
    return redirect(BACK)


@recently_authenticated
@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    ended = sessions.end_other_sessions(cast(User, request.user), but=request.session.get(sessions.ROW))
    words = ngettext("%(n)s device is signed out.", "%(n)s devices are signed out.", ended)
    messages.success(request, words % {"n": ended})
    return redirect(BACK)
