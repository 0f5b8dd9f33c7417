"""Reading cases, as far as who looks may see them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kontor.catalogue.numbers import plain
from kontor.companies.actors import Viewer
from kontor.companies.models import Member, Relationship
from kontor.companies.permissions import Permission, may, require
from kontor.documents.models import Document
from kontor.documents.queries import documents_by_subject
from kontor.equipment.models import Holding, HoldingQuerySet, sees_all_machines
from kontor.equipment.queries import Wanted as WantedMachines
from kontor.equipment.queries import holdings_for
from kontor.kit.keyset import Keys, Page, first, page_of
from kontor.kit.looks import Look, look
from kontor.partners.models import ProductArea, Staff
from kontor.service.models import WITH_COMPANY, Case, CaseQuerySet, Message
from kontor.service.statuses import OPEN, OURS, CaseStatus

COUNTED_UP_TO: Final = 1000
SHOWN_MESSAGES: Final = 100
SORTS: Final[dict[str, tuple[str, str]]] = {
    "-last_at": ("-last_at", "-id"),
    "last_at": ("last_at", "id"),
}
SAID: Final = (
    "body",
    "note",
    "written_at",
    "member__first_name",
    "member__last_name",
    "staff__first_name",
    "staff__last_name",
    "staff__partner__name",
)
TABS: Final = ("open", "mine", "solved", "all")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases one looks for; empty fields ask for nothing. `tab` is one of `TABS`; `mine`: the customer's turn."""

    tab: str = "all"
    search: str = ""
    kind: str = ""
    holding: int | None = None
    sort: str = "-last_at"

    @property
    def order(self) -> tuple[str, str]:
        return SORTS.get(self.sort, SORTS["-last_at"])


def cases_for(viewer: Viewer, wanted: Wanted | None = None) -> CaseQuerySet:
    """Cases this person may see, as far as they are wanted. Raises `NotAllowed`."""
    if isinstance(viewer, Member):
        require(viewer, Permission.SEE_CASES)
    wanted = wanted or Wanted()
    cases = Case.objects.visible_to(viewer)
    match wanted.tab:
        case "open":
            cases = cases.filter(status__in=OPEN)
        case "mine":
            cases = cases.filter(status=CaseStatus.WAITING)
        case "solved":
            cases = cases.filter(status=CaseStatus.SOLVED)
    if wanted.kind:
        cases = cases.filter(kind=wanted.kind)
    if wanted.holding:
        cases = cases.filter(holding=wanted.holding)
    for word in wanted.search.split():
        cases = cases.filter(_matching(word))
    return cases


def _matching(word: str) -> Q:
    """By number and subject, and by name and number of the machine."""
    found = Q(number__icontains=word) | Q(subject__icontains=word) | Q(holding__reference__icontains=word)
    if bare := plain(word):
        found |= Q(holding__serial__contains=bare)
    return found


@dataclass(frozen=True, slots=True)
class Listed:
    """A case as lists show it."""

    case: Case
    look: Look

    @property
    def mine(self) -> bool:
        """It is the customer's turn."""
        return self.case.status == CaseStatus.WAITING

    @property
    def ours(self) -> bool:
        return self.case.status in OURS


def page_of_cases(viewer: Viewer, wanted: Wanted, keys: Keys) -> Page[Listed]:
    """One page of the cases wanted."""
    cases = cases_for(viewer, wanted).select_related("holding__machine", "opened_by", "partner")
    return page_of(cases, order=wanted.order, keys=keys).map(lambda case: _listed(viewer, case))


def _listed(viewer: Viewer, case: Case) -> Listed:
    return Listed(case, look_for(viewer, case))


def look_for(viewer: Viewer, case: Case) -> Look:
    """How the state looks to this person: where we wait for the customer, it is the reader whom we wait for."""
    seen = look("case", case.status)
    if case.status == CaseStatus.WAITING and isinstance(viewer, Member):
        return replace(seen, word=_("Waiting for you"))
    return seen


def count_cases(viewer: Viewer, wanted: Wanted) -> int:
    """How many there are, counted to 1,001 and no further."""
    return cases_for(viewer, wanted).order_by()[: COUNTED_UP_TO + 1].count()


def waiting_for(member: Member) -> CaseQuerySet:
    """Cases in which it is the member's turn; none for who may not answer."""
    if not may(member, Permission.OPEN_CASE):
        return Case.objects.none()
    return Case.objects.visible_to(member).filter(status=CaseStatus.WAITING)


def case_for(viewer: Viewer, number: str) -> Case:
    """A case with what its page shows. Raises `Case.DoesNotExist`, `NotAllowed`."""
    related = ("partner", "area", "holding__machine", "opened_by", "handled_by")
    return cases_for(viewer).select_related(*related).get(number=number)


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its pictures; `member` and `staff` are None where who wrote is no longer to be seen."""

    pk: int
    member: Member | None
    staff: Staff | None
    body: str
    note: bool
    written_at: dt.datetime
    ours: bool
    pictures: Sequence[Document]


def messages_of(
    case: Case, viewer: Viewer, *, most: int | None = None, before: int | None = None
) -> list[Said]:
    """What was said, oldest first, or the newest `most` of it, or those before one message; notes for staff only."""
    messages = case.messages.select_related("member", "staff__partner").only(*SAID)
    if isinstance(viewer, Member):
        messages = messages.filter(note=False)
    if before is not None and (then := case.messages.filter(pk=before).values_list("written_at").first()):
        messages = messages.filter(written_at__lte=then[0]).exclude(written_at=then[0], pk__gte=before)
    newest = messages.order_by("-written_at", "-pk")
    rows = list(newest if most is None else newest[:most])[::-1]
    pictures = documents_by_subject(viewer, Message, [row.pk for row in rows], company_id=case.company_id)
    return [
        Said(
            row.pk,
            row.member,
            row.staff,
            row.body,
            row.note,
            row.written_at,
            ours=row.staff_id is not None,
            pictures=pictures.get(row.pk, ()),
        )
        for row in rows
    ]


def sees_message(viewer: Viewer, pk: int) -> bool:
    """Whether a message is for this person, so that its pictures are too."""
    seen = Message.objects.filter(pk=pk, case__in=Case.objects.visible_to(viewer))
    if isinstance(viewer, Member):
        seen = seen.filter(note=False)
    return seen.exists()


def people_in(case: Case) -> QuerySet[Member]:
    """Who of the company takes part: who opened it, who took it over, and all who wrote; active ones, who may see cases."""
    wrote = Message.objects.filter(case=case, member__isnull=False).values("member")
    members = Member.objects.filter(
        Q(pk__in=[case.opened_by_id, case.contact_id]) | Q(pk__in=wrote), is_active=True
    )
    return members.filter(company=case.company_id).order_by("last_name", "first_name", "pk")


def cases_of_holding(viewer: Viewer, keys: Sequence[int]) -> Mapping[int, list[Listed]]:
    """Open cases by machine, the newest first; nothing for who may not see cases."""
    found: dict[int, list[Listed]] = defaultdict(list)
    if isinstance(viewer, Member) and not may(viewer, Permission.SEE_CASES):
        return found
    cases = cases_for(viewer, Wanted(tab="open")).filter(holding__in=keys)
    for case in cases.order_by("-last_at", "-pk"):
        if case.holding_id is not None:
            found[case.holding_id].append(_listed(viewer, case))
    return found


def holdings_for_case(member: Member) -> HoldingQuerySet:
    """Machines that a case can be about, by name."""
    if not may(member, Permission.SEE_EQUIPMENT):
        return Holding.objects.none()
    mine = Holding.objects.visible_to(member).filter(status__in=WITH_COMPANY)
    return mine.select_related("machine", "area").order_by("reference", "serial", "pk")


def machines_to_choose(member: Member, search: str, count: int) -> list[Holding]:
    """The first machines that a search finds for a case, by name; none without a search."""
    if not search or not may(member, Permission.SEE_EQUIPMENT):
        return []
    found = holdings_for(member, WantedMachines(search=search)).filter(status__in=WITH_COMPANY)
    return first(found.select_related("machine").order_by("reference", "serial", "pk"), count)


def sees_machine(viewer: Viewer, case: Case) -> bool:
    """Whether the machine of the case is one whose page this person may open (CO-4)."""
    if case.holding_id is None:
        return False
    if isinstance(viewer, Member):
        if not may(viewer, Permission.SEE_EQUIPMENT):
            return False
        if sees_all_machines(viewer):
            return True  # the case is their company's, so the machine is
    return Holding.objects.visible_to(viewer).filter(pk=case.holding_id).exists()


def has_open_cases(company_id: int, partner_id: int) -> bool:
    """Whether the partner still has a case of the company to solve."""
    return Case.objects.filter(company=company_id, partner=partner_id, status__in=OPEN).exists()


def areas_for_case(member: Member) -> QuerySet[ProductArea]:
    """Product areas in which the company has a partner."""
    active = Relationship.objects.filter(company=member.company_id, status=Relationship.Status.ACTIVE)
    return ProductArea.objects.filter(pk__in=active.values("area")).order_by("position", "code")


def page_for_desk(staff: Staff, wanted: Wanted, keys: Keys) -> Page[Listed]:
    """One page of the cases of the customers that a staff member looks after."""
    cases = cases_for(staff, wanted).select_related("company", "holding__machine", "opened_by", "handled_by")
    return page_of(cases, order=wanted.order, keys=keys).map(lambda case: _listed(staff, case))
