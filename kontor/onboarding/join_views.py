"""Somebody wants to join the company: its administrators decide (ON-3, ON-4)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Member, Role
from kontor.onboarding import actions, queries
from kontor.onboarding.errors import AddressHasAccount, NotPossibleNow
from kontor.onboarding.forms import AdmitForm, RefuseForm
from kontor.onboarding.models import Registration


@require_safe
@member_required
def detail(request: PortalRequest, pk: UUID) -> HttpResponse:
    """Who asks, and what one can say to it."""
    form = AdmitForm(initial={"roles": [Role.READER]})
    return _page(request, _request_for(request.member, pk), form, RefuseForm())


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def admit(request: PortalRequest, pk: UUID) -> HttpResponse:
    """Let them in, with these roles."""
    if request.method != "POST":
        return redirect("join_requests:detail", pk)
    registration, form = _request_for(request.member, pk), AdmitForm(request.POST)
    if form.is_valid():
        try:
            member = actions.admit(registration, form.cleaned_data["roles"], by=request.member)
        except (NotPossibleNow, AddressHasAccount) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("%(name)s can sign in now.") % {"name": member.name})
        return redirect("join_requests:detail", pk)
    return _page(request, registration, form, RefuseForm(), status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def refuse(request: PortalRequest, pk: UUID) -> HttpResponse:
    """Do not let them in."""
    if request.method != "POST":
        return redirect("join_requests:detail", pk)
    registration, form = _request_for(request.member, pk), RefuseForm(request.POST)
    if form.is_valid():
        try:
            actions.refuse(registration, by=request.member, reason=form.cleaned_data["reason"])
        except NotPossibleNow as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("%(name)s is told that you said no.") % {"name": registration.name})
        return redirect("join_requests:detail", pk)
    return _page(request, registration, AdmitForm(initial={"roles": [Role.READER]}), form, status=422)


def _request_for(member: Member, pk: UUID) -> Registration:
    try:
        return queries.join_request(member, pk)
    except Registration.DoesNotExist:
        raise Http404 from None


def _page(
    request: PortalRequest,
    registration: Registration,
    admit: AdmitForm,
    refuse: RefuseForm,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "registration": registration,
        "admit_form": admit,
        "refuse_form": refuse,
        "waits": registration.status in queries.UNDECIDED,
        "company": request.member.company,
    }
    return render(request, "onboarding/join_request.html", context, status=status)
