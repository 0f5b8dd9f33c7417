"""The queues of the desk beside that of orders, each described in one place (ST-1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kontor.companies.models import ChangeReview, Company, Relationship
from kontor.desk.outside_queues import CONTACTS, INVITATIONS
from kontor.desk.permissions import Permission
from kontor.desk.queue import Queue, Words, due_after
from kontor.equipment.models import Holding
from kontor.kit.formats import number
from kontor.onboarding.models import Registration
from kontor.onboarding.queries import FOR_STAFF, PROMISED, answer_by
from kontor.onboarding.statuses import RegistrationStatus
from kontor.service.models import Case
from kontor.service.statuses import OURS, CaseStatus


def _of_companies(search: str) -> Q:
    found = Company.objects.filter(Q(name__icontains=search) | Q(number=search))
    return Q(company__in=found.values("pk"))


def _registrations(search: str) -> Q:
    words = (
        "number",
        "company_name",
        "email",
        "first_name",
        "last_name",
        "organisation_number",
        "vat_number",
    )
    found = Q()
    for word in words:
        found |= Q(**{f"{word}__icontains": search})
    return found


def _machines(search: str) -> Q:
    plain = "".join(sign for sign in search.upper() if sign.isalnum())
    found = _of_companies(search) | Q(reference__icontains=search)
    return found | Q(serial__contains=plain) if plain else found


def _cases(search: str) -> Q:
    return _of_companies(search) | Q(number__iexact=search) | Q(subject__icontains=search)


def _read_registration(one: Registration) -> Words:
    return Words(one.company_name or one.name, (one.name, one.number) if one.company_name else (one.number,))


def _read_relationship(one: Relationship) -> Words:
    return Words(one.company.name, (one.area.name,))


def _read_change(one: ChangeReview) -> Words:
    count = len(one.entries)
    told = ngettext("%(count)s change", "%(count)s changes", count) % {"count": number(count)}
    return Words(one.company.name, (one.company.number, told))


def _read_machine(one: Holding) -> Words:
    return Words(one.serial, (one.company.name, one.area.name))


def _read_case(one: Case) -> Words:
    return Words(one.subject, (one.number, one.company.name))


OF_COMPANY: Final = ("company__name",)
OF_AREA: Final = ("area__name_nb", "area__name_de", "area__name_en")
S, R, H = RegistrationStatus, Relationship.Status, Holding.Status

QUEUES: Final[Mapping[str, Queue]] = {
    queue.key: queue
    for queue in (
        Queue(
            key="cases",
            one="case",
            words=_("Cases"),
            icon="message-square-text",
            model=Case,
            permission=Permission.ANSWER_CASES,
            named_by="number",
            ours=Q(status__in=OURS),
            theirs=Q(status=CaseStatus.WAITING),
            over=Q(status=CaseStatus.SOLVED),
            since="last_at",
            ended="last_at",
            related=("company", "holding"),
            asker="opened_by",
            listed_by=("subject", *OF_COMPANY),
            looks="case",
            search_words=_("Number, subject or customer"),
            search=_cases,
            in_area="area__code",
            read=_read_case,
            nothing=_("No case waits for us"),
            shown=Q(),
            nothing_why=_("Cases that customers open or answer appear here by themselves."),
        ),
        Queue(
            key="registrations",
            one="registration",
            words=_("Registrations"),
            icon="user-plus",
            model=Registration,
            permission=Permission.DECIDE_REGISTRATIONS,
            named_by="number",
            ours=Q(status=S.WAITING),
            theirs=Q(status=S.ASKED),
            over=Q(status__in=[S.APPROVED, S.REJECTED, S.WITHDRAWN, S.EXPIRED]),
            since="proven_at",
            ended="proven_at",
            related=("company", "terms"),
            listed_by=("company_name", "first_name", "last_name", "country"),
            looks="registration",
            search_words=_("Number, name, company or e-mail"),
            search=_registrations,
            in_area="areas__contains",
            read=_read_registration,
            due=answer_by,
            nothing=_("No registration waits for us"),
            nothing_why=_("Who registers and has proven the address appears here by itself."),
            # Before the address is proven it is nobody's work; who joins a company is at first its administrators' (ON-4).
            shown=~Q(status__in=[S.DRAFT, S.UNPROVEN]) & Q(proven_at__isnull=False) & FOR_STAFF,
        ),
        INVITATIONS,
        Queue(
            key="changes",
            one="change",
            words=_("Company changes"),
            icon="pencil-line",
            model=ChangeReview,
            permission=Permission.SEE_CHANGES,
            named_by="pk",
            ours=Q(status=ChangeReview.Status.NEW),
            theirs=None,
            over=Q(status=ChangeReview.Status.SEEN),
            since="changed_at",
            ended="seen_at",
            related=("company",),
            listed_by=("company__name", "company__number", "entries"),
            looks="change",
            search_words=_("Name or number of the customer"),
            search=_of_companies,
            in_area="",
            read=_read_change,
            due=due_after("changed_at", PROMISED),
            nothing=_("No company has changed anything"),
            shown=Q(),
            nothing_why=_(
                "What customers change of their name, their address or where invoices go appears here by itself."
            ),
        ),
        Queue(
            key="relationships",
            one="relationship",
            words=_("Relationships"),
            icon="handshake",
            model=Relationship,
            permission=Permission.DECIDE_RELATIONSHIPS,
            named_by="pk",
            ours=Q(status=R.REQUESTED),
            theirs=None,
            over=Q(status__in=[R.ACTIVE, R.DECLINED, R.ENDING, R.ENDED]),
            since="requested_at",
            ended="decided_at",
            related=("company", "area", "terms"),
            asker="requested_by",
            listed_by=(*OF_COMPANY, *OF_AREA),
            looks="relationship",
            search_words=_("Name or number of the customer"),
            search=_of_companies,
            in_area="area__code",
            read=_read_relationship,
            due=due_after("requested_at", PROMISED),
            nothing=_("Nobody asks to be looked after"),
            shown=Q(),
            nothing_why=_("Companies that ask for a business relationship appear here by themselves."),
        ),
        Queue(
            key="machines",
            one="machine",
            words=_("Machines"),
            icon="forklift",
            model=Holding,
            permission=Permission.DECIDE_MACHINES,
            named_by="pk",
            ours=Q(status=H.PENDING),
            theirs=None,
            over=Q(status__in=[H.HELD, H.DECLINED, H.ENDED]),
            since="registered_at",
            ended="decided_at",
            related=("company", "area", "machine"),
            asker="registered_by",
            listed_by=("serial", *OF_COMPANY, *OF_AREA),
            looks="machine",
            search_words=_("Serial number or customer"),
            search=_machines,
            in_area="area__code",
            read=_read_machine,
            due=due_after("registered_at", PROMISED),
            nothing=_("No machine waits to be checked"),
            shown=Q(),
            nothing_why=_("Machines that customers register appear here by themselves."),
        ),
        CONTACTS,
    )
}
