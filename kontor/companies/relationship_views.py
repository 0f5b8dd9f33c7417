"""My company's business relationships: who looks after what, and asking for it (CO-8)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies import actions, queries
from kontor.companies.errors import RequestClosed, TermsNotInForce
from kontor.companies.forms import AskForm, EndForm
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Company, Relationship
from kontor.companies.permissions import Permission, may, require
from kontor.companies.relationship_story import story
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.keyset import Keys
from kontor.partners.models import Partner


@require_safe
@member_required
def relationships(request: PortalRequest) -> HttpResponse:
    """Area by area who looks after the company, whom it has asked, and what was before."""
    member = request.member
    areas = queries.areas_now(member)
    context = {
        "areas": areas,
        "none": not any(one.active or one.asked for one in areas),
        "former": queries.page_of_former(member, Keys.of(request)).map(
            lambda one: (one, queries.shown_state(one))
        ),
        "may_ask": may(member, Permission.ASK_RELATIONSHIP),
    }
    return render(request, "companies/relationships.html", context)


@member_required
def ask_relationship(request: PortalRequest) -> HttpResponse:
    """Choose a product area; then the partner, its terms of use and a word with it; and ask."""
    member = request.member
    require(member, Permission.ASK_RELATIONSHIP)
    code = request.GET.get("area", "")
    if not code:
        return render(request, "companies/ask_area.html", {"areas": queries.areas_now(member)})
    now = next((one for one in queries.areas_now(member) if one.area.code == code), None)
    if now is None:
        raise Http404
    if now.asked is not None:
        messages.info(request, _("Your company has already asked in this product area."))
        return redirect("companies:relationships")
    return _ask(request, now)


def _ask(request: PortalRequest, now: queries.AreaNow) -> HttpResponse:
    member, area = request.member, now.area
    current = now.active.partner if now.active else None
    partners = [one for one in queries.partners_to_choose(member.company, area) if one != current]
    usual, terms = queries.usual_partner(member.company, area), queries.terms_of_use(area)
    first = partners[0] if partners and partners[0] == usual else None
    initial = {"terms": terms, "partner": first.pk if first else None}
    data = request.POST if request.method == "POST" else None
    form = AskForm(data, initial=initial, area=area, partners=partners, terms=terms)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            asked = actions.ask_relationship(
                member.company,
                area=area,
                partner=given["partner"],
                terms=given["terms"],
                message=given["message"],
                by=member,
            )
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
            if isinstance(error, TermsNotInForce):
                form.forget_accepted()
        else:
            words = _("%(partner)s has your request. You hear by e-mail what it says.")
            messages.success(request, words % {"partner": asked.partner.name})
            return redirect("companies:relationships")
    context = {
        "form": form,
        "area": area,
        "active": now.active,
        "why": _why(first, member.company) if first else "",
        "terms": terms,
    }
    return render(request, "companies/ask.html", context, status=422 if form.is_bound else 200)


def _why(usual: Partner, company: Company) -> str:
    """Why this partner is proposed."""
    known = usual.pk == company.partner_id
    return _("Your service partner.") if known else _("Serves your postcode.")


@require_POST
@member_required
def withdraw_request(request: PortalRequest, pk: int) -> HttpResponse:
    """Take a request back that nobody has decided yet."""
    asked = _relationship(request, pk)
    try:
        actions.withdraw_request(asked, by=request.member)
    except RequestClosed as error:
        messages.warning(request, str(error))
    else:
        words = _("The request to %(partner)s is withdrawn.")
        messages.success(request, words % {"partner": asked.partner.name})
    return redirect("companies:relationships")


@require_safe
@member_required
def relationship(request: PortalRequest, pk: int) -> HttpResponse:
    """One relationship with all that happened to it: who asked, who decided, who ended it, when and why."""
    one = _relationship(request, pk)
    asks = may(request.member, Permission.ASK_RELATIONSHIP)
    context = {
        "one": one,
        "shown": queries.shown_state(one),
        "story": story(one),
        "may_end": asks and one.status == Relationship.Status.ACTIVE,
        "may_ask": asks and queries.nobody_serves(request.member, one.area),
    }
    return render(request, "companies/relationship.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def end_relationship(request: PortalRequest, pk: int) -> HttpResponse:
    """End it, once one has been told what that means."""
    one = _relationship(request, pk)
    require(request.member, Permission.ASK_RELATIONSHIP)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            ended = actions.end_relationship(one, reason=form.cleaned_data["reason"], by=request.member)
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(error.field, str(error))
        else:
            words = _("%(partner)s no longer looks after you in %(area)s.")
            messages.success(request, words % {"partner": ended.partner.name, "area": ended.area.name})
            return redirect("companies:relationship", pk)
    elif not form.is_bound and one.status != Relationship.Status.ACTIVE:
        return redirect("companies:relationship", pk)
    context = {"one": one, "form": form}
    return render(request, "companies/end_relationship.html", context, status=422 if form.is_bound else 200)


def _relationship(request: PortalRequest, pk: int) -> Relationship:
    try:
        return queries.relationship_for(request.member, pk)
    except Relationship.DoesNotExist:
        raise Http404 from None
