"""One's own account, and the language of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from allauth.account import app_settings
from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.http import base36_to_int, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.accounts import actions, kept
from kontor.accounts.actors import AccountHolder
from kontor.accounts.forms import ReplacePasswordForm, UserNameForm
from kontor.accounts.models import User
from kontor.accounts.new_email import pending_of
from kontor.accounts.second_factor_adapter import named_address, takes_passkeys
from kontor.accounts.second_factor_queries import second_factor_of
from kontor.accounts.second_factor_views import asked_by
from kontor.accounts.session_views import devices_of
from kontor.accounts.step_up import recently_authenticated, with_second_factor
from kontor.accounts.story import password_changed_at, story_of
from kontor.kit import panels
from kontor.kit.http import remember_language

if TYPE_CHECKING:
    from django.forms import Form


@login_required
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Who I am here, and the names with which I sign in."""
    person: Any = getattr(request, "person", None)
    own = panels.ask("accounts.own", person, [person.pk]) if person is not None else {}
    context = {"own": next(iter(own.values()), None), "asked": pending_of(cast(User, request.user))}
    return render(request, "accounts/me.html", context)


@login_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """What I sign in with, and where I am signed in."""
    context = {
        "devices": devices_of(request),
        "story": story_of(cast(User, request.user)),
        "password_changed_at": password_changed_at(cast(User, request.user)),
        "second_factor": second_factor_of(cast(User, request.user)),
        "second_factor_asked_by": asked_by(request),
        "takes_passkeys": takes_passkeys(request),
        "named_address": named_address(request),
    }
    return render(request, "accounts/security.html", context)


@login_required
@require_safe
def language(request: HttpRequest) -> HttpResponse:
    """In which language I read pages and mails."""
    return render(request, "accounts/language.html")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Read the pages in another language: kept in a cookie and, when signed in, in the account."""
    language, onward = request.POST.get("language", ""), request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        onward = "/"
    response = HttpResponseRedirect(onward)
    if language in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            actions.choose_language(request.user, language=language, by=AccountHolder(request.user.pk))
        remember_language(response, language)
    return response


class _Refusing:
    """A form that is refused answers 422, as every form of the portal does."""

    def form_invalid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 422
        if seconds := getattr(self.request, "wait", 0):  # type: ignore[attr-defined]
            response.status_code, response["Retry-After"] = 429, str(seconds)
        return response


class SignIn(_Refusing, allauth.LoginView):  # type: ignore[misc]
    """Sign in by e-mail address or user name, or with a passkey where the address of the portal allows it."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        return context | {
            "takes_passkeys": takes_passkeys(self.request),
            "waiting": kept.waiting(self.request),
        }


class ForgetPassword(_Refusing, allauth.PasswordResetView):  # type: ignore[misc]
    """Ask for the link that sets a new password; the answer is the same for every address."""


class SetPassword(_Refusing, allauth.PasswordResetFromKeyView):  # type: ignore[misc]
    """Set the new password with the link from the mail; a dead one says why it is dead."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        context["hours"] = settings.PASSWORD_RESET_TIMEOUT // 3600
        context["ran_out"] = has_run_out(self.key)
        return context


class ChangePassword(_Refusing, allauth.PasswordChangeView):  # type: ignore[misc]
    """Change the password, the old one is asked."""

    success_url = reverse_lazy("account_security")


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def choose_user_name(request: HttpRequest) -> HttpResponse:
    """Have a user name to sign in with besides the e-mail address, another one, or none."""
    user = cast(User, request.user)
    data = request.POST if request.method == "POST" else None
    form = UserNameForm(data, initial={"username": user.username})
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_user_name(user, **form.cleaned_data, by=AccountHolder(user.pk))
        except actions.UserNameTaken as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("Your user name is saved."))
            return redirect("account_me")
    return render(request, "accounts/user_name.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def replace_password(request: HttpRequest) -> HttpResponse:
    """Choose a password of one's own in the place of a temporary one."""
    user = cast(User, request.user)
    if user.password_expires_at is None:
        return redirect("account_me")
    form = ReplacePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        update_session_auth_hash(request, user)
        get_adapter().send_notification_mail("account/email/password_changed", user)
        messages.success(request, _("Your password is changed."))
        return redirect("/")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/replace_password.html", {"form": form}, status=status)


def has_run_out(key: str) -> bool:
    """Whether the link with this key is too old; it stands in the key when it was made."""
    generator = app_settings.PASSWORD_RESET_TOKEN_GENERATOR()
    try:
        made = base36_to_int(key.partition("-")[0])
    except ValueError:
        return False
    now = generator._num_seconds(generator._now())
    return bool(0 < made < now - settings.PASSWORD_RESET_TIMEOUT)


sign_in: Any = SignIn.as_view()
forget_password: Any = ForgetPassword.as_view()
set_password: Any = never_cache(SetPassword.as_view())
change_password: Any = with_second_factor(ChangePassword.as_view())
