"""What views on every floor need: who may come in, and the language that a browser remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import update_wrapper
from typing import Concatenate, Final

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from kontor.kit.text import Text

NOT_FOR: Final[Mapping[str, Text]] = {
    "member": _("This page is for members of a customer company."),
    "staff": _("This page is for our own staff."),
}
"""What is said to somebody whom no role lets in."""
ONE_YEAR: Final = 365 * 24 * 60 * 60

type View[R: HttpRequest, **P] = Callable[Concatenate[R, P], HttpResponseBase]


def only_for[R: HttpRequest, **P](attribute: str, view: View[R, P]) -> View[R, P]:
    """Only with such an `attribute` on the request: the others sign in first, or are told that it is not for them."""

    def checked(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if getattr(request, attribute, None) is None:
            raise PermissionDenied(NOT_FOR.get(attribute, ""))
        return view(request, *args, **kwargs)

    return update_wrapper(checked, view)  # type: ignore[return-value]  # a function, whatever its wrapper's type


def person_required[R: HttpRequest, **P](view: View[R, P]) -> View[R, P]:
    """For whoever is a member of a company or staff."""
    return only_for("person", view)


def remember_language(response: HttpResponse, language: str) -> None:
    """Show this browser the pages in `language` from now on, also where nobody is signed in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        ONE_YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
