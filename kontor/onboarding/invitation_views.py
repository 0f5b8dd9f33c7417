"""The page behind the link of a company's invitation (ON-10)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kontor.companies.http import PortalRequest
from kontor.companies.switching import ACTING_FOR
from kontor.kit.errors import DomainError
from kontor.onboarding import checks, inviting, queries
from kontor.onboarding.errors import LinkExpired, LinkUnknown, LinkUsed, LinkWithdrawn, SignInFirst
from kontor.onboarding.finish_forms import FinishForm
from kontor.onboarding.models import CompanyInvitation

DEAD = (LinkUnknown, LinkUsed, LinkExpired, LinkWithdrawn)
NAMES = ("first_name", "last_name", "title", "phone")


@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: PortalRequest, token: str) -> HttpResponse:
    """Look whether it is right, set a password, and administer the company; whoever has an account signs in for it."""
    try:
        invited = inviting.invitation_with(token)
        inviting.check_open(invited)
    except DEAD as error:
        return _dead(request, error, token)
    owner = queries.account_of(invited.email)
    if owner is not None and owner.pk != request.user.pk:
        return _sign_in_first(request, invited)
    data = request.POST if request.method == "POST" else None
    initial = {name: getattr(invited, name) for name in NAMES}
    form = FinishForm(data, initial=initial, has_account=owner is not None)
    if form.is_valid():
        try:
            member = inviting.accept(token, language=get_language() or "nb", user=owner, **form.facts())
        except DEAD as error:
            return _dead(request, error, token)
        except SignInFirst:
            return _sign_in_first(request, invited)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            return _welcome(request, member.company_id, invited, signed_in=owner is not None)
    context = {
        "form": form,
        "invitation": invited,
        "inviter": queries.inviter_of(invited),
        "areas": queries.areas().filter(code__in=invited.areas),
        "organisation_number": checks.shown(invited.organisation_number, invited.country),
    }
    return render(request, "onboarding/invitation.html", context, status=422 if form.errors else 200)


def _welcome(
    request: PortalRequest, company_id: int, invited: CompanyInvitation, *, signed_in: bool
) -> HttpResponse:
    names = {"company": invited.company_name, "email": invited.email}
    if signed_in:
        request.session[ACTING_FOR] = company_id
        messages.success(request, _("Welcome! You act for %(company)s now.") % names)
        return redirect("/")
    messages.success(request, _("Welcome! Sign in with %(email)s: you administer %(company)s.") % names)
    return redirect("account_login")


def _sign_in_first(request: PortalRequest, invited: CompanyInvitation) -> HttpResponse:
    context = {"invitation": invited, "other": request.user.is_authenticated}
    return render(request, "onboarding/invitation_sign_in.html", context)


def _dead(request: PortalRequest, error: DomainError, token: str) -> HttpResponse:
    """Which it is: used, run out, taken back, or none; and what to do."""
    context: dict[str, object] = {"why": error.code.rpartition(".")[2], "contact": queries.whom_to_call()}
    if not isinstance(error, LinkUnknown):
        invited = inviting.invitation_with(token)
        partner = invited.partner
        context |= {
            "invitation": invited,
            "inviter": queries.inviter_of(invited),
            "contact": queries.Contact(partner.name, partner.phone, partner.email),
        }
    return render(request, "onboarding/dead_link.html", context, status=error.status)
