"""Requests of people who are signed in, and the decorators that make sure they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from kontor.companies.models import Member
from kontor.kit.scope import Scope
from kontor.partners.models import Staff

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class PortalRequest(HttpRequest):
    """A request after `ScopeMiddleware`, which puts on it the member or staff member who asks.

    Behind `member_required` there is a `member`, behind `staff_required` a `staff`, behind `person_required` either of
    them as `person`; elsewhere each may be None.
    """

    member: Member
    staff: Staff
    person: Member | Staff
    scope: Scope
    htmx: HtmxDetails


type View[**P] = Callable[Concatenate[PortalRequest, P], HttpResponseBase]


def member_required[**P](view: View[P]) -> View[P]:
    """Only for members: the others sign in first, or are told that this page is for customers."""
    return _only_for("member", view)


def staff_required[**P](view: View[P]) -> View[P]:
    """Only for staff of the operator or a partner."""
    return _only_for("staff", view)


def person_required[**P](view: View[P]) -> View[P]:
    """For members and staff alike."""
    return _only_for("person", view)


def _only_for[**P](attribute: str, view: View[P]) -> View[P]:
    def checked(request: PortalRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if getattr(request, attribute, None) is None:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return update_wrapper(checked, view)  # type: ignore[return-value]  # a function, whatever its wrapper's type
