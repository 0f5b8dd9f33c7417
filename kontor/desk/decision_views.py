"""Deciding at the desk about registrations, relationships and machines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kontor.companies.http import PortalRequest, staff_required
from kontor.companies.models import ChangeReview, Relationship
from kontor.desk import decisions
from kontor.desk.decision_forms import (
    ChangeDecision,
    Decision,
    MachineDecision,
    RegistrationDecision,
    RelationshipDecision,
    ReplyForm,
)
from kontor.desk.duplicates import beside, likely
from kontor.desk.http import go_back
from kontor.desk.permissions import require
from kontor.desk.queue_views import find, show
from kontor.desk.queues import QUEUES
from kontor.desk.things import (
    change_options,
    customer_beside,
    machine_options,
    registration_options,
    relationship_options,
)
from kontor.equipment import queries as equipment
from kontor.equipment.models import Holding
from kontor.kit.errors import DomainError, NotAllowed
from kontor.onboarding.models import Registration


def decide(
    request: PortalRequest, queue: str, thing: Any, form: Decision | ReplyForm, deed: Callable[[], str]
) -> HttpResponse:
    """Do it and go on to the next; what is missing or not possible is said beside the form, which keeps its words."""
    require(request.staff, QUEUES[queue].permission)
    if form.is_valid():
        try:
            told = deed()
        except NotAllowed:
            raise
        except DomainError as error:
            form.add_error(_field(form, error.field), str(error))
        else:
            messages.success(request, told)
            return go_back(request, QUEUES[queue].url(thing))
    return show(request, queue, find(request, queue, QUEUES[queue].name_of(thing)), status=422, form=form)


def _field(form: Decision | ReplyForm, field: str | None) -> str | None:
    """The form's field that an error is about: all words that go with a decision stand in one."""
    field = "message" if field in ("reason", "question") else field
    return field if field in form.fields else None


@require_POST
@staff_required
def decide_registration(request: PortalRequest, key: str) -> HttpResponse:
    """Let an applicant in, ask back, or reject."""
    thing: Registration = find(request, "registrations", key)
    alike = beside(likely(request.staff, thing), customer_beside(request)).alike
    form = RegistrationDecision(request.POST, options=registration_options(thing, alike))

    def deed() -> str:
        way, message = form.cleaned_data["decision"], form.cleaned_data["message"]
        if way == "ask":
            decisions.ask_back(thing, question=message, by=request.staff)
            return _("%(name)s is asked.") % {"name": thing.name}
        if way == "reject":
            decisions.reject_registration(thing, reason=message, by=request.staff)
            return _("The registration of %(name)s is rejected.") % {"name": thing.name}
        if alike and way.startswith("pass-"):
            decisions.pass_on(thing, to=alike.company, by=request.staff)
            return _("The administrators of %(company)s decide about %(name)s.") % {
                "company": alike.company.name,
                "name": thing.name,
            }
        into = alike.company if alike and way.startswith("into-") else None
        decisions.approve_registration(thing, into=into, message=message, by=request.staff)
        return _("%(name)s is in.") % {"name": thing.name}

    return decide(request, "registrations", thing, form, deed)


@require_POST
@staff_required
def decide_relationship(request: PortalRequest, key: int) -> HttpResponse:
    """Look after a company or not."""
    thing: Relationship = find(request, "relationships", key)
    form = RelationshipDecision(request.POST, options=relationship_options(thing))

    def deed() -> str:
        names = {"partner": thing.partner.name, "company": thing.company.name}
        if form.cleaned_data["decision"] == "decline":
            decisions.decline_relationship(thing, reason=form.cleaned_data["message"], by=request.staff)
            return _("The request of %(company)s is declined.") % names
        decisions.accept_relationship(thing, by=request.staff)
        return _("%(partner)s looks after %(company)s now.") % names

    return decide(request, "relationships", thing, form, deed)


@require_POST
@staff_required
def decide_change(request: PortalRequest, key: int) -> HttpResponse:
    """Say that one has looked at it."""
    thing: ChangeReview = find(request, "changes", key)
    form = ChangeDecision(request.POST, options=change_options(thing))

    def deed() -> str:
        decisions.see_changes(thing, by=request.staff)
        return _("You have seen what %(company)s changed.") % {"company": thing.company.name}

    return decide(request, "changes", thing, form, deed)


@require_POST
@staff_required
def decide_machine(request: PortalRequest, key: int) -> HttpResponse:
    """The company has this machine or not."""
    thing: Holding = find(request, "machines", key)
    options = machine_options(thing, equipment.held_elsewhere(thing, request.staff))
    form = MachineDecision(request.POST, options=options)

    def deed() -> str:
        given, names = form.cleaned_data, {"serial": thing.serial, "company": thing.company.name}
        if given["decision"] == "decline":
            decisions.decline_machine(thing, reason=given["message"], by=request.staff)
            return _("%(serial)s is declined.") % names
        decisions.accept_machine(
            thing,
            model=given["model"],
            maker=given["maker"],
            held_from=given["held_from"],
            end_other=given["decision"] == "accept_end",
            by=request.staff,
        )
        return _("%(company)s has %(serial)s now.") % names

    return decide(request, "machines", thing, form, deed)
