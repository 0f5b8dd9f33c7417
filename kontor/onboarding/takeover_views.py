"""Taking over an account of the former portal: the old address, the mail, the few things that lack (ON-11)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kontor.companies.http import PortalRequest
from kontor.kit.errors import DomainError
from kontor.onboarding import applying, queries, taking_over
from kontor.onboarding.errors import AddressHasAccount, LinkExpired, LinkUnknown, LinkUsed
from kontor.onboarding.finish_forms import FinishForm, TakeOverForm
from kontor.onboarding.models import LegacyAccount
from kontor.onboarding.session import current, remember

DEAD = (LinkUnknown, LinkUsed, LinkExpired)


def ask(request: PortalRequest, origin: str) -> HttpResponse:
    """`/register/` where only accounts of the former portal get in: their address, and the same answer for every one."""
    form = TakeOverForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            applicant = applying.ask_take_over(
                email=form.cleaned_data["email"], language=get_language() or "nb", origin=origin
            )
        except DomainError as error:
            form.add_error(None, str(error))
            return _ask(request, form, status=error.status)
        remember(request, applicant)
        return redirect("onboarding:mailed")
    return _ask(request, form, status=422 if form.is_bound else 200)


def _ask(request: PortalRequest, form: TakeOverForm, *, status: int) -> HttpResponse:
    context = {"form": form, "contact": queries.whom_to_call(), "ways": queries.ways()}
    return render(request, "onboarding/take_over_ask.html", context, status=status)


@require_safe
@never_cache
def mailed(request: PortalRequest) -> HttpResponse:
    """The mail is on its way, if there is an account; nobody learns here whether."""
    asked = current(request)
    if asked is None or asked.first_name:
        return redirect("onboarding:register")
    context = {"email": asked.email, "contact": queries.whom_to_call()}
    return render(request, "onboarding/take_over_mailed.html", context)


@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def take_over(request: PortalRequest, token: str) -> HttpResponse:
    """Complete the profile of an old account, set a password, and be in."""
    if request.user.is_authenticated:
        return redirect("/")
    try:
        account = taking_over.account_with(token)
    except DEAD as error:
        return dead(request, error)
    initial = {name: getattr(account, name) for name in ("first_name", "last_name")}
    form = FinishForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            member = taking_over.take_over(token, language=get_language() or "nb", **form.facts())
        except DEAD as error:
            return dead(request, error)
        except AddressHasAccount:
            return dead(request, LinkUsed())
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            company = {"company": member.company.name}
            messages.success(
                request, _("Welcome! Sign in with your new password: %(company)s is there.") % company
            )
            return redirect("account_login")
    return _finish(request, account, form)


def _finish(request: PortalRequest, account: LegacyAccount, form: FinishForm) -> HttpResponse:
    context = {"form": form, "account": account, "contact": queries.whom_to_call()}
    return render(request, "onboarding/take_over.html", context, status=422 if form.errors else 200)


def dead(request: PortalRequest, error: DomainError) -> HttpResponse:
    """A link that no longer works says which it is, and what to do."""
    context = {
        "why": error.code.rpartition(".")[2],
        "contact": queries.whom_to_call(),
        "ways": queries.ways(),
    }
    return render(request, "onboarding/dead_link.html", context, status=error.status)
