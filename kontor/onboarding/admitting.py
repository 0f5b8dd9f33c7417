"""What letting somebody in makes: a company, an account, a member. Whether they may be let in is decided elsewhere.

All of it runs inside `acting_in(ADMISSIONS)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from kontor.accounts.actions import create_account
from kontor.companies.actions import add_address, add_company, add_member
from kontor.companies.models import Address, Company, Member
from kontor.companies.profile import apply
from kontor.equipment.actions import register
from kontor.equipment.errors import AlreadyRegistered
from kontor.kit.errors import violated
from kontor.kit.models import draw
from kontor.kit.scope import Actor
from kontor.onboarding import queries
from kontor.onboarding.actors import ADMISSIONS
from kontor.onboarding.checks import plain
from kontor.onboarding.errors import AddressHasAccount, CompanyMissing
from kontor.onboarding.models import CompanyInvitation, Registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.partners.consent import accept_terms
from kontor.partners.models import Staff

FIRST_CUSTOMER: Final = 500_001
"""Customer numbers from here on are given by the portal."""


def one_at_a_time(registration: Registration | CompanyInvitation) -> None:
    """Whoever else brings a company of the same number waits until this commits, so that it is made once."""
    if number := plain(registration.organisation_number or registration.vat_number):
        with connection.cursor() as cursor:
            key = f"onboarding.company:{registration.country}:{number}"
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def new_company(registration: Registration | CompanyInvitation) -> Company:
    """A customer of who sells in its country, with its address, looked after by who serves its postcode."""
    entity = queries.entity_for(registration.country)
    if not registration.company_name or entity is None:
        raise CompanyMissing()
    company = add_company(
        number=_customer_number(),
        name=registration.company_name,
        entity=entity,
        language=registration.language,
        by=ADMISSIONS,
        kind=registration.kind,
        country=registration.country,
        organisation_number=registration.organisation_number,
        vat_number=registration.vat_number,
        partner=registration.partner,
        street=registration.street,
        postcode=registration.postcode,
        city=registration.city,
        email=registration.invoice_email or registration.email,
        phone=registration.phone,
    )
    _add_places(company, registration)
    return company


def _add_places(company: Company, registration: Registration | CompanyInvitation) -> None:
    """What was typed as the company's address is where invoices and goods go."""
    for kind in Address.Kind:
        add_address(
            company,
            kind=kind,
            name=registration.company_name[:100],
            by=ADMISSIONS,
            street=registration.street,
            postcode=registration.postcode,
            city=registration.city,
            country=registration.country,
            phone=registration.phone,
        )


def fills(registration: Registration, company: Company) -> dict[str, str]:
    """What a customer does not know of itself and the applicant has told; numbers of another country tell nothing.

    Where its address was not known at all, the applicant's is.
    """
    if registration.country != company.country:
        return {}
    told = {
        "organisation_number": registration.organisation_number,
        "vat_number": registration.vat_number,
        "phone": registration.phone,
        "email": registration.invoice_email,
    }
    found = {name: value for name, value in told.items() if value and not getattr(company, name)}
    has_place = company.street or Address.objects.filter(company=company).exists()
    if registration.street and not has_place:
        found |= {name: getattr(registration, name) for name in ("street", "postcode", "city")}
    return found


def complete(company: Company, registration: Registration, *, by: Staff) -> Company:
    """Give a customer what it lacks and the applicant has told (`fills`)."""
    company = Company.objects.select_for_update().get(pk=company.pk)
    filled = fills(registration, company)
    apply(company, filled, verb="company.changed", by=by)
    if "street" in filled:
        _add_places(company, registration)
    return company


def _customer_number() -> str:
    """The next number of ours that no company has, whoever gave it."""
    while True:
        number = str(draw("customer", first=FIRST_CUSTOMER))
        if not Company.objects.filter(number=number).exists():
            return number


def let_in(registration: Registration, company: Company, *, roles: Sequence[str], by: Actor) -> Member:
    """An account with the password that the applicant chose, and membership."""
    try:
        with transaction.atomic():
            user = create_account(
                email=registration.email,
                language=registration.language,
                password_hash=registration.proof.password,
                by=by,
            )
    except IntegrityError as error:
        if violated(error) == "accounts_user_email":
            raise AddressHasAccount(email=registration.email) from error
        raise
    if registration.terms is not None:
        at = registration.terms_accepted_at
        accept_terms(user, terms=registration.terms, occasion="registration", by=ADMISSIONS, at=at)
    return add_member(
        company,
        user=user,
        first_name=registration.first_name,
        last_name=registration.last_name,
        title=registration.title,
        phone=registration.phone,
        roles=roles,
        by=ADMISSIONS,
    )


def bring_machines(registration: Registration, member: Member) -> None:
    """The machines whose numbers the applicant gave are registered where the company has not; its partner's staff check them."""
    for area in queries.areas().filter(code__in=registration.serials):
        with suppress(AlreadyRegistered):
            register(area=area, serial=registration.serials[area.code], by=member)


def close(
    registration: Registration,
    status: RegistrationStatus,
    *,
    company: Company | None = None,
    reason: str = "",
) -> None:
    """Decided: what only served to get here is forgotten."""
    registration.status, registration.decided_at, registration.reason = status, timezone.now(), reason
    registration.company = company or registration.company
    registration.save(update_fields=["status", "decided_at", "reason", "company"])
    registration.proof.password = registration.proof.code_hash = ""
    registration.proof.save(update_fields=["password", "code_hash"])
