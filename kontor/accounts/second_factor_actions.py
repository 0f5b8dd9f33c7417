"""Setting up, using and taking away what proves besides the password who somebody is (ON-16)."""

from __future__ import annotations

import time
from typing import Any, Final

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kontor.accounts import jobs, keyring, recovery_codes
from kontor.accounts import second_factor_queries as queries
from kontor.accounts.actors import CREDENTIALS, AccountHolder
from kontor.accounts.models import User
from kontor.journal.actions import record
from kontor.kit.errors import DomainError
from kontor.kit.ids import uuid7
from kontor.kit.scope import Actor, acting_in

Type = Authenticator.Type
STEP: Final = 30  # seconds that a code is shown


class CodeRefused(DomainError):
    """A code that is wrong, was used already, or whose time is over."""

    code = "account.code_refused"
    message = _("This code does not fit, or it was used already. Type the one that your app shows now.")
    field = "code"


class SecondFactorNeeded(DomainError):
    """Somebody asks this person for a second factor, so the last one stays."""

    code = "account.second_factor_needed"
    message = _("%(name)s asks you for a second factor. Set up another one before you remove this one.")


@transaction.atomic
def set_up_app(user: User, *, secret: str, code: str) -> list[str]:
    """From now on the codes of this authenticator app count, and of no app before it. Raises `CodeRefused`.

    Returns recovery codes, if these are the first: nobody can read them again.
    """
    step = _step_of(secret, code, after=0)
    if step is None:
        raise CodeRefused
    _lock(user)
    replaced, _rows = _of(user, Type.TOTP).delete()
    app = totp.TOTP.activate(user, secret).instance
    app.data["step"] = step
    app.save(update_fields=["data"])
    _record("account.app_replaced" if replaced else "account.app_set_up", user)
    _tell(user, "app_set_up")
    return _first_codes(user)


@transaction.atomic
def remove_app(user: User, *, asked_by: str) -> None:
    """Sign in without codes of an app from now on. Raises `SecondFactorNeeded`."""
    _lock(user)
    _may_go(user, asked_by)
    removed, _rows = _of(user, Type.TOTP).delete()
    if removed:
        _record("account.app_removed", user)
        _clear_codes(user)
        _tell(user, "app_removed")


@transaction.atomic
def add_passkey(user: User, *, name: str, credential: dict[str, Any]) -> list[str]:
    """Sign in with a key on a device from now on. `credential` has been checked against what the device was asked.

    Returns recovery codes, if these are the first: nobody can read them again.
    """
    _lock(user)
    passkey: Authenticator = WebAuthn.add(user, name, credential).instance
    _record("account.passkey_added", user, passkey=passkey.pk)
    _tell(user, "passkey_added")
    return _first_codes(user)


@transaction.atomic
def rename_passkey(passkey: Authenticator, *, name: str) -> None:
    """Call a passkey something else."""
    passkey = Authenticator.objects.select_for_update().get(pk=passkey.pk)
    if passkey.data["name"] == name:
        return
    passkey.data["name"] = name
    passkey.save(update_fields=["data"])
    _record("account.passkey_renamed", passkey.user, passkey=passkey.pk)


@transaction.atomic
def remove_passkey(passkey: Authenticator, *, asked_by: str) -> None:
    """The key no longer opens the account. Raises `SecondFactorNeeded`."""
    user: User = passkey.user
    _lock(user)
    _may_go(user, asked_by)
    removed, _rows = _of(user, Type.WEBAUTHN).filter(pk=passkey.pk).delete()
    if removed:
        _record("account.passkey_removed", user, passkey=passkey.pk)
        _clear_codes(user)
        _tell(user, "passkey_removed")


@transaction.atomic
def renew_codes(user: User) -> list[str]:
    """Make new recovery codes; the old ones no longer work. Nobody can read them again."""
    _lock(user)
    _of(user, Type.RECOVERY_CODES).delete()
    _record("account.recovery_codes_renewed", user)
    _tell(user, "recovery_codes_renewed")
    return _make_codes(user)


@transaction.atomic
def use_code(user: User, code: str) -> Authenticator | None:
    """What `code` belongs to, the app or the recovery codes; None where it fits neither. It works once."""
    for one in _of(user).exclude(type=Type.WEBAUTHN).select_for_update().order_by("pk"):
        if one.type == Type.TOTP:
            step = _step_of(keyring.decrypt(one.data["secret"]), code, after=one.data.get("step", 0))
            if step is not None:
                one.data["step"] = step
                one.save(update_fields=["data"])
                return one
        elif recovery_codes.use(one, code):
            _record("account.recovery_code_used", user, left=recovery_codes.left(one))
            _tell(user, "recovery_code_used")
            return one
    return None


@transaction.atomic
def reset_second_factor(user: User, *, reason: str, by: Actor, **details: Any) -> bool:
    """Take everything away from somebody who lost it, so that they sign in by password and set it up anew.

    Whether `by` may is asked by those who offer it. False where there was nothing.
    """
    with acting_in(CREDENTIALS):
        removed, _rows = _of(user).delete()
        if removed:
            record("account.second_factor_reset", user, by=by, reason=reason, **details)
            _tell(user, "second_factor_reset", reason=reason)
    return bool(removed)


@transaction.atomic
def renew_secrets() -> int:
    """Encrypt every app's secret with the first key; how many that were. Raises `InvalidToken`, and changes nothing then."""
    with acting_in(CREDENTIALS):
        apps = list(Authenticator.objects.filter(type=Type.TOTP).select_for_update().order_by("pk"))
        for app in apps:
            app.data["secret"] = keyring.renew(app.data["secret"])
        Authenticator.objects.bulk_update(apps, ["data"], batch_size=1000)
    return len(apps)


def _may_go(user: User, asked_by: str) -> None:
    if asked_by and queries.second_factor_of(user).is_last:
        raise SecondFactorNeeded(name=asked_by)


def _step_of(secret: str, code: str, *, after: int) -> int | None:
    """The step of time in which the app showed this code: the present one or, as typing takes a while, the one before.

    None for any other code, and for a step that was used (`after`).
    """
    now = int(time.time()) // STEP
    for step in (now, now - 1):
        shown = totp.format_hotp_value(totp.hotp_value(secret, step))
        if step > after and totp.compare_user_code(actual=code, expected=shown):
            return step
    return None


def _first_codes(user: User) -> list[str]:
    if _of(user, Type.RECOVERY_CODES).exists():
        return []
    _record("account.recovery_codes_made", user)
    return _make_codes(user)


def _make_codes(user: User) -> list[str]:
    codes, stored = recovery_codes.make()
    Authenticator.objects.create(user=user, type=Type.RECOVERY_CODES, data=stored)
    return codes


def _clear_codes(user: User) -> None:
    """Recovery codes stand in for something else, so they go with the last of it."""
    if not queries.has_second_factor(user):
        _of(user, Type.RECOVERY_CODES).delete()


def _of(user: User, *types: str) -> Any:
    own = Authenticator.objects.filter(user=user.pk)
    return own.filter(type__in=types) if types else own


def _lock(user: User) -> None:
    """Two browsers of one person change it one after the other."""
    User.objects.select_for_update().get(pk=user.pk)


def _record(verb: str, user: User, **details: Any) -> None:
    record(verb, user, by=AccountHolder(user.pk), **details)


def _tell(user: User, notice: str, **why: str) -> None:
    jobs.mail_notice.defer(user_id=user.pk, notice=notice, request=str(uuid7()), **why)
