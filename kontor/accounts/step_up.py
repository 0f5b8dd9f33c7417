"""Asking once more who somebody is, before what matters (ON-16).

A view behind `recently_authenticated` runs for whoever proved in the last minutes that it is them: by signing in or by
doing it again. What was posted meanwhile is kept and goes on by itself
(`kept.py`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, Final

from allauth.account.internal.flows.login import get_authentication_records
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from kontor.accounts import kept
from kontor.accounts.second_factor_queries import has_second_factor

RECENT: Final = 5 * 60

type View[R: HttpRequest, **P] = Callable[Concatenate[R, P], HttpResponseBase]


def recently_authenticated[R: HttpRequest, **P](view: View[R, P]) -> View[R, P]:
    """Only for people who proved in the last five minutes that it is them; the others do so and come back.

    Stands outermost. What was posted to the view comes with them, files excepted.
    """

    def checked(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not is_recent(request):
            if request.method == "POST":
                kept.keep(request, request.user.pk)
            return ask(request, request.get_full_path())
        return view(request, *args, **kwargs)

    return update_wrapper(checked, view)  # type: ignore[return-value]  # a function, whatever its wrapper's type


def with_second_factor[R: HttpRequest, **P](view: View[R, P]) -> View[R, P]:
    """As `recently_authenticated`, but only for people who have a second factor: the page asks for the password itself."""
    strict = recently_authenticated(view)

    def checked(request: R, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        has = request.user.is_authenticated and has_second_factor(request.user)
        return (strict if has else view)(request, *args, **kwargs)

    return update_wrapper(checked, view)  # type: ignore[return-value]


def is_recent(request: HttpRequest) -> bool:
    """Whether the person proved a short while ago that it is them; who has a second factor, with that."""
    proofs = get_authentication_records(request, request.user)
    if has_second_factor(request.user):  # type: ignore[arg-type]  # signed in, so an account
        proofs = [proof for proof in proofs if proof["method"] == "mfa"]
    return bool(proofs) and time.time() - proofs[-1]["at"] < RECENT


def came_with_second_factor(request: HttpRequest) -> bool:
    """Whether it was used, or set up, since signing in."""
    return any(proof["method"] == "mfa" for proof in get_authentication_records(request, request.user))


def ask(request: HttpRequest, onward: str, page: str = "account_reauthenticate") -> HttpResponse:
    """Lead to the page that asks for password, code or passkey, or to another one, and from there `onward`."""
    where = f"{reverse(page)}?{urlencode({'next': onward})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)


def onward(request: HttpRequest, otherwise: str) -> str:
    """The page that the person wanted (`next`), if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    ours = url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure())
    return wanted if ours else otherwise
