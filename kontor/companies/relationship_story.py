"""What happened to a relationship: asked, accepted, declined, ended; by whom, when and why (CO-8)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kontor.companies.models import Relationship

S = Relationship.Status


@dataclass(frozen=True, slots=True)
class Happened:
    """One step: what, when (a day where the hour is not known), who, and in which words."""

    icon: str
    tone: str
    words: str
    when: dt.date | None
    who: str = ""
    said: str = ""


def story(one: Relationship) -> list[Happened]:
    """The steps, the newest first."""
    steps = []
    declined = one.status == S.DECLINED
    decided_by = f"{one.decided_by.name}, {one.partner.name}" if one.decided_by else one.partner.name
    if one.requested_at:
        asked_by = one.requested_by.name if one.requested_by else ""
        words = _("%(partner)s was asked") % {"partner": one.partner.name}
        steps.append(Happened("handshake", "info", words, one.requested_at, asked_by, one.message))
    if one.since:
        when = one.decided_at or one.since
        who = decided_by if one.decided_by else ""
        words = _("%(partner)s has accepted") if one.requested_at else _("%(partner)s looks after you")
        steps.append(Happened("circle-check", "ok", words % {"partner": one.partner.name}, when, who))
    elif declined:
        words = _("%(partner)s has declined") % {"partner": one.partner.name}
        steps.append(Happened("circle-x", "warn", words, one.decided_at, decided_by, one.reason))
    if one.status in (S.ENDED, S.ENDING):
        steps.append(_end(one))
    return steps[::-1]


def _end(one: Relationship) -> Happened:
    if one.since is None:
        who = one.ended_by.name if one.ended_by else ""
        return Happened("undo-2", "", _("The request was withdrawn"), one.ended_at or one.decided_at, who)
    if one.ended_by_staff:
        who = f"{one.ended_by_staff.name}, {one.partner.name}"
        if one.ended_by_staff.partner_id != one.partner_id:
            who = one.ended_by_staff.name
    else:
        who = one.ended_by.name if one.ended_by else ""
    return Happened("ban", "", pgettext("relationship", "Ended"), one.ended_at, who, one.reason)
