"""The cart."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kontor.catalogue.models import Product
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.permissions import Permission, may, require
from kontor.kit import formats
from kontor.kit.paging import number_in
from kontor.shopping import actions, queries
from kontor.shopping.cart_rows import rows_of
from kontor.shopping.errors import NotOrderable
from kontor.shopping.forms import AddForm, QuantityForm
from kontor.shopping.models import CartLine
from kontor.shopping.understanding import fitting_quantities, read_quantity


@require_safe
@member_required
def cart(request: PortalRequest) -> HttpResponse:
    """What the member is about to order."""
    require(request.member, Permission.USE_CART)
    return _cart_page(request, removed=request.GET.get("removed", ""))


@require_POST
@member_required
def add_to_cart(request: PortalRequest) -> HttpResponse:
    """Put a product into the cart, from wherever it is shown; the answer is a message and the cart's new count."""
    require(request.member, Permission.USE_CART)
    form = AddForm(request.POST)
    product = queries.product_to_add(request.member, form.data.get("number", "")) if form.is_valid() else None
    if product is None:
        return _refused(request, None, _("This article is no longer sold."), entered="")
    entered = form.cleaned_data["quantity"]
    try:
        quantity = _read(product, entered)
        line = actions.add_to_cart(product, quantity=quantity, by=request.member)
    except NotOrderable as problem:
        return _refused(request, product, str(problem), entered=entered, problem=problem.problem)
    words = _("%(quantity)s × %(product)s in the cart, now %(total)s.")
    if line.quantity == quantity:
        words = _("%(quantity)s × %(product)s in the cart.")
    messages.success(
        request,
        words
        % {
            "quantity": formats.number(quantity),
            "product": product.name,
            "total": formats.number(line.quantity),
        },
    )
    return _added(request, line)


@require_POST
@member_required
def set_quantity(request: PortalRequest, pk: int) -> HttpResponse:
    """Have more or less of a product in the cart."""
    line = queries.cart_line_for(request.member, pk)
    form = QuantityForm(request.POST)
    entered = form.wanted if form.is_valid() else form.data.get("quantity", "")[:40].replace("\0", "")
    try:
        quantity = _read(line.product, entered)
        actions.set_quantity(line, quantity=quantity, by=request.member)
    except NotOrderable as problem:
        return _cart_page(request, refused={pk: problem}, status=422)
    return _cart_page(request) if request.htmx else redirect(f"{_cart_url(request)}#line-{pk}")


@require_POST
@member_required
def remove_line(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a product out of the cart; the page offers to put it back."""
    line = queries.cart_line_for(request.member, pk)
    actions.remove_line(line, by=request.member)
    if request.htmx:
        return _cart_page(request, removed=line.product.number, quantity=line.quantity)
    separator = "&" if request.GET else "?"
    return redirect(
        f"{_cart_url(request)}{separator}removed={line.product.number}&quantity={formats.number(line.quantity)}"
    )


@require_POST
@member_required
def empty_cart(request: PortalRequest) -> HttpResponse:
    """Take everything out of the cart."""
    count = actions.empty_cart(by=request.member)
    messages.success(
        request,
        ngettext("%(count)s line taken out.", "%(count)s lines taken out.", count)
        % {"count": formats.number(count)},
    )
    return redirect("shopping:cart")


def _read(product: Product, entered: str) -> Decimal:
    """The quantity that was written. Raises `NotOrderable`."""
    quantity, problem = read_quantity(entered, get_language() or "en")
    if quantity is None:
        raise NotOrderable(problem, product, entered)
    return quantity


def _cart_page(
    request: PortalRequest,
    *,
    removed: str = "",
    quantity: Decimal | None = None,
    refused: dict[int, NotOrderable] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, or for htmx what of it changes with the lines."""
    view = queries.cart_of(request.member, page=number_in(request, "page"), refused=refused)
    context: dict[str, Any] = {
        "view": view,
        "rows": rows_of(view),
        "removed": queries.product_to_add(request.member, removed) if removed else None,
        "removed_quantity": formats.number(quantity) if quantity else request.GET.get("quantity", "1")[:20],
        "may_order": may(request.member, Permission.PLACE_ORDER),
        "place": f"?page={view.page}" if view.page > 1 else "",
    }
    template = "shopping/cart.html#work" if request.htmx else "shopping/cart.html"
    return render(request, template, context, status=status)


def _cart_url(request: HttpRequest) -> str:
    """The cart, on the page that the form was on."""
    query = request.GET.urlencode()
    return reverse("shopping:cart") + (f"?{query}" if query else "")


def _refused(
    request: PortalRequest, product: Product | None, reason: str, *, entered: str, problem: str = ""
) -> HttpResponse:
    """For htmx a message; else a page that says why, keeps what was typed and offers what would do."""
    if request.htmx:
        messages.error(request, f"{product.name}: {reason}" if product else reason)
        return render(request, "shopping/_added.html", status=422)
    quantity, _problem = read_quantity(entered, get_language() or "en")
    context = {
        "product": product,
        "reason": reason,
        "entered": entered,
        "remedies": fitting_quantities(problem, product, quantity),
        "next": _where_from(request),
    }
    return render(request, "shopping/cart_refused.html", context, status=422)


def _added(request: PortalRequest, line: CartLine) -> HttpResponse:
    """For htmx the message and the cart's count; else back to where the button was, which shows the message."""
    if request.htmx:
        return render(request, "shopping/_added.html", {"line": line})
    return redirect(_where_from(request))


def _where_from(request: PortalRequest) -> str:
    """The page that a form was on: as the form says, or the browser; the cart where neither is one of ours."""
    back = request.POST.get("next") or request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if ours and not back.endswith(request.path) else reverse("shopping:cart")
