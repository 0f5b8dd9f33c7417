"""Which registration a browser is at: by its session, which holds the token's hash and never the token."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kontor.companies.http import PortalRequest
from kontor.kit.scope import acting_in
from kontor.onboarding import queries
from kontor.onboarding.actors import Applicant
from kontor.onboarding.models import Registration

HASH: Final = "registration"

type View[**P] = Callable[Concatenate[PortalRequest, Registration, Applicant, P], HttpResponse]


def remember(request: HttpRequest, applicant: Applicant) -> None:
    """This browser is at this registration."""
    request.session[HASH] = applicant.token_hash


def forget(request: HttpRequest) -> None:
    """This browser begins anew."""
    request.session.pop(HASH, None)


def applicant_in(request: HttpRequest) -> Applicant | None:
    """Who this browser registers, if anybody."""
    known = request.session.get(HASH)
    return Applicant(known) if known else None


def current(request: HttpRequest) -> Registration | None:
    """The registration that this browser is at, if any."""
    applicant = applicant_in(request)
    if applicant is None:
        return None
    with acting_in(applicant):
        return Registration.objects.filter(proof__token_hash=applicant.token_hash).first()


def with_registration[**P](view: View[P]) -> Callable[Concatenate[PortalRequest, P], HttpResponse]:
    """For a page of a registration: the view runs as its applicant. Who has none is told how to get back to it."""

    def checked(request: PortalRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.user.is_authenticated:
            return redirect("/")
        applicant = applicant_in(request)
        if applicant is not None:
            with acting_in(applicant):
                try:
                    registration = queries.registration_of(applicant)
                except Registration.DoesNotExist:
                    forget(request)
                else:
                    return view(request, registration, applicant, *args, **kwargs)
        if request.method == "POST":
            return render(request, "onboarding/lost.html", status=409)
        return redirect("onboarding:register")

    return update_wrapper(checked, view)  # type: ignore[return-value]  # a function, whatever its wrapper's type
