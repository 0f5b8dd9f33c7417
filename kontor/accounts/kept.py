"""What somebody posted before they had to prove who they are: put aside, encrypted, until they come back.

It is one person's: whoever else signs in in the same browser does not get it. Files cannot be kept.

A form that has a signed note (`note_for`) with it needs no session to say whose it is, and goes on at the page that the
note names: there it is taken up, and nothing is done by it that was not pressed again.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kontor.accounts import keyring
from kontor.accounts.models import User

KEPT: Final = "kept"
KEPT_FOR: Final = 30 * 60
MOST: Final = 256 * 1024  # characters
NOTE: Final = "kept_for"
"""The hidden field of the note."""
SALT: Final = "kontor.accounts.kept"
NOTE_FOR: Final = 7 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Note:
    """Whose form it is, in which language that person reads, and on which page of ours it goes on."""

    user_id: int
    language: str
    page: str


def note_for(user: User, *, page: str) -> str:
    """The note for the hidden field of a form."""
    return signing.dumps([user.pk, user.language, page], salt=SALT)


def note_in(request: HttpRequest) -> Note | None:
    """The note that came with a form, if it is one of ours."""
    try:
        return Note(*signing.loads(request.POST.get(NOTE, ""), salt=SALT, max_age=NOTE_FOR))
    except signing.BadSignature:
        return None


def keep(request: HttpRequest, user_id: int, *, page: str = "") -> bool:
    """Put what was posted aside for this person, to go on at its own address or `page`; whether it could be.

    Neither passwords are kept nor what is too large.
    """
    posted = request.POST.urlencode()
    if any("password" in name for name in request.POST) or len(posted) > MOST:
        return False
    request.session[KEPT] = {
        "user": user_id,
        "path": page or request.get_full_path(),
        "posted": keyring.encrypt(posted),
        "files": bool(request.FILES),
        "at": time.time(),
    }
    return True


def waiting(request: HttpRequest) -> dict[str, Any] | None:
    """What is kept in this browser: for which `user`, and whether `files` were lost."""
    kept: dict[str, Any] | None = request.session.get(KEPT)
    return kept if kept and time.time() - kept["at"] < KEPT_FOR else None


def go_on(request: HttpRequest) -> HttpResponse | None:
    """Make a request that comes back what it was before the person was asked.

    Nobody else can put a form here: it came with its own token, from this person's browser, in this session.
    """
    kept = request.session.get(KEPT)
    if not kept or request.method != "GET" or not request.user.is_authenticated:
        return None
    if kept["user"] != request.user.pk:
        del request.session[KEPT]
        messages.info(request, _("Somebody else had begun a form in this browser. It was not sent."))
        return redirect("/") if kept["path"] == request.get_full_path() else None
    if kept["path"] != request.get_full_path():
        return None
    del request.session[KEPT]
    if time.time() - kept["at"] >= KEPT_FOR:
        messages.info(request, _("Too much time has passed. Please fill the form in once more."))
        return redirect("/")
    if kept["files"]:
        messages.warning(request, _("Files could not be kept. Please add them once more."))
    request.method = "POST"
    request.POST = QueryDict(keyring.decrypt(kept["posted"]))
    request.came_back = True  # type: ignore[attr-defined]
    return None


def came_back(request: HttpRequest) -> bool:
    """Whether this is a form that was kept, not one that was sent just now."""
    return getattr(request, "came_back", False)
