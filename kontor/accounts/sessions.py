"""How long one stays signed in, and on which devices (ON-12, ON-17).

Remembered: twelve hours from signing in, whatever happens. Otherwise until the browser closes, three hours without a
sign of life, and a day at most. The times stand in the session; what a person sees of it, in `DeviceSession`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import time
from importlib import import_module
from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kontor.accounts import jobs
from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import DeviceSession, User
from kontor.journal.actions import record
from kontor.kit.scope import PUBLIC, acting_in

REMEMBERED: Final = 12 * 60 * 60
IDLE: Final = 3 * 60 * 60
A_DAY: Final = 24 * 60 * 60
EVERY: Final = 60  # seconds between two notes that somebody is still there

BEGAN, SEEN, ROW = "signed_in_at", "seen_at", "device_session"


def begin(request: HttpRequest) -> None:
    """Somebody has just signed in with this request."""
    request.session[BEGAN] = request.session[SEEN] = time.time()
    request.session[ROW] = None


def end_what_ran_out(request: HttpRequest) -> int | None:
    """Sign out whose time is over; who that was."""
    session, now = request.session, time.time()
    if SESSION_KEY not in session:
        return None
    if BEGAN not in session:
        session[BEGAN] = session[SEEN] = now
        return None
    user_id = int(session[SESSION_KEY])
    if session.get_expire_at_browser_close():
        over = now - session[SEEN] >= IDLE or now - session[BEGAN] >= A_DAY
    else:
        over = now - session[BEGAN] >= REMEMBERED
    if not over:
        return None
    with acting_in(AccountHolder(user_id)):
        _open(user_id).filter(pk=session.get(ROW) or 0).update(ended_at=timezone.now())
    session.flush()
    return user_id


def whose_was(request: HttpRequest) -> int | None:
    """Whose session this browser still speaks of, although it has been ended."""
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key or key == request.session.session_key:
        return None
    with acting_in(PUBLIC):
        return DeviceSession.objects.filter(session_key=key).values_list("user_id", flat=True).first()


def note(request: HttpRequest, response: HttpResponse) -> None:
    """Keep that the person is there; of a new session also where, and whether the device was here before."""
    session, now = request.session, time.time()
    is_new = ROW in session and session[ROW] is None
    if not is_new and now - session.get(SEEN, now) < EVERY:
        return
    session[SEEN] = now
    if session.session_key is None:
        session.save()
    seen = {
        "session_key": session.session_key,
        "user_agent": request.headers.get("User-Agent", "")[:200],
        "address": get_adapter().get_client_ip(request),
        "remembered": not session.get_expire_at_browser_close(),
        "seen_at": timezone.now(),
    }
    user_id = int(session[SESSION_KEY])
    with acting_in(AccountHolder(user_id)):
        if is_new or not _open(user_id).filter(pk=session.get(ROW) or 0).update(**seen):
            session[ROW] = _begin_row(request, response, user_id, seen)


def _begin_row(request: HttpRequest, response: HttpResponse, user_id: int, seen: dict[str, Any]) -> int:
    token = request.COOKIES.get(settings.DEVICE_COOKIE_NAME) or secrets.token_urlsafe(32)
    earlier = DeviceSession.objects.filter(user=user_id)
    is_first, is_known = not earlier.exists(), earlier.filter(device_hash=_hash(token)).exists()
    if same := earlier.filter(session_key=seen["session_key"]).first():
        return same.pk
    began = dt.datetime.fromtimestamp(request.session[BEGAN], dt.UTC)
    row = DeviceSession.objects.create(user_id=user_id, device_hash=_hash(token), began_at=began, **seen)
    if not is_known and not is_first:
        jobs.mail_new_device.defer(session_id=row.pk)
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        token,
        max_age=365 * A_DAY,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return row.pk


def renew_key(request: HttpRequest) -> None:
    """The person has proved anew who they are: their session goes on under another key, the one before is void."""
    user_id = int(request.session[SESSION_KEY])
    request.session.cycle_key()
    with acting_in(AccountHolder(user_id)):
        mine = _open(user_id).filter(pk=request.session.get(ROW) or 0)
        mine.update(session_key=request.session.session_key)


def row_here(request: HttpRequest | None, user: User) -> int | None:
    """Which of a person's sessions this request belongs to, if one of theirs."""
    mine = request is not None and request.user.pk == user.pk
    return request.session.get(ROW) if request and mine else None


def end_here(request: HttpRequest) -> None:
    """The person signs out in this browser."""
    user_id = int(request.session[SESSION_KEY])
    with acting_in(AccountHolder(user_id)):
        _open(user_id).filter(pk=request.session.get(ROW) or 0).update(ended_at=timezone.now())


def is_known_device(request: HttpRequest, user_id: int) -> bool:
    """Whether this person has been signed in with this device before."""
    token = request.COOKIES.get(settings.DEVICE_COOKIE_NAME)
    if not token:
        return False
    with acting_in(AccountHolder(user_id)):
        return DeviceSession.objects.filter(user=user_id, device_hash=_hash(token)).exists()


def sessions_of(user: User) -> list[DeviceSession]:
    """Where a person is signed in, the latest sign of life first."""
    now = timezone.now()
    lasting = [
        one
        for one in _open(user.pk).filter(seen_at__gt=now - dt.timedelta(days=1)).order_by("-seen_at", "-pk")
        if not _is_over(one, now)
    ]
    return lasting[:100]


def _is_over(session: DeviceSession, now: dt.datetime) -> bool:
    if session.remembered:
        return now - session.began_at >= dt.timedelta(seconds=REMEMBERED)
    idle, since = now - session.seen_at, now - session.began_at
    return idle >= dt.timedelta(seconds=IDLE) or since >= dt.timedelta(seconds=A_DAY)


@transaction.atomic
def end_session(user: User, *, pk: int) -> bool:
    """Sign a device out; it is so at its next request. False where there is no such session of this person."""
    return bool(_end(_open(user.pk).filter(pk=pk), user))


@transaction.atomic
def end_other_sessions(user: User, *, but: int | None) -> int:
    """Sign out everywhere but here (`but` is the session that stays); how many that were."""
    return _end(_open(user.pk).exclude(pk=but or 0), user)


def _end(sessions: QuerySet[DeviceSession], user: User) -> int:
    with acting_in(AccountHolder(user.pk)):
        ended = list(sessions.select_for_update().order_by("pk"))
        store = import_module(settings.SESSION_ENGINE).SessionStore
        for session in ended:
            store().delete(session.session_key)
            session.ended_at = timezone.now()
            session.save(update_fields=["ended_at"])
            record("account.session_ended", user, by=AccountHolder(user.pk), session=session.pk)
    return len(ended)


def _open(user_id: int) -> QuerySet[DeviceSession]:
    return DeviceSession.objects.filter(user=user_id, ended_at=None)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
