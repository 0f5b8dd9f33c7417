"""Another e-mail address for one's own account (CO-6): asked, proven with the link that is sent there, only then in force.

Nothing on screen tells whether an account has the address already; only who reads its mail learns so (ON-9).
Found in `actions` like all that writes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from kontor.accounts import jobs, sessions
from kontor.accounts.actors import CREDENTIALS, AccountHolder
from kontor.accounts.helping import replace_address
from kontor.accounts.models import NewEmail, User
from kontor.journal.actions import record
from kontor.kit import limits
from kontor.kit.errors import DomainError
from kontor.kit.ids import uuid7
from kontor.kit.scope import acting_in

MOST_MAILS: Final = 5  # in an hour, by account

type Endings = Callable[[User], Collection[str]]

_endings: list[Endings] = []


class SameEmail(DomainError):
    """The account has this address."""

    code = "account.same_email"
    message = _("This is your address already.")
    field = "email"


class EndingNotAllowed(DomainError):
    """The company's people have addresses of its own domain, or of one that we allow it (CO-2)."""

    code = "account.ending_not_allowed"
    message = _("Only addresses that end like this: %(endings)s. Ask us for another ending.")
    field = "email"


class TooManyMails(DomainError):
    """Nobody floods a mail box with our mails."""

    code = "account.too_many_mails"
    message = _("Enough mails went out for now. Please wait an hour.")
    field = "email"


class LinkVoid(DomainError):
    """The link was used, withdrawn, replaced by a newer one, is too old, or another account's."""

    code = "account.email_link_void"
    message = _("The link no longer works")


def register_endings(endings: Endings) -> None:
    """Let a higher floor say how a person's address may end."""
    _endings.append(endings)


def endings_for(user: User) -> list[str]:
    """How a person's address may end (after the @); empty where nobody minds."""
    return sorted({ending for endings in _endings for ending in endings(user)})


def pending_of(user: User) -> NewEmail | None:
    """The address that a person has asked for and not proven yet."""
    with acting_in(CREDENTIALS):
        return NewEmail.objects.filter(user=user.pk).first()


@transaction.atomic
def ask_new_email(user: User, *, email: str, by: AccountHolder) -> None:
    """Want another address: a link goes there, a notice to the one in force.

    Raises `SameEmail`, `EndingNotAllowed`, `TooManyMails`.
    """
    email = email.strip().lower()
    if email == user.email.lower():
        raise SameEmail()
    endings = endings_for(user)
    if endings and email.rpartition("@")[2] not in endings:
        raise EndingNotAllowed(endings=", ".join(f"@{ending}" for ending in endings))
    _count(user)
    with acting_in(CREDENTIALS):
        user = User.objects.select_for_update().get(pk=user.pk)
        now = timezone.now()
        values = {"email": email, "asked_at": now, "expires_at": now + NewEmail.VALID}
        asked, _new = NewEmail.objects.update_or_create(user=user, defaults=values)
        record("account.new_email_asked", user, by=by)
        _send(asked)
        jobs.mail_new_email_asked.defer(
            user_id=user.pk, address=user.email, email=email, request=str(uuid7())
        )


@transaction.atomic
def resend_new_email(user: User, *, by: AccountHolder) -> NewEmail | None:
    """Send the link once more; the one before no longer works. None where nothing is asked. Raises `TooManyMails`."""
    with acting_in(CREDENTIALS):
        User.objects.select_for_update().get(pk=user.pk)
        asked = NewEmail.objects.filter(user=user).first()
        if asked is None:
            return None
        _count(user)
        asked.expires_at = timezone.now() + NewEmail.VALID
        asked.save(update_fields=["expires_at"])
        record("account.new_email_resent", user, by=by)
        _send(asked)
    return asked


@transaction.atomic
def withdraw_new_email(user: User, *, by: AccountHolder) -> bool:
    """Keep the address in force; the link is void. False where nothing was asked."""
    with acting_in(CREDENTIALS):
        User.objects.select_for_update().get(pk=user.pk)
        gone, _by_model = NewEmail.objects.filter(user=user).delete()
        if gone:
            record("account.new_email_withdrawn", user, by=by)
    return bool(gone)


def proven_by(user: User, token: str) -> NewEmail:
    """What the link with this token proves, opened by the person who asked. Raises `LinkVoid`."""
    asked = pending_of(user)
    if asked is None or asked.has_run_out or not constant_time_compare(token, asked.token):
        raise LinkVoid()
    return asked


@transaction.atomic
def prove_new_email(user: User, *, token: str, session: int | None, by: AccountHolder) -> str:
    """Have the new address from now on. The old one is told; whoever is signed in elsewhere than in `session` is out.

    Raises `LinkVoid`, `AddressTaken`.
    """
    with acting_in(CREDENTIALS):
        user = User.objects.select_for_update().get(pk=user.pk)
        asked, before = proven_by(user, token), user.email
        replace_address(user, asked.email)
        record("account.address_changed", user, by=by)
        jobs.mail_new_email_proven.defer(user_id=user.pk, address=before, request=str(uuid7()))
    sessions.end_other_sessions(user, but=session)
    return user.email


def _count(user: User) -> None:
    if not limits.within(MOST_MAILS, limits.HOUR, "account.new_email", str(user.pk)):
        raise TooManyMails()


def _send(asked: NewEmail) -> None:
    jobs.mail_new_email.defer(user_id=asked.user_id, expires_at=asked.expires_at.isoformat())
