"""Making accounts and what a person changes about their own.

Nobody signs up: people get an account with their company, their invitation or their job.
"""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kontor.accounts import jobs
from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import User
from kontor.journal.actions import record
from kontor.kit.errors import DomainError
from kontor.kit.ids import uuid7
from kontor.kit.scope import Actor, acting_in


class UserNameTaken(DomainError):
    """Another account has this user name, in whatever capitals."""

    code = "account.user_name_taken"
    message = _("Somebody else has this user name. Choose another one.")
    field = "username"


@transaction.atomic
def create_account(
    *,
    email: str,
    language: str,
    by: Actor,
    password: str | None = None,
    password_hash: str = "",
    username: str = "",
    is_active: bool = True,
) -> User:
    """An account whose e-mail address counts as confirmed, since the one who makes it knows the person.

    Without a password the person sets one by mail. `password_hash` takes one over that was hashed before.
    """
    user = User.objects.create(
        email=email.strip(),
        username=username,
        language=language,
        password=password_hash or make_password(password),
        is_active=is_active,
    )
    EmailAddress.objects.create(user=user, email=user.email.lower(), verified=True, primary=True)
    record("account.created", user, by=by)
    return user


def choose_language(user: User, *, language: str, by: Actor) -> None:
    """Read pages and mails in another language from now on."""
    if language == user.language:
        return
    user.language = language
    user.save(update_fields=["language"])
    record("account.language_chosen", user, by=by, language=language)


@transaction.atomic
def choose_user_name(user: User, *, username: str, by: Actor) -> None:
    """Sign in with this name too, without one by the e-mail address alone (ON-12); a mail tells of it. Raises `UserNameTaken`."""
    with acting_in(CREDENTIALS):
        user = User.objects.select_for_update().get(pk=user.pk)
        if user.username == username:
            return
        if username and User.objects.filter(username__iexact=username).exclude(pk=user.pk).exists():
            raise UserNameTaken()
        user.username = username
        try:
            with transaction.atomic():
                user.save(update_fields=["username"])
        except IntegrityError as error:
            raise UserNameTaken() from error
        record("account.user_name_chosen", user, by=by)
        jobs.mail_notice.defer(user_id=user.pk, notice="user_name_changed", request=str(uuid7()))
