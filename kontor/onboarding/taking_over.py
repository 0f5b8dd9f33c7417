"""Taking over an account of the operator's former portal, with the link from the mail (ON-11)."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from kontor.accounts.actions import create_account
from kontor.accounts.models import User
from kontor.companies.actions import add_member
from kontor.companies.models import Member, Role
from kontor.companies.permissions import Permission, may
from kontor.equipment import actions as equipment
from kontor.equipment.errors import AlreadyRegistered, HeldElsewhere
from kontor.journal.actions import record
from kontor.kit.errors import violated
from kontor.kit.scope import acting_in
from kontor.onboarding import keys, queries
from kontor.onboarding.actors import ADMISSIONS, Applicant
from kontor.onboarding.errors import AddressHasAccount, LinkExpired, LinkUnknown, LinkUsed, TermsChanged
from kontor.onboarding.models import LegacyAccount
from kontor.onboarding.passwords import hashed
from kontor.partners.consent import accept_terms
from kontor.partners.models import ProductArea


def account_with(token: str) -> LegacyAccount:
    """The account whose link bears the token. Raises `LinkUnknown`, `LinkUsed`, `LinkExpired`."""
    with acting_in(Applicant(keys.hash_of(token))):
        found = LegacyAccount.objects.filter(token_hash=keys.hash_of(token)).first()
    if found is None:
        raise LinkUnknown()
    _must_be_open(found)
    return found


def _must_be_open(account: LegacyAccount) -> None:
    if account.taken_over_at is not None:
        raise LinkUsed()
    if account.link_until is None or account.link_until <= timezone.now():
        raise LinkExpired()


def account_of(email: str) -> LegacyAccount | None:
    """What an address still has to be taken over; for jobs, since nobody else may know."""
    if not queries.ways().takes_over:
        return None
    waiting = LegacyAccount.objects.select_for_update().filter(email__iexact=email, taken_over_at=None)
    return waiting.first()


def renew_link(account: LegacyAccount) -> str:
    """The token of the link in the next mail; the same one as in the last while that is still good for a while."""
    now, long_enough = timezone.now(), dt.timedelta(days=LegacyAccount.DAYS - 7)
    if account.link_until is None or account.link_until < now + long_enough:
        account.link_until = now + dt.timedelta(days=LegacyAccount.DAYS)
        token = keys.link_token("legacy", account.pk, account.link_until)
        account.token_hash = keys.hash_of(token)
        account.save(update_fields=["link_until", "token_hash"])
        return token
    return keys.link_token("legacy", account.pk, account.link_until)


@transaction.atomic
def take_over(
    token: str,
    *,
    first_name: str,
    last_name: str,
    password: str,
    terms: int | None,
    language: str,
    title: str = "",
    phone: str = "",
) -> Member:
    """Be in, with the company, the role and the machines of the former account, exactly once.

    Raises `LinkUnknown`, `LinkUsed`, `LinkExpired`, `PasswordRefused`, `TermsChanged`, `AddressHasAccount`.
    """
    borne = account_with(token)
    in_force = queries.terms_of_use()
    if in_force is not None and terms != in_force.pk:
        raise TermsChanged()
    with acting_in(ADMISSIONS):
        related = LegacyAccount.objects.select_for_update(of=("self",)).select_related("company")
        account = related.get(pk=borne.pk)
        _must_be_open(account)
        secret = hashed(
            password,
            email=account.email,
            first_name=first_name,
            last_name=last_name,
            company_name=account.company.name,
        )
        user = _create(account, language=language, secret=secret)
        member = add_member(
            account.company,
            user=user,
            first_name=first_name.strip(),
            last_name=last_name.strip(),
            title=title.strip(),
            phone=phone.strip(),
            roles=[_role_of(account)],
            by=ADMISSIONS,
        )
        account.taken_over_at, account.user, account.terms = timezone.now(), user, in_force
        account.save(update_fields=["taken_over_at", "user", "terms"])
        if in_force is not None:
            accept_terms(user, terms=in_force, occasion="registration", by=ADMISSIONS)
        record("legacyaccount.taken_over", account, by=ADMISSIONS, member=member.pk)
        _bring_machines(account, member)
    return member


def _create(account: LegacyAccount, *, language: str, secret: str) -> User:
    """The account, with the old user name unless somebody here has it by now."""
    taken = User.objects.filter(username__iexact=account.username).exists()
    try:
        with transaction.atomic():
            return create_account(
                email=account.email,
                username="" if taken else account.username,
                language=language,
                password_hash=secret,
                by=ADMISSIONS,
            )
    except IntegrityError as error:
        if violated(error) == "accounts_user_email":
            raise AddressHasAccount(email=account.email) from error
        raise


def _role_of(account: LegacyAccount) -> Role:
    if account.role:
        return Role(account.role)
    administered = queries.administrators_of(account.company).exists()
    return Role.BUYER if administered else Role.ADMINISTRATOR


def _bring_machines(account: LegacyAccount, member: Member) -> None:
    """The machines of the old account: the company's at once, unless another has one; then our staff look at it."""
    if not may(member, Permission.REGISTER_EQUIPMENT):
        return
    areas = {area.code: area for area in ProductArea.objects.all()}
    for code, serial in account.serials:
        if code not in areas:
            continue
        try:
            holding = equipment.register(area=areas[code], serial=serial, by=member)
        except AlreadyRegistered:
            continue
        try:
            with transaction.atomic():
                equipment.accept(holding, by=ADMISSIONS)
        except HeldElsewhere:
            record("legacyaccount.machine_held_elsewhere", account, by=ADMISSIONS, holding=holding.pk)
