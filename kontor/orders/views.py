"""Orders, as the company that placed them sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kontor.companies.http import PortalRequest, member_required
from kontor.documents.queries import documents_about
from kontor.kit import export as files
from kontor.kit import frame
from kontor.kit.keyset import Keys
from kontor.kit.paging import number_in
from kontor.orders import queries
from kontor.orders.forms import SORT_WORDS, FilterForm
from kontor.orders.models import Order, OrderQuerySet
from kontor.orders.pdf import delivery_words
from kontor.orders.timeline import timeline_of
from kontor.orders.turn import turn_of

EXPORTS: Final = {"csv": files.csv_response, "xlsx": files.xlsx_response}


@require_safe
@member_required
def order_list(request: PortalRequest) -> HttpResponse:
    """The company's orders, whether they came by the portal, by telephone or by post (OR-1)."""
    member, form = request.member, FilterForm(request.GET)
    wanted = form.wanted()
    page = queries.page_of_orders(member, wanted, Keys.of(request))
    context = {
        "form": form,
        "filters": form.filters(),
        "page": page,
        "count": queries.count_orders(member, wanted) if page.has_more else len(page.rows),
        "sorts": list(SORT_WORDS.items()),
        "sort": wanted.sort,
    }
    return render(request, "orders/order_list.html", context)


@require_safe
@member_required
def export(request: PortalRequest, kind: str) -> HttpResponseBase:
    """The orders of the list as a file for Excel, as `csv` or `xlsx`."""
    if kind not in EXPORTS:
        raise Http404
    orders = queries.orders_for(request.member, FilterForm(request.GET).wanted())
    return EXPORTS[kind](_("orders"), export_titles(), export_rows(orders), scope=request.member.scope)


def export_titles() -> list[str]:
    """Titles of the columns of an export."""
    return [
        _("Order"), _("Ordered"), _("Your order number"), _("Ordered by"), _("Channel"), _("State"), _("Net"), _("VAT"),
        _("Total incl. VAT"), _("Currency"),
    ]  # fmt: skip


def export_rows(orders: OrderQuerySet) -> Iterator[files.Row]:
    """A row for each order, read as they are written."""
    states = {value: str(label) for value, label in Order._meta.get_field("status").flatchoices}
    channels = {value: str(label) for value, label in Order.Channel.choices}
    return queries.exported(orders, states=states, channels=channels)


@require_safe
@member_required
def detail(request: PortalRequest, number: str) -> HttpResponse:
    """An order: whose turn it is, its lines and sums, the facts, its documents, what happened."""
    member = request.member
    try:
        order = queries.order_for(member, number)
    except Order.DoesNotExist:
        raise Http404 from None
    sums, progress = queries.summary_of(order)
    context = {
        "order": order,
        "look": queries.shown_state(order, progress.promised),
        "turn": turn_of(order, progress),
        "lines": queries.lines_of(order, number_in(request, "line")),
        "sums": sums,
        "delivery": delivery_words(order),
        "documents": documents_about(member, order),
        "timeline": timeline_of(order, progress, viewer=member, operator=frame.of(request).operator.name),
    }
    return render(request, "orders/order_detail.html", context)
