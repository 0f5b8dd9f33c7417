"""Customers at the desk: found, looked at, and helped (ST-2, ON-15, CO-3)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.step_up import recently_authenticated
from kontor.companies import helping
from kontor.companies.http import PortalRequest, staff_required
from kontor.companies.looking import begin_look
from kontor.companies.models import Company, Member, Role
from kontor.desk import customers as queries
from kontor.desk.customer_story import story_of, story_of_member
from kontor.desk.permissions import Permission, may, require
from kontor.desk.tool_forms import DomainsForm, ReasonForm
from kontor.desk.tools import TOOLS
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.keyset import Keys

SEARCHED = 100


@require_safe
@staff_required
def customers(request: PortalRequest) -> HttpResponse:
    """All customers this person may see, or those that a search finds."""
    search = request.GET.get("q", "").strip()[:SEARCHED]
    page = queries.page_of_customers(request.staff, search, Keys.of(request))
    context = {
        "search": search,
        "page": page,
        "count": queries.count_customers(request.staff, search) if page.has_more else len(page.rows),
    }
    return render(request, "desk/customers/list.html", context)


@require_safe
@staff_required
def customer(request: PortalRequest, number: str) -> HttpResponse:
    """A customer: who it is, who is in it, what runs, what happened."""
    staff, company = request.staff, company_for(request, number)
    search = request.GET.get("q", "").strip()[:SEARCHED]
    context = {
        "company": company,
        "search": search,
        "page": queries.page_of_members(company, search, Keys.of(request)),
        "roles": dict(Role.choices),
        "contacts": queries.contacts_of(company),
        "seat": queries.seat_of(company),
        "relationships": queries.relationships_of(staff, company),
        "running": queries.running(staff, company),
        "story": story_of(company),
        "may_end": may(staff, Permission.DECIDE_RELATIONSHIPS),
        "may_allow": staff.partner_id is None and may(staff, Permission.HELP_MEMBERS),
        "may_merge": staff.partner_id is None and may(staff, Permission.MERGE_COMPANIES),
        "earlier": queries.merged_into(company),
    }
    return render(request, "desk/customers/customer.html", context)


@require_safe
@staff_required
def member(request: PortalRequest, number: str, pk: int) -> HttpResponse:
    """One of a customer's people, and what can be done for them."""
    who = member_for(request, company_for(request, number), pk)
    tools = [
        (tool, reverse(f"desk:{tool.name}", args=[number, pk]))
        for tool in TOOLS.values()
        if may(request.staff, tool.permission) and tool.offered(who)
    ]
    context = {
        "company": who.company,
        "who": who,
        "roles": dict(Role.choices),
        "tools": tools,
        "may_look": who.is_active and may(request.staff, Permission.LOOK_AS_MEMBER),
        "story": story_of_member(who),
    }
    return render(request, "desk/customers/member.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def help_member(request: PortalRequest, number: str, pk: int, tool: str) -> HttpResponse:
    """Do one of the things of the table for a member, with a reason."""
    described = TOOLS[tool]
    who = member_for(request, company_for(request, number), pk)
    require(request.staff, described.permission)
    form = described.form(request.POST if request.method == "POST" else None, member=who)
    if form.is_valid():
        try:
            made = described.deed(who, **form.cleaned_data, by=request.staff)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            if isinstance(made, str):  # a password: shown now and never again
                context = {"company": who.company, "who": who, "password": made}
                return render(request, "desk/customers/password.html", context)
            messages.success(request, str(described.told) % _names(who, form.cleaned_data))
            return redirect("desk:customer_member", number, pk)
    context = {"company": who.company, "who": who, "tool": described, "form": form}
    return render(request, "desk/customers/tool.html", context, status=422 if form.is_bound else 200)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def look(request: PortalRequest, number: str, pk: int) -> HttpResponse:
    """Look at the portal as this member, with a reason that they can read (ST-3)."""
    who = member_for(request, company_for(request, number), pk)
    require(request.staff, Permission.LOOK_AS_MEMBER)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            begin_look(request.session, who, **form.cleaned_data, by=request.staff)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return redirect("/")
    context = {"company": who.company, "who": who, "form": form}
    return render(request, "desk/customers/look.html", context, status=422 if form.is_bound else 200)


def _names(who: Member, said: dict[str, Any]) -> dict[str, str]:
    successor = said.get("successor")
    return {"name": who.name, "successor": successor.name if successor else ""}


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def allow_domains(request: PortalRequest, number: str) -> HttpResponse:
    """Say which endings of addresses colleagues may have; the operator decides (CO-2)."""
    company = company_for(request, number)
    require(request.staff, Permission.HELP_MEMBERS)
    if request.staff.partner_id is not None:
        raise NotAllowed()
    form = DomainsForm(request.POST if request.method == "POST" else None, company=company)
    if form.is_valid():
        try:
            helping.allow_domains_for(company, **form.cleaned_data, by=request.staff)
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(
                request, _("Colleagues of %(name)s may have these addresses.") % {"name": company}
            )
            return redirect("desk:customer", number)
    context = {"company": company, "form": form}
    return render(request, "desk/customers/domains.html", context, status=422 if form.is_bound else 200)


def company_for(request: PortalRequest, number: str) -> Company:
    """What is not this person's to see is not there."""
    try:
        return queries.customer_for(request.staff, number)
    except Company.DoesNotExist:
        raise Http404 from None


def member_for(request: PortalRequest, company: Company, pk: int) -> Member:
    """One of its people."""
    try:
        return queries.member_of(company, pk)
    except (Member.DoesNotExist, OverflowError):
        raise Http404 from None
