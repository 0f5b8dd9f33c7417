"""Public pages of the operator's texts: terms of sale, shipping, payment."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.partners import queries
from kontor.partners.markdown import to_html
from kontor.partners.models import Terms


@require_safe
def terms(request: HttpRequest, kind: str, version: int | None = None) -> HttpResponse:
    """One text: the version in force, or the one that an order refers to."""
    try:
        shown = queries.terms_of(kind, version)
    except Terms.DoesNotExist as error:
        raise Http404 from error
    in_force = queries.terms_in_force()
    context = {
        "terms": shown,
        "body": to_html(shown.body),
        "current": in_force.get(kind),
        "others": [one for one in in_force.values() if one.kind != kind],
        "versions": queries.versions_of(kind),
    }
    return render(request, "partners/terms.html", context)
