"""The pages for what went wrong, set as `handler400` … `handler500` in `config.urls`.

Each tells what happened without a code, what is kept, and the way on; the code comes last and small.
"""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from kontor.kit.requestid import current_request_id

# In seconds: every limit that ends in this page counts the tries of the last minute.
RETRY_AFTER: Final = 60


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What came could not be read."""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None, *, message: str = "") -> HttpResponse:
    """One sees that it exists but may not; `message` says why where that is known."""
    return render(request, "403.html", {"message": message}, status=403)


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
    """The form's token does not fit: the page was open too long, or the request came from elsewhere."""
    return render(request, "403.html", {"stale": True}, status=403)
