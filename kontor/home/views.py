"""The front door, the overview and health checks."""

from __future__ import annotations

from datetime import datetime

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
from kontor.home.health import problems
from kontor.kit.scope import PUBLIC


@require_safe
def front_door(request: PortalRequest) -> HttpResponse:
    """`/`: the overview for members, the desk for staff, the sign-in page for everybody else."""
    if request.scope.company is not None:
        return redirect("home:overview")
    if request.scope.role != PUBLIC.role:
        return redirect("desk:orders")
    return redirect("account_login")


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
    """What there is to do and the latest orders; staff have the desk for that."""
    if request.scope.company is None:
        return redirect("desk:orders")
    member = request.member
    context = {
        "waiting": queries.waiting_for(member),
        "orders": queries.latest_orders(member),
        "greeting": greeting(timezone.localtime()) % {"name": member.first_name},
        "now": timezone.now(),
        "may_use_cart": may(member, Permission.USE_CART),
    }
    return render(request, "home/overview.html", context)


def greeting(now: datetime) -> str:
    """Good morning, day or evening."""
    if now.hour < 11:
        return _("Good morning, %(name)s")
    return _("Good day, %(name)s") if now.hour < 18 else _("Good evening, %(name)s")
