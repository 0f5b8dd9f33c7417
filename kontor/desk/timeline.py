"""What happened to a thing of the desk, as staff are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from kontor.companies.models import Member
from kontor.journal.models import Entry
from kontor.journal.telling import Happened, Verb
from kontor.kit.formats import moment
from kontor.onboarding.models import ContactMessage, Registration
from kontor.partners.models import Staff

SHOWN: Final = 30
APPLICANT: Final = "onboarding.applicant"
STRANGER: Final = "onboarding.stranger"

# By the last word of what the journal calls it: what happens to one thing happens to others alike.
VERBS: Final[Mapping[str, Verb]] = {
    "taken": Verb(icon="hand", words=gettext_lazy("Taken")),
    "handed_over": Verb(icon="arrow-right-left", words=gettext_lazy("Handed over to %(name)s")),
    "given_back": Verb(icon="undo-2", words=gettext_lazy("Back in the queue: whoever had it has left")),
    "withdrawn": Verb(icon="ban", words=gettext_lazy("Withdrawn")),
    "registration.sent": Verb(icon="user-plus", words=gettext_lazy("Registered")),
    "registration.proven": Verb(icon="mail-check", words=gettext_lazy("Address proven"), tone="ok"),
    "registration.passed_on": Verb(
        icon="hourglass", words=gettext_lazy("The company's administrators did not answer"), tone="warn"
    ),
    "registration.given_to_company": Verb(
        icon="send", words=gettext_lazy("Given to the company’s administrators")
    ),
    "registration.asked": Verb(icon="message-circle-question-mark", words=gettext_lazy("Asked back")),
    "registration.answered": Verb(icon="message-circle", words=gettext_lazy("Answered")),
    "registration.activated": Verb(
        icon="zap", words=gettext_lazy("Let in at once: what was told fits what we know"), tone="ok"
    ),
    "registration.approved": Verb(icon="circle-check", words=gettext_lazy("Approved"), tone="ok"),
    "registration.rejected": Verb(icon="circle-x", words=gettext_lazy("Rejected"), tone="warn"),
    "registration.expired": Verb(icon="ban", words=gettext_lazy("Expired")),
    "companyinvitation.sent": Verb(icon="mail-plus", words=gettext_lazy("Invited")),
    "companyinvitation.sent_again": Verb(icon="mail", words=gettext_lazy("Sent again")),
    "companyinvitation.accepted": Verb(icon="circle-check", words=gettext_lazy("Accepted"), tone="ok"),
    "companyinvitation.expired": Verb(icon="calendar-x", words=gettext_lazy("Expired"), tone="warn"),
    "contactmessage.received": Verb(icon="life-buoy", words=gettext_lazy("Written")),
    "contactmessage.answered": Verb(icon="message-circle", words=gettext_lazy("Answered"), tone="ok"),
    "contactmessage.closed": Verb(icon="ban", words=gettext_lazy("Closed without an answer")),
    "relationship.requested": Verb(icon="handshake", words=gettext_lazy("Asked for")),
    "relationship.accepted": Verb(icon="circle-check", words=gettext_lazy("Accepted"), tone="ok"),
    "relationship.started": Verb(icon="circle-check", words=gettext_lazy("Begun"), tone="ok"),
    "relationship.declined": Verb(icon="circle-x", words=gettext_lazy("Declined"), tone="warn"),
    "relationship.ended": Verb(icon="ban", words=pgettext_lazy("relationship", "Ended")),
    "relationship.let_go": Verb(icon="circle-check", words=gettext_lazy("Work brought to its end")),
    "holding.registered": Verb(icon="forklift", words=gettext_lazy("Registered")),
    "holding.described": Verb(icon="pencil", words=gettext_lazy("Description changed")),
    "holding.accepted": Verb(icon="circle-check", words=gettext_lazy("Accepted"), tone="ok"),
    "changereview.seen": Verb(icon="eye", words=gettext_lazy("Seen"), tone="ok"),
    "carried_over": Verb(icon="merge", words=gettext_lazy("Taken along when companies were merged")),
    "holding.declined": Verb(icon="circle-x", words=gettext_lazy("Declined"), tone="warn"),
    "holding.ended": Verb(icon="ban", words=pgettext_lazy("machine", "Gone")),
    "case.opened": Verb(icon="message-square-text", words=gettext_lazy("Opened")),
    "case.answered": Verb(icon="message-circle", words=gettext_lazy("Answered")),
    "case.noted": Verb(icon="lock", words=gettext_lazy("Note, staff only")),
    "case.solved": Verb(icon="circle-check", words=gettext_lazy("Solved"), tone="ok"),
    "case.reopened": Verb(icon="rotate-ccw", words=gettext_lazy("Opened again")),
}


def timeline_of(
    thing: Model, *, operator: str, known: Iterable[Staff | Member | None] = ()
) -> Sequence[Happened]:
    """Newest first, each with when and who; what nobody did in person was done by a rule.

    `known` are people that the page has read anyway: who of them did something is not asked for again.
    """
    company: Any = getattr(thing, "company_id", None)
    # A registration has its company only once it is approved.
    about = Entry.objects.filter(subject=thing._meta.model_name, subject_id=str(thing.pk))
    entries = list(about.filter(Q(company_id=company) | Q(company_id=None)).order_by("-at", "-id")[:SHOWN])
    told_of = [(entry, verb) for entry in entries if (verb := _verb(entry))]
    people = [one for one in known if one is not None]
    names = _names([entry for entry, _verb in told_of], company, {one.user_id: one.name for one in people})
    receivers = {entry.details["to"] for entry, _verb in told_of if "to" in entry.details}
    receiving = {one.pk: one.name for one in people if isinstance(one, Staff)}
    if receivers - set(receiving):
        receiving |= {one.pk: one.name for one in Staff.objects.filter(pk__in=receivers)}
    told = []
    for entry, verb in told_of:
        words = str(verb.words)
        if "to" in entry.details:
            words = words % {"name": receiving.get(entry.details["to"], operator)}
        who = _who(entry, thing, names)
        when = moment(entry.at)
        when = when[:1].upper() + when[1:]
        told.append(Happened(verb.icon, words, f"{when}, {who}" if who else when, verb.tone))
    return told


def _who(entry: Entry, thing: Any, names: Mapping[int, str]) -> str:
    """An applicant has no account, but a name."""
    if entry.actor == APPLICANT and isinstance(thing, Registration):
        return thing.name
    if entry.actor == STRANGER and isinstance(thing, ContactMessage):
        return thing.name
    return names.get(entry.user_id or 0, "" if entry.user_id is None and not entry.actor else _("by rule"))


def _verb(entry: Entry) -> Verb | None:
    return VERBS.get(entry.verb) or VERBS.get(entry.verb.partition(".")[2])


def _names(entries: Sequence[Entry], company: int | None, known: dict[int, str]) -> Mapping[int, str]:
    """Names by account; whoever is not known is asked for in two questions at most: staff, and members of the company."""
    users = {entry.user_id for entry in entries if entry.user_id} - set(known)
    if not users:
        return known
    names = known | {one.user_id: one.name for one in Staff.objects.filter(user__in=users)}
    if company is not None and users - set(names):
        names |= {one.user_id: one.name for one in Member.objects.filter(company=company, user__in=users)}
    return names
