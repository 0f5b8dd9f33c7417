"""What keeps the desk busy with companies: two that were registered twice, and changes that nobody has looked at yet."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from kontor.accounts.actions import create_account
from kontor.accounts.models import User
from kontor.companies.actions import add_address, add_company, add_member, start_relationship
from kontor.companies.models import Address, Change, ChangeReview, Company, Member, Role
from kontor.demo.past import DEMO, Past
from kontor.equipment.models import Holding, Machine, Meter
from kontor.onboarding.queries import terms_of_use
from kontor.partners.consent import accept_terms

# Looks like who registers as Trøndelag Betongsaging AS: another spelling, no organisation number.
DUPLICATE: Final = "101877"
LENDS: Final = "103350"
# company | who changed it | days ago | verb | field | before
_CHANGES: Final = """
104233 | anna@fjordbygg.example | 1 | company.changed | phone | 73 00 00 01
104233 | anna@fjordbygg.example | 1 | company.changed | email | regnskap@fjordbygg.example
208117 | claudia@rheintal-metallbau.example | 3 | company.changed | street | Rheinallee 88
"""


def load_duplicates(past: Past) -> None:
    """Two more customers in Heimdal, and what Fjordbygg and Rheintal changed of themselves."""
    like = past.companies["104233"]
    assert like.partner
    for number, name, street, phone in (
        (DUPLICATE, "Trøndelag Betongsag A/S", "Industrivegen 31", "73 00 61 25"),
        (LENDS, "Trøndelag Betongsaging Utleie AS", "Industrivegen 33", ""),
    ):
        company = add_company(
            number=number,
            name=name,
            entity=like.entity,
            language="nb",
            partner=like.partner,
            phone=phone,
            street=street,
            postcode="7080",
            city="Heimdal",
            email="post@tbsaging.example",
            by=DEMO,
        )
        for kind in Address.Kind:
            place: Any = {"street": street, "postcode": "7080", "city": "Heimdal", "country": "NO"}
            add_address(company, kind=kind, name=name, by=DEMO, **place)
        start_relationship(company, partner=like.partner, area=past.areas["construction"], by=DEMO)
        since = dt.datetime.combine(past.today - dt.timedelta(days=800), dt.time(9), dt.UTC)
        Company.objects.filter(pk=company.pk).update(created_at=since)
        past.companies[number] = company
    roar = _let_roar_in(past.companies[DUPLICATE])
    _give_a_machine(past, roar)
    _tell_of_changes(past)


def _let_roar_in(company: Company) -> Member:
    password = User.objects.get(email="anna@fjordbygg.example").password
    user = create_account(email="roar.aune@tbsaging.example", language="nb", password_hash=password, by=DEMO)
    if terms := terms_of_use():
        accept_terms(user, terms=terms, occasion="registration", by=DEMO)
    roles = [Role.ADMINISTRATOR]
    return add_member(
        company, user=user, first_name="Roar", last_name="Aune", title="Daglig leder", roles=roles, by=DEMO
    )


def _give_a_machine(past: Past, member: Member) -> None:
    """As if it had been registered and accepted long ago: nobody is told today."""
    area, at = past.areas["construction"], dt.datetime.combine(past.today, dt.time(9), dt.UTC)
    at -= dt.timedelta(days=700)
    machine = Machine.objects.create(area=area, serial="NH915S", maker="Nordhaug", model="NW 400")
    handled: dict[str, Any] = {"company": member.company, "partner": member.company.partner}
    saw = Holding.objects.create(
        **handled,
        area=area,
        machine=machine,
        serial=machine.serial,
        reference="Veggsag 2",
        status=Holding.Status.HELD,
        held_from=at.date(),
        registered_by=member,
        registered_at=at,
        decided_at=at,
    )
    for kind in dict.fromkeys(area.meters):
        Meter.objects.create(**handled, holding=saw, kind=kind)
    past.tell("holding.registered", saw, at=at, by=member, area=area.code, serial=saw.serial)


def _tell_of_changes(past: Past) -> None:
    reviews: dict[str, ChangeReview] = {}
    for line in _CHANGES.strip().splitlines():
        number, email, days, verb, field, before = (cell.strip() for cell in line.split("|"))
        company = past.companies[number]
        at = dt.datetime.combine(past.today - dt.timedelta(days=int(days)), dt.time(9, 12), dt.UTC)
        past.tell(verb, company, at=at, by=past.members[email], company_id=company.pk, fields=[field])
        entry = past.entries[-1].pk
        after = getattr(Company.objects.get(pk=company.pk), field)
        Change.objects.create(company=company, entry_id=entry, field=field, before=before, after=after)
        review = reviews.setdefault(
            number, ChangeReview(company=company, partner=company.partner, entries=[], changed_at=at)
        )
        review.entries.append(entry)
    ChangeReview.objects.bulk_create(reviews.values())
