"""Loading the demonstration: our side and the people by the portal's own actions, all else through `kontor.erp`.

The same day gives the same data. It is either there whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.hashers import make_password

from kontor.accounts.actions import create_account
from kontor.companies.actions import add_group, add_member
from kontor.companies.models import Company
from kontor.demo.data import operator as ours
from kontor.demo.data.people import PASSWORD, PEOPLE
from kontor.demo.data.terms import all_terms
from kontor.demo.data.write import FILES, write_all
from kontor.demo.load_cases import load_cases
from kontor.demo.load_company import load_company
from kontor.demo.load_duplicates import load_duplicates
from kontor.demo.load_help import load_help
from kontor.demo.load_machines import load_machines, load_readings, load_relationships
from kontor.demo.load_registrations import load_registrations
from kontor.demo.load_roles import load_roles
from kontor.demo.load_teams import load_teams
from kontor.demo.load_ways import load_ways
from kontor.demo.past import DEMO, Past, latest_day
from kontor.erp.actions import Outcome, load
from kontor.erp.loading.staging import REFUSED, Told
from kontor.kit.scope import acting_in
from kontor.partners.actions import (
    Rate,
    add_area,
    add_entity,
    add_partner,
    add_staff,
    publish_terms,
    set_up_operator,
)
from kontor.partners.models import Operator, Partner

DRAWINGS: Final = Path(__file__).resolve().parent / "data" / "drawings"


def is_loaded() -> bool:
    """Whether the demonstration's data, or anybody's, are in the database already."""
    with acting_in(DEMO):
        return Operator.objects.exists()


def load_demo(
    *, folder: Path | None = None, today: dt.date | None = None, tell: Callable[[str], None] = lambda _: None
) -> bool:
    """Write the demonstration's files to `folder` and load them; False if the database is not empty.

    Everything happens in one transaction. `tell` is called with a line for each step.
    """
    folder = folder or Path(settings.MEDIA_ROOT).parent / "demo"
    today = today or dt.date.today()  # noqa: DTZ011 - the day on this machine
    if is_loaded():
        tell("The demonstration's data are there already.")
        return False
    write_all(folder, today=today)
    with acting_in(DEMO):
        _set_up_our_side(today)
        for name in FILES:
            outcome = load(name.removesuffix(".csv"), folder / name, pictures=DRAWINGS, each=_must_not_happen)
            tell(_line(outcome))
            if name == "companies.csv":
                _add_people()
                tell(f"people: {len(PEOPLE)}")
        _add_what_happened(today, tell)
    return True


def _add_what_happened(today: dt.date, tell: Callable[[str], None]) -> None:
    """Relationships, machines, readings, cases and registrations, with the journal as it would be."""
    begun = time.monotonic()
    past = Past(latest_day(today))
    load_relationships(past)
    rows, held = load_machines(past)
    load_roles(past)
    load_company(past)
    readings = load_readings(past, rows, held)
    messages = load_cases(past, rows, held)
    registrations = load_registrations(past)
    load_duplicates(past)
    load_ways(past)
    load_teams(past)
    entries = past.write()
    tell(
        f"first day: {len(held)} machines, {readings} readings, {messages} messages, {registrations} registrations, "
        f"{entries} entries in {time.monotonic() - begun:.1f} s"
    )


def _set_up_our_side(today: dt.date) -> None:
    discounts = {f"{tier.code}_discount": tier.discount for tier in ours.TIERS}
    operator = ours.OPERATOR
    set_up_operator(
        name=operator.name,
        colour=operator.colour,
        email=operator.email,
        phone=operator.phone,
        by=DEMO,
        **discounts,
    )
    for entity in ours.ENTITIES:
        add_entity(
            code=entity.code,
            name=entity.name,
            country=entity.country,
            currency=entity.currency,
            organisation_number=entity.organisation_number,
            vat_number=entity.vat_number,
            street=entity.street,
            postcode=entity.postcode,
            city=entity.city,
            phone=entity.phone,
            email=entity.email,
            standard_tax=entity.tax_standard,
            reduced_tax=entity.tax_reduced,
            payment_days=entity.payment_days,
            bulky_surcharge=entity.bulky_surcharge,
            free_shipping_from=entity.free_shipping_from,
            forwarder_name=entity.forwarder_name,
            time_zone=entity.timezone,
            rates=[Rate(rate.method, rate.up_to_kg, rate.price) for rate in entity.shipping_rates],
            by=DEMO,
        )
    areas = {
        area.code: add_area(
            code=area.code,
            name=area.name,
            position=position,
            serial_pattern=area.serial_pattern,
            serial_example=area.serial_example,
            meters=list(area.meters),
            by=DEMO,
            **{f"serial_help_{language}": text for language, text in area.serial_help.items()},
        )
        for position, area in enumerate(ours.AREAS, start=1)
    }
    for partner in ours.PARTNERS:
        contact = next(person for person in PEOPLE if person.email == partner.contact_email)
        add_partner(
            code=partner.code,
            name=partner.name,
            country=partner.country,
            contact=contact.full_name,
            phone=partner.phone,
            email=partner.email,
            street=partner.street,
            postcode=partner.postcode,
            city=partner.city,
            opens=partner.hours[0].opens,
            closes=partner.hours[0].closes,
            time_zone=partner.timezone,
            postcodes=(partner.postcodes[0].first, partner.postcodes[0].last),
            areas=[areas[code] for code in partner.areas],
            by=DEMO,
        )
    for terms in all_terms():
        publish_terms(
            kind=terms.kind,
            version=terms.version,
            title=terms.titles,
            body=terms.bodies,
            valid_from=dt.date(today.year - terms.years_ago, 1, 1),
            by=DEMO,
        )
    load_help(by=DEMO)
    for code, name in ours.GROUPS:
        add_group(code=code, name=name["nb"], by=DEMO)


def _add_people() -> None:
    """Make everybody's account and place. All share one password, so it is hashed once."""
    password_hash = make_password(PASSWORD)
    partners = {partner.code: partner for partner in Partner.objects.all()}
    companies = {company.number: company for company in Company.objects.all()}
    for person in PEOPLE:
        user = create_account(
            email=person.email,
            language=person.language,
            password_hash=password_hash,
            is_active=person.active,
            by=DEMO,
        )
        names: dict[str, Any] = {
            "first_name": person.first_name,
            "last_name": person.last_name,
            "phone": person.phone,
        }
        if person.is_staff:
            partner = partners[person.partner] if person.partner else None
            add_staff(user=user, partner=partner, role=person.role, is_active=person.active, by=DEMO, **names)
        else:
            add_member(
                companies[person.company],
                user=user,
                roles=[person.role],
                title=person.title,
                is_active=person.active,
                by=DEMO,
                **names,
            )


def _must_not_happen(told: Told, words: str) -> None:
    """The demonstration's own files are clean."""
    if told.what == REFUSED:
        raise AssertionError(f"line {told.line}, {told.field} {told.said!r}: {words}")


def _line(outcome: Outcome) -> str:
    rows = ", ".join(f"{counts.new} {name}" for name, counts in outcome.rows.items())
    return f"{outcome.kind}: {rows} in {outcome.seconds:.1f} s"
