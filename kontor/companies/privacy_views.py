"""What the portal knows about me: to read, to take along, to delete (CO-9)."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import User
from kontor.accounts.step_up import recently_authenticated
from kontor.companies import privacy
from kontor.companies.http import PortalRequest
from kontor.kit.errors import DomainError


class DeleteForm(forms.Form):
    """That one means it."""

    use_required_attribute = False

    sure = forms.BooleanField(
        label=_("Yes, delete my account. I know that it cannot be brought back."),
        error_messages={"required": _("Say that you mean it.")},
    )


@login_required
@require_safe
def my_data(request: PortalRequest) -> HttpResponse:
    """All that is known about me, kind by kind."""
    user = cast(User, request.user)
    return render(request, "companies/my_data.html", {"sections": privacy.known_about(user)})


@recently_authenticated
@require_safe
def download(request: PortalRequest) -> HttpResponse:
    """All of it as a zip with JSON and files."""
    name = f"my-data-{timezone.localdate().isoformat()}.zip"
    return HttpResponse(
        privacy.package(cast(User, request.user)),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
def delete_account(request: PortalRequest) -> HttpResponse:
    """What would go and what the law keeps; and doing it."""
    user = cast(User, request.user)
    form = DeleteForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        email = user.email
        try:
            privacy.ask_erasure(user, by=AccountHolder(user.pk))
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            logout(request)
            return render(request, "companies/account_deleted.html", {"email": email})
    sections = privacy.known_about(user, rows=0)
    context = {
        "form": form,
        "goes": [one for one in sections if one.goes],
        "stays": [one for one in sections if not one.goes],
    }
    return render(request, "companies/delete_account.html", context, status=422 if form.is_bound else 200)
