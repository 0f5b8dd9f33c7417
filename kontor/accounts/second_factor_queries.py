"""What somebody proves with, besides the password, that it is them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.http import Http404

from kontor.accounts import recovery_codes
from kontor.accounts.actors import CREDENTIALS
from kontor.accounts.models import User
from kontor.kit.scope import acting_in

Type = Authenticator.Type


@dataclass(frozen=True, slots=True)
class Passkey:
    """A key on a person's device, under the name that they gave it."""

    pk: int
    name: str
    added_at: dt.datetime
    used_at: dt.datetime | None


@dataclass(slots=True)
class SecondFactor:
    """All that a person has. `codes_left` is None before there were recovery codes."""

    passkeys: list[Passkey] = field(default_factory=list)
    app_since: dt.datetime | None = None
    codes_left: int | None = None
    codes_total: int = recovery_codes.COUNT

    def __bool__(self) -> bool:
        return bool(self.passkeys or self.app_since)

    @property
    def is_last(self) -> bool:
        """Whether one is left, so that taking it away leaves none."""
        return len(self.passkeys) + bool(self.app_since) == 1

    @property
    def few_codes(self) -> bool:
        return self.codes_left is not None and self.codes_left <= 3


def has_second_factor(user: User) -> bool:
    """Whether signing in takes more than the password. Recovery codes alone are none."""
    return _of(user).exclude(type=Type.RECOVERY_CODES).exists()


def second_factor_of(user: User) -> SecondFactor:
    """Everything a person has, for the page on which they change it."""
    found = SecondFactor()
    for one in _of(user).order_by("created_at", "pk"):
        if one.type == Type.WEBAUTHN:
            found.passkeys.append(Passkey(one.pk, one.wrap().name, one.created_at, one.last_used_at))
        elif one.type == Type.TOTP:
            found.app_since = one.created_at
        else:
            found.codes_left = recovery_codes.left(one)
    return found


def passkey_of(user: User, pk: int) -> Authenticator:
    """One of the person's own passkeys; anybody else's does not exist."""
    passkey = _of(user).filter(type=Type.WEBAUTHN, pk=pk).first()
    if passkey is None:
        raise Http404
    return passkey


def who_has_second_factor(users: Collection[int]) -> set[int]:
    """Which of these people have one: for the administrators of their company, who do not see which."""
    with acting_in(CREDENTIALS):
        rows = Authenticator.objects.filter(user__in=users).exclude(type=Type.RECOVERY_CODES)
        return set(rows.values_list("user", flat=True))


def _of(user: User) -> QuerySet[Authenticator]:
    own: QuerySet[Authenticator] = Authenticator.objects.filter(user=user.pk)
    return own
