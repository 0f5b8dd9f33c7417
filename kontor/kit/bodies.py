"""How much a request may bring: decided by its length, before anything reads it.

Django reads a form with files to its end when it tests the token against forged forms, at any address. So an address
says how much it takes, and what is longer is refused without being stored anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kontor.kit.formats import file_size

ORDINARY: Final = 6_000_000
DRAINED: Final = 64_000_000

type View = Callable[..., Any]


def takes(at_most: int | None) -> Callable[[View], View]:
    """Let a view take so many bytes; with None the view itself answers to what is too long (`length_of`)."""

    def mark(view: View) -> View:
        view.body_limit = at_most  # type: ignore[attr-defined]
        return view

    return mark


def length_of(request: HttpRequest) -> int:
    """How many bytes the request says it brings."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def drain(request: HttpRequest) -> None:
    """Let a browser finish sending, so that it shows the answer; nothing is kept. More than that is cut off."""
    if length_of(request) <= DRAINED:
        while request.read(262_144):
            pass


class BodyLimitMiddleware:
    """Answers 413 to what is longer than the address takes. Stands before whatever reads a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponse | None:
        limit = getattr(view, "body_limit", ORDINARY)
        length = length_of(request)
        if limit is None or length <= limit:
            return None
        drain(request)
        sizes = {"size": file_size(length), "limit": file_size(limit)}
        message = (
            _(
                "You have sent %(size)s; at most %(limit)s can be taken here. Nothing was saved. Go back and choose a smaller"
                " file, or several one after the other."
            )
            % sizes
        )
        return render(request, "400.html", {"message": message, "status": 413}, status=413)
