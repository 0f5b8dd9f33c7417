"""Another e-mail address for one's own account: asking for it, the link once more, keeping the old one, the proof (CO-6)."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kontor.accounts import new_email as actions
from kontor.accounts import sessions
from kontor.accounts.actors import AccountHolder
from kontor.accounts.forms import NewEmailForm
from kontor.accounts.models import User
from kontor.accounts.step_up import recently_authenticated
from kontor.kit.errors import DomainError

BACK = "/accounts/#email"


def _me(request: HttpRequest) -> tuple[User, AccountHolder]:
    return cast(User, request.user), AccountHolder(cast(int, request.user.pk))


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def ask_new_email(request: HttpRequest) -> HttpResponse:
    """Want another address; what is said is the same whether it has an account or not."""
    user, by = _me(request)
    form = NewEmailForm(request.POST if request.method == "POST" else None, endings=actions.endings_for(user))
    if form.is_valid():
        try:
            actions.ask_new_email(user, email=form.cleaned_data["email"], by=by)
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            words = _("We have sent a link to %(email)s. Your address changes once you have opened it.")
            messages.success(request, words % form.cleaned_data)
            return redirect(BACK)
    return render(request, "accounts/new_email.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
@require_POST
def resend_new_email(request: HttpRequest) -> HttpResponse:
    """Send the link once more."""
    user, by = _me(request)
    try:
        asked = actions.resend_new_email(user, by=by)
    except actions.TooManyMails as error:
        messages.warning(request, str(error))
    else:
        if asked is not None:
            words = _("A new link is on its way to %(email)s. The one before no longer works.")
            messages.success(request, words % {"email": asked.email})
    return redirect(BACK)


@login_required
@require_POST
def withdraw_new_email(request: HttpRequest) -> HttpResponse:
    """Keep the address that one has."""
    user, by = _me(request)
    if actions.withdraw_new_email(user, by=by):
        messages.success(request, _("You keep your address. The link no longer works."))
    return redirect(BACK)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def prove_new_email(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link leads: the person who asked, signed in, says that it is theirs. Opening it alone changes nothing,
    as programs that look at mails open links too.
    """
    user, by = _me(request)
    try:
        if request.method != "POST":
            return render(request, "accounts/prove_new_email.html", {"asked": actions.proven_by(user, token)})
        here = sessions.row_here(request, user)
        email = actions.prove_new_email(user, token=token, session=here, by=by)
    except DomainError as error:
        return render(request, "accounts/new_email_void.html", {"error": error}, status=410)
    messages.success(request, _("Your address is %(email)s now. You sign in with it.") % {"email": email})
    return redirect(BACK)
