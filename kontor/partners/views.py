"""Public pages of the operator's texts: terms, privacy, imprint (QU-4)."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.models import User
from kontor.kit.markdown import to_html
from kontor.partners import queries
from kontor.partners.consent import accept_terms, accepted_before, changes_between, consents_of, owed_by
from kontor.partners.forms import ConsentForm
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
    former = queries.version_before(shown)
    context = {
        "terms": shown,
        "former": former,
        "changes": changes_between(former, shown) if former else [],
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


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest) -> HttpResponse:
    """Accept the terms of use in force, with what is new in them; then one goes on where one wanted to."""
    user, onward = cast(User, request.user), _onward(request)
    owed = owed_by(user) if getattr(request, "member", None) else None
    if owed is None:
        return redirect(onward)
    data = request.POST if request.method == "POST" else None
    form = ConsentForm(data, owed=owed)
    if form.is_bound and form.is_valid():
        accept_terms(user, terms=owed, occasion="sign_in", by=request.member)  # type: ignore[attr-defined]
        return redirect(onward)
    before = accepted_before(user, owed)
    context = {
        "form": form,
        "terms": owed,
        "before": before,
        "changes": changes_between(before, owed) if before else [],
        "body": to_html(owed.body),
        "onward": onward,
    }
    return render(request, "partners/consent.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def consents(request: HttpRequest) -> HttpResponse:
    """What I have accepted, and when."""
    return render(request, "partners/consents.html", {"consents": consents_of(cast(User, request.user))})


def _onward(request: HttpRequest) -> str:
    """Where the person wanted to go, on this portal."""
    onward = request.POST.get("next") or request.GET.get("next", "")
    allowed = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if allowed else "/"
