"""The empty page: a signed-in page with nothing but its frame, which `make bench` measures the others against."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.companies.http import PortalRequest, person_required


@require_safe
@person_required
def empty(request: PortalRequest) -> HttpResponse:
    """The frame around nothing."""
    return render(request, "kit/page.html")
