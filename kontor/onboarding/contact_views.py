"""Writing to us without an account (ON-14): `/help/contact/`."""

from __future__ import annotations

from functools import wraps
from typing import Final

from allauth.account.adapter import get_adapter
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kontor.companies.http import PortalRequest
from kontor.kit import limits
from kontor.kit.bodies import drain
from kontor.kit.errors import DomainError
from kontor.kit.pictures import names_of_skipped
from kontor.onboarding import contacting, queries
from kontor.onboarding.contact_forms import ContactForm
from kontor.onboarding.errors import TooManyMessages
from kontor.onboarding.models import ContactMessage
from kontor.service.http import Taking, brings_pictures, too_much, unread

TRIES_AN_HOUR: Final = 30


def _limited(view: Taking[[]]) -> Taking[[]]:
    """Of whoever sends too often nothing is read any more: pictures take time to look at."""

    @wraps(view)
    def checked(request: PortalRequest) -> HttpResponseBase:
        if request.method == "POST" and not limits.within(
            TRIES_AN_HOUR, limits.HOUR, "contact.try", _origin(request)
        ):
            drain(request)
            return _page(request, None, refused=TooManyMessages())
        return view(request)

    return checked


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@unread
@_limited
@brings_pictures
def contact(request: PortalRequest) -> HttpResponse:
    """The form; what is sent comes to the operator's staff."""
    if request.method != "POST":
        about = request.GET.get("about", "")
        known = about if about in ContactMessage.About.values else ""
        return _page(request, ContactForm(initial={"about": known}))
    if too_much(request):
        form = ContactForm(request.words)  # type: ignore[attr-defined]
        form.refuse_all()
        return _page(request, form, status=413)
    form = ContactForm(request.POST, request.FILES, skipped=names_of_skipped(request))
    if form.is_a_program:
        return redirect("contact:sent")
    if form.is_valid():
        try:
            contacting.write(**form.facts(), language=get_language() or "nb", origin=_origin(request))
        except DomainError as error:
            form.add_error(None, str(error))
            return _page(request, form, status=error.status)
        return redirect("contact:sent")
    return _page(request, form, status=422)


@require_safe
def sent(request: PortalRequest) -> HttpResponse:
    """It has come; the number comes by mail."""
    return render(request, "onboarding/contact_sent.html", {"contact": queries.whom_to_call()})


def _page(
    request: PortalRequest, form: ContactForm | None, *, status: int = 200, refused: DomainError | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "stamp": ContactForm.stamp(),
        "refused": str(refused) if refused else "",
        "contact": queries.whom_to_call(),
    }
    status = refused.status if refused else status
    return render(request, "onboarding/contact.html", context, status=status)


def _origin(request: PortalRequest) -> str:
    return str(get_adapter(request).get_client_ip(request))
