"""A company with a role of its own, and a fitter who sees one place only (CO-5, CO-12)."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kontor.companies.models import Address, CompanyRole, Member, Sees
from kontor.companies.permissions import Permission
from kontor.demo.past import Past
from kontor.equipment.models import Holding

RHEINTAL: Final = "208117"
ROLE: Final = "Werkstattleitung"
RIGHTS: Final = (Permission.ASSIGN_EQUIPMENT, Permission.MANAGE_ADDRESSES, Permission.PLACE_ORDER)
LEADS: Final = "a.maier@rheintal-metallbau.example"
FITS: Final = "p.kowalski@rheintal-metallbau.example"
PLACE: Final = "Montage Halle 3"
HALL: Final = "Halle 3"


def load_roles(past: Past) -> None:
    """Claudia has made the role, given it to the head of the workshop, and said where the fitter works."""
    company, claudia = past.companies[RHEINTAL], past.members["claudia@rheintal-metallbau.example"]
    lead, fitter = past.members[LEADS], past.members[FITS]
    at = dt.datetime.combine(past.today - dt.timedelta(days=40), dt.time(9, 12), dt.UTC)
    role = CompanyRole.objects.create(company=company, name=ROLE, permissions=[*RIGHTS])
    past.tell("role.added", role, at=at, by=claudia, permissions=[*RIGHTS])
    place = Address.objects.get(company=company, kind=Address.Kind.DELIVERY, name=PLACE)
    Member.objects.filter(pk=lead.pk).update(own_role=role)
    Member.objects.filter(pk=fitter.pk).update(sees=Sees.SITE, site=place)
    for minutes, one in ((4, lead), (9, fitter)):
        past.tell("member.rights_changed", one, at=at + dt.timedelta(minutes=minutes), by=claudia)
    Holding.objects.filter(company=company, location__contains=HALL).update(site=place)
