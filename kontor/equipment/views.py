"""Machines, as the company that has them sees them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kontor.companies.choosing import Colleagues
from kontor.companies.http import PortalRequest, member_required
from kontor.companies.models import Member
from kontor.companies.permissions import Permission, may, require
from kontor.equipment import actions, queries
from kontor.equipment.errors import AlreadyRegistered, SerialMalformed
from kontor.equipment.forms import (
    SORT_WORDS,
    AssignForm,
    DescribeForm,
    FilterForm,
    ReadingForm,
    RegisterForm,
)
from kontor.equipment.lines import lines_of, lines_of_readings
from kontor.equipment.models import Holding, Meter, sees_all_machines
from kontor.equipment.timeline import timeline_of
from kontor.equipment.turn import turn_of
from kontor.equipment.units import reading, short_unit_of
from kontor.kit import export as files
from kontor.kit import frame, panels
from kontor.kit.errors import DomainError
from kontor.kit.formats import number
from kontor.kit.keyset import Keys
from kontor.kit.looks import look
from kontor.kit.one_of import FEWEST, Said, offers

EXPORTS: Final = {"csv": files.csv_response, "xlsx": files.xlsx_response}
SHOWN_ON_MACHINE: Final = 24


@require_safe
@member_required
def machine_list(request: PortalRequest) -> HttpResponse:
    """The company's machines, or those assigned to the member (EQ-2, CO-4)."""
    return _list_page(request)


def _list_page(
    request: PortalRequest,
    *,
    assigning: AssignForm | None = None,
    chosen: Collection[int] = (),
    status: int = 200,
) -> HttpResponse:
    """The list that the address asks for, with the machines that were `chosen` for a deed that was refused."""
    member = request.member
    assigns = may(member, Permission.ASSIGN_EQUIPMENT)
    colleagues = Colleagues(member) if assigns else None
    form = FilterForm(request.GET, member=member, colleagues=colleagues)
    wanted = form.wanted()
    page = queries.page_of_holdings(member, wanted, Keys.of(request))
    context = {
        "form": form,
        "filters": form.filters(),
        "page": page,
        "lines": lines_of(page.rows, chosen=chosen),
        "count": queries.count_holdings(member, wanted) if page.has_more else len(page.rows),
        "sorts": list(SORT_WORDS.items()),
        "sort": wanted.sort,
        "may_register": may(member, Permission.REGISTER_EQUIPMENT),
        "assigning": assigning or (AssignForm(colleagues=colleagues) if colleagues else None),
        "only_mine": member.company.assigns_equipment and not sees_all_machines(member),
    }
    return render(request, "equipment/list.html", context, status=status)


@require_safe
@member_required
def colleagues(request: PortalRequest) -> HttpResponse:
    """Colleagues who are called as one types, to assign machines to or to filter by; without JavaScript the filter."""
    require(request.member, Permission.ASSIGN_EQUIPMENT)
    typed = Said.of(request.GET, "member").typed
    if not request.htmx:
        return redirect(f"{reverse('equipment:list')}?{urlencode({'member_typed': typed})}")
    known = Colleagues(request.member)
    found = [known.offer(one) for one in known.like(typed)] if len(typed) >= FEWEST else []
    template = "equipment/_colleagues.html" if "filter" in request.GET else "kit/forms/offers.html"
    context = offers(found, searched=typed if len(typed) >= FEWEST else "")
    return render(request, template, context | {"name": "member"})


@require_safe
@member_required
def export(request: PortalRequest, kind: str) -> HttpResponseBase:
    """The machines of the list as a file for Excel, as `csv` or `xlsx`."""
    if kind not in EXPORTS:
        raise Http404
    member = request.member
    colleagues = Colleagues(member) if may(member, Permission.ASSIGN_EQUIPMENT) else None
    form = FilterForm(request.GET, member=member, colleagues=colleagues)
    holdings = queries.holdings_for(member, form.wanted())
    states = {value: str(look("machine", value).word) for value in Holding.Status.values}
    titles = [
        _("Your own name for it"), _("Serial number"), _("Product area"), _("Model"), _("Place"), _("Keywords"), _("State"),
        _("Yours since"), _("Meter"), _("Last reading"), _("Date of the reading"),
    ]  # fmt: skip
    rows = queries.exported(holdings, states=states)
    return EXPORTS[kind](_("machines"), titles, rows, scope=member.scope)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def register(request: PortalRequest) -> HttpResponse:
    """A new machine by its serial number; its partner's staff check it (EQ-1)."""
    member = request.member
    require(member, Permission.REGISTER_EQUIPMENT)
    if request.method != "POST":
        form = RegisterForm(initial={"serial": request.GET.get("serial", "")[:60]})
        return render(request, "equipment/register.html", {"form": form})
    form = RegisterForm(request.POST)
    if form.is_valid():
        try:
            holding = actions.register(**form.cleaned_data, by=member)
        except (SerialMalformed, AlreadyRegistered) as error:
            form.add_error(error.field, str(error))
        else:
            messages.success(request, _("%(name)s is registered.") % {"name": holding.name})
            return redirect(holding)
    return render(request, "equipment/register.html", {"form": form}, status=422)


@require_safe
@member_required
def machine(request: PortalRequest, pk: int) -> HttpResponse:
    """A machine: whose turn it is, its meters, its cases, the facts, who looks after it, what happened."""
    return _machine_page(request, _find(request, pk))


def _find(request: PortalRequest, pk: int) -> Holding:
    try:
        return queries.holding_for(request.member, pk)
    except Holding.DoesNotExist:
        raise Http404 from None


def _machine_page(
    request: PortalRequest,
    holding: Holding,
    *,
    form: ReadingForm | None = None,
    assigning: AssignForm | None = None,
    status: int = 200,
) -> HttpResponse:
    member = request.member
    meters = queries.meters_of(holding)
    meter = form.meter if form else _chosen(meters, request.GET.get("meter", ""))
    held = holding.status == Holding.Status.HELD
    reads = held and may(member, Permission.SEND_READING)
    operator = frame.of(request).operator.name
    if meter and reads and form is None:
        form = ReadingForm(meter=meter)
    assigns = may(member, Permission.ASSIGN_EQUIPMENT) and holding.status in actions.OPEN
    context = {
        "holding": holding,
        "look": look("machine", holding.status),
        "model": queries.model_of(holding),
        "picture": queries.picture_of(holding),
        "turn": turn_of(holding, meters, may_read=reads, operator=operator),
        "people": queries.people_of([holding]).get(holding.pk, []),
        "assigned_only": member.company.assigns_equipment,
        "assigning": (assigning or AssignForm(colleagues=Colleagues(member))) if assigns else None,
        "may_describe": may(member, Permission.REGISTER_EQUIPMENT)
        and holding.company_id == member.company_id,
        "may_open_case": holding.status in actions.OPEN and may(member, Permission.OPEN_CASE),
        "cases": panels.ask("equipment.cases", member, [holding.pk]).get(holding.pk),
        "timeline": timeline_of(holding, operator=operator),
        "form": form if reads else None,
        "meters": meters,
    }
    if meter:
        context |= _meter_context(meter, SHOWN_ON_MACHINE)
    return render(request, "equipment/machine.html", context, status=status)


def _chosen(meters: Sequence[Meter], kind: str) -> Meter | None:
    """The meter that the address names, else the first."""
    return next((meter for meter in meters if meter.kind == kind), meters[0] if meters else None)


def _meter_context(meter: Meter, most: int) -> dict[str, Any]:
    """A meter with what its chart draws."""
    history = queries.history_of(meter, most)
    return {
        "meter": meter,
        "unit": short_unit_of(meter.kind),
        "history": history,
        "newest": lines_of_readings(history.readings[::-1]),
        "chart": _points(history) if len(history.readings) > 1 else "",
        "last": reading(meter.last_value, meter.kind),
        "monthly": reading(history.monthly, meter.kind),
        "latest": reading(history.latest, meter.kind),
    }


def _points(history: queries.History) -> str:
    """Days and values for the chart."""
    return json.dumps([[one.read_on.isoformat(), float(one.value)] for one in history.readings])


@require_POST
@member_required
def send_reading(request: PortalRequest, pk: int, kind: str) -> HttpResponse:
    """What a meter says now (EQ-3)."""
    holding = _find(request, pk)
    require(request.member, Permission.SEND_READING)
    meter = next((one for one in queries.meters_of(holding) if one.kind == kind), None)
    if meter is None:
        raise Http404
    form = ReadingForm(request.POST, meter=meter)
    if form.is_valid():
        try:
            sent = actions.send_reading(meter, **form.cleaned_data, by=request.member)
        except DomainError as error:
            if error.field is None:
                raise
            for problem in actions.problems_of(queries.meter_now(meter), **form.cleaned_data) or [error]:
                form.add_error(problem.field, str(problem))
                form.asks = form.asks or problem.code == "reading.implausible"
        else:
            told = {"reading": reading(sent.value, kind), "name": holding.name}
            messages.success(request, _("%(reading)s received for %(name)s.") % told)
            return redirect(f"{holding.get_absolute_url()}?meter={kind}#readings")
    return _machine_page(request, holding, form=form, status=422)


@require_safe
@member_required
def readings(request: PortalRequest, pk: int) -> HttpResponse:
    """Every reading of a meter, as chart and table."""
    holding = _find(request, pk)
    meters = queries.meters_of(holding)
    meter = _chosen(meters, request.GET.get("meter", ""))
    if meter is None:
        raise Http404
    page = queries.page_of_readings(meter, Keys.of(request))
    context = {
        "holding": holding,
        "meters": meters,
        "page": page,
        "lines": lines_of_readings(page.rows),
        "count": queries.count_readings(meter) if page.has_more else len(page.rows),
    }
    return render(request, "equipment/readings.html", context | _meter_context(meter, queries.SHOWN_IN_CHART))


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def describe(request: PortalRequest, pk: int) -> HttpResponse:
    """The company's own name for a machine, its keywords, where it stands."""
    holding = _find(request, pk)
    require(request.member, Permission.REGISTER_EQUIPMENT)
    if request.method == "POST":
        form = DescribeForm(request.POST, by=request.member)
        if form.is_valid():
            said = dict(form.cleaned_data)
            if "site" in said:
                actions.place(holding, site=said.pop("site"), by=request.member)
            holding = actions.describe(holding, **said, by=request.member)
            messages.success(request, _("Saved."))
            return redirect(holding)
    else:
        known = {"reference": holding.reference, "location": holding.location, "site": holding.site_id}
        form = DescribeForm(initial=known | {"keywords": ", ".join(holding.keywords)}, by=request.member)
    context = {"form": form, "holding": holding}
    return render(request, "equipment/describe.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def assign(request: PortalRequest, pk: int) -> HttpResponse:
    """Let a colleague look after this machine (CO-4)."""
    holding = _find(request, pk)
    require(request.member, Permission.ASSIGN_EQUIPMENT)
    form = AssignForm(request.POST, colleagues=Colleagues(request.member))
    if not form.is_valid():
        return _machine_page(request, holding, assigning=form, status=422)
    colleague: Member = form.cleaned_data["member"]
    actions.assign([holding], member=colleague, by=request.member)
    told = {"person": colleague.name, "name": holding.name}
    messages.success(request, _("%(person)s looks after %(name)s now.") % told)
    return redirect(f"{holding.get_absolute_url()}#people")


@require_POST
@member_required
def unassign(request: PortalRequest, pk: int, member: int) -> HttpResponse:
    """A colleague looks after this machine no longer."""
    holding = _find(request, pk)
    require(request.member, Permission.ASSIGN_EQUIPMENT)
    colleague = next((one for one in queries.people_of([holding]).get(pk, []) if one.pk == member), None)
    if colleague is None:
        raise Http404
    actions.unassign([holding], member=colleague, by=request.member)
    told = {"person": colleague.name, "name": holding.name}
    messages.success(request, _("%(person)s no longer looks after %(name)s.") % told)
    return redirect(f"{holding.get_absolute_url()}#people")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def assign_many(request: PortalRequest) -> HttpResponse:
    """Let a colleague look after the chosen machines of the list, or no longer; the address has the list's filters."""
    require(request.member, Permission.ASSIGN_EQUIPMENT)
    the_list = reverse("equipment:list") + (f"?{request.GET.urlencode()}" if request.GET else "")
    if request.method != "POST":
        return redirect(the_list)
    keys = [_number(key) for key in request.POST.getlist("machine")]
    chosen = queries.holdings_among(request.member, keys[: actions.MOST_AT_ONCE])
    form = AssignForm(request.POST, colleagues=Colleagues(request.member))
    if not chosen:
        form.add_error(None, _("Choose at least one machine."))
    if not form.is_valid():
        return _list_page(request, assigning=form, chosen={one.pk for one in chosen}, status=422)
    colleague: Member = form.cleaned_data["member"]
    if request.POST.get("deed") == "unassign":
        count = actions.unassign(chosen, member=colleague, by=request.member)
        words = ngettext(
            "%(person)s looks after %(count)s machine less.",
            "%(person)s looks after %(count)s machines less.",
            count,
        )
    else:
        count = actions.assign(chosen, member=colleague, by=request.member)
        words = ngettext(
            "%(person)s looks after %(count)s machine more.",
            "%(person)s looks after %(count)s machines more.",
            count,
        )
    messages.success(request, words % {"person": colleague.name, "count": number(count)})
    return redirect(the_list)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
