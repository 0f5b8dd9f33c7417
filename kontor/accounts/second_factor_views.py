"""Setting up the second factor, and proving with it who one is (ON-16)."""

from __future__ import annotations

import base64
from typing import Any, Final, cast

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import record_authentication
from allauth.core import ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import check_rate_limit, post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts import keyring, sessions
from kontor.accounts import second_factor_actions as actions
from kontor.accounts import second_factor_queries as queries
from kontor.accounts.actors import AccountHolder
from kontor.accounts.forms import ReauthenticateForm
from kontor.accounts.models import User
from kontor.accounts.second_factor_adapter import named_address, takes_passkeys
from kontor.accounts.second_factor_forms import AppCodeForm, CodeForm, PasskeyForm
from kontor.accounts.step_up import onward, recently_authenticated
from kontor.journal.actions import record

NEW_CODES: Final = "new_codes"  # in the session until they are shown: recovery codes, encrypted
NEW_APP: Final = "new_app"  # in the session: the key of an app that is being set up, encrypted
FOLDER: Final = "accounts/second_factor"


def _me(request: HttpRequest) -> User:
    return cast(User, request.user)


def asked_by(request: HttpRequest) -> str:
    """Who wants this person to have a second factor; empty where it is left to them. `companies` puts it there."""
    return getattr(request, "second_factor_asked_by", "")


def with_next(request: HttpRequest, name: str) -> str:
    """The address of a page that leads on to where the person wanted to go."""
    wanted = onward(request, "")
    return f"{reverse(name)}?{urlencode({'next': wanted})}" if wanted else reverse(name)


@login_required
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a second factor: where somebody asks for one, before anything else."""
    if queries.has_second_factor(_me(request)):
        return redirect(onward(request, reverse("account_security")))
    context = {
        "asked_by": asked_by(request),
        "app_url": with_next(request, "set_up_app"),
        "passkey_url": with_next(request, "add_passkey"),
        "takes_passkeys": takes_passkeys(request),
        "named_address": named_address(request),
    }
    return render(request, f"{FOLDER}/choose.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_app(request: HttpRequest) -> HttpResponse:
    """Set up an authenticator app, or another in its place: it reads a picture, and proves it with a code."""
    user, secret = _me(request), _secret(request)
    form = AppCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            codes = actions.set_up_app(user, secret=secret, code=form.cleaned_data["code"])
        except actions.CodeRefused as refused:
            form.add_error("code", str(refused))
        else:
            del request.session[NEW_APP]
            messages.success(request, _("Your authenticator app is set up."))
            return added(request, "totp", codes)
    adapter = get_adapter()
    address = adapter.build_totp_url(user, secret)
    picture = base64.b64encode(adapter.build_totp_svg(address).encode()).decode()
    context = {
        "form": form,
        "replaces": queries.second_factor_of(user).app_since,
        "address": address,
        "picture": f"data:image/svg+xml;base64,{picture}",
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "next": onward(request, ""),
    }
    return render(request, f"{FOLDER}/app.html", context, status=422 if form.is_bound else 200)


def _secret(request: HttpRequest) -> str:
    """The key of the app that is being set up: the same until it is, so that loading the page again changes nothing."""
    if NEW_APP not in request.session:
        request.session[NEW_APP] = keyring.encrypt(totp.generate_totp_secret())
    return keyring.decrypt(request.session[NEW_APP])


def added(request: HttpRequest, kind: str, codes: list[str]) -> HttpResponse:
    """Setting something up proves as much as using it. New recovery codes are shown first."""
    record_authentication(request, _me(request), "mfa", type=kind)
    if not codes:
        return redirect(onward(request, reverse("account_security")))
    request.session[NEW_CODES] = keyring.encrypt(" ".join(codes))
    return redirect(with_next(request, "recovery_codes"))


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def remove_app(request: HttpRequest) -> HttpResponse:
    """Sign in without an authenticator app again."""
    if request.method != "POST":
        return render(request, f"{FOLDER}/remove_app.html")
    try:
        actions.remove_app(_me(request), asked_by=asked_by(request))
    except actions.SecondFactorNeeded as needed:
        messages.error(request, str(needed))
    else:
        messages.success(request, _("Your authenticator app is removed."))
    return redirect("account_security")


@recently_authenticated
@require_safe
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The recovery codes, shown once: to be printed, copied or kept as a file."""
    kept = request.session.pop(NEW_CODES, "")
    codes = keyring.decrypt(kept).split() if kept else []
    halves = [f"{code[:5]} {code[5:]}" for code in codes]
    context = {"codes": halves, "onward": onward(request, reverse("account_security"))}
    return render(request, f"{FOLDER}/codes.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def renew_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes in place of the old ones."""
    if not queries.has_second_factor(_me(request)):
        return redirect("second_factor")
    if request.method == "POST":
        request.session[NEW_CODES] = keyring.encrypt(" ".join(actions.renew_codes(_me(request))))
        return redirect("recovery_codes")
    found = queries.second_factor_of(_me(request))
    return render(request, f"{FOLDER}/renew_codes.html", {"second_factor": found})


# ── Proving with it ────────────────────────────────────────────────────────────


@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")  # type: ignore[untyped-decorator]
def authenticate(request: HttpRequest) -> HttpResponse:
    """The second step of signing in, after the password."""
    stage = request._login_stage  # type: ignore[attr-defined]  # put there by the decorator
    proof = Proof(request, stage.login.user)
    if proof.given:
        post_authentication(request, proof.given)
        return cast(HttpResponse, stage.exit())
    return render(request, f"{FOLDER}/authenticate.html", proof.context(), status=proof.status)


@login_required
def reauthenticate(request: HttpRequest) -> HttpResponse:
    """Prove once more that it is you: with the second factor, or without one by password."""
    user = _me(request)
    if limited := ratelimit.consume_or_429(request, action="reauthenticate", user=user):
        return cast(HttpResponse, limited)
    goal = onward(request, reverse("account_me"))
    if queries.has_second_factor(user):
        proof = Proof(request, user)
        if proof.given:
            post_authentication(request, proof.given, reauthenticated=True)
            sessions.renew_key(request)
            return HttpResponseRedirect(goal)
        context, status = proof.context(), proof.status
    else:
        form = ReauthenticateForm(request.POST if request.method == "POST" else None, user=user)
        if form.is_valid():
            record_authentication(request, user, "password", reauthenticated=True)
            sessions.renew_key(request)
            return HttpResponseRedirect(goal)
        context, status = {"form": form}, 422 if form.is_bound else 200
    return render(request, "account/reauthenticate.html", context | {"next": goal}, status=status)


class Proof:
    """What a person sent to prove with the second factor that it is them; `given` is what they proved it with."""

    def __init__(self, request: HttpRequest, user: User) -> None:
        self.request, self.user = request, user
        self.given: Authenticator | None = None
        posted = request.POST if request.method == "POST" else None
        by_passkey = posted is not None and "credential" in posted
        self.code = CodeForm(None if by_passkey else posted)
        self.passkey = PasskeyForm(posted if by_passkey else None, user=user)
        self.status = 200 if posted is None else 422
        if posted is not None:
            self._try(self.passkey if by_passkey else self.code)

    def _try(self, form: CodeForm | PasskeyForm) -> None:
        try:
            forget_tries = check_rate_limit(self.user)
        except ValidationError as too_many:
            form.full_clean()
            form.errors.clear()
            form.add_error(None, too_many)
            return
        if form.is_valid():
            self.given = self._given(form)
        if self.given:
            forget_tries()
        else:
            record("account.second_factor_refused", self.user, by=AccountHolder(self.user.pk))

    def _given(self, form: CodeForm | PasskeyForm) -> Authenticator | None:
        if isinstance(form, PasskeyForm):
            return form.cleaned_data["credential"]
        used = actions.use_code(self.user, form.cleaned_data["code"])
        if used is None:
            form.add_error("code", str(actions.CodeRefused()))
        return used

    def context(self) -> dict[str, Any]:
        """For the page that asks, again where it did not work."""
        has = queries.second_factor_of(self.user)
        if not has.app_since:
            self.code.fields["code"].help_text = _("One of your recovery codes.")
        context = {"form": self.code, "passkey_form": self.passkey, "has": has}
        if has.passkeys and takes_passkeys(self.request):
            context["passkey_options"] = webauthn.begin_authentication(self.user)
        return context
