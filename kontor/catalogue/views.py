"""The shop: lists of products, a product, its picture."""

from __future__ import annotations

from decimal import Decimal

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.csp import CSP
from django.views.decorators.cache import cache_control
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_safe

from kontor.catalogue import offer, queries
from kontor.catalogue.facets import availability_options, category_options, maker_options
from kontor.catalogue.forms import Selection
from kontor.catalogue.listing import listing
from kontor.catalogue.models import Product
from kontor.catalogue.pictures import open_picture
from kontor.catalogue.quantities import MOST, QuantityProblem, parse_quantity
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.permissions import Permission, may, require
from kontor.kit.keyset import Keys
from kontor.kit.paging import number_in


@require_safe
@member_required
def products(request: PortalRequest, path: str = "") -> HttpResponse:
    """Products of a category or all, searched, filtered and sorted as the address says."""
    require(request.member, Permission.SEE_CATALOGUE)
    selection = Selection.of(request.GET)
    shown = listing(request.member, path, selection, Keys.of(request), page_number=_page_number(request))
    if shown is None:
        return _missing(request, path.rpartition("/")[2], is_category=True)
    facets = {
        "categories": category_options(shown.tree, shown.place, shown.counts),
        "availability": availability_options(shown.counts, selection),
        "makers": maker_options(shown.counts, selection),
    }
    company = request.member.company
    context = {"listing": shown, "facets": facets, "currency": company.currency, "partner": company.partner}
    context |= _rights(request)
    whole = not request.htmx or request.htmx.history_restore_request
    response = render(request, "catalogue/products.html" + ("" if whole else "#list"), context)
    patch_vary_headers(response, ["HX-Request"])
    if not whole:
        response["HX-Push-Url"] = _address(request)
    return response


@require_safe
@member_required
def product(request: PortalRequest, number: str) -> HttpResponse:
    """Everything about a product, at the company's own price."""
    require(request.member, Permission.SEE_CATALOGUE)
    try:
        found = queries.product_for(request.member, number)
    except Product.DoesNotExist:
        return _missing(request, number)
    shown = offer.details(request.member, found)
    context = {"details": shown, "offer": shown.offer, "product": found} | _rights(request)
    return render(request, "catalogue/product.html", context)


@require_safe
@member_required
def why_price(request: PortalRequest, number: str) -> HttpResponse:
    """Why a product costs what it does, for the popover of a list; without it the product's page tells."""
    require(request.member, Permission.SEE_CATALOGUE)
    try:
        found = queries.product_for(request.member, number)
    except Product.DoesNotExist:
        raise Http404 from None
    if not request.htmx:
        return redirect("catalogue:product", found.number)
    why = offer.why_price(request.member, found, _quantity(request))
    return render(request, "catalogue/_why.html", {"why": why})


def _quantity(request: HttpRequest) -> Decimal | None:
    """The plain quantity in the address, which a line of a cart asks with; None where there is none."""
    try:
        quantity = parse_quantity(request.GET.get("quantity", ""), "en")
    except QuantityProblem:
        return None
    return quantity if 0 < quantity <= MOST else None


def _missing(request: PortalRequest, number: str, *, is_category: bool = False) -> HttpResponse:
    """No such product or category: what may have been meant, and a search that goes on."""
    words = number[:100].replace("\0", "")
    gone = None if is_category else queries.no_longer_sold(number)
    similar = [] if is_category else queries.suggestions(request.member.company, words)
    context = {"number": words, "gone": gone, "similar": similar, "is_category": is_category}
    return render(request, "catalogue/missing.html", context, status=404)


def _address(request: HttpRequest) -> str:
    """The list's address without fields that were left empty."""
    query = request.GET.copy()
    for name in list(query):
        query.setlist(name, [value for value in query.getlist(name) if value])
    return request.path + (f"?{query.urlencode()}" if query.urlencode() else "")


def _rights(request: PortalRequest) -> dict[str, bool]:
    return {"may_buy": may(request.member, Permission.USE_CART)}


def _page_number(request: HttpRequest) -> int:
    """Which page this is, only to say which rows are shown; the key in the address decides."""
    return number_in(request, "page")


@require_safe
@cache_control(public=True, max_age=31_536_000, immutable=True)
@csp_override({"default-src": [CSP.NONE], "style-src": [CSP.UNSAFE_INLINE], "sandbox": [""]})
def picture(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture of products, public; its name is made of its content, so it never changes."""
    found = open_picture(name)
    if found is None:
        raise Http404
    file, content_type = found
    return FileResponse(file, content_type=content_type)
