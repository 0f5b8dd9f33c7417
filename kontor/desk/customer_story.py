"""What happened with a customer lately, as staff are told: what its people did, and what was done for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.companies.models import Company, Member
from kontor.companies.people import HISTORY
from kontor.journal import deeds
from kontor.journal.models import Entry
from kontor.journal.telling import Happened
from kontor.kit.formats import moment
from kontor.kit.text import Text
from kontor.partners.models import Staff

SHOWN: Final = 12

WORDS: Final[Mapping[str, tuple[str, Text]]] = {
    **HISTORY,
    "company.merged": ("merge", gettext_lazy("Merged with another company")),
    "company.domains_allowed": ("at-sign", gettext_lazy("Endings of addresses changed")),
    "relationship.started": ("handshake", gettext_lazy("Business relationship begun")),
    "relationship.accepted": ("handshake", gettext_lazy("Business relationship accepted")),
    "relationship.declined": ("handshake", gettext_lazy("Business relationship declined")),
    "relationship.ended": ("handshake", gettext_lazy("Business relationship ended")),
    "order.confirmed": ("package-check", gettext_lazy("Order confirmed")),
    "holding.accepted": ("forklift", gettext_lazy("Machine accepted")),
    "holding.declined": ("forklift", gettext_lazy("Machine declined")),
    "case.solved": ("message-square-text", gettext_lazy("Case solved")),
}

# Of what people do themselves, by what it is about.
ICONS: Final[Mapping[str, str]] = {
    "order": "package",
    "holding": "forklift",
    "reading": "gauge",
    "case": "message-square-text",
    "message": "message-square-text",
    "invitation": "mail",
    "address": "map-pin",
    "companyrole": "key-round",
    "member": "user-round",
    "relationship": "handshake",
}


def story_of(company: Company) -> Sequence[Happened]:
    """The last things that happened, newest first, as far as the reader's scope shows them."""
    entries = Entry.objects.filter(company_id=company.pk, verb__in={*deeds.verbs(), *WORDS})
    return _told(entries, company)


def story_of_member(member: Member) -> Sequence[Happened]:
    """What became of one of its people."""
    about = Entry.objects.filter(subject="member", subject_id=str(member.pk), company_id=member.company_id)
    return _told(about.filter(verb__in=list(HISTORY)), member.company, naming=False)


def _told(found: QuerySet[Entry], company: Company, *, naming: bool = True) -> Sequence[Happened]:
    entries = list(found.order_by("-at", "-id")[:SHOWN])
    about = {int(one.subject_id) for one in entries if one.subject == "member"}
    users = {one.user_id for one in entries if one.user_id}
    people = list(Member.objects.filter(company=company, pk__in=about)) if about and naming else []
    subjects = {str(one.pk): one.name for one in people}
    actors = {one.user_id: one.name for one in Member.objects.filter(company=company, user__in=users)}
    actors |= {one.user_id: one.name for one in Staff.objects.filter(user__in=users)}
    return [_happened(one, subjects, actors) for one in entries]


def _happened(entry: Entry, subjects: Mapping[str, str], actors: Mapping[int, str]) -> Happened:
    icon, words = WORDS.get(entry.verb) or (ICONS.get(entry.subject, "circle"), deeds.words_of(entry))
    told = str(words)
    if entry.subject == "member" and (name := subjects.get(entry.subject_id)):
        told = f"{told}: {name}"
    when = moment(entry.at)
    who = actors.get(entry.user_id or 0, _("by rule") if entry.actor else "")
    parts = [when[:1].upper() + when[1:], who]
    if reason := entry.details.get("reason"):
        parts.append(f"“{reason}”")
    return Happened(icon, told, ", ".join(part for part in parts if part))
