"""One user of my company: what they may do, what they did, and what an administrator can do about it (CO-3)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kontor.accounts.second_factor_queries import who_has_second_factor
from kontor.accounts.step_up import recently_authenticated
from kontor.companies import actions, people, responsibilities
from kontor.companies.access import Access
from kontor.companies.access_forms import AccessFields, DeactivateForm, given_roles
from kontor.companies.choosing import Colleagues
from kontor.companies.errors import LastAdministrator
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Member, Role, Sees
from kontor.companies.permissions import Permission, require
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.one_of import FEWEST, Said, offers


@require_safe
@member_required
def user(request: PortalRequest, pk: int) -> HttpResponse:
    """Who somebody is, what they may do and see, what they did last, and what became of them."""
    who = _user(request, pk)
    context = {
        "who": who,
        "roles": given_roles(who),
        "sees": Sees.COMPANY if Role.ADMINISTRATOR in who.roles else who.sees,
        "has": responsibilities.of(who) if who.is_active else [],
        "done": people.done_lately(who),
        "history": people.history_of(who),
        "manages": Access.now(who).is_within(request.member),
        "has_second_factor": bool(who_has_second_factor([who.user_id])),
    }
    return render(request, "companies/user.html", context)


@recently_authenticated
@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def change_rights(request: PortalRequest, pk: int) -> HttpResponse:
    """Say what somebody may do and see from now on."""
    who = _user(request, pk)
    initial = {"roles": who.roles, "own_role": who.own_role_id, "sees": who.sees, "site": who.site_id}
    form = AccessFields(
        request.POST if request.method == "POST" else None, initial=initial, by=request.member
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_rights(who, **form.cleaned_data, by=request.member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            words = _(
                "From now on %(name)s may do what you have chosen, also where they are signed in already."
            )
            messages.success(request, words % {"name": who.name})
            return _back(request, who)
    context = {"form": form, "who": who}
    return render(request, "companies/rights.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def deactivate(request: PortalRequest, pk: int) -> HttpResponse:
    """End somebody's access, and say who takes over what they were responsible for."""
    who = _user(request, pk)
    data = request.POST if request.method == "POST" else None
    form = DeactivateForm(data, by=request.member, leaving=who)
    last = False
    if request.method == "POST" and form.is_valid():
        try:
            actions.deactivate(who, successor=form.cleaned_data["successor"], by=request.member)
        except LastAdministrator as error:
            last = True
            form.add_error(None, str(error))
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            words = _("%(name)s is deactivated and can no longer act for your company.")
            messages.success(request, words % {"name": who.name})
            return _back(request, who)
    context = {
        "form": form,
        "who": who,
        "has": responsibilities.of(who),
        "last": last,
    }
    return render(request, "companies/deactivate.html", context, status=422 if form.is_bound else 200)


@require_safe
@member_required
def successors(request: PortalRequest, pk: int) -> HttpResponse:
    """Colleagues who may take over, as one types."""
    who = _user(request, pk)
    if not request.htmx:
        return redirect("companies:deactivate", pk)
    known, typed = Colleagues(request.member, besides=who), Said.of(request.GET, "successor").typed
    found = [known.offer(one) for one in known.like(typed)] if len(typed) >= FEWEST else []
    context = offers(found, searched=typed if len(typed) >= FEWEST else "")
    return render(request, "kit/forms/offers.html", context | {"name": "successor"})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reactivate(request: PortalRequest, pk: int) -> HttpResponse:
    """Let somebody in again."""
    who = _user(request, pk)
    if request.method != "POST":
        return render(request, "companies/reactivate.html", {"who": who, "roles": given_roles(who)})
    actions.reactivate(who, by=request.member)
    messages.success(request, _("%(name)s may act for your company again.") % {"name": who.name})
    return _back(request, who)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def start_reset(request: PortalRequest, pk: int) -> HttpResponse:
    """Have the link that sets a new password sent to somebody."""
    who = _user(request, pk)
    if request.method != "POST":
        return render(request, "companies/start_reset.html", {"who": who})
    try:
        actions.start_reset(who, by=request.member)
    except NotAllowed:
        raise
    except DomainError as error:
        messages.warning(request, str(error))
    else:
        words = _("A link for a new password is on its way to %(email)s.")
        messages.success(request, words % {"email": who.user.email})
    return _back(request, who)


def _user(request: PortalRequest, pk: int) -> Member:
    """One of the company's people, for who manages them."""
    require(request.member, Permission.MANAGE_USERS)
    try:
        return people.user_for(request.member, pk)
    except Member.DoesNotExist:
        raise Http404 from None


def _back(request: PortalRequest, who: Member) -> HttpResponse:
    """To the user's page; who has just taken their own rights goes where they may."""
    if who.pk == request.member.pk:
        return redirect("/")
    return redirect("companies:user", who.pk)
