"""How long one stays signed in, and the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from kontor.accounts import kept, sessions
from kontor.kit.http import remember_language

WITH_TEMPORARY_PASSWORD: Final = frozenset({"replace_password", "account_logout", "set_language"})


class SessionMiddleware:
    """Ends sessions whose time is over. Who filled in a form meanwhile signs in again and goes on with it.

    A request of htmx leads to a whole page: the answer to it would stand in the middle of another.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        ran_out = sessions.end_what_ran_out(request)
        response = self.get_response(request)
        if request.user.is_authenticated:
            sessions.note(request, response)
            return response
        return self._ask(request, response, ran_out) if _asks_to_sign_in(request, response) else response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        return self._replace_password(request) or kept.go_on(request)

    def _replace_password(self, request: HttpRequest) -> HttpResponse | None:
        """Who came with a temporary password replaces it before anything else (ON-15)."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not request.user.is_authenticated or request.user.password_expires_at is None:
            return None
        if name in WITH_TEMPORARY_PASSWORD:
            return None
        page = reverse("replace_password")
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": page})
        return redirect(page)

    def _ask(self, request: HttpRequest, response: HttpResponse, ran_out: int | None) -> HttpResponse:
        by_htmx = bool(request.headers.get("HX-Request"))
        if request.method == "POST":
            response = self._keep(request, response, ran_out)
        elif by_htmx:
            response = redirect_to_login(_page_of(request, "HX-Current-URL"))
        return HttpResponse(headers={"HX-Redirect": response["Location"]}) if by_htmx else response

    def _keep(self, request: HttpRequest, response: HttpResponse, ran_out: int | None) -> HttpResponse:
        if (note := kept.note_in(request)) and kept.keep(request, note.user_id, page=note.page):
            asking = redirect_to_login(note.page)
            remember_language(asking, note.language)  # the page to sign in has it, too
            return asking
        owner = ran_out or sessions.whose_was(request)
        is_kept = owner is not None and kept.keep(request, owner)
        return response if is_kept else redirect_to_login(_page_of(request, "Referer"))


def _asks_to_sign_in(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is: sign in, and come back to what you wanted."""
    where = urlsplit(response.get("Location", ""))
    comes_back = QueryDict(where.query).get("next") == request.get_full_path()
    return response.status_code == 302 and where.path == reverse("account_login") and comes_back


def _page_of(request: HttpRequest, header: str) -> str:
    """The page of ours that a request came from."""
    page = urlsplit(request.headers.get(header, ""))
    path = page.path if page.netloc == request.get_host() else "/"
    return f"{path}?{page.query}" if page.query and path != "/" else path or "/"


class LanguageMiddleware:
    """Shows a signed-in person's pages in the language of their account; others as the browser or cookie says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)
