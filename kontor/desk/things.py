"""What the page of a thing shows: each queue adds its own to what all have."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from kontor.companies.book import changes_in
from kontor.companies.http import PortalRequest
from kontor.companies.models import ChangeReview, Relationship
from kontor.desk import queries
from kontor.desk.decision_forms import (
    ChangeDecision,
    Decision,
    MachineDecision,
    Option,
    RegistrationDecision,
    RelationshipDecision,
    ReplyForm,
)
from kontor.desk.duplicates import Alike, beside, likely, side_by_side
from kontor.desk.http import back_in
from kontor.desk.lines import messages_of
from kontor.desk.outside_forms import (
    ContactDecision,
    InvitationDecision,
    contact_options,
    invitation_options,
)
from kontor.desk.permissions import may, roles_that_may
from kontor.desk.queue import Queue, Wanted
from kontor.desk.staff_queries import away_now
from kontor.desk.timeline import timeline_of
from kontor.equipment import queries as equipment
from kontor.equipment.models import Holding
from kontor.kit import frame
from kontor.kit.paging import number_in
from kontor.onboarding import contacting
from kontor.onboarding import queries as onboarding
from kontor.onboarding.checks import company_domain
from kontor.onboarding.models import CompanyInvitation, ContactMessage, Registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.service import queries as service
from kontor.service.models import Case


def thing_context(
    request: PortalRequest, queue: Queue, thing: Any, *, form: Decision | ReplyForm | None = None
) -> dict[str, Any]:
    """Everything for a thing's page; `form` is a refused one that is shown again."""
    staff = request.staff
    turn = queue.turn_of(thing)
    allowed = may(staff, queue.permission)
    decides = allowed and queue.key != "cases" and turn != "over"
    company = thing.company
    asker = getattr(thing, queue.asker) if queue.asker else None
    handler = thing.handled_by
    context = {
        "queue": queue,
        "thing": thing,
        "listed": queue.listed(thing, Wanted()),
        "turn": turn,
        "may": allowed,
        "who_may": roles_that_may(queue.permission),
        "me": staff,
        "away": away_now(handler) if handler and handler.pk != staff.pk and turn != "over" else None,
        "decides": decides,
        "customer": queries.customer_of(staff, company, asker=asker, besides=thing) if company else None,
        "asker_words": _("asked"),
        "timeline": timeline_of(
            thing,
            operator=frame.of(request).operator.name,
            known=[handler, staff, asker],
        ),
        "back": back_in(request),
        "turn_template": f"desk/things/{queue.one}_turn.html",
        "work_template": f"desk/things/{queue.one}.html",
        "fields_template": f"desk/things/{queue.one}_fields.html",
    }
    return context | MORE[queue.key](request, thing, form)


def _registration(request: PortalRequest, one: Registration, form: Any) -> dict[str, Any]:
    choice = beside(likely(request.staff, one), customer_beside(request))
    return {
        "areas": onboarding.areas_of(one),
        "choice": choice,
        "rows": side_by_side(one, choice.alike),
        "answer_by": onboarding.answer_by(one),
        "own_domain": company_domain(one.email),
        "form": form
        or RegistrationDecision(options=registration_options(one, choice.alike), initial={"decision": ""}),
    }


def customer_beside(request: PortalRequest) -> str:
    """The number of the customer that is to stand beside the registration, as the link or the form names it."""
    return str(request.POST.get("customer") or request.GET.get("customer", ""))


def registration_options(one: Registration, alike: Alike | None) -> list[Option]:
    """The customer that stands beside it, a company of their own, a question, or no."""
    name = one.first_name
    options = into_options(one, alike) if alike else []
    if one.company_name:
        options.append(
            Option(
                "approve",
                _("Approve as a new customer"),
                _("%(company)s gets a customer number. %(name)s comes in at once and administers it.")
                % {"company": one.company_name, "name": name},
                _("Approve %(company)s") % {"company": one.company_name},
            )
        )
    if one.status == RegistrationStatus.WAITING:
        options.append(
            Option(
                "ask",
                _("Ask back"),
                _("%(name)s has 14 days to answer.") % {"name": name},
                _("Send the question"),
                "send",
            )
        )
    return [
        *options,
        Option(
            "reject",
            _("Reject"),
            _("Needs a reason, which %(name)s reads word for word.") % {"name": name},
            _("Reject the registration"),
            "x",
        ),
    ]


def into_options(one: Registration, alike: Alike) -> list[Option]:
    """Into a customer at once, or as its administrators decide."""
    name, company = one.first_name, alike.company
    follows = (
        _("%(name)s comes in at once and administers it: nobody does so far.")
        if not alike.administrators
        else _("%(name)s comes in at once as a buyer; its administrators may change that.")
    )
    into = Option(
        f"into-{company.pk}",
        _("Approve into %(number)s") % {"number": company.number},
        f"{company.name}. {follows % {'name': name}}",
        _("Approve into %(company)s") % {"company": company.name},
    )
    if one.status != RegistrationStatus.WAITING or one.passed_on_at or not alike.administrators:
        return [into]
    words = _(
        "%(people)s decide whether %(name)s joins %(company)s. If nobody does in time, it comes back here."
    )
    return [
        into,
        Option(
            f"pass-{company.pk}",
            _("Let %(number)s decide") % {"number": company.number},
            words % {"people": alike.deciders, "name": name, "company": company.name},
            _("Ask %(company)s") % {"company": company.name},
            "send",
        ),
    ]


def _relationship(request: PortalRequest, one: Relationship, form: Any) -> dict[str, Any]:
    return {
        "served_by": queries.served_by(one),
        "addresses": queries.billing_addresses([one.company]),
        "form": form
        or RelationshipDecision(options=relationship_options(one), initial={"decision": "accept"}),
    }


def relationship_options(one: Relationship) -> list[Option]:
    """Yes, or no with a reason."""
    names = {"company": one.company.name, "partner": one.partner.name, "area": one.area.name}
    return [
        Option(
            "accept",
            _("Accept"),
            _(
                "%(partner)s looks after %(company)s in %(area)s from today on. Whoever asked is told by e-mail."
            )
            % names,
            _("Accept %(company)s") % names,
        ),
        Option(
            "decline",
            _("Decline"),
            _("Needs a reason, which whoever asked reads word for word."),
            _("Decline the request"),
            "x",
        ),
    ]


def _change(request: PortalRequest, one: ChangeReview, form: Any) -> dict[str, Any]:
    options = change_options(one)
    return {
        "changes": changes_in(one),
        "form": form or ChangeDecision(options=options, initial={"decision": "seen"}),
    }


def change_options(one: ChangeReview) -> list[Option]:
    """It is as it is; one has seen it."""
    return [
        Option(
            "seen",
            _("Seen"),
            _("It holds already. It leaves the queue, and nobody is told."),
            _("I have seen it"),
        )
    ]


def _machine(request: PortalRequest, one: Holding, form: Any) -> dict[str, Any]:
    elsewhere = equipment.held_elsewhere(one, request.staff) if one.status == Holding.Status.PENDING else None
    known = queries.machine_known_as(one)
    initial: dict[str, Any] = {"decision": "" if elsewhere else "accept"}
    if known is not None:
        initial |= {"maker": known.maker, "model": known.model}
    return {
        "elsewhere": elsewhere,
        "known": known,
        "form": form or MachineDecision(options=machine_options(one, elsewhere), initial=initial),
    }


def machine_options(one: Holding, elsewhere: Any) -> list[Option]:
    """Yes, also where somebody else holds it; or no with a reason."""
    names = {"company": one.company.name, "serial": one.serial}
    if elsewhere:
        accept = Option(
            "accept_end",
            _("Accept, and end the other entry"),
            _(
                "From that day on it is %(company)s’s. Who held it keeps its readings and cases, but sends no new ones."
            )
            % names,
            _("Accept %(serial)s and end the other entry") % names,
        )
    else:
        accept = Option(
            "accept",
            _("Accept"),
            _("%(company)s sends readings for it and opens cases. Whoever registered it is told by e-mail.")
            % names,
            _("Accept %(serial)s") % names,
        )
    return [
        accept,
        Option(
            "decline",
            _("Decline"),
            _("Needs a reason, which whoever registered it reads word for word."),
            _("Decline the machine"),
            "x",
        ),
    ]


def _case(request: PortalRequest, one: Case, form: Any) -> dict[str, Any]:
    most, before = service.SHOWN_MESSAGES, number_in(request, "before", otherwise=0)
    said = service.messages_of(one, request.staff, most=most + 1, before=before or None)
    shown = said[-most:]
    return {
        "conversation": messages_of(one, shown),
        "earlier": shown[0].pk if len(said) > most else None,
        "before": before,
        "form": form or ReplyForm(),
    }


def _invitation(request: PortalRequest, one: CompanyInvitation, form: Any) -> dict[str, Any]:
    return {
        "areas": onboarding.areas().filter(code__in=one.areas),
        "form": form or InvitationDecision(options=invitation_options(one), initial={"decision": "resend"}),
    }


def _contact(request: PortalRequest, one: ContactMessage, form: Any) -> dict[str, Any]:
    return {
        "pictures": contacting.pictures_of(one),
        "form": form or ContactDecision(options=contact_options(one), initial={"decision": "answer"}),
    }


MORE: Final[Mapping[str, Callable[[PortalRequest, Any, Any], dict[str, Any]]]] = {
    "registrations": _registration,
    "invitations": _invitation,
    "contacts": _contact,
    "changes": _change,
    "relationships": _relationship,
    "machines": _machine,
    "cases": _case,
}
