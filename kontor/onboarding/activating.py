"""Which company a proven registration belongs to (ON-3, ON-4), and whether a rule lets it in at once (ON-7).

Nothing here runs before the address is proven, so that a stranger learns from no answer which numbers we know.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import F, Func, QuerySet, Value

from kontor.companies.models import Address, Company, Member, Role
from kontor.equipment.models import Holding, Machine
from kontor.journal.actions import record
from kontor.kit.scope import acting_in
from kontor.onboarding import queries
from kontor.onboarding.actors import ADMISSIONS, EXAMINER
from kontor.onboarding.admitting import bring_machines, close, let_in, new_company
from kontor.onboarding.checks import company_domain
from kontor.onboarding.errors import AddressHasAccount, CompanyMissing
from kontor.onboarding.models import ActivationRule, Registration
from kontor.onboarding.statuses import RegistrationStatus

FEW: Final = 10
Kind, Effect = ActivationRule.Kind, ActivationRule.Effect


def company_of(registration: Registration) -> Company | None:
    """The one company that a registration surely belongs to: by colleague, number, machine or domain, in this order.

    What was known of a company that has become part of another leads to that one.
    """
    if registration.knows_colleague:
        colleague = Member.objects.filter(user__email__iexact=registration.colleague_email, is_active=True)
        first = colleague.select_related("company").order_by("pk").first()
        return first.company if first else None
    if found := queries.as_they_are(queries.companies_with_number(registration, surely=True)[:FEW]):
        return found[0] if len(found) == 1 else None
    if company := customer_named(registration):
        return company
    if company := holder_of(registration):
        return company
    if domain := company_domain(registration.email):
        found = queries.as_they_are(queries.companies_of_domain(domain)[:FEW])
        return found[0] if len(found) == 1 else None
    return None


def customer_named(registration: Registration) -> Company | None:
    """The customer whose number was given together with the postcode of one of its addresses."""
    if not registration.customer_number:
        return None
    bare = Func(F("postcode"), Value(" "), Value(""), function="replace")
    there = Address.objects.annotate(bare=bare).filter(
        country=registration.country, bare=registration.postcode.replace(" ", "")
    )
    found = Company.objects.filter(
        number=registration.customer_number, pk__in=there.values("company")
    ).first()
    return found and found.today


def holder_of(registration: Registration) -> Company | None:
    """The company that has a machine whose number was given."""
    for holding in _holdings(registration).select_related("company").order_by("pk"):
        return holding.company
    return None


def _holdings(registration: Registration) -> QuerySet[Holding]:
    held = Holding.objects.none()
    for code, serial in registration.serials.items():
        held |= Holding.objects.filter(status=Holding.Status.HELD, area__code=code, serial=serial)
    return held


# ── Rules ────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule is asked about: the registration, the company it belongs to, and whether somebody administers that."""

    registration: Registration
    company: Company | None
    is_administered: bool


def _serial(rule: ActivationRule, case: Case) -> bool:
    """A machine that we know and nobody has or says to have lets a new company in; one that is held leads to its holder."""
    if case.company is not None:
        return False
    for code, serial in case.registration.serials.items():
        if rule.area is not None and rule.area.code != code:
            continue
        # Two who give the same number at the same time are examined one after the other.
        known = Machine.objects.select_for_update().filter(area__code=code, serial=serial).first()
        claimed = Holding.objects.filter(
            area__code=code, serial=serial, status__in=[Holding.Status.PENDING, Holding.Status.HELD]
        )
        if known is not None and not claimed.exists():
            return True
    return False


def _customer(rule: ActivationRule, case: Case) -> bool:
    return (
        case.company is not None
        and not case.is_administered
        and customer_named(case.registration) == case.company
    )


def _domain(rule: ActivationRule, case: Case) -> bool:
    """The domain is trusted for what is its own: other companies' numbers are not opened by it."""
    domain = rule.value.lower()
    if case.registration.email.rpartition("@")[2].lower() != domain:
        return False
    if case.company is None:
        return True
    if case.is_administered and rule.effect != Effect.JOIN:
        return False
    own = case.company.email.rpartition("@")[2].lower() == domain or domain in case.company.extra_domains
    return own or queries.companies_of_domain(domain).filter(pk=case.company.pk).exists()


_FITS: Final[Mapping[str, Callable[[ActivationRule, Case], bool]]] = {
    Kind.SERIAL: _serial,
    Kind.CUSTOMER: _customer,
    Kind.DOMAIN: _domain,
}


def rule_for(registration: Registration, company: Company | None) -> ActivationRule | None:
    """The first rule that lets the registration in at once."""
    administered = company is not None and queries.administrators_of(company).exists()
    case = Case(registration, company, administered)
    for rule in ActivationRule.objects.filter(is_on=True).select_related("area"):
        asked_for = rule.area is None or rule.area.code in registration.areas
        if asked_for and _FITS[rule.kind](rule, case):
            return rule
    return None


def activate(registration: Registration, rule: ActivationRule, company: Company | None) -> bool:
    """Let the applicant in by a rule; False where that is not possible, so that a person has to look at it."""
    role = Role.ADMINISTRATOR
    if company is not None and queries.administrators_of(company).exists():
        role = Role(rule.role)
    try:
        with transaction.atomic(), acting_in(ADMISSIONS):
            into = company or new_company(registration)
            member = let_in(registration, into, roles=[role], by=EXAMINER)
            if company is None:
                bring_machines(registration, member)
            registration.rule = rule
            registration.save(update_fields=["rule"])
            close(registration, RegistrationStatus.APPROVED, company=into)
            record(
                "registration.activated",
                registration,
                by=EXAMINER,
                company_id=None,
                company=into.pk,
                made=company is None,
                rule=rule.pk,
                kind=rule.kind,
            )
    except (AddressHasAccount, CompanyMissing):
        registration.refresh_from_db()
        return False
    return True
