"""Loading what stands for the ways in: rules, invitations, accounts of a former portal, messages of people who are stuck."""

from __future__ import annotations

import datetime as dt
import uuid

from kontor.demo.data.ways import INVITATIONS, LEGACY, MESSAGES, RULES, UNHELD
from kontor.demo.data.workdays import local
from kontor.demo.past import Past
from kontor.equipment.models import Machine
from kontor.kit.models import NumberSeries
from kontor.onboarding import keys
from kontor.onboarding.contacting import Stranger
from kontor.onboarding.legacy import LOADER
from kontor.onboarding.models import ActivationRule, CompanyInvitation, ContactMessage, LegacyAccount
from kontor.partners.models import Operator, ProductArea


def load_ways(past: Past) -> None:
    """All three ways are open; construction machines are asked for, and one that we know is held by nobody."""
    Operator.objects.update(takes_over_accounts=True)
    ProductArea.objects.filter(code="construction").update(serial_asked=ProductArea.SerialAsked.OPTIONAL)
    code, serial, maker, model = UNHELD
    Machine.objects.create(area=past.areas[code], serial=serial, maker=maker, model=model)
    for position, rule in enumerate(RULES, start=1):
        ActivationRule.objects.create(position=position, **rule)
    _invitations(past)
    for row in LEGACY:
        email, username, number, first_name, last_name, role, serials = row
        account = LegacyAccount.objects.create(
            company=past.companies[number],
            email=email,
            username=username,
            first_name=first_name,
            last_name=last_name,
            role=role,
            serials=[serial.split(":") for serial in serials.split()],
        )
        past.tell("legacyaccount.loaded", account, at=_then(past, 30, 9), by=LOADER)
    _messages(past)


def _invitations(past: Past) -> None:
    year = past.today.year
    for position, row in enumerate(INVITATIONS, start=1):
        sent_at = _then(past, row.days_ago, 10)
        expires_at = sent_at + dt.timedelta(days=CompanyInvitation.DAYS)
        staff, number = past.staff[row.by], f"I-{year}-{position:06d}"
        assert staff.partner is not None
        invitation = CompanyInvitation.objects.create(
            number=number,
            status=row.status,
            partner=staff.partner,
            handled_by=staff,
            language=row.language,
            kind="customer",
            email=row.email,
            title=row.title,
            first_name=row.first_name,
            last_name=row.last_name,
            phone=row.phone,
            company_name=row.company,
            country=row.country,
            organisation_number=row.organisation_number,
            vat_number=row.vat_number,
            street=row.street,
            postcode=row.postcode,
            city=row.city,
            areas=list(row.areas),
            sent_at=sent_at,
            expires_at=expires_at,
            closed_at=sent_at + dt.timedelta(days=3) if row.status == "withdrawn" else None,
            token_hash=keys.hash_of(keys.link_token("invitation", number, expires_at)),
        )
        past.tell("companyinvitation.sent", invitation, at=sent_at, by=staff)
        if row.status == "withdrawn":
            past.tell("companyinvitation.withdrawn", invitation, at=sent_at + dt.timedelta(days=3), by=staff)
        elif row.status == "expired":
            past.tell("companyinvitation.expired", invitation, at=expires_at, by=LOADER)
    NumberSeries.objects.create(name="I", year=year, last=len(INVITATIONS))


def _messages(past: Past) -> None:
    year = past.today.year
    for position, row in enumerate(MESSAGES, start=1):
        sent_at = _then(past, row.days_ago, 14)
        staff = past.staff[row.answered_by] if row.answered_by else None
        message = ContactMessage.objects.create(
            pk=uuid.uuid5(uuid.NAMESPACE_URL, f"https://hansa-industri.example/messages/{row.email}"),
            number=f"K-{year}-{position:06d}",
            status="answered" if staff else "waiting",
            language=row.language,
            about=row.about,
            name=row.name,
            email=row.email,
            body=row.body,
            sent_at=sent_at,
            answer=row.answer,
            handled_by=staff,
            closed_at=sent_at + dt.timedelta(hours=2) if staff else None,
        )
        past.tell("contactmessage.received", message, at=sent_at, by=Stranger(), about=row.about)
        if staff:
            past.tell("contactmessage.answered", message, at=sent_at + dt.timedelta(hours=2), by=staff)
    NumberSeries.objects.create(name="K", year=year, last=len(MESSAGES))


def _then(past: Past, days_ago: int, hour: int) -> dt.datetime:
    return local(past.today - dt.timedelta(days=days_ago), dt.time(hour, 12))
