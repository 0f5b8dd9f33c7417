"""The checkout: one page, saved as it is filled in, and one click."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts import kept
from kontor.companies import queries as companies
from kontor.companies.addresses import AddressProblem, add_complete_address, complete_address, missing_in
from kontor.companies.errors import AddressNameTaken
from kontor.companies.frame import hours
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Address
from kontor.companies.permissions import Permission, may, require
from kontor.companies.profile_forms import PlaceForm
from kontor.orders import queries as orders
from kontor.orders.models import Order
from kontor.shopping import checkout as drafts
from kontor.shopping import place
from kontor.shopping.changes import Change, differences
from kontor.shopping.checkout_forms import PARTS, CheckoutForm, key_in, typed_in
from kontor.shopping.queries import cart_lines
from kontor.shopping.review import Review, Snapshot, review_of

SHOWN_LINES: Final = 100
ADDRESS_PAGES: Final = {f"add-{kind}": kind.value for kind in Address.Kind}
INCOMPLETE: Final = re.compile(r"complete-(\d{1,18})", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def checkout(request: PortalRequest) -> HttpResponse:
    """Everything that an order needs, filled with what we know; a POST keeps what was typed.

    What was typed before signing in again is shown like the rest: an order is never placed by it.
    """
    member = request.member
    if not may(member, Permission.PLACE_ORDER):
        return _who_can(request)
    if kept.came_back(request):
        if drafts.save(typed_in(request.POST), key=key_in(request.POST), by=member):
            messages.success(request, _("Everything you typed is here again."))
    elif request.method == "POST":
        return _save(request)
    review = review_of(member)
    if not review.lines:
        return _nothing(request, review)
    draft = drafts.draft_for(member, review.cart)
    form = CheckoutForm(drafts.filled(draft.typed, review, member), review=review)
    form.check()
    opened = [part for part, names in PARTS.items() if form.lacks(names) or request.GET.get("open") == part]
    lacking = [part for part, names in PARTS.items() if form.lacks(names)]
    form.be_gentle()
    return _page(request, review, draft, form, opened=opened, lacking=lacking)


def _save(request: PortalRequest) -> HttpResponse:
    """Keep what was typed: on its own while one types, or by the button of a part, which also checks that part."""
    member, typed = request.member, typed_in(request.POST)
    draft = drafts.save(typed, key=key_in(request.POST), by=member)
    if draft is None:
        return _gone(request)
    part = "" if request.htmx else request.POST.get("save", "")
    if part in ADDRESS_PAGES:
        return _see(reverse("shopping:add_address", args=[ADDRESS_PAGES[part]]))
    if to_complete := INCOMPLETE.fullmatch(part):
        return _see(reverse("shopping:complete_address", args=[to_complete[1]]))
    review = review_of(member)
    form = CheckoutForm(drafts.filled(draft.typed, review, member), review=review)
    form.check()
    lacking = [name for name, names in PARTS.items() if form.lacks(names)]
    if request.htmx:
        context = _context(request, review, draft, form, lacking=lacking)
        return render(request, "shopping/checkout_saved.html", context)
    if part in lacking:
        form.keep_errors_of(PARTS[part])
        return _page(request, review, draft, form, opened=lacking, lacking=lacking, status=422)
    return _see(f"{reverse('shopping:checkout')}#{'invoice' if lacking == ['invoice'] else 'review'}")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def place_order(request: PortalRequest) -> HttpResponse:
    """One click. Sent again it finds the same order; what changed meanwhile is named first."""
    if request.method != "POST":
        return redirect("shopping:checkout")
    member, key, typed = request.member, key_in(request.POST), typed_in(request.POST)
    require(member, Permission.PLACE_ORDER)
    review = review_of(member)
    form = CheckoutForm(request.POST, review=review)
    readable, seen = form.is_valid(), Snapshot.read(request.POST.get("seen", ""))
    changes: Sequence[Change] = differences(seen, review)
    if key is not None:
        wanted = place.Wanted(key=key, answers=form.answers(), seen=seen, typed=typed)
        try:
            order = (
                place.place_order(wanted, by=member) if readable else place.placed_before(wanted, by=member)
            )
            if order is not None:
                return _see(reverse("shopping:ordered", args=[order.number]))
        except place.AlreadyPlaced as error:
            return _already(request, error.order)
        except place.NothingToOrder:
            return _nothing(request, review, status=422)
        except place.NotAsSeen as error:
            review, changes = error.review, error.changes
            form = CheckoutForm(request.POST, review=review)
    if not review.lines:
        return _nothing(request, review, status=422)
    if seen is None or review.terms is None or seen.terms != review.terms.pk:
        form = CheckoutForm({**request.POST.dict(), "accepted": ""}, review=review)
    form.check()
    lacking = [part for part, names in PARTS.items() if form.lacks(names)]
    draft = drafts.draft_for(member)
    drafts.save(typed, key=draft.key, by=member)
    return _page(request, review, draft, form, changes=changes, opened=lacking, lacking=lacking, status=422)


@require_safe
@member_required
def ordered(request: PortalRequest, number: str) -> HttpResponse:
    """The last page says everything: the number, what comes when, that a mail is on its way, what is next."""
    try:
        order = orders.order_for(request.member, number)
    except Order.DoesNotExist as error:
        raise Http404 from error
    partner = order.partner or request.member.company.partner
    context = {
        "order": order,
        "arrivals": place.arrivals_of(order),
        "partner": partner,
        "hours": hours(partner) if partner else "",
    }
    return render(request, "shopping/checkout_ordered.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def add_address(request: PortalRequest, kind: str) -> HttpResponse:
    """A new address for this order and those to come."""
    member = request.member
    require(member, Permission.MANAGE_ADDRESSES)
    if kind not in Address.Kind:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, kind=kind, country=member.company.country)
    if form.is_bound and form.is_valid():
        try:
            address = add_complete_address(form.address(), kind=Address.Kind(kind), by=member)
        except (AddressProblem, AddressNameTaken) as error:
            form.add_error(error.field, str(error))
        else:
            return _chosen(request, address)
    context = {"form": form, "kind": kind}
    return render(request, "shopping/checkout_address.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def complete_stored_address(request: PortalRequest, pk: int) -> HttpResponse:
    """Put an address right that we cannot deliver to as it is."""
    member = request.member
    require(member, Permission.MANAGE_ADDRESSES)
    try:
        address = companies.address_for(member, pk)
    except Address.DoesNotExist as error:
        raise Http404 from error
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, kind=address.kind, country=address.country, address=address)
    if form.is_bound and form.is_valid():
        try:
            return _chosen(request, complete_address(address, form.address(), by=member))
        except (AddressProblem, AddressNameTaken) as error:
            form.add_error(error.field, str(error))
    context = {"form": form, "kind": address.kind, "address": address, "missing": missing_in(address)}
    return render(request, "shopping/checkout_address.html", context, status=422 if form.errors else 200)


def _chosen(request: PortalRequest, address: Address) -> HttpResponse:
    """Back to the checkout, the address chosen."""
    delivery = address.kind == Address.Kind.DELIVERY
    drafts.choose("ship_to" if delivery else "bill_to", address, by=request.member)
    messages.success(request, _("%(name)s is in your address book.") % {"name": address.name})
    return _see(f"{reverse('shopping:checkout')}?open={'delivery' if delivery else 'invoice'}")


def _page(
    request: PortalRequest,
    review: Review,
    draft: drafts.Draft,
    form: CheckoutForm,
    *,
    opened: Iterable[str],
    lacking: Iterable[str],
    changes: Sequence[Change] = (),
    status: int = 200,
) -> HttpResponse:
    context = _context(request, review, draft, form, lacking=lacking)
    context |= {
        "opened": list(opened),
        "changes": changes,
        "seen": review.snapshot().signed(),
        "kept_for": kept.note_for(request.member.user, page=reverse("shopping:checkout")),
        "rows": [(line, review.arrives_on(line)) for line in review.lines[:SHOWN_LINES]],
        "more_lines": max(0, len(review.lines) - SHOWN_LINES),
    }
    return render(request, "shopping/checkout.html", context, status=status)


def _context(
    request: PortalRequest, review: Review, draft: drafts.Draft, form: CheckoutForm, *, lacking: Iterable[str]
) -> dict[str, Any]:
    partner = request.member.company.partner
    answers = form.answers()
    return {
        "review": review,
        "draft": draft,
        "form": form,
        "answers": answers,
        "together": answers.delivery == Order.Delivery.TOGETHER,
        "lacking": list(lacking),
        "ship": form.ship,
        "bill": form.bill,
        "may_add_address": may(request.member, Permission.MANAGE_ADDRESSES),
        "entity": review.company.entity,
        "closed": ",".join(day.isoformat() for day in review.closed),
        "partner": partner,
        "hours": hours(partner) if partner else "",
    }


def _who_can(request: PortalRequest) -> HttpResponse:
    """Not this member: who can, by name."""
    context = {"administrators": companies.administrators(request.member)}
    return render(request, "shopping/checkout_not_yours.html", context, status=403)


def _nothing(request: PortalRequest, review: Review, status: int = 200) -> HttpResponse:
    return render(request, "shopping/checkout_empty.html", {"left_out": review.left_out}, status=status)


def _already(request: PortalRequest, order: Order) -> HttpResponse:
    context = {"order": order, "has_more": cart_lines(request.member).exists()}
    return render(request, "shopping/checkout_already.html", context, status=409)


def _gone(request: PortalRequest) -> HttpResponse:
    """The form belongs to a checkout that is no more."""
    if request.htmx:
        return render(request, "shopping/checkout_gone.html")
    messages.info(request, _("An order was already placed from that page."))
    return _see(reverse("shopping:checkout"))


def _see(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
