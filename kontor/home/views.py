"""The front door, the overview and health checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kontor.companies.http import PortalRequest, person_required
from kontor.companies.permissions import Permission, may
from kontor.home import queries
from kontor.home import search as searching
from kontor.home.counts import counts_for
from kontor.home.doors import door, leads_somewhere
from kontor.home.example import EXAMPLE
from kontor.home.forms import FrontDoorForm
from kontor.home.health import problems
from kontor.home.lines import lines_of
from kontor.home.waiting import Seen, waiting_for
from kontor.kit import formats
from kontor.kit.scope import PUBLIC

REGISTER: Final = "/register/"
# So many letters one types before anything is suggested.
FEWEST: Final = 2


@require_safe
def front_door(request: PortalRequest) -> HttpResponse:
    """`/`: the overview for members, the desk for staff; for everybody else what this is, and the sign-in form."""
    if request.scope.company is not None:
        return redirect("home:overview")
    if request.scope.role != PUBLIC.role:
        return redirect("desk:front")
    context = {
        "form": FrontDoorForm(),
        "register": REGISTER if leads_somewhere(REGISTER) else "",
        "example": EXAMPLE,
    }
    return render(request, "home/front_door.html", context)


@require_safe
@never_cache
@transaction.non_atomic_requests
def healthz(request: HttpRequest) -> JsonResponse:
    """Whether the process answers; asks nothing else."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
@transaction.non_atomic_requests
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether the portal may be used; 503 with the reasons when not."""
    found = problems()
    return JsonResponse(
        {"status": "refused" if found else "ok", "problems": found}, status=503 if found else 200
    )


@require_safe
@person_required
def overview(request: PortalRequest) -> HttpResponse:
    """What waits, and how the company's orders, cases and machines stand; staff have the desk for that."""
    if request.scope.company is None:
        return redirect("desk:front")
    member = request.member
    counts = counts_for(member)
    cases, machines = queries.open_cases(member), queries.some_machines(member)
    context = {
        "waiting": waiting_for(Seen(member, counts, cases)),
        "orders": lines_of(queries.latest_orders(member)),
        "cases": [one.case for one in cases],
        "case_count": counts.open_cases,
        "machines": machines,
        "send_reading": _where_to_read(machines) if may(member, Permission.SEND_READING) else "",
        "greeting": greeting(timezone.localtime()) % {"name": member.first_name},
        "now": timezone.now(),
        "may_use_cart": may(member, Permission.USE_CART),
        "may_register": may(member, Permission.REGISTER_EQUIPMENT),
        "equipment": door("equipment:list") if may(member, Permission.SEE_EQUIPMENT) else "",
        "service": door("service:list") if may(member, Permission.SEE_CASES) else "",
        "new_case": door("service:new") if may(member, Permission.OPEN_CASE) else "",
    }
    return render(request, "home/overview.html", context)


@require_safe
@person_required
def search(request: PortalRequest) -> HttpResponse:
    """Hits in everything one may see, kind by kind."""
    text = searching.cleaned(request.GET.get("q", ""))
    groups = searching.search(request.person, text)
    total = sum(group.total for group in groups)
    context = {
        "text": text,
        "groups": groups,
        "total": total,
        "shown_total": formats.capped(total),
        "company": request.member.company.name if request.scope.company is not None else "",
    }
    return render(request, "home/search.html", context)


@require_safe
@person_required
def suggest(request: PortalRequest) -> HttpResponse:
    """The same while one types, for the field at the top; without JavaScript it leads to the page."""
    text = searching.cleaned(request.GET.get("q", ""))
    if not request.htmx:
        return redirect(door("home:search", q=text))
    groups = searching.search(request.person, text) if len(text) >= FEWEST else []
    answered = text if len(text) >= FEWEST else ""
    return render(request, "home/_suggestions.html", {"text": answered, "groups": groups})


def _where_to_read(machines: Sequence[queries.Read]) -> str:
    """Where a reading is sent from: the machine, or the list that it is chosen from; nowhere as long as there is none."""
    match [row.holding for row in machines if row.holding.status == row.holding.Status.HELD]:
        case [] if len(machines) < queries.MACHINES:
            return ""
        case [only] if len(machines) == 1:
            return f"{only.get_absolute_url()}#readings"
        case _:
            return door("equipment:list")


def greeting(now: datetime) -> str:
    """Good morning, day or evening."""
    if now.hour < 11:
        return _("Good morning, %(name)s")
    return _("Good day, %(name)s") if now.hour < 18 else _("Good evening, %(name)s")
