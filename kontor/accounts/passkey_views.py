"""Passkeys: making them, naming them, taking them away, and signing in with nothing else."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.models import Login
from allauth.core.internal import ratelimit
from allauth.mfa.webauthn.internal import auth as webauthn
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kontor.accounts import second_factor_actions as actions
from kontor.accounts import second_factor_queries as queries
from kontor.accounts.second_factor_adapter import named_address, takes_passkeys
from kontor.accounts.second_factor_forms import NewPasskeyForm, PasskeyForm, PasskeyNameForm
from kontor.accounts.second_factor_views import FOLDER, _me, added, asked_by, with_next
from kontor.accounts.step_up import onward, recently_authenticated


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Make a passkey on a device of one's own."""
    form = NewPasskeyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        codes = actions.add_passkey(_me(request), **form.cleaned_data)
        messages.success(request, _("Your passkey is added."))
        return added(request, "webauthn", codes)
    context: dict[str, Any] = {
        "form": form,
        "next": onward(request, ""),
        "takes_passkeys": takes_passkeys(request),
        "named_address": named_address(request),
    }
    if context["takes_passkeys"]:
        context["passkey_options"] = webauthn.begin_registration(_me(request), passwordless=True)
    return render(request, f"{FOLDER}/add_passkey.html", context, status=422 if form.is_bound else 200)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def rename_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a passkey another name."""
    passkey = queries.passkey_of(_me(request), pk)
    name = passkey.wrap().name
    form = PasskeyNameForm(request.POST if request.method == "POST" else None, initial={"name": name})
    if form.is_valid():
        actions.rename_passkey(passkey, name=form.cleaned_data["name"])
        return redirect("account_security")
    context = {"form": form, "name": name}
    return render(request, f"{FOLDER}/rename_passkey.html", context, status=422 if form.is_bound else 200)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a passkey away, such as that of a lost device."""
    passkey = queries.passkey_of(_me(request), pk)
    name = passkey.wrap().name
    if request.method != "POST":
        return render(request, f"{FOLDER}/remove_passkey.html", {"name": name})
    try:
        actions.remove_passkey(passkey, asked_by=asked_by(request))
    except actions.SecondFactorNeeded as needed:
        messages.error(request, str(needed))
    else:
        messages.success(request, _("The passkey “%(name)s” is removed.") % {"name": name})
    return redirect("account_security")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_by_passkey(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey instead of the password. The page asks first what the device is to answer (JSON)."""
    if request.user.is_authenticated:
        return redirect(onward(request, "/"))
    if limited := ratelimit.consume_or_429(request, app="allauth.mfa", action="webauthn_login"):
        return cast(HttpResponse, limited)
    if request.method != "POST":
        return JsonResponse(webauthn.begin_authentication(user=None))
    form = PasskeyForm(request.POST, user=None)
    if form.is_valid():
        passkey = form.cleaned_data["credential"]
        request.session.set_expiry(0)
        login = Login(user=passkey.user, redirect_url=onward(request, "") or None)
        return cast(HttpResponse, perform_passwordless_login(request, passkey, login))
    messages.error(request, _("Signing in with a passkey did not work. Try again, or use your password."))
    return redirect(with_next(request, "account_login"))
