"""Our staff looks at the portal as a member sees it (ST-3); why it is so: docs/decisions/0018-looking-as-a-member.md.

The session says as whom. Its requests run under the member's scope, in transactions in which PostgreSQL lets nothing be
written, whoever acts within them. It begins with a reason, ends by itself, and the member can read of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from kontor.companies.actors import MEMBERS
from kontor.companies.errors import MemberInactive
from kontor.companies.helping import may_help, said
from kontor.companies.models import Member, Relationship
from kontor.journal.actions import record
from kontor.journal.models import Entry
from kontor.kit.errors import DomainError
from kontor.kit.keyset import SIZE, Keys, Page, page_of
from kontor.kit.scope import Scope, acting_in
from kontor.partners.consent import JUST_SIGNED_IN
from kontor.partners.models import Staff

LOOKING: Final = "looking"
LASTS: Final = dt.timedelta(minutes=30)
BEGAN, ENDED, FETCHED = "member.look_began", "member.look_ended", "member.look_fetched"

# What is the person's alone, or ours: credentials, sessions, what they keep to themselves.
CLOSED: Final = ("/accounts/", "/admin/", "/desk/", "/company/switch/")
READS: Final = ("GET", "HEAD", "OPTIONS")


class OthersServeToo(DomainError):
    """A member sees what all partners do for the company; a partner's staff may not (ST-2)."""

    code = "look.others_serve_too"
    message = _(
        "Another partner looks after %(company)s too, or did, and you would see what is theirs. Please ask the operator."
    )


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks as whom, until when at most."""

    staff: Staff
    member: Member
    until: dt.datetime
    entry: str

    @property
    def scope(self) -> Scope:
        return replace(self.member.scope, read_only=True)


@transaction.atomic
def begin_look(session: SessionBase, member: Member, *, reason: str, by: Staff) -> None:
    """Look as this member from the next request on, for half an hour at most.

    Raises `ReplacementReasonMissing`, `MemberInactive`, `OthersServeToo`, `NotAllowed`.
    """
    reason = said(reason)
    may_help(member, by)
    if not member.is_active:
        raise MemberInactive()
    if by.partner_id is not None and _others_serve(member, by):
        raise OthersServeToo(company=member.company.name)
    until = timezone.now() + LASTS
    entry = _record(BEGAN, member, by, reason=reason, until=until.isoformat())
    session.pop(JUST_SIGNED_IN, None)
    session[LOOKING] = {"member": member.pk, "until": until.isoformat(), "entry": str(entry.pk)}


@transaction.atomic
def end_look(session: SessionBase, *, by: Staff) -> Member | None:
    """Be oneself again; as whom one looked, if that can still be seen."""
    kept = session.pop(LOOKING, None)
    with acting_in(MEMBERS):
        member = Member.objects.select_related("company").filter(pk=kept["member"]).first() if kept else None
        if member is not None and kept is not None:
            _record(ENDED, member, by, began=kept["entry"])
    return member


def current_look(request: HttpRequest, scope: Scope) -> Looking | None:
    """As whom the staff member with this scope looks in this request; None once time is over or there is nobody to be."""
    kept = request.session.get(LOOKING)
    if not kept or scope.company is not None:
        return None
    with acting_in(scope):
        staff = Staff.objects.select_related("partner").get(user=scope.user)
        companies = ("user", "company__entity", "company__partner", "own_role", "site")
        member = Member.objects.select_related(*companies).filter(pk=kept["member"], is_active=True).first()
    until = parse_datetime(kept["until"])
    assert until is not None
    leaves = request.method == "POST" and request.path == reverse("account_logout")
    if leaves or member is None or timezone.now() >= until:
        end_look(request.session, by=staff)
        if not leaves:
            messages.info(request, _("You no longer look at the portal as somebody else: it ends by itself."))
        return None
    if request.path == reverse("companies:end_look"):
        return None
    return Looking(staff, member, until, kept["entry"])


def is_open(request: HttpRequest) -> bool:
    """Whether a request may be answered while somebody looks."""
    return request.method in READS and not request.path.startswith(CLOSED)


def note_file(looking: Looking, request: HttpRequest, response: HttpResponseBase) -> None:
    """Keep that a file was fetched."""
    if response.status_code == 200 and (response.streaming or response.has_header("Content-Disposition")):
        with acting_in(looking.staff):
            _record(FETCHED, looking.member, looking.staff, began=looking.entry, path=request.path)


def _record(verb: str, member: Member, by: Staff, **details: Any) -> Entry:
    return record(verb, member, by=by, partner_id=by.partner_id, **details)


def _others_serve(member: Member, by: Staff) -> bool:
    with acting_in(MEMBERS):
        others = Relationship.objects.filter(company__in=member.scope.companies, since__isnull=False)
        return others.exclude(partner=by.partner_id).exists()


# ── What the member reads of it ──────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody of ours looked at the portal as the reader."""

    began: dt.datetime
    until: dt.datetime
    ended: bool
    who: str
    house: str
    reason: str


def looks_at(member: Member, keys: Keys, *, size: int = SIZE) -> Page[Look]:
    """When who of us looked as this member, and why; the newest first."""
    about = Entry.objects.filter(subject="member", subject_id=str(member.pk), company_id=member.company_id)
    page = page_of(about.filter(verb=BEGAN), order=("-at", "-id"), keys=keys, size=size)
    keys_of_page = [str(one.pk) for one in page.rows]
    ended = dict(
        about.filter(verb=ENDED, details__began__in=keys_of_page).values_list("details__began", "at")
    )
    people = Staff.objects.filter(user__in={one.user_id for one in page.rows}).select_related("partner")
    return page.map(lambda one: _look(one, ended, {staff.user_id: staff for staff in people}))


def _look(entry: Entry, ended: dict[str, dt.datetime], people: dict[int, Staff]) -> Look:
    who = people.get(entry.user_id or 0)
    at = ended.get(str(entry.pk))
    last = parse_datetime(entry.details["until"])
    assert last is not None
    return Look(
        began=entry.at,
        until=min(at, last) if at else last,
        ended=at is not None or last < timezone.now(),
        who=who.name if who else "",
        house=who.partner.name if who and who.partner else "",
        reason=entry.details["reason"],
    )


def lately(member: Member) -> Page[Look]:
    """The last three, for the page with one's own data."""
    return looks_at(member, Keys(), size=3)
