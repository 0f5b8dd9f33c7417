"""One person in several companies (CO-10): which they are, for which one acts, and changing that.

One acts for one company at a time; the session says for which. Each form says for which company it was opened, so that
what was typed in one tab never happens in the company that was chosen in another.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, cast

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from kontor.companies.http import PortalRequest
from kontor.companies.models import Member
from kontor.journal.actions import record
from kontor.kit.scope import Scope, acting_in

ACTING_FOR: Final = "company"
FIELD: Final = "acting_for"
AND_SEND: Final = "switch_and_send"
LOOKED_THROUGH: Final = 10
"""In so many other companies we look for what is not in this one."""

# What is the person's own, or the switch itself, is the same whichever company the page was opened for.
SAME_FOR_ALL: Final = ("/accounts/", "/theme/", "/company/switch/", "/legal/")


@dataclass(frozen=True, slots=True)
class Belongs:
    """Somewhere a person belongs to: a company by name and number, or our side."""

    scope: Scope
    name: str = ""
    number: str = ""


class JustLooking(Exception):
    """What was looked at is undone."""


def belongs_of(user_id: int) -> list[Belongs]:
    """Where a person may act: one for staff, else one per company, the oldest membership first.

    Asked before the scope is known, so through a function that only the login role may call.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT company_id, partner_id, name, number, earlier FROM kontor_scope_of(%s)", [user_id]
        )
        rows = cursor.fetchall()
    return [
        Belongs(Scope.of_staff(user=user_id, partner=partner_id))
        if company_id is None
        else Belongs(Scope.of_member(user=user_id, company=company_id, earlier=earlier), name, number)
        for company_id, partner_id, name, number, earlier in rows
    ]


def chosen(request: PortalRequest, belongs: Sequence[Belongs]) -> Belongs | None:
    """For which company this request acts: the one of a form that is sent again with it, of the session, else the first."""
    if _is_sent_again(request, belongs) and (asked := _of(belongs, request.POST.get(FIELD, ""))):
        return asked
    wanted = request.session.get(ACTING_FOR)
    return next((one for one in belongs if one.scope.company == wanted), next(iter(belongs), None))


def keep_choice(request: PortalRequest) -> None:
    """Whoever sent a form again for another company acts for that one from now on, if the form was one of ours."""
    company = request.scope.company
    proven = getattr(request, "csrf_processing_done", False)
    if proven and _is_sent_again(request, request.belongs) and request.session.get(ACTING_FOR) != company:
        switch_company(request.session, request.belongs, str(company))


def _is_sent_again(request: PortalRequest, belongs: Sequence[Belongs]) -> bool:
    return len(belongs) > 1 and request.method == "POST" and AND_SEND in request.POST


def switch_company(session: SessionBase, belongs: Sequence[Belongs], company: str) -> Belongs | None:
    """Act for another of one's companies from now on; None for one that is not."""
    found = _of(belongs, company)
    if found is not None and found.scope.company is not None:
        session[ACTING_FOR] = found.scope.company
        with acting_in(found.scope):
            member = Member.objects.get(user=found.scope.user, company=found.scope.company)
            record("member.acted_for", member, by=member)
    return found


def meant_for_another(request: PortalRequest) -> HttpResponse | None:
    """What is said to a form that was opened for another company than the one acted for now; nothing has happened."""
    if request.method in ("GET", "HEAD", "OPTIONS") or len(request.belongs) < 2:
        return None
    said = request.POST.get(FIELD) or request.headers.get("X-Acting-For", "")
    if not said or said == str(request.scope.company) or request.path.startswith(SAME_FOR_ALL):
        return None
    hidden = ("csrfmiddlewaretoken", FIELD, AND_SEND)
    context = {
        "meant": _of(request.belongs, said),
        "typed": [
            (name, value) for name, values in request.POST.lists() if name not in hidden for value in values
        ],
        "has_files": bool(request.FILES),
    }
    return render(request, "companies/other_company.html", context, status=409)


def found_elsewhere(
    request: PortalRequest, load: Callable[[PortalRequest, Scope], None], answer: Callable[..., HttpResponse]
) -> HttpResponse | None:
    """Where a page does not exist for this company but for another of the person's own: an offer to act for that one."""
    if request.method != "GET" or request.htmx:
        return None
    others = [one for one in request.belongs if one.scope.company not in (None, request.scope.company)]
    for one in others[:LOOKED_THROUGH]:
        if _exists_for(one, request, load, answer):
            return render(request, "companies/found_elsewhere.html", {"other": one}, status=404)
    return None


def _exists_for(
    one: Belongs,
    request: PortalRequest,
    load: Callable[[PortalRequest, Scope], None],
    answer: Callable[..., HttpResponse],
) -> bool:
    """Whether the page answers in another company; what asking changed is undone."""
    again = copy.copy(request)
    again.session = cast(SessionBase, SessionStore(request.session.session_key))
    status = 0
    try:
        with acting_in(one.scope), transaction.atomic():
            load(again, one.scope)
            response = answer(again)
            status = response.status_code
            # Closing the answer would end the request: only a file that it holds is closed.
            if file := getattr(response, "file_to_stream", None):
                file.close()
            raise JustLooking
    except JustLooking:
        return status == 200


def _of(belongs: Sequence[Belongs], company: str) -> Belongs | None:
    return next((one for one in belongs if one.scope.company and str(one.scope.company) == company), None)


def safe_next(request: HttpRequest) -> str:
    """Where the person wants to go next, on this portal; else to the start."""
    onward = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        onward, {request.get_host()}, require_https=settings.SECURE and request.is_secure()
    )
    return onward if allowed else "/"
