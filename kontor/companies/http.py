"""Requests of people who are signed in, and the decorators that make sure they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate

from django.http import HttpRequest, HttpResponseBase

from kontor.companies.models import Member
from kontor.kit.http import only_for
from kontor.kit.http import person_required as person_required  # all three are found here
from kontor.kit.scope import Scope
from kontor.partners.models import Staff

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from kontor.companies.looking import Looking
    from kontor.companies.switching import Belongs


class PortalRequest(HttpRequest):
    """A request after `ScopeMiddleware`, which puts on it the member or staff member who asks.

    Behind `member_required` there is a `member`, behind `staff_required` a `staff`, behind `person_required` either of
    them as `person`; elsewhere each may be None. `belongs` are all the companies of who is signed in, `acting_for` is the key
    of the one acted for where they are several, which each form brings back. `looking` says that it is our staff who looks
    as the member.
    """

    member: Member
    staff: Staff
    person: Member | Staff
    scope: Scope
    second_factor_asked_by: str
    belongs: list[Belongs]
    acting_for: str
    looking: Looking | None
    htmx: HtmxDetails


type View[**P] = Callable[Concatenate[PortalRequest, P], HttpResponseBase]


def member_required[**P](view: View[P]) -> View[P]:
    """Only for members: the others sign in first, or are told that this page is for customers."""
    return only_for("member", view)


def staff_required[**P](view: View[P]) -> View[P]:
    """Only for staff of the operator or a partner."""
    return only_for("staff", view)
