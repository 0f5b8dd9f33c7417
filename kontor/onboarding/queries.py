"""Reading registrations: the applicant's own, those that wait for us, those that want to join a company."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import F, Func, Q, QuerySet, Value
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import User
from kontor.companies.frame import hours
from kontor.companies.models import Address, Company, Member, Role
from kontor.companies.permissions import Permission, require
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.kit.text import Text
from kontor.kit.workdays import workdays_after
from kontor.onboarding.actors import EXAMINER, Applicant
from kontor.onboarding.checks import company_domain, plain
from kontor.onboarding.models import ActivationRule, CompanyInvitation, Registration, RegistrationQuerySet
from kontor.onboarding.statuses import RegistrationStatus
from kontor.partners.models import Operator, Partner, PartnerArea, ProductArea, SellingEntity, Staff, Terms

S = RegistrationStatus
UNDECIDED: Final = frozenset({S.WAITING, S.ASKED})
PROMISED: Final = 2
"""Working days in which an applicant has an answer."""
ALIKE: Final = 0.4
"""From which on names of companies count as alike, between 0 and 1."""
SHOWN: Final = 5

FOR_ADMINISTRATORS: Final = Q(joins=True)
# What a company's administrators left unanswered is both sides'.
FOR_STAFF: Final = Q(joins=False) | Q(passed_on_at__isnull=False)


# ── The ways in ──────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Ways:
    """Who gets in, as the operator has set it (ON-1); any mix is possible."""

    open: bool = True
    by_invitation: bool = True
    takes_over: bool = False


def ways() -> Ways:
    """The ways that are open now."""
    names = ("open_registration", "by_invitation", "takes_over_accounts")
    found = Operator.objects.filter(pk=1).values_list(*names).first()
    return Ways(*found) if found else Ways()


# ── The applicant's ──────────────────────────────────────────────────────────────


def registration_of(applicant: Applicant) -> Registration:
    """The one that the applicant's token opens; asked inside `acting_in(applicant)`. Raises `Registration.DoesNotExist`."""
    return Registration.objects.select_related("terms", "partner", "proof").get(
        proof__token_hash=applicant.token_hash
    )


def has_expired(registration: Registration) -> bool:
    """Whether the days are over in which the applicant could act, told by the job or not yet."""
    open_to_them = {S.DRAFT, S.UNPROVEN, S.ASKED}
    late = registration.status in open_to_them and registration.expires_at <= timezone.now()
    return late or registration.status == S.EXPIRED


def answer_by(registration: Registration) -> dt.date | None:
    """The day by which we have promised an answer; None before the address is proven."""
    if registration.proven_at is None:
        return None
    proven = timezone.localdate(registration.proven_at)
    return workdays_after(proven, PROMISED, registration.country or "NO")


def taken_by(registration: Registration) -> str:
    """The name of who has taken it on our side; applicants do not read our staff, so the system does for them."""
    if registration.handled_by_id is None:
        return ""
    with acting_in(EXAMINER):
        return Staff.objects.get(pk=registration.handled_by_id).name


def account_of(email: str) -> User | None:
    """Whose account an address is; asked only for whoever bears a link that was sent to it."""
    return User.objects.filter(email__iexact=email).first()


def inviter_of(invitation: CompanyInvitation) -> str:
    """The name of who invited; whom it is for does not read our staff, so the system does for them."""
    if invitation.handled_by_id is None:
        return ""
    with acting_in(EXAMINER):
        return Staff.objects.get(pk=invitation.handled_by_id).name


def terms_of_use() -> Terms | None:
    """The general terms of use in force today; those of an area come with its business relationship."""
    valid = Terms.objects.filter(kind=Terms.Kind.USE, area=None, valid_from__lte=timezone.localdate())
    return valid.order_by("-valid_from", "-version").first()


def areas() -> QuerySet[ProductArea]:
    """The lines of business that one may register for."""
    return ProductArea.objects.order_by("position", "code")


def asks_customer_number() -> bool:
    """Whether a customer number may let somebody in at once; strangers do not read the rules, so the system does for them."""
    with acting_in(EXAMINER):
        return ActivationRule.objects.filter(kind=ActivationRule.Kind.CUSTOMER, is_on=True).exists()


def areas_of(registration: Registration) -> list[ProductArea]:
    """Those that a registration is for."""
    return list(areas().filter(code__in=registration.areas))


def entity_for(country: str) -> SellingEntity | None:
    """Who of us sells there: the country's own entity, else one that sells in euros, else the first."""
    entities = list(SellingEntity.objects.order_by("pk"))
    own = (entity for entity in entities if entity.country == country)
    euro = (entity for entity in entities if entity.currency == "EUR" and country != "NO")
    return next(own, None) or next(euro, None) or next(iter(entities), None)


def partner_for(registration: Registration) -> Partner | None:
    """The partner that serves the company's postcode in the most of the wanted areas."""
    serving = PartnerArea.objects.filter(
        Q(postcode_from="")
        | Q(postcode_from__lte=registration.postcode, postcode_to__gte=registration.postcode),
        area__code__in=registration.areas,
        partner__country=registration.country,
    ).select_related("partner")
    by_partner: dict[int, list[PartnerArea]] = {}
    for one in serving.order_by("partner__name", "pk"):
        by_partner.setdefault(one.partner_id, []).append(one)
    best = max(by_partner.values(), key=len, default=None)
    return best[0].partner if best else None


# ── Our side's ───────────────────────────────────────────────────────────────────


def registrations_for(staff: Staff) -> RegistrationQuerySet:
    """Those that wait or waited for us, of the partner or of all; what a company's administrators still decide is theirs."""
    seen = Registration.objects.visible_to(staff).exclude(status__in=[S.DRAFT, S.UNPROVEN])
    return seen.filter(FOR_STAFF, proven_at__isnull=False).select_related(
        "handled_by", "partner", "terms", "company"
    )


def registration_for(staff: Staff, number: str) -> Registration:
    """One of them. Raises `Registration.DoesNotExist`."""
    return registrations_for(staff).get(number=number)


def history(registration: Registration) -> QuerySet[Entry]:
    """What happened to a registration, newest first, as far as the scope lets one see."""
    about = Entry.objects.filter(subject="registration", subject_id=str(registration.pk))
    return about.order_by("-at", "-id")


@dataclass(frozen=True, slots=True)
class Likeness:
    """A company that may be the applicant's, and what speaks for it."""

    company: Company
    reasons: Sequence[Text]


def likely_duplicates(registration: Registration) -> list[Likeness]:
    """Companies, among those that the scope shows, which may be the applicant's; the likeliest first."""
    found: dict[int, Likeness] = {}

    def add(companies: QuerySet[Company], reason: Text) -> None:
        for company in as_they_are(companies[:SHOWN]):
            known = found.get(company.pk)
            found[company.pk] = Likeness(company, [*(known.reasons if known else ()), reason])

    if registration.passed_on_at and registration.company_id:
        asked = Company.objects.filter(pk=registration.company_id)
        add(asked, _("its administrators were asked and have not answered"))
    if registration.organisation_number or registration.vat_number:
        add(companies_with_number(registration), _("same organisation or VAT number"))
    if registration.customer_number:
        named = Company.objects.filter(number=registration.customer_number)
        add(named, _("customer number given"))
    if domain := company_domain(registration.email):
        add(companies_of_domain(domain), _("people with addresses of the same domain"))
    if registration.company_name:
        alike = Company.objects.filter(country=registration.country)
        alike = alike.annotate(alike=TrigramSimilarity("name", registration.company_name))
        add(alike.filter(alike__gte=ALIKE).order_by("-alike", "pk"), _("similar name"))
    if registration.street:
        place = Address.objects.filter(
            country=registration.country, postcode=registration.postcode, street__iexact=registration.street
        )
        add(Company.objects.filter(pk__in=place.values("company")).order_by("pk"), _("same address"))
    likeliest = sorted(found.values(), key=lambda one: -len(one.reasons))
    made = None if registration.joins else registration.company_id
    return [one for one in likeliest if one.company.pk != made][:SHOWN]


def as_they_are(companies: QuerySet[Company]) -> list[Company]:
    """These companies, or what they have become part of, each once."""
    found = [one.today for one in companies.select_related("succeeded_by")]
    return list(dict.fromkeys(found))


def _plain(column: str) -> Func:
    """A column without spaces and punctuation, in capitals."""
    return Func(Upper(F(column)), Value("[^0-9A-Z]"), Value(""), Value("g"), function="regexp_replace")


def companies_with_number(
    registration: Registration | CompanyInvitation, *, surely: bool = False
) -> QuerySet[Company]:
    """Companies with the same organisation or VAT number, however those are written.

    With `surely` only by numbers that one company of the country has: two German courts give the same number twice.
    """
    same = Q(pk__in=[])
    once = registration.country == "NO" or not surely
    if once and (number := plain(registration.organisation_number)):
        same |= Q(plain_number=number)
        if registration.country == "NO":
            same |= Q(plain_vat__in=[number, f"NO{number}", f"{number}MVA", f"NO{number}MVA"])
    if vat := plain(registration.vat_number):
        same |= Q(plain_vat__in=[vat, vat.removeprefix(registration.country)])
    companies = Company.objects.filter(country=registration.country)
    marked = companies.annotate(plain_number=_plain("organisation_number"), plain_vat=_plain("vat_number"))
    return marked.filter(same).order_by("pk")


def companies_of_domain(domain: str) -> QuerySet[Company]:
    """Companies in which somebody has an address of this domain."""
    members = Member.objects.filter(is_active=True, user__email__iendswith=f"@{domain}")
    return Company.objects.filter(pk__in=members.values("company")).order_by("pk")


# ── A company's administrators' ──────────────────────────────────────────────────


def administrators_of(company: Company) -> QuerySet[Member]:
    """Who decides who joins a company."""
    return Member.objects.filter(
        company=company, is_active=True, user__is_active=True, roles__contains=[Role.ADMINISTRATOR]
    ).select_related("user")


def join_requests(member: Member) -> QuerySet[Registration]:
    """Who wants to join the member's company, the oldest first."""
    return Registration.objects.filter(
        FOR_ADMINISTRATORS, company=member.company_id, status__in=UNDECIDED, proven_at__isnull=False
    ).order_by("sent_at", "pk")


def unanswered(now: dt.datetime) -> Iterator[Registration]:
    """Those whose administrators had the operator's working days to decide and did not."""
    operator = Operator.objects.get(pk=1)
    waiting = Registration.objects.select_for_update(of=("self",), skip_locked=True).filter(
        FOR_ADMINISTRATORS,
        status=S.WAITING,
        passed_on_at=None,
        proven_at__lt=now - dt.timedelta(days=operator.join_days),
    )
    for one in waiting.select_related("company").order_by("pk"):
        assert one.proven_at is not None
        assert one.company is not None
        last = workdays_after(timezone.localdate(one.proven_at), operator.join_days, one.company.country)
        if last < timezone.localdate(now):
            yield one


def join_request(member: Member, pk: UUID) -> Registration:
    """One that wanted to join the member's company, decided or not. Raises `Registration.DoesNotExist`, `NotAllowed`."""
    registration = Registration.objects.get(FOR_ADMINISTRATORS, pk=pk, company=member.company_id)
    require(member, Permission.MANAGE_USERS)
    return registration


# ── Whom to call ─────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Contact:
    """Who answers questions about a registration; `hours` as a person says it, empty where we do not know them."""

    name: str
    phone: str
    email: str
    hours: str = ""


def whom_to_call(registration: Registration | None = None) -> Contact | None:
    """Who looks after the company's postcode, else who sells in its country, else the operator.

    Follows from what was typed alone, so that it does not tell who decides: administrators of a company, or we.
    """
    if registration is not None and registration.country:
        if registration.proven_at is not None and (partner := partner_for(registration)):
            return Contact(partner.name, partner.phone, partner.email, hours(partner))
        if entity := entity_for(registration.country):
            return Contact(entity.name, entity.phone, entity.email)
    operator = Operator.objects.filter(pk=1).first()
    return Contact(operator.name, operator.phone, operator.email) if operator else None
