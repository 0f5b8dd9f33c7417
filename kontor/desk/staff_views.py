"""Who works for us: the administrators of the operator and of each partner look after their own (ST-4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.accounts.second_factor_queries import who_has_second_factor
from kontor.accounts.step_up import recently_authenticated
from kontor.companies.http import PortalRequest, staff_required
from kontor.desk import queries, staff_queries
from kontor.desk.staff_actions import let_go
from kontor.desk.staff_forms import AbsenceForm, ChangeForm, InviteForm, TeamForm
from kontor.desk.staff_queries import Wanted
from kontor.desk.tool_forms import ReasonForm
from kontor.kit import frame
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.formats import number as shown
from kontor.kit.keyset import Keys
from kontor.partners import staffing
from kontor.partners.models import Absence, Staff
from kontor.partners.teams import Team

SEARCHED = 100


def _manager(request: PortalRequest) -> Staff:
    """Who administers a side."""
    staffing.require_manager(request.staff, request.staff.partner_id)
    return request.staff


def _operator(request: PortalRequest) -> str:
    return frame.of(request).operator.name


@require_safe
@staff_required
def staff(request: PortalRequest) -> HttpResponse:
    """All people of one's side, their teams, who is away."""
    me, partners = _manager(request), queries.partners_for(request.staff)
    sides = {"operator": _operator(request), **{str(one.pk): one.name for one in partners}}
    side = request.GET.get("side", "") if partners else ""
    wanted = Wanted(
        search=request.GET.get("q", "").strip()[:SEARCHED],
        side=side if side in sides else "",
        gone=request.GET.get("state") == "gone",
    )
    page = staff_queries.page_of_staff(me, wanted, Keys.of(request))
    context = {
        "page": page,
        "wanted": wanted,
        "sides": sides if partners else {},
        "side_words": sides.get(wanted.side, ""),
        "count": staff_queries.count_staff(me, wanted) if page.has_more else len(page.rows),
        "teams": staff_queries.teams_seen_by(me),
        "team_form": TeamForm(by=me, operator=_operator(request)),
    }
    return render(request, "desk/staff/list.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def invite_staff(request: PortalRequest) -> HttpResponse:
    """Add somebody, who gets a link by mail."""
    me, data = _manager(request), request.POST if request.method == "POST" else None
    form = InviteForm(data, by=me, operator=_operator(request))
    if form.is_valid() and _did(form, lambda: staffing.invite_staff(**form.cleaned_data, by=me)):
        words = _("A link is on its way to %(email)s.")
        messages.success(request, words % {"email": form.cleaned_data["email"]})
        return redirect("desk:staff")
    return render(request, "desk/staff/invite.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@staff_required
def staff_member(request: PortalRequest, pk: int) -> HttpResponse:
    """One of them; everybody sees themselves."""
    return _show(request, _found(request, pk))


@recently_authenticated
@require_POST
@staff_required
def change_staff(request: PortalRequest, pk: int) -> HttpResponse:
    """Say what somebody may decide, and in which team they are."""
    who, me = _found(request, pk), request.staff
    staffing.require_manager(me, who.partner_id)
    form = ChangeForm(request.POST, staff=who, by=me)
    if form.is_valid() and _did(form, lambda: staffing.change_staff(who, **form.cleaned_data, by=me)):
        messages.success(request, _("Saved. It holds from the next click of %(name)s.") % {"name": who.name})
        return redirect("desk:staff_member", pk)
    return _show(request, who, status=422, form=form)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def deactivate_staff(request: PortalRequest, pk: int) -> HttpResponse:
    """End somebody's access, once one has been asked whether one means it."""
    who, me = _found(request, pk), request.staff
    staffing.require_manager(me, who.partner_id)
    problem = ""
    if request.method == "POST":
        try:
            given_back = let_go(who, by=me)
        except NotAllowed:
            raise
        except DomainError as error:
            problem = str(error)
        else:
            words = ngettext(
                "%(name)s can no longer work here; %(count)s thing is back in the queues.",
                "%(name)s can no longer work here; %(count)s things are back in the queues.",
                given_back,
            )
            messages.success(request, words % {"name": who.name, "count": shown(given_back)})
            return redirect("/" if who.pk == me.pk else "desk:staff")
    context = {"who": who, "problem": problem}
    return render(request, "desk/staff/deactivate.html", context, status=422 if problem else 200)


@recently_authenticated
@require_POST
@staff_required
def reactivate_staff(request: PortalRequest, pk: int) -> HttpResponse:
    """Let somebody in again."""
    who = _found(request, pk)
    staffing.reactivate_staff(who, by=request.staff)
    messages.success(request, _("%(name)s can work here again.") % {"name": who.name})
    return redirect("desk:staff_member", pk)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def reset_staff_second_factor(request: PortalRequest, pk: int) -> HttpResponse:
    """Take away what a colleague lost, with a reason."""
    who, me = _found(request, pk), request.staff
    staffing.require_manager(me, who.partner_id)
    if who.pk == me.pk:
        raise NotAllowed()
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _did(
        form, lambda: staffing.reset_staff_second_factor(who, **form.cleaned_data, by=me)
    ):
        words = _("The second factor of %(name)s is reset. They sign in by password and set up another.")
        messages.success(request, words % {"name": who.name})
        return redirect("desk:staff_member", pk)
    context = {"who": who, "form": form}
    return render(request, "desk/staff/second_factor.html", context, status=422 if form.is_bound else 200)


@require_POST
@staff_required
def resend_staff_link(request: PortalRequest, pk: int) -> HttpResponse:
    """Mail the link for the first password once more."""
    who = _found(request, pk)
    try:
        staffing.resend_staff_link(who, by=request.staff)
    except staffing.HasSignedInBefore as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, _("A link is on its way to %(email)s.") % {"email": who.user.email})
    return redirect("desk:staff_member", pk)


@require_POST
@staff_required
def add_absence(request: PortalRequest, pk: int) -> HttpResponse:
    """Say when somebody is away."""
    who, me = _found(request, pk), request.staff
    form = AbsenceForm(request.POST, staff=who)
    if form.is_valid() and _did(form, lambda: staffing.add_absence(who, **form.cleaned_data, by=me)):
        messages.success(request, _("Colleagues see it when they hand something over."))
        return redirect("desk:staff_member", pk)
    return _show(request, who, status=422, absence_form=form)


@require_POST
@staff_required
def remove_absence(request: PortalRequest, pk: int, absence: int) -> HttpResponse:
    """The person is not away after all."""
    who = _found(request, pk)
    try:
        found = Absence.objects.select_related("staff").get(staff=who, pk=absence)
    except (Absence.DoesNotExist, OverflowError):
        raise Http404 from None
    staffing.remove_absence(found, by=request.staff)
    messages.success(request, _("The absence is removed."))
    return redirect("desk:staff_member", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required
def add_team(request: PortalRequest) -> HttpResponse:
    """Add a team; what is wrong with it is said on a page of its own."""
    me, data = _manager(request), request.POST if request.method == "POST" else None
    form = TeamForm(data, by=me, operator=_operator(request))
    if form.is_valid() and _did(form, lambda: staffing.add_team(**form.cleaned_data, by=me)):
        words = _("The team %(name)s is there. Put people into it on their pages.")
        messages.success(request, words % {"name": form.cleaned_data["name"]})
        return redirect("desk:staff")
    return render(request, "desk/staff/add_team.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@staff_required
def remove_team(request: PortalRequest, pk: int) -> HttpResponse:
    """Remove a team; its people stay."""
    try:
        team = staff_queries.teams_seen_by(request.staff).get(pk=pk)
    except (Team.DoesNotExist, OverflowError):
        raise Http404 from None
    staffing.remove_team(team, by=request.staff)
    messages.success(request, _("The team %(name)s is removed.") % {"name": team.name})
    return redirect("desk:staff")


def _found(request: PortalRequest, pk: int) -> Staff:
    """One of one's side: administrators all, everybody themselves."""
    try:
        who = staff_queries.staff_for(request.staff, pk)
    except (Staff.DoesNotExist, OverflowError):
        raise Http404 from None
    if who.pk != request.staff.pk:
        staffing.require_manager(request.staff, who.partner_id)
    return who


def _show(request: PortalRequest, who: Staff, *, status: int = 200, **forms: Any) -> HttpResponse:
    me = request.staff
    context = {
        "who": who,
        "manages": staffing.manages(me, who.partner_id),
        "may_reset": who.pk != me.pk and bool(who_has_second_factor([who.user_id])),
        "never_in": not who.user.has_usable_password(),
        "absences": staff_queries.absences_of(who),
        "form": forms.get("form") or ChangeForm(staff=who, by=me),
        "absence_form": forms.get("absence_form") or AbsenceForm(staff=who),
    }
    return render(request, "desk/staff/member.html", context, status=status)


def _did(form: forms.Form, deed: Callable[[], object]) -> bool:
    """Whether it could be done; what the rules say against it stands beside the field."""
    try:
        deed()
    except NotAllowed:
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, str(error))
        return False
    return True
