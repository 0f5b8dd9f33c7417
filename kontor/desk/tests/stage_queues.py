"""Things that wait at the desk, for its tests."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from kontor.companies.models import ChangeReview, Company, Member, Relationship
from kontor.equipment.models import Holding
from kontor.kit.scope import acting_in
from kontor.onboarding.models import CompanyInvitation, ContactMessage, Proof, Registration
from kontor.partners.models import Partner, ProductArea, Staff
from kontor.service.models import Case, Message
from tests.cast import STAGE

numbers = count(1)


def ago(**time: float) -> dt.datetime:
    return timezone.now() - dt.timedelta(**time)


def registration(partner: Partner | None = None, **values: Any) -> Registration:
    """Kari has registered and proven her address; Hansa Nord would look after her company."""
    number = next(numbers)
    given: dict[str, Any] = {
        "number": f"R-2026-{number:06d}",
        "status": "waiting",
        "language": "nb",
        "kind": "customer",
        "email": f"kari{number}@betongsaging.example",
        "first_name": "Kari",
        "last_name": "Nilsen",
        "phone": "90 41 77 25",
        "company_name": "Trøndelag Betongsaging AS",
        "country": "NO",
        "organisation_number": "914206880",
        "street": "Industrivegen 31",
        "postcode": "7080",
        "city": "Heimdal",
        "areas": ["construction"],
        "started_at": ago(hours=2),
        "sent_at": ago(hours=1),
        "proven_at": ago(hours=1),
        "expires_at": ago(days=-10),
        "partner": partner,
    }
    with acting_in(STAGE):
        made = Registration.objects.create(**given | values)
        Proof.objects.create(registration=made, token_hash=f"token{number}", password="!")
    return made


def invitation(partner: Partner, **values: Any) -> CompanyInvitation:
    """Nobody has accepted the invitation of a company in its days."""
    number = next(numbers)
    given: dict[str, Any] = {
        "number": f"I-2026-{number:06d}",
        "status": "expired",
        "partner": partner,
        "language": "nb",
        "kind": "customer",
        "email": f"trygve{number}@fosengraving.example",
        "first_name": "Trygve",
        "last_name": "Aune",
        "company_name": "Fosen Graveservice AS",
        "country": "NO",
        "organisation_number": "399300002",
        "areas": ["construction"],
        "token_hash": f"token{number}",
        "sent_at": ago(hours=1),
        "expires_at": ago(days=-1),
    }
    with acting_in(STAGE):
        return CompanyInvitation.objects.create(**given | values)


def contact(partner: Partner | None = None, **values: Any) -> ContactMessage:
    """Somebody without an account is stuck; the operator has given it to a partner, or keeps it."""
    given: dict[str, Any] = {
        "number": f"K-2026-{next(numbers):06d}",
        "partner": partner,
        "language": "nb",
        "about": "no-mail",
        "name": "Jochen Faber",
        "email": "j.faber@faber-hydraulik.example",
        "body": "Kein Code.",
        "sent_at": ago(hours=1),
    }
    with acting_in(STAGE):
        return ContactMessage.objects.create(**given | values)


def relationship(
    member: Member, area: ProductArea, partner: Partner | None = None, **values: Any
) -> Relationship:
    """A member's company asks its usual partner, or another, to look after it in an area."""
    given: dict[str, Any] = {
        "company": member.company,
        "partner": partner or member.company.partner,
        "area": area,
        "status": "requested",
        "requested_by": member,
        "requested_at": ago(hours=1),
    }
    with acting_in(STAGE):
        Relationship.objects.filter(company=member.company, area=area).delete()
        return Relationship.objects.create(**given | values)


def change(like: Company, area: ProductArea, **values: Any) -> ChangeReview:
    """Another customer of the same partner has changed what it says of itself; one company waits once."""
    number = next(numbers)
    facts = ("name", "country", "language", "currency", "entity_id", "partner_id")
    with acting_in(STAGE):
        company = Company.objects.create(number=f"C{number}", **{name: getattr(like, name) for name in facts})
        assert like.partner
        Relationship.objects.create(
            company=company, partner=like.partner, area=area, status="active", since="2025-01-01"
        )
        given: dict[str, Any] = {"partner": like.partner, "entries": [], "changed_at": ago(hours=1)}
        return ChangeReview.objects.create(company=company, **given | values)


def machine(member: Member, area: ProductArea, **values: Any) -> Holding:
    """A member has registered a machine by its number."""
    given: dict[str, Any] = {
        "company": member.company,
        "partner": member.company.partner,
        "area": area,
        "serial": f"NH{next(numbers)}K",
        "registered_by": member,
        "registered_at": ago(hours=1),
    }
    with acting_in(STAGE):
        return Holding.objects.create(**given | values)


def case(member: Member, **values: Any) -> Case:
    """A member has opened a case and written one message."""
    given: dict[str, Any] = {
        "company": member.company,
        "partner": member.company.partner,
        "number": f"S-2026-{next(numbers):06d}",
        "kind": "fault",
        "subject": "Oil leaks at the slew ring",
        "opened_by": member,
        "opened_at": ago(hours=1),
        "last_at": ago(hours=1),
    }
    with acting_in(STAGE):
        made = Case.objects.create(**given | values)
        Message.objects.create(
            company=made.company,
            partner=made.partner,
            case=made,
            member=member,
            body="Half a litre since this morning.",
            written_at=made.opened_at,
        )
    return made


def now[T: (Registration, Relationship, Holding, Case)](thing: T) -> T:
    """The thing as it is in the database."""
    with acting_in(STAGE):
        return type(thing).objects.select_related("handled_by").get(pk=thing.pk)


def handled_by(thing: Any) -> Staff | None:
    """Who has it."""
    found: Staff | None = now(thing).handled_by
    return found
