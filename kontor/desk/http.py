"""Where one goes after a deed at the desk: back to the list that one came from, with its filters."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from kontor.companies.http import PortalRequest
from kontor.service.http import too_much


def back_in(request: PortalRequest) -> str:
    """The list that one came from, as the form named it, else where the pane is shown."""
    sent = "" if too_much(request) else request.POST.get("back", "")
    return sent or (str(request.htmx.current_url_abs_path) if request.htmx else "")


def back_of(request: PortalRequest, otherwise: str) -> str:
    """The list of the desk that the form names, else `otherwise`."""
    back = request.POST.get("back", "")
    ours = back.startswith(reverse("desk:front")) and url_has_allowed_host_and_scheme(
        back, allowed_hosts=None
    )
    return back if ours else otherwise


def go_back(request: PortalRequest, otherwise: str) -> HttpResponse:
    """Back to the list, also when the form was sent from the pane beside it."""
    url = back_of(request, otherwise)
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
