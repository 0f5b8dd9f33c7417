"""Inviting the first administrator of a company (ON-10): by staff of the partner that will look after it, or of the operator.

What the link's bearer accepts is made by the named system actor `ADMISSIONS`, once the link is found good.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from kontor.accounts.actions import create_account
from kontor.accounts.models import User
from kontor.companies.actions import add_member, start_relationship
from kontor.companies.models import Address, Company, Member, Relationship, Role
from kontor.journal.actions import record
from kontor.kit.errors import NotAllowed, violated
from kontor.kit.models import next_number
from kontor.kit.scope import acting_in
from kontor.onboarding import checks, invitation_jobs, keys, queries
from kontor.onboarding.actors import ADMISSIONS, EXPIRY, Applicant
from kontor.onboarding.admitting import new_company, one_at_a_time
from kontor.onboarding.errors import (
    AreaNotServed,
    HasAdministrator,
    Incomplete,
    InvitationClosed,
    InvitationsOff,
    InvitedAlready,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    LinkWithdrawn,
    SignInFirst,
    TermsChanged,
)
from kontor.onboarding.models import CompanyInvitation
from kontor.onboarding.passwords import hashed
from kontor.onboarding.statuses import InvitationStatus
from kontor.partners.consent import accept_terms
from kontor.partners.models import Partner, PartnerArea, ProductArea, Staff

S = InvitationStatus
OPEN: Final = frozenset({S.SENT, S.EXPIRED})
NEEDED: Final = ("company_name", "street", "postcode", "city")
FACTS: Final = (*NEEDED, "country", "organisation_number", "vat_number", "invoice_email")


@transaction.atomic
def invite_company(
    *,
    partner: Partner,
    areas: Sequence[str],
    email: str,
    first_name: str,
    last_name: str,
    language: str,
    by: Staff,
    company: Company | None = None,
    title: str = "",
    phone: str = "",
    **facts: str,
) -> CompanyInvitation:
    """Invite somebody to administer `company`, or one that is made of `FACTS` when they accept; a mail brings them the link.

    Raises `NotAllowed`, `InvitationsOff`, `AreaNotServed`, `HasAdministrator`, `InvitedAlready`, `Incomplete`, `NumberWrong`.
    """
    _may_invite(by, partner)
    company = company and company.today
    if not queries.ways().by_invitation:
        raise InvitationsOff()
    served = set(PartnerArea.objects.filter(partner=partner).values_list("area__code", flat=True))
    if not areas or not set(areas) <= served:
        raise AreaNotServed(partner=partner.name)
    email = email.strip()
    invited = CompanyInvitation.objects.filter(partner=partner, status=S.SENT, email__iexact=email)
    if invited.exists():
        raise InvitedAlready(email=email)
    if company is not None and queries.administrators_of(company).exists():
        raise HasAdministrator(company=company.name)
    now = timezone.now()
    number = next_number("I", timezone.localdate().year)
    expires_at = now + dt.timedelta(days=CompanyInvitation.DAYS)
    invitation = CompanyInvitation.objects.create(
        number=number,
        partner=partner,
        company=company,
        kind=Company.Kind.CUSTOMER,
        language=language,
        email=email,
        title=title.strip(),
        first_name=first_name.strip(),
        last_name=last_name.strip(),
        phone=phone.strip(),
        areas=list(areas),
        handled_by=by,
        sent_at=now,
        expires_at=expires_at,
        token_hash=keys.hash_of(keys.link_token("invitation", number, expires_at)),
        **(_facts_of(company) if company else _checked(facts)),
    )
    record("companyinvitation.sent", invitation, by=by)
    invitation_jobs.mail_invited.defer(invitation_id=invitation.pk)
    return invitation


def _checked(facts: dict[str, str]) -> dict[str, str]:
    country = facts.get("country", "")
    clean = {name: " ".join(facts.get(name, "").split()) for name in FACTS}
    for name in NEEDED:
        if not clean[name]:
            raise Incomplete(field=name)
    if country not in checks.COUNTRIES:
        raise Incomplete(field="country")
    clean["organisation_number"] = checks.organisation_number(clean["organisation_number"], country)
    clean["vat_number"] = checks.vat_number(clean["vat_number"], country)
    if problem := checks.postcode_wrong(clean["postcode"], country):
        raise Incomplete(problem, field="postcode")
    return clean


def _facts_of(company: Company) -> dict[str, str]:
    """What the invitation shows of a company that is here already; whoever bears the link reads no company."""
    place = Address.objects.filter(company=company).order_by("kind", "-is_default", "pk").first()
    facts = {name: getattr(company, name) for name in ("country", "organisation_number", "vat_number")}
    if place is not None:
        facts |= {"street": place.street, "postcode": place.postcode, "city": place.city}
    return facts | {"company_name": company.name, "invoice_email": company.email}


@transaction.atomic
def resend(invitation: CompanyInvitation, *, by: Staff) -> CompanyInvitation:
    """Mail a new link, good for 90 days from now; the one before is dead. Raises `InvitationClosed`, `NotAllowed`."""
    _may_invite(by, invitation.partner)
    invitation = _open(invitation)
    invitation.sent_at = timezone.now()
    invitation.expires_at = invitation.sent_at + dt.timedelta(days=CompanyInvitation.DAYS)
    token = keys.link_token("invitation", invitation.number, invitation.expires_at)
    invitation.status, invitation.token_hash = S.SENT, keys.hash_of(token)
    invitation.save(update_fields=["status", "sent_at", "expires_at", "token_hash"])
    record("companyinvitation.sent_again", invitation, by=by)
    invitation_jobs.mail_invited.defer(invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def withdraw(invitation: CompanyInvitation, *, by: Staff) -> CompanyInvitation:
    """Take it back: the link is dead, and whoever has it is told. Raises `InvitationClosed`, `NotAllowed`."""
    _may_invite(by, invitation.partner)
    invitation = _open(invitation)
    invitation.status, invitation.closed_at = S.WITHDRAWN, timezone.now()
    invitation.save(update_fields=["status", "closed_at"])
    record("companyinvitation.withdrawn", invitation, by=by)
    invitation_jobs.mail_withdrawn.defer(invitation_id=invitation.pk)
    return invitation


def _may_invite(by: Staff, partner: Partner) -> None:
    if not (by.is_active and by.partner_id in (None, partner.pk)):
        raise NotAllowed()


def _open(invitation: CompanyInvitation) -> CompanyInvitation:
    found = CompanyInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if found.status not in OPEN:
        raise InvitationClosed(state=found.get_status_display())
    return found


# ── Whoever bears the link ───────────────────────────────────────────────────────


def invitation_with(token: str) -> CompanyInvitation:
    """The invitation that the token opens, in whatever state. Raises `LinkUnknown`."""
    bearer = Applicant(keys.hash_of(token))
    with acting_in(bearer):
        related = CompanyInvitation.objects.select_related("partner")
        found = related.filter(token_hash=bearer.token_hash).first()
    if found is None:
        raise LinkUnknown()
    return found


def check_open(invitation: CompanyInvitation) -> None:
    """Raise `LinkUsed`, `LinkWithdrawn` or `LinkExpired` where it can no longer be accepted."""
    if invitation.status == S.ACCEPTED:
        raise LinkUsed()
    if invitation.status == S.WITHDRAWN:
        raise LinkWithdrawn()
    if invitation.status == S.EXPIRED or invitation.expires_at <= timezone.now():
        raise LinkExpired()


@transaction.atomic
def accept(
    token: str,
    *,
    first_name: str,
    last_name: str,
    terms: int | None,
    language: str,
    password: str = "",
    title: str = "",
    phone: str = "",
    user: User | None = None,
) -> Member:
    """Be the first administrator, exactly once: of the company, which may be made now, with the partner that invited.

    Whoever has an account accepts as its signed-in owner, `user`. Raises `LinkUnknown`, `LinkUsed`, `LinkWithdrawn`,
    `LinkExpired`, `SignInFirst`, `TermsChanged`, `PasswordRefused`, `HasAdministrator`, `StaffCannotBeMember`.
    """
    borne = invitation_with(token)
    check_open(borne)
    in_force = queries.terms_of_use()
    if in_force is not None and terms != in_force.pk:
        raise TermsChanged()
    with acting_in(ADMISSIONS):
        related = CompanyInvitation.objects.select_for_update(of=("self",)).select_related(
            "partner", "company"
        )
        invitation = related.get(pk=borne.pk)
        if invitation.token_hash != borne.token_hash:
            raise LinkUnknown()
        check_open(invitation)
        owner = _account_for(
            invitation,
            user=user,
            language=language,
            password=password,
            names=(first_name.strip(), last_name.strip()),
        )
        company = _company_for(invitation)
        member = add_member(
            company,
            user=owner,
            first_name=first_name.strip(),
            last_name=last_name.strip(),
            title=title.strip(),
            phone=phone.strip(),
            roles=[Role.ADMINISTRATOR],
            by=ADMISSIONS,
        )
        _relate(invitation, company)
        invitation.status, invitation.closed_at, invitation.company = S.ACCEPTED, timezone.now(), company
        invitation.terms = in_force
        invitation.terms_accepted_at = timezone.now() if in_force else None
        invitation.save(update_fields=["status", "closed_at", "company", "terms", "terms_accepted_at"])
        if in_force is not None:
            accept_terms(owner, terms=in_force, occasion="registration", by=ADMISSIONS)
        record("companyinvitation.accepted", invitation, by=ADMISSIONS, member=member.pk)
        invitation_jobs.tell_accepted.defer(invitation_id=invitation.pk)
    return member


def _company_for(invitation: CompanyInvitation) -> Company:
    """The one that was meant; one of the same number that is here by now; else a new one."""
    one_at_a_time(invitation)
    there = queries.as_they_are(queries.companies_with_number(invitation, surely=True))
    company = invitation.company or (there[0] if len(there) == 1 else None)
    if company is None:
        return new_company(invitation)
    # Two who accept invitations to one company at once do so one after the other.
    company = Company.objects.select_for_update().get(pk=company.pk)
    if queries.administrators_of(company).exists():
        raise HasAdministrator(company=company.name)
    return company


def _account_for(
    invitation: CompanyInvitation, *, user: User | None, language: str, password: str, names: tuple[str, str]
) -> User:
    """The account of whoever accepts; that of an address that has one is never given to somebody who is not signed in."""
    owner = User.objects.filter(email__iexact=invitation.email).first()
    if owner is not None:
        if user is None or user.pk != owner.pk:
            raise SignInFirst()
        return owner
    secret = hashed(
        password,
        email=invitation.email,
        first_name=names[0],
        last_name=names[1],
        company_name=invitation.company_name,
    )
    try:
        with transaction.atomic():
            return create_account(
                email=invitation.email, language=language, password_hash=secret, by=ADMISSIONS
            )
    except IntegrityError as error:
        if violated(error) == "accounts_user_email":
            raise SignInFirst() from error
        raise


def _relate(invitation: CompanyInvitation, company: Company) -> None:
    """The partner looks after the company in the areas of the invitation, unless another does so already."""
    served = Relationship.objects.filter(company=company, status=Relationship.Status.ACTIVE)
    taken = set(served.values_list("area__code", flat=True))
    for area in ProductArea.objects.filter(code__in=set(invitation.areas) - taken):
        start_relationship(company, partner=invitation.partner, area=area, by=ADMISSIONS)


def expire(now: dt.datetime) -> list[CompanyInvitation]:
    """Close those whose days are over, for a job."""
    over = CompanyInvitation.objects.select_for_update(of=("self",), skip_locked=True).filter(
        status=S.SENT, expires_at__lte=now
    )
    expired = list(over.order_by("pk")[:500])
    for invitation in expired:
        invitation.status = S.EXPIRED
        invitation.save(update_fields=["status"])
        record("companyinvitation.expired", invitation, by=EXPIRY)
    return expired
