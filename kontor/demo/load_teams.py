"""Teams of our side, and who of it is away just now (ST-4)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from kontor.demo.past import Past
from kontor.partners.models import Absence, Staff
from kontor.partners.teams import Team

# Of whom a team is; the first of each has made it, each by what stands before the @.
TEAMS: Final[Mapping[str, tuple[str, ...]]] = {
    "Kundesenter": ("petra", "marit.sletten"),
    "Verksted": ("eskil.rian", "jon.are.kvalvik"),
    "Kundendienst": ("stefan", "dragan.petrovic"),
    "Ordrekontor": ("olav", "sigrid", "torunn.hegge"),
}
AWAY: Final = {"jon.are.kvalvik": "eskil.rian", "torunn.hegge": "sigrid", "dragan.petrovic": "stefan"}
LASTS: Final = dt.timedelta(days=9)


def load_teams(past: Past) -> None:
    """One technician of each partner and one of the order desk are on holiday; colleagues stand in."""
    found = Staff.objects.select_related("user", "partner")
    people = {one.user.email.partition("@")[0]: one for one in found}
    at = dt.datetime.combine(past.today - dt.timedelta(days=60), dt.time(8, 30), dt.UTC)
    for name, members in TEAMS.items():
        first = people[members[0]]
        team = Team.objects.create(name=name, partner=first.partner)
        Staff.objects.filter(pk__in=[people[one].pk for one in members]).update(team=team)
        past.tell("team.added", team, at=at, by=first)
    for away, substitute in AWAY.items():
        one, begins = people[away], past.today - dt.timedelta(days=1)
        absence = Absence.objects.create(
            staff=one, first=begins, last=begins + LASTS, substitute=people[substitute]
        )
        days = {"first": str(absence.first), "last": str(absence.last)}
        past.tell("staff.absence_added", one, at=at + dt.timedelta(days=50), by=one, **days)
