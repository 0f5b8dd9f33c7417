"""Inviting many colleagues at once, from a table (CO-2)."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from kontor.companies import actions, many
from kontor.companies.forms import ManyForm
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.permissions import Permission, require
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.formats import number
from kontor.kit.templatetags.kit import breakable

BOM: Final = "\ufeff"


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def invite_many(request: PortalRequest) -> HttpResponse:
    """Read a file or a pasted table, show what becomes of each line, then invite those that can be.

    What cannot is left in the field, to be mended there and looked at again: nothing is kept in between.
    """
    require(request.member, Permission.MANAGE_USERS)
    if request.method != "POST":
        return _page(request, ManyForm(), None)
    form = ManyForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, None, status=422)
    try:
        upload = form.cleaned_data["file"]
        text = many.read_upload(upload) if upload else form.cleaned_data["text"]
        table = many.understand(text, by=request.member)
        if not table.lines:
            form.add_error("text", _("There are no lines. Send a file, or type one line for each person."))
            return _page(request, form, None, status=422)
        invited = 0
        if request.POST.get("then") == "invite" and upload is None and table.good:
            invited = len(actions.invite_many(request.member.company, table.good, by=request.member))
            words = ngettext("%(count)s colleague is invited.", "%(count)s colleagues are invited.", invited)
            messages.success(request, words % {"count": number(invited)})
            if invited == len(table.lines):
                return redirect(f"{reverse('companies:users')}?state=invited")
            text = table.text_of([line for line in table.lines if line.problem])
            table = many.understand(text, by=request.member)
    except NotAllowed:
        raise
    except DomainError as error:
        form.add_error("file" if error.field == "file" else "text", str(error))
        return _page(request, form, None, status=422)
    shown = ManyForm(initial={"text": text})
    return _page(request, shown, table, status=422 if table.bad else 200)


@require_safe
@member_required
def sample(request: PortalRequest) -> HttpResponse:
    """A table to fill in; with a mark, so that Excel reads it as UTF-8."""
    require(request.member, Permission.MANAGE_USERS)
    answer = HttpResponse(BOM + many.sample(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="users.csv"'
    return answer


def _page(
    request: PortalRequest, form: ManyForm, table: many.Table | None, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "table": table,
        "bad": [_row(line) for line in table.bad] if table else [],
        "good": [_row(line) for line in table.good] if table else [],
        "limit": many.MAX_LINES,
        "max": many.MAX_BYTES,
    }
    return render(request, "companies/invite_many.html", context, status=status)


def _row(line: many.Line) -> dict[str, object]:
    """A line as its table shows it; what is missing is a dash."""
    return {
        "number": line.number,
        "name": f"{line.first_name} {line.last_name}".strip() or "–",
        "email": breakable(line.email) if line.email else "–",
        "roles": line.role_words() or "–",
        "problem": line.problem,
    }
