"""What each role may do, and the roles that a company makes for itself (CO-5)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.step_up import recently_authenticated
from kontor.companies import actions, people
from kontor.companies.access_forms import RoleForm
from kontor.companies.errors import RoleInUse
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import CompanyRole
from kontor.companies.permissions import Permission, may, require, within_rights
from kontor.kit.errors import DomainError, NotAllowed


@require_safe
@member_required
def roles(request: PortalRequest) -> HttpResponse:
    """All roles and rights in one table, and how many people have each; on a telephone one role of them."""
    shown = people.columns(request.member)
    codes = [column.code for column in shown]
    chosen = request.GET.get("role", "")
    context = {
        "roles": shown,
        "permissions": people.permission_table(shown),
        "chosen": chosen if chosen in codes else codes[0],
        "manages": may(request.member, Permission.MANAGE_USERS),
    }
    return render(request, "companies/roles.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add_role(request: PortalRequest) -> HttpResponse:
    """Make a role of one's own."""
    require(request.member, Permission.MANAGE_USERS)
    return _edit(request, None)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_role(request: PortalRequest, pk: int) -> HttpResponse:
    """Change what a role of one's own allows."""
    return _edit(request, _role(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def remove_role(request: PortalRequest, pk: int) -> HttpResponse:
    """Remove a role that nobody has."""
    role = _role(request, pk)
    if request.method != "POST":
        return render(request, "companies/remove_role.html", {"role": role})
    try:
        actions.remove_role(role, by=request.member)
    except RoleInUse as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("The role %(name)s is removed.") % {"name": role.name})
    return redirect("companies:roles")


def _edit(request: PortalRequest, role: CompanyRole | None) -> HttpResponse:
    initial = {"name": role.name, "permissions": role.permissions} if role else {}
    form = RoleForm(request.POST if request.method == "POST" else None, initial=initial, by=request.member)
    if request.method == "POST" and form.is_valid():
        try:
            if role is None:
                actions.add_role(request.member.company, **form.cleaned_data, by=request.member)
            else:
                actions.change_role(role, **form.cleaned_data, by=request.member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("The role %(name)s is saved.") % {"name": form.cleaned_data["name"]})
            return redirect("companies:roles")
    context = {"form": form, "role": role}
    return render(request, "companies/role.html", context, status=422 if form.is_bound else 200)


def _role(request: PortalRequest, pk: int) -> CompanyRole:
    require(request.member, Permission.MANAGE_USERS)
    try:
        role = people.own_role_for(request.member, pk)
    except CompanyRole.DoesNotExist:
        raise Http404 from None
    if not within_rights(request.member, role.permissions):
        raise NotAllowed()
    return role
