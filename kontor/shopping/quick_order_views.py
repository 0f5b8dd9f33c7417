"""The quick order: lines typed, pasted or sent as a file, mended where they stand, then moved into the cart (SH-4)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, NamedTuple

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from kontor.companies.http import PortalRequest, member_required
from kontor.companies.permissions import Permission, require
from kontor.kit import formats
from kontor.kit.bodies import drain, length_of, takes
from kontor.kit.errors import DomainError
from kontor.kit.paging import number_in
from kontor.shopping import queries, quick_order_actions, quick_order_queries
from kontor.shopping.files import MAX_BYTES, MAX_LINES, read_file, read_lines
from kontor.shopping.forms import ACCEPT, LineForm, MendForm, PasteForm, UploadForm
from kontor.shopping.models import QuickOrderLine
from kontor.shopping.reading import Entered, read_line

ENVELOPE: Final = 20_000  # what a form adds around the file itself


class Removed(NamedTuple):
    """A line that was just removed, to put it back."""

    number: str
    quantity: str


@require_safe
@member_required
def quick_order(request: PortalRequest) -> HttpResponse:
    """The list; for htmx only the part where lines are pasted or a file is chosen."""
    require(request.member, Permission.USE_CART)
    add = request.GET.get("add", "")
    if request.htmx and "add" in request.GET:
        return render(request, "shopping/quick_order.html#adding", _adding(add))
    removed = None
    if "removed" in request.GET:
        removed = Removed(request.GET["removed"][:1000], request.GET.get("quantity", "")[:1000])
    return _page(request, add=add, removed=removed)


@require_POST
@member_required
def add_line(request: PortalRequest) -> HttpResponse:
    """Put one typed line at the end. A faulty one is kept too, and says what is wrong with it."""
    require(request.member, Permission.USE_CART)
    form = LineForm(request.POST)
    if not form.is_valid():
        return _refused(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    entered = Entered(form.cleaned_data["number"], form.cleaned_data["quantity"])
    if not entered.quantity:
        entered = read_line(entered.number)
    try:
        faulty = quick_order_actions.add_lines([entered], by=request.member)
    except DomainError as problem:
        if problem.status == 403:
            raise
        return _refused(request, str(problem))
    status = 422 if faulty else 200
    if request.htmx:
        added = quick_order_queries.last_line(request.member)
        return _answer(request, added, new_line="back" not in request.POST, status=status)
    if faulty:
        return _page(request, last=True, status=status)
    return redirect(f"{reverse('shopping:quick_order')}?page=9999#new-line")


@require_POST
@member_required
def mend_line(request: PortalRequest, pk: int) -> HttpResponse:
    """Enter a line anew, or take one of the remedies offered."""
    line = quick_order_queries.quick_order_line_for(request.member, pk)
    form = MendForm(request.POST)
    if not form.is_valid():
        return _refused(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    chosen = form.cleaned_data["product"]
    line = quick_order_actions.mend_line(
        line,
        number=form.sent("number"),
        quantity=form.sent("fit") or form.sent("quantity"),
        product=queries.product_to_add(request.member, chosen) if chosen else None,
        by=request.member,
    )
    status = 422 if line.problem else 200
    if request.htmx:
        return _answer(request, line, status=status)
    return _page(request, status=status) if line.problem else redirect(f"{_back(request)}#line-{pk}")


@require_POST
@member_required
def drop_line(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a line off the list; the page offers to put it back."""
    line = quick_order_queries.quick_order_line_for(request.member, pk)
    quick_order_actions.drop_line(line, by=request.member)
    if request.htmx:
        return _answer(request, None, dropped=line)
    query = request.GET.copy()
    query["removed"], query["quantity"] = line.entered_number, line.entered_quantity
    return redirect(f"{reverse('shopping:quick_order')}?{query.urlencode()}")


@require_POST
@member_required
def clear_lines(request: PortalRequest) -> HttpResponse:
    """Take all lines off the list."""
    count = quick_order_actions.clear_lines(by=request.member)
    words = ngettext("%(count)s line removed.", "%(count)s lines removed.", count)
    messages.success(request, words % {"count": formats.number(count)})
    return redirect("shopping:quick_order")


@require_POST
@member_required
def move_to_cart(request: PortalRequest) -> HttpResponse:
    """Put what is clear into the cart; what is not stays."""
    moved = quick_order_actions.move_to_cart(by=request.member)
    words = ngettext("%(count)s line is in the cart.", "%(count)s lines are in the cart.", moved.lines)
    said = words % {"count": formats.number(moved.lines)}
    if not moved.left:
        messages.success(request, said)
        return redirect("shopping:cart")
    stay = ngettext("%(count)s is left to be cleared up.", "%(count)s are left to be cleared up.", moved.left)
    messages.success(request, f"{said} {stay % {'count': formats.number(moved.left)}}")
    return redirect(f"{reverse('shopping:quick_order')}?show=bad")


@require_safe
@member_required
def quick_order_sample(request: PortalRequest) -> HttpResponse:
    """A CSV as Excel opens it in the reader's country, with articles that exist."""
    require(request.member, Permission.USE_CART)
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";")
    rows.writerow([_("Article number"), _("Quantity")])
    for number, quantity in quick_order_queries.sample_lines(request.member):
        rows.writerow([number, formats.number(quantity)])
    name = _("quick-order-sample") + ".csv"
    return HttpResponse(
        text.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


# ── Much at once: looked at before it is read ─────────────────────────────────────────────────────────────

type Taking = Callable[[PortalRequest], HttpResponseBase]


def within_limits(add: str) -> Callable[[Taking], Taking]:
    """Refuse what is too large before anything reads it; so the token against forged forms is tested after that."""

    def limited(view: Taking) -> Taking:
        @takes(None)
        @csrf_exempt
        @require_POST
        @member_required
        @wraps(view)
        def guarded(request: PortalRequest) -> HttpResponseBase:
            length = length_of(request)
            if length <= MAX_BYTES + ENVELOPE:
                return csrf_protect(view)(request)
            require(request.member, Permission.USE_CART)
            drain(request)
            sizes = {"size": formats.file_size(length), "limit": formats.file_size(MAX_BYTES)}
            reason = _("This is %(size)s, at most %(limit)s can be read. 10,000 lines need less than 1 MB.")
            form: Form = PasteForm({}) if add == "paste" else UploadForm({})
            form.errors.clear()
            form.add_error("text" if add == "paste" else "file", reason % sizes)
            return _page(request, add=add, form=form, status=413)

        return guarded

    return limited


@within_limits("paste")
def paste_lines(request: PortalRequest) -> HttpResponse:
    """Put pasted lines at the end of the list."""
    require(request.member, Permission.USE_CART)
    form = PasteForm(request.POST)
    if form.is_valid():
        try:
            lines = read_lines(form.cleaned_data["text"], field="text")
            if lines:
                return _took(
                    request, len(lines), quick_order_actions.add_lines(lines, source="", by=request.member)
                )
            form.add_error("text", form.fields["text"].error_messages["required"])
        except DomainError as problem:
            form.add_error("text", str(problem))
    return _page(request, add="paste", form=form, status=422)


@within_limits("file")
def upload_file(request: PortalRequest) -> HttpResponse:
    """Put the lines of a file at the end of the list."""
    require(request.member, Permission.USE_CART)
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            lines = read_file(upload)
            bad = quick_order_actions.add_lines(lines, source=upload.name, field="file", by=request.member)
            return _took(request, len(lines), bad)
        except DomainError as problem:
            form.add_error("file", str(problem))
    return _page(request, add="file", form=form, status=422)


def _took(request: PortalRequest, count: int, bad: int) -> HttpResponse:
    words = ngettext("%(count)s line taken.", "%(count)s lines taken.", count) % {
        "count": formats.number(count)
    }
    if bad:
        words += " " + ngettext("%(count)s is to be cleared up.", "%(count)s are to be cleared up.", bad) % {
            "count": formats.number(bad)
        }
        messages.warning(request, words)
    else:
        messages.success(request, words)
    return redirect("shopping:quick_order")


# ── Answers ───────────────────────────────────────────────────────────────────────────────────────────────


def _adding(add: str, form: Form | None = None) -> dict[str, Any]:
    forms = {"paste": PasteForm, "file": UploadForm}
    return {"add": add, "form": form or (forms[add]() if add in forms else None), "accept": ACCEPT}


def _page(
    request: PortalRequest,
    *,
    add: str = "",
    form: Form | None = None,
    removed: Removed | None = None,
    last: bool = False,
    status: int = 200,
) -> HttpResponse:
    only_bad = request.GET.get("show") == "bad"
    page = MAX_LINES if last else number_in(request, "page")
    view = quick_order_queries.quick_order_of(request.member, page=page, only_bad=only_bad)
    context = {"view": view, "limit": MAX_LINES, "removed": removed, "place": _place(request)}
    return render(request, "shopping/quick_order.html", context | _adding(add, form), status=status)


def _answer(
    request: PortalRequest,
    line: QuickOrderLine | None,
    *,
    new_line: bool = False,
    dropped: QuickOrderLine | None = None,
    status: int = 200,
) -> HttpResponse:
    """For htmx: the line as it is now, and what it changes elsewhere on the page."""
    view = quick_order_queries.quick_order_of(
        request.member, only_bad=request.GET.get("show") == "bad", only_line=line.pk if line else 0
    )
    context = {"view": view, "new_line": new_line, "dropped": dropped, "place": _place(request)}
    return render(request, "shopping/_quick_order_answer.html", context, status=status)


def _refused(request: PortalRequest, reason: str) -> HttpResponse:
    """Nothing was changed, and a message says why."""
    messages.error(request, reason)
    if request.htmx:
        response = render(request, "shopping/_added.html", status=422)
        response["HX-Reswap"] = "none"
        return response
    return _page(request, status=422)


def _place(request: HttpRequest) -> str:
    """The page and filter of the list, for the addresses of its forms."""
    query = request.GET.copy()
    for key in set(query) - {"page", "show"}:
        del query[key]
    return f"?{query.urlencode()}" if query else ""


def _back(request: HttpRequest) -> str:
    return reverse("shopping:quick_order") + _place(request)
