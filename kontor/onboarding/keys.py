"""What only the applicant knows: the token of the link and the codes.

Both are derived from the registration's id with the installation's secret key, so that a job can write them into a mail
without having been told: jobs get ids, never secrets. The database keeps hashes only.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from typing import Final
from uuid import UUID

from django.utils.crypto import salted_hmac

FIGURES: Final = 6


def token_of(registration: UUID) -> str:
    """The token of a registration's link; whoever bears it is the applicant."""
    made = _digest("token", str(registration))
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def hash_of(token: str) -> str:
    """How a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def code_of(registration: UUID, sending: int) -> str:
    """The code in the mail that is sent for the `sending`th time: six figures."""
    number = int.from_bytes(_digest("code", f"{registration}:{sending}"))
    return f"{number % 10**FIGURES:0{FIGURES}}"


def code_hash(registration: UUID, code: str) -> str:
    """How a code is kept; without the secret key a million tries find nothing."""
    return _digest("code-hash", f"{registration}:{code}").hex()


def link_token(purpose: str, of: object, until: dt.datetime) -> str:
    """The token of a link that is good until then; a later sending has another, and the link before is dead."""
    made = _digest(f"link.{purpose}", f"{of}:{until.astimezone(dt.UTC).isoformat()}")
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def _digest(purpose: str, value: str) -> bytes:
    return salted_hmac(f"kontor.onboarding.{purpose}", value, algorithm="sha256").digest()
