"""Answering in cases at the desk (SE-2): a reply or a note, solved, opened again."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.companies.http import PortalRequest, staff_required
from kontor.desk import decisions
from kontor.desk.decision_forms import ReplyForm
from kontor.desk.decision_views import decide
from kontor.desk.http import go_back
from kontor.desk.queue_views import find
from kontor.desk.queues import QUEUES
from kontor.kit.errors import DomainError, NotAllowed
from kontor.service.models import Case


@require_POST
@staff_required
def reply(request: PortalRequest, key: str) -> HttpResponse:
    """Write to the customer, or a note to colleagues."""
    thing: Case = find(request, "cases", key)
    form = ReplyForm(request.POST)

    def deed() -> str:
        note, then = form.cleaned_data["to"] == "note", form.wanted
        decisions.reply(thing, body=form.cleaned_data["body"], note=note, then=then, by=request.staff)
        if note:
            return _("The note is kept; only staff read it.")
        return _("Sent and solved.") if then == "solve" else _("Your answer is on its way.")

    return decide(request, "cases", thing, form, deed)


@require_POST
@staff_required
def solve(request: PortalRequest, key: str) -> HttpResponse:
    """Nothing is left to do in a case."""
    return _turn(request, key, decisions.solve, _("Case %(number)s is solved."))


@require_POST
@staff_required
def reopen(request: PortalRequest, key: str) -> HttpResponse:
    """Something is left to do in a case after all."""
    return _turn(request, key, decisions.reopen, _("Case %(number)s is open again."))


def _turn(request: PortalRequest, key: str, deed: Callable[..., None], told: str) -> HttpResponse:
    thing: Case = find(request, "cases", key)
    try:
        deed(thing, by=request.staff)
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told % {"number": thing.number})
    return go_back(request, QUEUES["cases"].url(thing))
