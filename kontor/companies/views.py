"""My company."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kontor.companies import queries
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Role


@require_safe
@member_required
def profile(request: PortalRequest) -> HttpResponse:
    """The company as we know it: numbers, addresses, people and what each role may do."""
    member = request.member
    context = {
        "company": member.company,
        "addresses": queries.addresses(member),
        "colleagues": queries.colleagues(member),
        "relationships": queries.relationships(member),
        "roles": list(Role),
        "permissions": queries.permission_table(),
    }
    return render(request, "companies/profile.html", context)
