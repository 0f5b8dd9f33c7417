"""The users of my company: who they are, whom one invites, what follows from their machines."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies import actions, people, queries
from kontor.companies.errors import InvitationClosed
from kontor.companies.forms import InviteForm, PeopleForm
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Invitation, Role
from kontor.companies.permissions import Permission, may, require
from kontor.kit import panels
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.keyset import Keys


@require_safe
@member_required
def users(request: PortalRequest) -> HttpResponse:
    """Who of the company may do what here; for administrators also who is invited and who wants to join."""
    member = request.member
    form = PeopleForm(request.GET, roles=people.role_names(member))
    wanted, manages = form.wanted(), may(member, Permission.MANAGE_USERS)
    keys = Keys.of(request)
    if wanted.state == "invited":
        require(member, Permission.MANAGE_USERS)
    only_invited = wanted.state == "invited"
    context = {
        "form": form,
        "filters": form.filters(),
        "page": None if only_invited else people.page_of_users(member, wanted, keys),
        "manages": manages,
        "assigns": may(member, Permission.ASSIGN_EQUIPMENT),
        "roles": dict(Role.choices),
        "now": timezone.now(),
        "administrators": people.count_administrators(member),
    }
    if not only_invited:
        context["count"] = people.count_users(member, wanted)
    if manages and wanted.state in ("", "invited"):
        context["invitations"] = (
            people.page_of_invitations(member, wanted, keys)
            if only_invited
            else people.page_of_invitations(member, wanted, Keys(), size=people.FEW)
        )
    if manages and not form.filters():
        asked = panels.ask("companies.join_requests", member, [member.company_id])
        context["join_requests"] = asked.get(member.company_id, [])
    return render(request, "companies/users.html", context)


@member_required
def invite(request: PortalRequest) -> HttpResponse:
    """Add a colleague, who gets a link by mail (CO-2)."""
    member = request.member
    require(member, Permission.MANAGE_USERS)
    domains = queries.domains_of(member)
    initial = {"language": member.company.language}
    data = request.POST if request.method == "POST" else None
    form = InviteForm(data, initial=initial, by=member, domains=domains)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = actions.invite(member.company, **form.cleaned_data, by=member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            words = _("%(name)s is invited. The link by e-mail is valid for 90 days.")
            messages.success(request, words % {"name": invitation.name})
            again = request.POST.get("then") == "another"
            return redirect("companies:invite" if again else "companies:users")
    context = {"form": form, "company": member.company}
    return render(request, "companies/invite.html", context, status=422 if form.is_bound else 200)


@require_POST
@member_required
def resend_invitation(request: PortalRequest, pk: int) -> HttpResponse:
    """Mail an invited colleague a new link."""
    try:
        invitation = actions.resend_invitation(_invitation(request, pk), by=request.member)
    except InvitationClosed as error:
        messages.warning(request, str(error))
    else:
        words = _("A new link is on its way to %(email)s. The one before no longer works.")
        messages.success(request, words % {"email": invitation.email})
    return redirect("companies:users")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def withdraw_invitation(request: PortalRequest, pk: int) -> HttpResponse:
    """Take an invitation back, once one has been asked whether one means it."""
    require(request.member, Permission.MANAGE_USERS)
    invitation = _invitation(request, pk)
    if request.method != "POST":
        return render(request, "companies/withdraw_invitation.html", {"invitation": invitation})
    try:
        actions.withdraw_invitation(invitation, by=request.member)
    except InvitationClosed as error:
        messages.warning(request, str(error))
    else:
        words = _("The invitation of %(name)s is withdrawn; its link no longer works.")
        messages.success(request, words % {"name": invitation.name})
    return redirect("companies:users")


@require_POST
@member_required
def assign_by_equipment(request: PortalRequest) -> HttpResponse:
    """Say whether members see only the machines that are assigned to them (CO-4)."""
    company = actions.assign_by_equipment(
        request.member.company, on=request.POST.get("on") == "1", by=request.member
    )
    if company.assigns_equipment:
        messages.success(request, _("From now on members see only the machines that are assigned to them."))
    else:
        messages.success(request, _("From now on all members see all machines."))
    return redirect("companies:users")


def _invitation(request: PortalRequest, pk: int) -> Invitation:
    try:
        return people.invitation_for(request.member, pk)
    except Invitation.DoesNotExist:
        raise Http404 from None
