"""My company."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.companies import actions, queries
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Address
from kontor.companies.permissions import Permission, may, require


@require_safe
@member_required
def profile(request: PortalRequest) -> HttpResponse:
    """The company as we know it: numbers, addresses, who administers it, who looks after it."""
    member = request.member
    context = {
        "company": member.company,
        "addresses": queries.addresses(member),
        "may_change_addresses": may(member, Permission.MANAGE_ADDRESSES),
        "administrators": queries.administrators(member),
        "relationships": queries.active_relationships(member),
        "lacks_relationship": queries.lacks_relationship(member),
        "may_ask": may(member, Permission.ASK_RELATIONSHIP),
    }
    return render(request, "companies/profile.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def remove_address(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a place out of the address book, once one has been asked whether one means it."""
    member = request.member
    require(member, Permission.MANAGE_ADDRESSES)
    try:
        address = queries.address_for(member, pk)
    except Address.DoesNotExist:
        raise Http404 from None
    if request.method != "POST":
        return render(request, "companies/remove_address.html", {"address": address})
    actions.remove_address(address, by=member)
    messages.success(request, _("%(place)s is removed.") % {"place": address.name})
    return redirect(f"{reverse('companies:profile')}#h-addresses")
