"""The page behind the link of an invitation; open to whoever bears it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kontor.companies import actions, queries
from kontor.companies.access_forms import given_roles
from kontor.companies.errors import (
    AlreadyMember,
    InvitationClosed,
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    SignInFirst,
    StaffCannotBeMember,
)
from kontor.companies.forms import AcceptForm
from kontor.companies.http import PortalRequest
from kontor.companies.models import Invitation
from kontor.companies.switching import ACTING_FOR
from kontor.kit.errors import DomainError

NO_LONGER = (InvitationUnknown, InvitationUsed, InvitationExpired)


@sensitive_post_parameters("password1", "password2")
def invitation(request: PortalRequest, token: str) -> HttpResponse:
    """Confirm one's data, set a password, and be a member; whoever has an account signs in instead (CO-2)."""
    try:
        invited = queries.invitation_with(token)
        queries.check_open(invited)
    except NO_LONGER as error:
        return _no_longer(request, error, token)
    owner = queries.account_of(invited)
    if owner is not None and owner.pk != request.user.pk:
        return _sign_in_first(request, invited)
    data = request.POST if request.method == "POST" else None
    form = AcceptForm(data, invitation=invited, owner=owner)
    if request.method == "POST" and form.is_valid():
        try:
            member = actions.accept_invitation(token, **form.facts(), user=owner)
        except NO_LONGER as error:
            return _no_longer(request, error, token)
        except SignInFirst:
            return _sign_in_first(request, invited)
        except (AlreadyMember, StaffCannotBeMember) as error:
            form.add_error(None, str(error))
        else:
            return _welcome(request, member.company_id, invited, signed_in=owner is not None)
    context = {
        "form": form,
        "invitation": invited,
        "company": invited.company,
        "owner": owner,
        "roles": given_roles(invited),
    }
    return _private(
        render(request, "companies/invitation.html", context, status=422 if form.is_bound else 200)
    )


@require_POST
def renew_invitation(request: PortalRequest, token: str) -> HttpResponse:
    """Have a new link mailed in place of one that has run out; it goes to the invited address only."""
    try:
        actions.renew_invitation(token)
    except InvitationClosed:
        return redirect("companies:invitation", token)
    except DomainError as error:
        return _no_longer(request, error, token)
    return _private(render(request, "companies/invitation_renewed.html"))


def _welcome(
    request: PortalRequest, company_id: int, invited: Invitation, *, signed_in: bool
) -> HttpResponse:
    names = {"name": invited.first_name, "company": invited.company.name}
    if signed_in:
        request.session[ACTING_FOR] = company_id
        messages.success(request, _("Welcome! You act for %(company)s now.") % names)
        return redirect("/")
    messages.info(
        request,
        _("Welcome to %(company)s! Your account is ready: sign in with %(email)s and your new password.")
        % (names | {"email": invited.email}),
    )
    return redirect("account_login")


def _sign_in_first(request: PortalRequest, invited: Invitation) -> HttpResponse:
    context = {"invitation": invited, "company": invited.company}
    return _private(render(request, "companies/invitation_sign_in.html", context))


def _no_longer(request: PortalRequest, error: DomainError, token: str) -> HttpResponse:
    """Of a link that is unknown and one that was withdrawn strangers learn the same."""
    context: dict[str, object] = {"why": error.code.rpartition(".")[2], "token": token}
    if not isinstance(error, InvitationUnknown):
        invited = queries.invitation_with(token)
        context |= {"invitation": invited, "company": invited.company}
    return _private(render(request, "companies/invitation_closed.html", context, status=error.status))


def _private(response: HttpResponse) -> HttpResponse:
    """The address is a secret, so the page is not kept; other sites are told no address anyway."""
    response["Cache-Control"] = "private, no-store"
    return response
