"""What every answer gets, whoever asks: an id, a line in the log, a security policy."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.utils.csp import CSP

from kontor.kit.requestid import new_request_id

log = logging.getLogger("kontor.requests")

# Parts of addresses, by their names in `urls`, that open something for whoever has them.
SECRETS: Final = frozenset({"key", "token"})

type GetResponse = Callable[[HttpRequest], HttpResponse]

ADMIN_CSP: Final = {
    "default-src": [CSP.SELF],
    # unfold's own scripts (Alpine) evaluate expressions and set inline styles; nothing of ours is shown there.
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE, CSP.UNSAFE_EVAL],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:"],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
}


def without_secrets(request: HttpRequest) -> str:
    """The path without what only its reader may know, such as the key of a link that sets a password."""
    known = request.resolver_match.kwargs if request.resolver_match else {}
    path = request.path
    for name in SECRETS & known.keys():
        path = path.replace(str(known[name]), "…")
    return path


class RequestIdMiddleware:
    """Gives each request an id and writes one line about it, without its query string, secrets or any name."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id, began = new_request_id(), time.monotonic()
        response = self.get_response(request)
        response["X-Request-Id"] = request_id
        if not request.path.startswith("/static/"):
            log.info(
                "request",
                extra={
                    "method": request.method,
                    "path": without_secrets(request),
                    "status": response.status_code,
                    "milliseconds": round((time.monotonic() - began) * 1000),
                },
            )
        return response


class SecurityPolicyMiddleware(ContentSecurityPolicyMiddleware):
    """The strict policy everywhere but under `/admin/`, plus a permissions policy."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"
        if request.path.startswith("/admin/"):
            response._csp_config = ADMIN_CSP  # type: ignore[attr-defined]
        answer: HttpResponse = super().process_response(request, response)
        return answer
