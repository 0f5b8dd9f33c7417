"""How a password is checked at sign-in."""

from __future__ import annotations

from typing import Any

from allauth.account import auth_backends as allauth
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest


class AuthenticationBackend(allauth.AuthenticationBackend):  # type: ignore[misc]
    """By e-mail address or user name, with one check of the password whether somebody has that address or nobody.

    The form hands over an address under both names, and allauth would check the password of a known one twice: twice the
    time, by which a stranger could tell who has an account.
    """

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> AbstractBaseUser | None:
        if credentials.get("email") == credentials.get("username"):
            credentials.pop("email", None)
        found: AbstractBaseUser | None = super().authenticate(request, **credentials)
        return found
