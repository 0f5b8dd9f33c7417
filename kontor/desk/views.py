"""The desk: queues of work for staff of the operator and its partners (ST-1, ST-2)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kontor.companies.http import PortalRequest, staff_required
from kontor.desk import actions, queries
from kontor.desk.forms import OrdersForm
from kontor.desk.http import back_of
from kontor.desk.models import Batch
from kontor.desk.permissions import Permission, may, require, roles_that_may
from kontor.documents.queries import documents_about
from kontor.kit import frame
from kontor.kit.formats import number as shown
from kontor.kit.keyset import Keys
from kontor.kit.paging import number_in
from kontor.orders import queries as orders_queries
from kontor.orders.actions import NotPossibleNow
from kontor.orders.models import Order
from kontor.orders.pdf import delivery_words
from kontor.orders.statuses import OrderStatus
from kontor.orders.timeline import timeline_of
from kontor.orders.turn import turn_of


@require_safe
@staff_required
def front(request: PortalRequest) -> HttpResponse:
    """The desk opens at its first queue."""
    return redirect("desk:orders")


@require_safe
@staff_required
def orders(request: PortalRequest) -> HttpResponse:
    """The queue of orders, at first the new ones, those that wait longest on top."""
    staff = request.staff
    form = OrdersForm(request.GET, partners=queries.partners_for(staff))
    wanted = form.wanted()
    page = orders_queries.page_of_orders(staff, wanted, Keys.of(request))
    allowed = may(staff, Permission.CONFIRM_ORDERS)
    context = {
        "form": form,
        "page": page,
        "count": orders_queries.count_orders(staff, wanted) if page.has_more else len(page.rows),
        "queue": {
            "key": "orders",
            "words": _("Orders"),
            "icon": "package",
            "search_words": _("Number, customer or article"),
        },
        "may_confirm": allowed,
        "to_confirm": allowed and form.tab_key == "new",
        "running": queries.running_batch(staff),
        "back": request.get_full_path(),
    }
    return render(request, "desk/orders.html", context)


@require_safe
@staff_required
def order(request: PortalRequest, number: str) -> HttpResponse:
    """An order with all that decides it: lines, facts, what happened, and the customer beside it.

    Beside the list only the order is asked for; by its address it is a page of its own.
    """
    staff, found = request.staff, _order_for(request, number)
    sums, progress = orders_queries.summary_of(found)
    context = {
        "order": found,
        "look": orders_queries.shown_state(found, progress.promised),
        "turn": turn_of(found, progress),
        "is_new": found.status == OrderStatus.PLACED,
        "lines": orders_queries.lines_of(found, number_in(request, "line")),
        "sums": sums,
        "delivery": delivery_words(found),
        "documents": documents_about(staff, found),
        "timeline": timeline_of(found, progress, viewer=staff, operator=frame.of(request).operator.name),
        "customer": queries.customer_of(staff, found.company, asker=found.member, besides=found),
        "may_confirm": may(staff, Permission.CONFIRM_ORDERS),
        "who_may": roles_that_may(Permission.CONFIRM_ORDERS),
        "back": request.htmx.current_url_abs_path if request.htmx else "",
    }
    response = render(request, "desk/_order.html" if request.htmx else "desk/order.html", context)
    response["Vary"] = "HX-Request"
    return response


def _order_for(request: PortalRequest, number: str) -> Order:
    try:
        return orders_queries.order_for(request.staff, number)
    except Order.DoesNotExist:
        raise Http404 from None


@require_POST
@staff_required
def confirm_order(request: PortalRequest, number: str) -> HttpResponse:
    """Confirm one order."""
    found = _order_for(request, number)
    try:
        actions.confirm_order(found, by=request.staff)
    except NotPossibleNow as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Order %(number)s is confirmed.") % {"number": found.number})
    return redirect(back_of(request, reverse("desk:order", args=[number])))


@require_POST
@staff_required
def confirm_orders(request: PortalRequest) -> HttpResponse:
    """Confirm the chosen orders of the list."""
    try:
        made = actions.confirm_many(request.POST.getlist("number"), by=request.staff)
    except actions.NothingChosen as error:
        messages.error(request, str(error))
        return redirect(back_of(request, reverse("desk:orders")))
    return _after(request, made)


def _after(request: PortalRequest, made: Batch) -> HttpResponse:
    """Back to the list when all went well at once; else to how far it is and what could not be."""
    if made.state != "done":
        return redirect("desk:batch", made.pk)
    words = ngettext("%(count)s order is confirmed.", "%(count)s orders are confirmed.", made.total)
    messages.success(request, words % {"count": shown(made.total)})
    return redirect(back_of(request, reverse("desk:orders")))


@staff_required
def confirm_all(request: PortalRequest) -> HttpResponse:
    """Confirm all new orders that the list's filters find; first a page that says how many these are."""
    require(request.staff, Permission.CONFIRM_ORDERS)
    asked = QueryDict(request.POST.get("query", "")) if request.method == "POST" else request.GET
    form = OrdersForm(asked, partners=queries.partners_for(request.staff))
    numbers = queries.new_numbers(request.staff, form.wanted())
    if request.method == "POST" and numbers:
        return _after(request, actions.confirm_many(numbers, by=request.staff))
    context = {
        "count": len(numbers),
        "filters": form.filters(),
        "query": asked.urlencode(),
        "back": f"{reverse('desk:orders')}?{asked.urlencode()}",
    }
    return render(request, "desk/confirm_all.html", context)


@require_safe
@staff_required
def batch(request: PortalRequest, pk: int) -> HttpResponse:
    """How far a batch is, and in the end which orders could not be confirmed, and why."""
    return render(request, "desk/batch.html", _batch(request, pk))


@require_safe
@staff_required
def progress(request: PortalRequest, pk: int) -> HttpResponse:
    """The moving part of a batch's page; asked for again until the work is done."""
    return render(request, "desk/_batch.html", _batch(request, pk))


def _batch(request: PortalRequest, pk: int) -> dict[str, object]:
    try:
        found = queries.batch_for(request.staff, pk)
    except Batch.DoesNotExist:
        raise Http404 from None
    return {"batch": found, "outcomes": queries.outcomes_of(found), "left": found.total - found.done}
