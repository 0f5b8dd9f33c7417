"""The pages for what went wrong, set as `handler400` … `handler500` in `config.urls`.

Each tells what happened without a code, what is kept, and the way on; the code comes last and small.
"""

from __future__ import annotations

from typing import Final

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.template import loader

from kontor.kit.requestid import current_request_id

# In seconds: every limit that ends in this page counts the tries of the last minute.
RETRY_AFTER: Final = 60


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What came could not be read. Whoever asked for another host than ours gets no page: each of ours asks for the host."""
    if isinstance(exception, DisallowedHost):
        return HttpResponseBadRequest()
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, *, message: str = "") -> HttpResponse:
    """One sees that it exists but may not; `message` says why where that is known.

    What the `exception` says is final: it is for others, and no role lets one in.
    """
    final = str(exception or "")
    return render(request, "403.html", {"message": final or message, "final": bool(final)}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """It does not exist, or is not this reader's to see: the page is the same."""
    return render(request, "404.html", status=404)


def too_many(request: HttpRequest) -> HttpResponse:
    """Tried too often. allauth, which counts the tries, answers with `handler429` and does not say how long it lasts."""
    response = render(request, "429.html", {"minutes": RETRY_AFTER // 60}, status=429)
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Our own mistake. Rendered without the request: nothing that may have failed is asked again."""
    page = loader.render_to_string("500.html", {"request_id": current_request_id()})
    return HttpResponse(page, status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token does not fit: the page was open too long, or the request came from elsewhere.

    What was typed on a page of ours is kept, and sent by a button once more: its reader decides, no other site.
    """
    site = f"{request.scheme}://{request.get_host()}"
    ours, page = request.headers.get("Origin") == site, request.headers.get("Referer", "")
    context = {
        "typed": _typed(request) if ours else [],
        "page": page if ours and page.startswith(f"{site}/") else "",
    }
    return render(request, "stale.html", context, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields to send again; nothing where they hold a password, or files, which no page can hold."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    if request.FILES or any("password" in name for name, _value in fields):
        return []
    return [(name, str(value)) for name, value in fields]
