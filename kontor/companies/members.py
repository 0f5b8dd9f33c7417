"""Who becomes a member of a company, and the invitation of colleagues (CO-2). Found in `actions` like all that writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone

from kontor.accounts.actions import create_account
from kontor.accounts.models import User
from kontor.companies import jobs, links, queries
from kontor.companies.access import Access
from kontor.companies.actors import INVITATIONS, By
from kontor.companies.errors import (
    AlreadyInvited,
    AlreadyMember,
    AlreadyMerged,
    DomainNotAllowed,
    InvitationClosed,
    InvitationExpired,
    InvitationUnknown,
    MayNotGrant,
    SignInFirst,
    StaffCannotBeMember,
)
from kontor.companies.many import Line
from kontor.companies.models import Address, Company, CompanyRole, Invitation, Member, Role, Sees
from kontor.companies.permissions import Permission, allow, require, rights_of, within_rights
from kontor.journal.actions import record, record_each
from kontor.kit.errors import violated
from kontor.kit.scope import acting_in
from kontor.partners.consent import accept_terms
from kontor.partners.models import Staff, Terms


@transaction.atomic
def add_member(
    company: Company,
    *,
    user: User,
    first_name: str,
    last_name: str,
    roles: Sequence[str],
    by: By,
    title: str = "",
    phone: str = "",
    is_active: bool = True,
    own_role: CompanyRole | None = None,
    sees: str = Sees.COMPANY,
    site: Address | None = None,
) -> Member:
    """Make a person a member of a company. Raises `StaffCannotBeMember`, `MayNotGrant`, `AlreadyMerged`."""
    allow(by, Permission.MANAGE_USERS, company)
    if isinstance(by, Member) and not within_rights(by, rights_of(roles, own_role)):
        raise MayNotGrant()
    if company.succeeded_by_id is not None:
        raise AlreadyMerged(company=company.name)
    if Staff.objects.filter(user=user).exists():
        raise StaffCannotBeMember()
    member = Member.objects.create(
        company=company,
        user=user,
        first_name=first_name,
        last_name=last_name,
        title=title,
        phone=phone,
        roles=[Role(role) for role in roles],
        own_role=own_role,
        sees=Sees(sees),
        site=site,
        is_active=is_active,
    )
    record("member.added", member, by=by, roles=member.roles)
    return member


@transaction.atomic
def invite(
    company: Company,
    *,
    email: str,
    first_name: str,
    last_name: str,
    roles: Sequence[str],
    by: Member,
    title: str = "",
    language: str = "",
    own_role: CompanyRole | None = None,
    sees: str = Sees.COMPANY,
    site: Address | None = None,
) -> Invitation:
    """Add a colleague: a mail in their language brings them a link that is valid for 90 days.

    Whether the address has an account elsewhere makes no difference to the answer.
    Raises `DomainNotAllowed`, `AlreadyMember`, `AlreadyInvited`, `RolesMissing`, `NoSuchSite`, `MayNotGrant`.
    """
    require(by, Permission.MANAGE_USERS, company.pk)
    email = email.strip()
    access = Access.of(company.pk, roles=roles, own_role=own_role, sees=sees, site=site, by=by)
    domains = queries.domains_of(by)
    if email.rpartition("@")[2].lower() not in domains:
        raise DomainNotAllowed(domains=", ".join(f"@{domain}" for domain in domains))
    if Member.objects.filter(company=company, user__email__iexact=email).exists():
        raise AlreadyMember()
    expires_at = _last_moment()
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                company=company,
                invited_by=by,
                email=email,
                title=title.strip(),
                first_name=first_name.strip(),
                last_name=last_name.strip(),
                **access.values(),
                language=language or company.language,
                token_hash=links.hash_of(links.token_of(company.pk, email, expires_at)),
                expires_at=expires_at,
            )
    except IntegrityError as error:
        if violated(error) == "companies_invitation_one_open":
            raise AlreadyInvited() from error
        raise
    record("invitation.sent", invitation, by=by, roles=invitation.roles)
    jobs.mail_invitation.defer(invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def invite_many(company: Company, lines: Sequence[Line], *, by: Member) -> list[Invitation]:
    """Add the colleagues of these lines, which were found to be good; all of them or none.

    Raises `MayNotGrant`, and `AlreadyInvited` where somebody has invited one of them meanwhile.
    """
    require(by, Permission.MANAGE_USERS, company.pk)
    own_roles = {line.own_role.pk for line in lines if line.own_role}
    list(
        CompanyRole.objects.select_for_update().filter(pk__in=own_roles).order_by("pk")
    )  # they stay until this commits
    for line in lines:
        if line.problem or not within_rights(by, rights_of(line.roles, line.own_role)):
            raise MayNotGrant()
    expires_at = _last_moment()
    try:
        with transaction.atomic():
            invited = Invitation.objects.bulk_create(
                Invitation(
                    company=company,
                    invited_by=by,
                    token_hash=links.hash_of(links.token_of(company.pk, line.email, expires_at)),
                    expires_at=expires_at,
                    **line.facts(),
                )
                for line in lines
            )
    except IntegrityError as error:
        if violated(error) == "companies_invitation_one_open":
            raise AlreadyInvited() from error
        raise
    record_each("invitation.sent", invited, by=by)
    jobs.mail_invitation.defer_each([{"invitation_id": invitation.pk} for invitation in invited])
    return invited


@transaction.atomic
def resend_invitation(invitation: Invitation, *, by: Member) -> Invitation:
    """Mail a new link, valid for 90 days from now; the one before no longer works. Raises `InvitationClosed`."""
    require(by, Permission.MANAGE_USERS, invitation.company_id)
    invitation = _open(invitation)
    _renew(invitation)
    record("invitation.sent_again", invitation, by=by)
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Member) -> Invitation:
    """Take an invitation back: its link is dead, and whom it invited is told. Raises `InvitationClosed`."""
    require(by, Permission.MANAGE_USERS, invitation.company_id)
    invitation = _open(invitation)
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    record("invitation.withdrawn", invitation, by=by)
    jobs.mail_withdrawn.defer(invitation_id=invitation.pk)
    return invitation


@transaction.atomic
def accept_invitation(
    token: str,
    *,
    first_name: str,
    last_name: str,
    title: str = "",
    phone: str = "",
    password: str = "",
    accepted: Terms | None = None,
    user: User | None = None,
) -> Member:
    """Become a member with the link from the mail, exactly once; anybody may try.

    `accepted` are the terms of use that the person accepts with it; what is not is asked at the first sign-in.

    Once the token is checked, the named system actor `INVITATIONS` makes the account and the membership. Whoever has an
    account with that address already accepts as its signed-in owner, `user`, and needs no password. The administrator who
    invited is told. Raises `InvitationUnknown`, `InvitationUsed`, `InvitationExpired`, `SignInFirst`,
    `StaffCannotBeMember`, `AlreadyMember`.
    """
    borne = queries.invitation_with(token)
    queries.check_open(borne)
    with acting_in(INVITATIONS):
        invitation = _locked(borne)
        if invitation.token_hash != borne.token_hash:
            raise InvitationUnknown()
        queries.check_open(invitation)
        account = _account_for(invitation, password=password, user=user)
        member = _join(
            invitation,
            user=account,
            names=(first_name.strip(), last_name.strip()),
            title=title.strip(),
            phone=phone.strip(),
        )
        if accepted is not None:
            accept_terms(account, terms=accepted, occasion="registration", by=INVITATIONS)
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
        record("invitation.accepted", invitation, by=INVITATIONS, member=member.pk)
        jobs.tell_joined.defer(invitation_id=invitation.pk)
    return member


@transaction.atomic
def renew_invitation(token: str) -> None:
    """Mail a new link to whom a link that has run out was sent; anybody who bears the old one may ask, once.

    Raises `InvitationUnknown`, `InvitationUsed`, and `InvitationClosed` where the link is still good.
    """
    borne = queries.invitation_with(token)
    with acting_in(INVITATIONS):
        invitation = _locked(borne)
        if invitation.token_hash != borne.token_hash:
            raise InvitationUnknown()
        try:
            queries.check_open(invitation)
        except InvitationExpired:
            _renew(invitation)
            record("invitation.renewed", invitation, by=INVITATIONS)
            return
    raise InvitationClosed()


def _join(invitation: Invitation, *, user: User, names: tuple[str, str], title: str, phone: str) -> Member:
    try:
        with transaction.atomic():
            return add_member(
                invitation.company,
                user=user,
                first_name=names[0],
                last_name=names[1],
                title=title,
                phone=phone,
                roles=invitation.roles,
                own_role=invitation.own_role,
                sees=invitation.sees,
                site=invitation.site,
                by=INVITATIONS,
            )
    except IntegrityError as error:
        if violated(error) == "companies_member_once":
            raise AlreadyMember() from error
        raise


def _account_for(invitation: Invitation, *, password: str, user: User | None) -> User:
    """The account of whoever accepts; that of an address that has one is never given to somebody who is not signed in."""
    owner = User.objects.filter(email__iexact=invitation.email).first()
    if owner is not None:
        if user is None or user.pk != owner.pk:
            raise SignInFirst()
        return owner
    try:
        with transaction.atomic():
            return create_account(
                email=invitation.email, language=invitation.language, password=password, by=INVITATIONS
            )
    except IntegrityError as error:
        if violated(error) == "accounts_user_email":
            raise SignInFirst() from error
        raise


def _last_moment() -> dt.datetime:
    return timezone.now() + dt.timedelta(days=Invitation.DAYS)


def _renew(invitation: Invitation) -> None:
    invitation.expires_at = _last_moment()
    token = links.token_of(invitation.company_id, invitation.email, invitation.expires_at)
    invitation.token_hash = links.hash_of(token)
    invitation.save(update_fields=["expires_at", "token_hash"])
    jobs.mail_invitation.defer(invitation_id=invitation.pk)


def _locked(invitation: Invitation) -> Invitation:
    """The invitation as it is now; who else accepts, renews or withdraws it waits."""
    related = Invitation.objects.select_for_update(of=("self",)).select_related("company", "own_role", "site")
    return related.get(pk=invitation.pk)


def _open(invitation: Invitation) -> Invitation:
    found = _locked(invitation)
    if found.accepted_at or found.withdrawn_at:
        raise InvitationClosed()
    return found
