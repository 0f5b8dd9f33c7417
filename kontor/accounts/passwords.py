"""What a new password has to be: as long as the operator says, and none that is tried first (ON-12).

How far that goes stands in `docs/decisions/0019-passwords.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn

from kontor.accounts.models import User
from kontor.kit.frame import Frame, Operator

FEW: Final = 10**8
"""As many guesses as eight characters take that were drawn by lot."""
READ: Final = 72
"""What follows makes a password no easier to guess, and takes time to look at."""
FACTS: Final = ("email", "username", "first_name", "last_name", "company_name")
WORDS: Final = (
    *(
        "passord",
        "passwort",
        "kennwort",
        "hemmelig",
        "geheim",
        "velkommen",
        "willkommen",
        "kundeportal",
        "portal",
    ),
    *("sommer", "høst", "vinter", "vår", "herbst", "winter", "frühling", "januar", "februar", "mars", "märz"),
    *("april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember", "dezember"),
    *("norge", "norwegen", "deutschland", "tyskland", "oslo", "bergen", "hamburg", "berlin", "münchen"),
    *("hydraulikk", "hydraulik", "gravemaskin", "bagger", "maskin", "maschine", "verksted", "werkstatt"),
    *("reservedel", "ersatzteil", "service", "bestilling", "bestellung", "faktura", "rechnung"),
)
"""Of our trade and countries: zxcvbn's lists are English."""


class PasswordRules:
    """Refuses what is too short, on a list of common passwords, or soon guessed from common words and known names."""

    def __init__(self) -> None:
        self.common: set[str] = CommonPasswordValidator().passwords
        self.similarity = UserAttributeSimilarityValidator()

    def validate(self, password: str, user: User | None = None) -> None:
        operator = _operator()
        least = operator.password_length
        if len(password) < least:
            raise ValidationError(
                _("This is too short: it takes at least %(number)s characters.") % {"number": least},
                code="password_too_short",
            )
        is_common = password.strip().casefold() in self.common
        if is_common or self._is_like(user, password) or _guesses(password, user, operator) < FEW:
            raise ValidationError(
                _("This is soon guessed: it is common, or close to a name. A few words in a row are better."),
                code="password_too_common",
            )

    def _is_like(self, user: User | None, password: str) -> bool:
        try:
            self.similarity.validate(password, user)
        except ValidationError:
            return True
        return False

    def get_help_text(self) -> str:
        return help_text()


def help_text() -> str:
    """What to say beside a field for a new password."""
    least = _operator().password_length
    return _("At least %(number)s characters. A few words in a row are easy to remember.") % {"number": least}


def _operator() -> Operator:
    return Frame(HttpRequest()).operator


def _guesses(password: str, user: User | None, operator: Operator) -> int:
    """How many tries somebody needs who knows the person, the portal and the usual passwords."""
    known = [*_names(operator.name), *(name for fact in FACTS for name in _names(getattr(user, fact, "")))]
    found: dict[str, Any] = zxcvbn(password[:READ], user_inputs=[*known, *WORDS])
    # It takes another 10,000 tries for each further part as given; three words of ours in a row would pass by that alone.
    further: int = 10_000 ** (len(found["sequence"]) - 1)
    return int(found["guesses"]) - further


def _names(text: str) -> Iterator[str]:
    """A name, whole and in its parts: who knows one tries the other."""
    parts = [part for part in re.split(r"[\W_]+", text.casefold()) if len(part) > 2]
    yield from (*parts, "".join(parts)) if len(parts) > 1 else parts
