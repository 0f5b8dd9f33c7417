"""The password that somebody chooses before they have an account."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from kontor.accounts.models import User
from kontor.onboarding.errors import PasswordRefused


def hashed(password: str, *, email: str, first_name: str, last_name: str, company_name: str) -> str:
    """The password as it is kept. Raises `PasswordRefused` with all its reasons."""
    person = User(email=email)
    person.first_name, person.last_name = first_name, last_name  # type: ignore[attr-defined]
    person.company_name = company_name  # type: ignore[attr-defined]
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise PasswordRefused(" ".join(error.messages)) from error
    return make_password(password)
