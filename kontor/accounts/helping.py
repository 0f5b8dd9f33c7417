"""What our staff does for the owner of an account who cannot (ON-15). Each takes a reason, and the owner gets a mail.

Whether these staff may help this person is asked by whoever calls; members and strangers never may.
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any, Final

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kontor.accounts import jobs, sessions, throttle
from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import NewEmail, User
from kontor.journal.actions import record
from kontor.kit.errors import DomainError, NotAllowed
from kontor.kit.ids import uuid7
from kontor.kit.scope import OPERATOR, Actor, acting_in

TEMPORARY: Final = dt.timedelta(hours=24)
# Without what is easily taken for another when read out: 20 of 31 signs are 99 bits.
SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


class HelpNeedsReason(DomainError):
    """Nothing is done for somebody without saying why."""

    code = "account.help_needs_reason"
    message = _("Please say why.")
    field = "reason"


class AddressTaken(DomainError):
    """Another account has this address."""

    code = "account.address_taken"
    message = _("Another account has this address.")
    field = "email"


@transaction.atomic
def issue_temporary_password(user: User, *, reason: str, by: Actor, **details: Any) -> str:
    """A password to be read out, for a day; it has to be replaced at the next sign-in. It is shown once and kept as a hash."""
    reason = _checked(by, reason)
    password = "-".join("".join(secrets.choice(SIGNS) for _sign in range(5)) for _part in range(4))
    with acting_in(CREDENTIALS):
        user = User.objects.select_for_update().get(pk=user.pk)
        user.password, user.password_expires_at = make_password(password), timezone.now() + TEMPORARY
        user.save(update_fields=["password", "password_expires_at"])
        record("account.temporary_password_issued", user, by=by, reason=reason, **details)
        _tell(user, user.email, "temporary_password", reason=reason)
    sessions.end_other_sessions(user, but=None)
    throttle.forgive(user)
    return password


@transaction.atomic
def confirm_address(user: User, *, reason: str, by: Actor, **details: Any) -> bool:
    """Take a person's address as proven, because staff knows it is; False where it was already."""
    reason = _checked(by, reason)
    with acting_in(CREDENTIALS):
        User.objects.select_for_update().get(pk=user.pk)
        found = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=False)
        if not found.update(verified=True):
            return False
        record("account.address_confirmed", user, by=by, reason=reason, **details)
        _tell(user, user.email, "address_confirmed", reason=reason)
    return True


@transaction.atomic
def change_address(user: User, *, email: str, reason: str, by: Actor, **details: Any) -> User:
    """Give a person another address, after proof that it is theirs; both are told. Raises `AddressTaken`."""
    reason = _checked(by, reason)
    with acting_in(CREDENTIALS):
        user = User.objects.select_for_update().get(pk=user.pk)
        before = user.email
        replace_address(user, email)
        record("account.address_changed", user, by=by, reason=reason, **details)
        for address in (before, user.email):
            _tell(user, address, "address_changed", reason=reason)
    sessions.end_other_sessions(user, but=None)
    return user


def replace_address(user: User, email: str) -> None:
    """The proven address of an account is this one from now on; what was asked before is void. Raises `AddressTaken`."""
    email = email.strip().lower()
    if User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise AddressTaken()
    user.email = email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError as error:
        raise AddressTaken() from error
    NewEmail.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)


def _checked(by: Actor, reason: str) -> str:
    if by.scope.role not in {OPERATOR.role, "kontor_partner"}:
        raise NotAllowed()
    if not (reason := reason.strip()):
        raise HelpNeedsReason()
    return reason


def _tell(user: User, address: str, notice: str, *, reason: str) -> None:
    jobs.mail_helped.defer(
        user_id=user.pk, address=address, notice=notice, reason=reason, request=str(uuid7())
    )
