"""What somebody posted before they had to prove who they are: put aside, encrypted, until they come back.

It is one person's: whoever else signs in in the same browser does not get it. Files cannot be kept.
"""

from __future__ import annotations

import time
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kontor.accounts import keyring

KEPT: Final = "kept"
KEPT_FOR: Final = 30 * 60
MOST: Final = 256 * 1024  # characters


def keep(request: HttpRequest, user_id: int) -> bool:
    """Put what was posted aside for this person; whether it could be: no passwords, and nothing too large."""
    posted = request.POST.urlencode()
    if any("password" in name for name in request.POST) or len(posted) > MOST:
        return False
    request.session[KEPT] = {
        "user": user_id,
        "path": request.get_full_path(),
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
    return None
