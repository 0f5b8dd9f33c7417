"""A partner ends a business relationship (CO-8); what is under way stays with it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kontor.companies.http import PortalRequest, staff_required
from kontor.companies.models import Relationship
from kontor.desk import decisions
from kontor.desk.decision_forms import words
from kontor.desk.permissions import require
from kontor.desk.queue_views import find
from kontor.desk.queues import QUEUES
from kontor.kit.errors import DomainError, NotAllowed


class EndForm(forms.Form):
    """Why; the company's administrators read it."""

    use_required_attribute = False

    reason = words(500, gettext_lazy("Reason"))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def end_relationship(request: PortalRequest, key: int) -> HttpResponse:
    """End it with a reason, once one has been told what that means."""
    queue = QUEUES["relationships"]
    one: Relationship = find(request, "relationships", key)
    require(request.staff, queue.permission)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            decisions.end_relationship(one, reason=form.cleaned_data["reason"], by=request.staff)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            told = _("%(partner)s no longer looks after %(company)s.")
            messages.success(request, told % {"partner": one.partner.name, "company": one.company.name})
            return redirect("desk:relationships")
    context = {"one": one, "form": form, "back": queue.url(one)}
    return render(request, "desk/end_relationship.html", context, status=422 if form.is_bound else 200)
