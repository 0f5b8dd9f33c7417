"""How often one may try to sign in: by account, by address, with growing waits.

A device on which the person has been signed in before counts for itself, so that nobody who guesses from elsewhere locks
them out; and a new password, set with the link from the mail, forgives everything.
"""

from __future__ import annotations

from typing import Final

from allauth.account.adapter import get_adapter
from allauth.core.internal.ratelimit import truncate_ip
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest

from kontor.accounts import sessions
from kontor.accounts.models import User
from kontor.kit import limits

ACCOUNT, ADDRESS, DEVICE = "sign_in.account", "sign_in.address", "sign_in.device"
FREE_BY_ACCOUNT: Final = 5
FREE_BY_ADDRESS: Final = 20


def wait(request: HttpRequest, login: str) -> int:
    """Count a try to sign in as `login`; the seconds to wait where it comes too early, else 0."""
    if device := _known_device(request, login):
        return limits.wait_before(DEVICE, device, free=FREE_BY_ACCOUNT)
    return limits.wait_before(ADDRESS, _address(request), free=FREE_BY_ADDRESS) or limits.wait_before(
        ACCOUNT, login, free=FREE_BY_ACCOUNT
    )


def succeeded(request: HttpRequest, login: str) -> None:
    """It was the right password. The address is not forgiven: whoever has one account could guess at others for ever."""
    if device := _known_device(request, login):
        limits.forgive(DEVICE, device)
    else:
        limits.take_back(ADDRESS, _address(request))
        limits.forgive(ACCOUNT, login)


def forgive(user: User) -> None:
    """The person proved by mail that it is them."""
    for login in filter(None, (user.email, user.username)):
        limits.forgive(ACCOUNT, login)


def _address(request: HttpRequest) -> str:
    return str(truncate_ip(get_adapter().get_client_ip(request)))


def _known_device(request: HttpRequest, login: str) -> str:
    """Which device of the person this is, if it is one."""
    if settings.DEVICE_COOKIE_NAME not in request.COOKIES:
        return ""
    user = User.objects.filter(Q(email__iexact=login) | Q(username__iexact=login)).first()
    if user is None or not sessions.is_known_device(request, user.pk):
        return ""
    return f"{user.pk}:{request.COOKIES[settings.DEVICE_COOKIE_NAME]}"
