"""Service cases, as the company that opened them sees them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies.http import PortalRequest, member_required
from kontor.companies.permissions import Permission, may, require
from kontor.kit import frame
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.keyset import Keys
from kontor.kit.pictures import names_of_skipped
from kontor.service import actions, queries
from kontor.service.forms import SORT_WORDS, FilterForm, NewCaseForm, ReplyForm
from kontor.service.http import brings_pictures, too_much, unread
from kontor.service.lines import lines_of
from kontor.service.models import Case
from kontor.service.statuses import CaseStatus
from kontor.service.timeline import conversation
from kontor.service.turn import turn_of


@require_safe
@member_required
def case_list(request: PortalRequest) -> HttpResponse:
    """The company's cases, or those of the machines that the member looks after (SE-2, CO-4)."""
    member = request.member
    require(member, Permission.SEE_CASES)
    form = FilterForm(request.GET, member=member)
    wanted = form.wanted()
    page = queries.page_of_cases(member, wanted, Keys.of(request))
    context = {
        "form": form,
        "filters": form.filters(),
        "page": page,
        "count": queries.count_cases(member, wanted) if page.has_more else len(page.rows),
        "sorts": list(SORT_WORDS.items()),
        "sort": wanted.sort,
        "may_open": may(member, Permission.OPEN_CASE),
    }
    return render(request, "service/case_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@unread
@member_required
@brings_pictures
def open_case(request: PortalRequest) -> HttpResponse:
    """A new case, for a machine or in general, with photographs."""
    member = request.member
    require(member, Permission.OPEN_CASE)
    if request.method != "POST":
        machine = request.GET.get("machine", "")
        known = int(machine) if machine.isascii() and machine.isdecimal() and len(machine) < 12 else None
        return _new_page(
            request, NewCaseForm(member=member, machine=known, search=_words(request.GET.get("find", "")))
        )
    if too_much(request):
        form = NewCaseForm(request.words, member=member)  # type: ignore[attr-defined]
        form.refuse_all()
        return _new_page(request, form, status=413)
    form = NewCaseForm(request.POST, request.FILES, member=member, skipped=names_of_skipped(request))
    if form.is_valid():
        try:
            case = actions.open_case(**form.cleaned_data, by=member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("Case %(number)s is open.") % {"number": case.number})
            return redirect(case)
    return _new_page(request, form, status=422)


def _words(text: str) -> str:
    """What was typed, fit to be looked for."""
    return " ".join(text.replace("\0", " ").split())[:100]


def _new_page(request: PortalRequest, form: NewCaseForm, *, status: int = 200) -> HttpResponse:
    partner = request.member.company.partner
    return render(request, "service/new.html", {"form": form, "partner": partner}, status=status)


@require_safe
@member_required
def case(request: PortalRequest, number: str) -> HttpResponse:
    """A case: whose turn it is, what was said and what happened in between, the facts."""
    return _case_page(request, _find(request, number))


def _find(request: PortalRequest, number: str) -> Case:
    try:
        return queries.case_for(request.member, number)
    except Case.DoesNotExist:
        raise Http404 from None


def _case_page(
    request: PortalRequest, one: Case, *, form: ReplyForm | None = None, status: int = 200
) -> HttpResponse:
    member, operator = request.member, frame.of(request).operator.name
    may_answer = may(member, Permission.OPEN_CASE) and one.company_id == member.company_id
    most = None if "all" in request.GET else queries.SHOWN_MESSAGES
    said = queries.messages_of(one, member, most=most)
    context: dict[str, Any] = {
        "case": one,
        "look": queries.look_for(member, one),
        "turn": turn_of(one, operator=operator, may_answer=may_answer),
        "lines": lines_of(conversation(one, said, operator=operator), operator=operator),
        "has_earlier": most is not None and len(said) == most,
        "operator": operator,
        "people": queries.people_in(one),
        "sees_machine": queries.sees_machine(member, one),
        "form": (form or ReplyForm()) if may_answer else None,
        "is_solved": one.status == CaseStatus.SOLVED,
    }
    return render(request, "service/case.html", context, status=status)


@require_POST
@unread
@member_required
@brings_pictures
def reply(request: PortalRequest, number: str) -> HttpResponse:
    """Write in a case, with photographs; what was solved is open again with that."""
    one = _find(request, number)
    require(request.member, Permission.OPEN_CASE)
    if too_much(request):
        form = ReplyForm(request.words)  # type: ignore[attr-defined]
        form.refuse_all()
        return _case_page(request, one, form=form, status=413)
    form = ReplyForm(request.POST, request.FILES, skipped=names_of_skipped(request))
    if form.is_valid():
        try:
            message = actions.reply(one, **form.cleaned_data, by=request.member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("Your answer is sent."))
            return redirect(f"{one.get_absolute_url()}#m{message.pk}")
    return _case_page(request, one, form=form, status=422)


@require_POST
@member_required
def solve(request: PortalRequest, number: str) -> HttpResponse:
    """Nothing is left to do."""
    return _move(request, number, actions.solve, _("Case %(number)s is solved."))


@require_POST
@member_required
def reopen(request: PortalRequest, number: str) -> HttpResponse:
    """Something is left to do after all."""
    return _move(request, number, actions.reopen, _("Case %(number)s is open again."))


def _move(request: PortalRequest, number: str, deed: Callable[..., Case], told: str) -> HttpResponse:
    one = _find(request, number)
    try:
        deed(one, by=request.member)
    except NotAllowed:
        raise
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told % {"number": one.number})
    return redirect(one)
