"""Public pages of the operator's texts: terms, privacy, imprint (QU-4)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kontor.kit.markdown import to_html
from kontor.partners import queries
from kontor.partners.models import Terms


@require_safe
def terms(request: HttpRequest, kind: str, version: int | None = None, area: str = "") -> HttpResponse:
    """One text: the version in force, or the one that an order or a relationship refers to."""
    try:
        shown = queries.terms_of(kind, version, area=area)
    except Terms.DoesNotExist as error:
        raise Http404 from error
    in_force = queries.terms_in_force(area=area)
    place = [kind, area] if area else [kind]
    context = {
        "terms": shown,
        "body": to_html(shown.body),
        "current": in_force.get(kind),
        "current_url": reverse("partners:terms", args=place),
        "others": [one for one in in_force.values() if one.kind != kind],
        "versions": [
            (number, since, reverse("partners:terms", args=[*place, number]))
            for number, since in queries.versions_of(kind, area=area)
        ],
    }
    return render(request, "partners/terms.html", context)
