"""The password that somebody chooses before they have an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kontor.accounts.models import User
from kontor.kit.text import Text
from kontor.onboarding.errors import PasswordRefused

# The reasons of Django's validator, in our words and all our languages.
_WORDS: Final[Mapping[str, Text]] = {
    "password_too_similar": _("This is too much like your name or your e-mail."),
}


def hashed(password: str, *, email: str, first_name: str, last_name: str, company_name: str) -> str:
    """The password as it is kept. Raises `PasswordRefused` with all its reasons."""
    person = User(email=email)
    person.first_name, person.last_name = first_name, last_name  # type: ignore[attr-defined]
    person.company_name = company_name  # type: ignore[attr-defined]
    try:
        validate_password(password, person)
    except ValidationError as error:
        reasons = [_WORDS.get(str(one.code)) or one.messages[0] for one in error.error_list]
        raise PasswordRefused(" ".join(map(str, reasons))) from error
    return make_password(password)
