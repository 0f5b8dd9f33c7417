"""Two customers turn out to be one: found, looked at side by side, and merged."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.step_up import recently_authenticated
from kontor.companies import merging as companies
from kontor.companies.http import PortalRequest, staff_required
from kontor.companies.models import Role
from kontor.companies.permissions import require_operator
from kontor.desk import merging as queries
from kontor.desk.customer_views import SEARCHED, company_for
from kontor.desk.decision_forms import Words
from kontor.desk.permissions import Permission, require
from kontor.kit.errors import DomainError, NotAllowed


class MergeForm(forms.Form):
    """Why; the administrators of both sides read it."""

    use_required_attribute = False

    reason = Words(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("The administrators of both read it, word for word."),
        error_messages={"required": gettext_lazy("Say why. It is read word for word.")},
    )


def _may_merge(request: PortalRequest) -> None:
    require(request.staff, Permission.MERGE_COMPANIES)
    require_operator(request.staff)


@require_safe
@staff_required
def choose_merge(request: PortalRequest, number: str) -> HttpResponse:
    """Which customer this one is the same as."""
    company = company_for(request, number)
    _may_merge(request)
    search = request.GET.get("q", "").strip()[:SEARCHED]
    context = {
        "company": company,
        "search": search,
        "found": queries.candidates(request.staff, company, search),
    }
    return render(request, "desk/customers/choose_merge.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def merge(request: PortalRequest, number: str, into: str) -> HttpResponse:
    """What merging would do, with numbers; and it is done."""
    earlier, successor = company_for(request, number), company_for(request, into)
    _may_merge(request)
    form = MergeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            companies.merge(earlier, into=successor, **form.cleaned_data, by=request.staff)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            told = _("%(earlier)s is part of %(successor)s now.")
            messages.success(request, told % {"earlier": earlier.name, "successor": successor.name})
            return redirect("desk:customer", successor.number)
    context = {"earlier": earlier, "successor": successor, "form": form, "roles": dict(Role.choices)}
    try:
        planned = companies.plan(earlier, successor)
    except DomainError as error:
        context["impossible"] = str(error)
    else:
        context |= {"plan": planned, "rows": queries.side_by_side(planned)}
    return render(request, "desk/customers/merge.html", context, status=422 if form.is_bound else 200)
