"""The company's second factor: asked of everybody or not, and reset for who lost it (ON-16)."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kontor.accounts.step_up import recently_authenticated
from kontor.companies import people
from kontor.companies import second_factor as actions
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, require
from kontor.kit.errors import DomainError, NotAllowed


class ReasonForm(forms.Form):
    """Why somebody's second factor goes."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("How you know that it is them, such as “New telephone, she stood before me”."),
        widget=forms.TextInput(attrs={"autofocus": True}),
    )


@recently_authenticated
@require_POST
@member_required
def require_second_factor(request: PortalRequest) -> HttpResponse:
    """Say whether everybody in the company needs a second factor."""
    on = request.POST.get("on") == "1"
    company = actions.require_second_factor(request.member.company, on=on, by=request.member)
    if company.requires_second_factor:
        words = _("From now on whoever lacks a second factor sets one up before anything else.")
    else:
        words = _("From now on a second factor is left to each.")
    messages.success(request, words)
    return redirect("companies:users")


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reset_second_factor(request: PortalRequest, pk: int) -> HttpResponse:
    """Take away what a colleague lost."""
    require(request.member, Permission.MANAGE_USERS)
    try:
        who = people.user_for(request.member, pk)
    except Member.DoesNotExist:
        raise Http404 from None
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.reset_second_factor(who, reason=form.cleaned_data["reason"], by=request.member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            words = _("The second factor of %(name)s is reset. They sign in by password and set up another.")
            messages.success(request, words % {"name": who.name})
            return redirect("companies:user", who.pk)
    context = {"form": form, "who": who}
    status = 422 if form.is_bound else 200
    return render(request, "companies/reset_second_factor.html", context, status=status)
