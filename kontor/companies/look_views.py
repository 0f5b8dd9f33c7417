"""Looking at the portal as a member: how it ends, and where the member reads of it (ST-3)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kontor.companies import looking
from kontor.companies.http import PortalRequest, member_required, staff_required
from kontor.companies.models import Member
from kontor.kit.keyset import Keys


@require_POST
@staff_required
def end_look(request: PortalRequest) -> HttpResponse:
    """Be oneself again."""
    member = looking.end_look(request.session, by=request.staff)
    if member is None:
        return redirect("/")
    messages.success(request, _("You no longer look as %(name)s.") % {"name": member.name})
    return redirect(_desk(member))


@require_safe
@member_required
def looks(request: PortalRequest) -> HttpResponse:
    """Who of our side has looked at the portal as the reader, when and why."""
    page = looking.looks_at(request.member, Keys.of(request))
    return render(request, "companies/looks.html", {"page": page})


def _desk(member: Member) -> str:
    """Where it began; the desk is a higher floor, known by its address only."""
    try:
        return reverse("desk:customer_member", args=[member.company.number, member.pk])
    except NoReverseMatch:
        return "/desk/"
