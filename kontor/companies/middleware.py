"""Who looks: the request's transaction and scope; and what the reader is told when a rule says no."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final, cast

from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from psycopg.errors import ReadOnlySqlTransaction

from kontor.accounts import step_up
from kontor.accounts.second_factor_queries import has_second_factor
from kontor.companies import looking, switching
from kontor.companies.http import PortalRequest
from kontor.companies.models import Member
from kontor.journal.actions import record_refusal
from kontor.kit import error_pages
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.scope import PUBLIC, Scope, acting_in
from kontor.partners.models import Operator, Staff

log = logging.getLogger("kontor.requests")

# What somebody needs before they have set up a second factor.
WITHOUT_SECOND_FACTOR: Final = frozenset(
    {
        *("second_factor", "set_up_app", "add_passkey", "recovery_codes", "companies:switch_company"),
        *("account_reauthenticate", "account_change_password", "account_logout", "set_language", "kit:theme"),
        *("partners:terms", "replace_password"),
    }
)
UNSCOPED: Final = frozenset({"/healthz", "/readyz"})

type GetResponse = Callable[[HttpRequest], HttpResponse]


class ScopeMiddleware:
    """Opens the request's transaction under the scope of the person who asks, and puts that person on the request.

    `ATOMIC_REQUESTS` stays on inside it: Django turns a view's exception into an answer before any middleware
    sees it, so without the view's own savepoint what a failed view wrote would be committed.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path in UNSCOPED:
            return self.get_response(request)
        portal = cast(PortalRequest, request)
        signed_in = request.user
        with acting_in(self._scope(portal)) as scope:
            self._load(portal, scope)
            response = switching.meant_for_another(portal) or self.get_response(request)
            switching.keep_choice(portal)
            if response.status_code == 404 and len(portal.belongs) > 1:
                elsewhere = switching.found_elsewhere(portal, self._load, self.get_response)
                response = elsewhere or response
        if portal.looking is not None:
            looking.note_file(portal.looking, request, response)
            request.user = signed_in
        if scope.user is not None and not response.has_header("Cache-Control"):
            # What a person saw must not come back on a shared computer after signing out.
            response["Cache-Control"] = "private, no-store"
        return response

    def _scope(self, request: PortalRequest) -> Scope:
        user = request.user
        request.belongs, request.acting_for, request.looking = [], "", None
        if not user.is_authenticated:
            return PUBLIC
        request.belongs = switching.belongs_of(user.pk)
        chosen = switching.chosen(request, request.belongs)
        if chosen is None:
            return Scope(role=PUBLIC.role, user=user.pk)
        if len(request.belongs) > 1:
            request.acting_for = str(chosen.scope.company)
        request.looking = looking.current_look(request, chosen.scope)
        return request.looking.scope if request.looking else chosen.scope

    def _load(self, request: PortalRequest, scope: Scope) -> None:
        request.scope = scope
        request.member = request.staff = request.person = None  # type: ignore[assignment]
        if request.looking is not None:
            request.person = request.member = request.looking.member
            request.user = request.looking.member.user
        elif scope.company is not None:
            companies = Member.objects.select_related(
                "user", "company__entity", "company__partner", "own_role", "site"
            )
            request.person = request.member = companies.get(user=scope.user, company=scope.company)
        elif scope.role != PUBLIC.role:
            operator = Operator.objects.filter(pk=1)
            request.person = request.staff = (
                Staff.objects.select_related("user", "partner")
                .annotate(
                    second_factor_roles=Subquery(operator.values("second_factor_roles")),
                    operator_name=Subquery(operator.values("name")),
                )
                .get(user=scope.user)
            )


class LookingMiddleware:
    """While our staff looks as a member, only pages are answered, and none of those that are the person's alone (ST-3)."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        if getattr(request, "looking", None) is None or looking.is_open(request):
            return None
        return self._refuse(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page that writes something when it is read: PostgreSQL has refused it."""
        if getattr(request, "looking", None) is None or not isinstance(
            error.__cause__, ReadOnlySqlTransaction
        ):
            return None
        return self._refuse(request)

    def _refuse(self, request: HttpRequest) -> HttpResponse:
        return render(request, "companies/look_refused.html", status=403)


class SecondFactorMiddleware:
    """Leads whoever lacks the second factor that is asked of them to set one up, before anything else (ON-16).

    And whoever has one, but came in by password alone in this session, to prove with it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseBase | None:
        if request.path in UNSCOPED or cast(PortalRequest, request).looking is not None:
            return None
        portal = cast(PortalRequest, request)
        asked_by = portal.second_factor_asked_by = _asks_for_second_factor(portal.person)
        if not asked_by or getattr(request.resolver_match, "view_name", "") in WITHOUT_SECOND_FACTOR:
            return None
        is_page = request.method == "GET" and not portal.htmx
        wanted = request.get_full_path() if is_page else "/"
        if not has_second_factor(portal.person.user):
            return step_up.ask(request, wanted, "second_factor")
        return None if step_up.came_with_second_factor(request) else step_up.ask(request, wanted)


def _asks_for_second_factor(person: Member | Staff | None) -> str:
    """Who wants the person to have a second factor: the company, or for staff the operator; empty if nobody does."""
    if isinstance(person, Member):
        return person.company.name if person.company.requires_second_factor else ""
    asked: Any = person  # staff as `_load` reads them
    return str(asked.operator_name) if asked and asked.role in (asked.second_factor_roles or []) else ""


class DomainErrorMiddleware:
    """Turns an error of the domain that no view caught into a page in the reader's language."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        log.info("refused", extra={"code": error.code, "path": request.path})
        person: Any = getattr(request, "person", None)
        looks = (
            getattr(request, "looking", None) is not None
        )  # what the member may not was not tried by the member
        if isinstance(error, NotAllowed) and person is not None and not looks:
            record_refusal(person, company_id=person.scope.company, code=error.code, path=request.path)
        if error.status == 403:
            return error_pages.forbidden(request, message=str(error))
        return render(
            request, "400.html", {"message": str(error), "status": error.status}, status=error.status
        )
