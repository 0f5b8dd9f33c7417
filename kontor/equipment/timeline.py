"""What happened to a machine in a company's hands, as its people are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kontor.companies.models import Member
from kontor.equipment.models import Holding
from kontor.journal.models import Entry
from kontor.journal.queries import entries_about
from kontor.journal.telling import Happened, Verb
from kontor.kit.formats import moment

SHOWN: Final = 20


VERBS: Final[dict[str, Verb]] = {
    "holding.registered": Verb(icon="forklift", words=gettext_lazy("Registered")),
    "holding.described": Verb(icon="pencil", words=gettext_lazy("Description changed")),
    "holding.placed": Verb(icon="map-pin", words=gettext_lazy("Stands elsewhere")),
    "holding.assigned": Verb(icon="user-plus", words=gettext_lazy("%(name)s looks after it")),
    "holding.unassigned": Verb(icon="user-minus", words=gettext_lazy("%(name)s no longer looks after it")),
    "holding.accepted": Verb(icon="circle-check", words=gettext_lazy("Checked and accepted"), tone="ok"),
    "holding.declined": Verb(icon="circle-x", words=gettext_lazy("Not accepted"), tone="warn"),
    "holding.ended": Verb(icon="ban", words=gettext_lazy("No longer with you")),
}


def timeline_of(holding: Holding, *, operator: str) -> Sequence[Happened]:
    """Newest first, each with who did it: colleagues by name, our people by the name of their house.

    Who ended it may be another partner's staff, so that there the operator stands.
    """
    entries = list(entries_about(holding).filter(verb__in=list(VERBS))[:SHOWN])
    ours = holding.partner.name if holding.partner else operator
    names = _names(entries, holding)
    return [_told(entry, names, operator if entry.verb == "holding.ended" else ours) for entry in entries]


def _told(entry: Entry, names: Mapping[int, str], house: str) -> Happened:
    verb = VERBS[entry.verb]
    who = names.get(entry.member_id, "") if entry.member_id else house
    words = str(verb.words)
    if "member" in entry.details:
        words %= {"name": names.get(entry.details["member"]) or _("A former colleague")}
    when = moment(entry.at)
    when = when[:1].upper() + when[1:]
    return Happened(verb.icon, words, f"{when}, {who}" if who else when, verb.tone)


def _names(entries: Sequence[Entry], holding: Holding) -> Mapping[int, str]:
    """Names of the company's people, by member."""
    keys = {entry.member_id for entry in entries if entry.member_id}
    keys |= {entry.details["member"] for entry in entries if "member" in entry.details}
    members = Member.objects.filter(company=holding.company_id, pk__in=keys) if keys else []
    return {member.pk: member.name for member in members}
