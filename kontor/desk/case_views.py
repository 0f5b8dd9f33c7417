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
from kontor.desk.permissions import Permission, require
from kontor.desk.queue_views import find, show
from kontor.desk.queues import QUEUES
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.pictures import names_of_skipped
from kontor.service.http import brings_pictures, too_much, unread
from kontor.service.models import Case


@require_POST
@unread
@staff_required
@brings_pictures
def reply(request: PortalRequest, key: str) -> HttpResponse:
    """Write to the customer, or a note to colleagues, with photographs."""
    thing: Case = find(request, "cases", key)
    require(request.staff, Permission.ANSWER_CASES)
    if too_much(request):
        form = ReplyForm({})
        form.refuse_all()
        # htmx shows what is wrong with a form, and leaves other refusals alone.
        return show(request, "cases", thing, status=422 if request.htmx else 413, form=form)
    form = ReplyForm(request.POST, request.FILES, skipped=names_of_skipped(request))

    def deed() -> str:
        given = form.cleaned_data
        note, then = given["to"] == "note", form.wanted
        decisions.reply(
            thing, body=given["body"], pictures=given["pictures"], note=note, then=then, by=request.staff
        )
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
