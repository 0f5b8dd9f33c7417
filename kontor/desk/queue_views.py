"""The queues beside that of orders: their lists, their things, taking and handing over (ST-1, ST-2)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies.http import PortalRequest, staff_required
from kontor.desk import actions, queries
from kontor.desk.forms import QueueForm
from kontor.desk.http import back_in, back_of, go_back
from kontor.desk.lines import lines_of
from kontor.desk.permissions import Permission, may
from kontor.desk.queue import Queue, Wanted
from kontor.desk.queues import QUEUES
from kontor.desk.staff_queries import away_now, receivers_of
from kontor.desk.things import thing_context
from kontor.kit.formats import day
from kontor.kit.formats import number as shown
from kontor.kit.keyset import Keys
from kontor.onboarding.queries import ways
from kontor.partners.models import Absence, Staff


@require_safe
@staff_required
def show_queue(request: PortalRequest, queue: str) -> HttpResponse:
    """A queue, at first what is to do, whoever waits longest on top."""
    staff, described = request.staff, QUEUES[queue]
    form = QueueForm(
        request.GET,
        queue=described,
        partners=queries.partners_for(staff),
        areas=queries.areas() if described.in_area else [],
    )
    wanted = form.wanted()
    page = described.page(staff, wanted, Keys.of(request))
    lines = lines_of(page.rows, with_partner=bool(form.partners))
    context = {
        "queue": described,
        "form": form,
        "page": page,
        "lines": lines,
        "count": described.count(staff, wanted) if page.has_more else len(page.rows),
        "can_take": any(line["can_take"] for line in lines),
        "back": request.get_full_path(),
        "may_invite": queue == "invitations"
        and may(staff, Permission.INVITE_COMPANIES)
        and ways().by_invitation,
    }
    return render(request, "desk/queue.html", context)


def find(request: PortalRequest, queue: str, key: str | int) -> Any:
    """A thing by its address; what is not this person's to see is not there."""
    try:
        return QUEUES[queue].find(request.staff, key)
    except (ObjectDoesNotExist, OverflowError):
        raise Http404 from None


def show(request: PortalRequest, queue: str, thing: Any, *, status: int = 200, **forms: Any) -> HttpResponse:
    """A thing with all that decides it: beside the list only that, by its address a page of its own."""
    context = thing_context(request, QUEUES[queue], thing, **forms)
    template = "desk/_thing.html" if request.htmx else "desk/thing.html"
    response = render(request, template, context, status=status)
    response["Vary"] = "HX-Request"
    return response


@require_safe
@staff_required
def show_thing(request: PortalRequest, queue: str, key: str | int) -> HttpResponse:
    """A thing of a queue."""
    return show(request, queue, find(request, queue, key))


@require_POST
@staff_required
def take(request: PortalRequest, queue: str, key: str | int) -> HttpResponse:
    """Look after it from now on."""
    thing = find(request, queue, key)
    try:
        actions.take(thing, by=request.staff)
    except actions.AlreadyTaken as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("You have it now."))
    return go_back(request, QUEUES[queue].url(thing))


@require_POST
@staff_required
def take_many(request: PortalRequest, queue: str) -> HttpResponse:
    """Look after the chosen ones from now on."""
    described = QUEUES[queue]
    try:
        mine, others = actions.take_many(
            described.model, described.keys(request.POST.getlist("thing")), by=request.staff
        )
    except actions.NothingChosen as error:
        messages.error(request, str(error))
        return redirect(back_of(request, described.list_url))
    if mine:
        words = ngettext("You have %(count)s now.", "You have %(count)s now.", mine)
        messages.success(request, words % {"count": shown(mine)})
    if others:
        words = ngettext(
            "Somebody else was faster with %(count)s.", "Somebody else was faster with %(count)s.", others
        )
        messages.warning(request, words % {"count": shown(others)})
    return redirect(back_of(request, described.list_url))


def _ask_whom(request: PortalRequest, queue: Queue, thing: Any) -> HttpResponse:
    mates, others = receivers_of(thing, request.staff)
    context = {
        "queue": queue,
        "thing": thing,
        "listed": queue.listed(thing, Wanted()),
        "me": request.staff,
        "mates": mates,
        "others": others,
        "back": back_in(request),
    }
    response = render(request, "desk/_hand_over.html" if request.htmx else "desk/hand_over.html", context)
    response["Vary"] = "HX-Request"
    return response


def _away(who: Staff, absence: Absence) -> str:
    names = {"name": who.name, "day": day(absence.last)}
    if absence.substitute is None or not absence.substitute.is_active:
        return _("Until %(day)s %(name)s is away.") % names
    words = _("Until %(day)s %(name)s is away. %(substitute)s stands in: hand it to them if it cannot wait.")
    return words % (names | {"substitute": absence.substitute.name})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def hand_over(request: PortalRequest, queue: str, key: str | int) -> HttpResponse:
    """Let a colleague look after it; first, whom: beside the button, by its address on a page of its own."""
    thing = find(request, queue, key)
    if request.method != "POST":
        return _ask_whom(request, QUEUES[queue], thing)
    to = queries.staff_named(request.POST.get("to", ""))
    try:
        if to is None:
            raise actions.CannotSeeIt()
        actions.hand_over(thing, to=to, by=request.staff)
    except actions.CannotSeeIt as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(name)s has it now.") % {"name": to.name})
        if away := away_now(to):
            messages.warning(request, _away(to, away))
    return go_back(request, QUEUES[queue].url(thing))
