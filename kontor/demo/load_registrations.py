"""Loading who has registered from outside: those that wait, were asked, let in, or not."""

from __future__ import annotations

import datetime as dt
import uuid

from kontor.accounts.models import User
from kontor.companies.models import Company, Role
from kontor.demo.data.registrations import Registration as Row
from kontor.demo.data.registrations import all_registrations
from kontor.demo.past import DEMO, Past
from kontor.kit.models import NumberSeries
from kontor.onboarding import keys, queries
from kontor.onboarding.actors import EXAMINER, Applicant
from kontor.onboarding.models import Proof, Registration
from kontor.onboarding.statuses import RegistrationStatus as S

_OPEN = {S.WAITING, S.ASKED}


def load_registrations(past: Past) -> int:
    """Load them with their numbers; who is let in today signs in with the password of all. How many there are."""
    password = User.objects.get(email="anna@fjordbygg.example").password
    rows = all_registrations(past.today)
    counts: dict[int, int] = {}
    for row in rows:
        year = row.sent_at.year
        counts[year] = counts.get(year, 0) + 1
        registration = _registration(past, row, f"R-{year}-{counts[year]:06d}")
        registration.save(force_insert=True)
        token = keys.hash_of(keys.token_of(registration.pk))
        open_still = registration.status in _OPEN
        Proof.objects.create(
            registration=registration,
            token_hash=token,
            code_sent_at=row.sent_at,
            codes_sent=1,
            password=password if open_still else "",
        )
        _tell(past, row, registration, by=Applicant(token))
    NumberSeries.objects.bulk_create(
        [NumberSeries(name="R", year=year, last=last) for year, last in counts.items()]
    )
    return len(rows)


def _registration(past: Past, row: Row, number: str) -> Registration:
    proven = row.sent_at + dt.timedelta(minutes=8)
    registration = Registration(
        pk=uuid.uuid5(uuid.NAMESPACE_URL, f"https://hansa-industri.example/registrations/{row.email}"),
        number=number,
        status=row.status,
        language=row.language,
        kind=Company.Kind.CUSTOMER,
        email=row.email,
        title=row.title,
        first_name=row.first_name,
        last_name=row.last_name,
        phone=row.phone,
        knows_colleague=bool(row.colleague),
        colleague_email=row.colleague,
        company_name=row.company_name,
        country=row.country,
        organisation_number=row.organisation_number,
        vat_number=row.vat_number,
        street=row.street,
        postcode=row.postcode,
        city=row.city,
        invoice_email="",
        areas=list(row.areas),
        terms=queries.terms_of_use(),
        terms_accepted_at=row.sent_at - dt.timedelta(minutes=1),
        started_at=row.sent_at - dt.timedelta(minutes=9),
        saved_at=row.sent_at,
        sent_at=row.sent_at,
        proven_at=proven,
        expires_at=row.sent_at + dt.timedelta(days=Registration.DAYS),
        company=past.companies.get(row.number),
        joins=bool(row.colleague),
        question=row.question,
        answer=row.answer,
        reason=row.reason,
        decided_at=row.decided_at if row.status in (S.APPROVED, S.REJECTED) else None,
        handled_by=past.staff.get(row.taken_by),
    )
    if row.status == S.ASKED and row.decided_at:
        registration.expires_at = row.decided_at + dt.timedelta(days=Registration.DAYS)
    if not registration.joins:
        registration.partner = queries.partner_for(registration)
    return registration


def _tell(past: Past, row: Row, one: Registration, *, by: Applicant) -> None:
    """The journal of a registration; before it is let in, it is no company's."""

    def tell(verb: str, at: dt.datetime, by: object, **details: object) -> None:
        past.tell(f"registration.{verb}", one, at=at, by=by, **({"company_id": None} | details))  # type: ignore[arg-type]

    assert one.sent_at
    assert one.proven_at
    tell("started", one.started_at, by)
    for minutes, step in ((6, "colleague"), (4, "company"), (1, "access")):
        if step != "company" or one.company_name:
            tell("filled_in", one.sent_at - dt.timedelta(minutes=minutes), by, step=step)
    tell("sent", one.sent_at, by)
    tell("proven", one.proven_at, by, how="code")
    tell("examined", one.proven_at + dt.timedelta(seconds=4), EXAMINER, joins=one.joins)
    if one.joins and one.company is not None:
        _tell_administrators(past, one)
    staff = one.handled_by or DEMO
    if row.taken_by and row.decided_at:
        tell("taken", row.decided_at - dt.timedelta(minutes=25), staff)
    elif row.taken_by:
        tell("taken", max(one.proven_at + dt.timedelta(minutes=50), one.sent_at), staff)
    if row.question and row.decided_at:
        tell("asked", row.decided_at, staff)
    if row.answer and row.decided_at:
        tell("answered", row.decided_at + dt.timedelta(days=3, hours=2), by)
    match one.status:
        case S.APPROVED:
            assert one.decided_at
            assert one.company
            tell("approved", one.decided_at, staff, company=one.company.pk, made=False)
        case S.REJECTED:
            assert one.decided_at
            tell("rejected", one.decided_at, staff)
        case S.WITHDRAWN:
            tell("withdrawn", one.sent_at + dt.timedelta(days=2), by)


def _tell_administrators(past: Past, one: Registration) -> None:
    assert one.proven_at
    for member in past.members.values():
        if member.company_id == one.company_id and Role.ADMINISTRATOR in member.roles and member.is_active:
            past.notify(
                member,
                key=f"registration.joins:{one.pk}",
                kind="registration.joins",
                at=one.proven_at,
                url=f"/company/join-requests/{one.pk}/",
                name=one.name,
            )
