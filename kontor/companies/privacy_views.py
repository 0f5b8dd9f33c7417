"""What the portal knows about me: to put right (CO-6), to read, to take along, to delete (CO-9)."""

from __future__ import annotations

from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.actors import AccountHolder
from kontor.accounts.models import User
from kontor.accounts.step_up import recently_authenticated
from kontor.companies import looking, own_data, privacy
from kontor.companies.forms import OwnDataForm
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Member
from kontor.kit.errors import DomainError


class DeleteForm(forms.Form):
    """That one means it."""

    use_required_attribute = False

    sure = forms.BooleanField(
        label=_("Yes, delete my account. I know that it cannot be brought back."),
        error_messages={"required": _("Say that you mean it.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_own_data(request: PortalRequest) -> HttpResponse:
    """Put right how I am called and reached in the company I act for (CO-6)."""
    member = request.member
    data = request.POST if request.method == "POST" else None
    form = OwnDataForm(data, initial={name: getattr(member, name) for name in own_data.FIELDS})
    if form.is_bound and form.is_valid():
        try:
            own_data.change_own_data(by=member, **form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, gettext("Your personal data are saved."))
            return redirect("account_me")
    context = {"form": form, "several": len(request.belongs) > 1}
    return render(request, "companies/change_own_data.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def my_data(request: PortalRequest) -> HttpResponse:
    """All that is known about me, kind by kind, and who of our side has looked at it as me."""
    member: Member | None = request.member
    context = {
        "sections": privacy.known_about(cast(User, request.user)),
        "looks": looking.lately(member) if member is not None else None,
    }
    return render(request, "companies/my_data.html", context)


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
