"""The link of an invitation. Whoever bears its token may accept it; the database keeps the token's hash only.

The token is derived from the invitation with the installation's secret key, so that the job that mails it need not be
told: jobs get ids, never secrets. A new sending has another last day, hence another token; the link before is dead.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib

from django.utils.crypto import salted_hmac


def token_of(company_id: int, email: str, expires_at: dt.datetime) -> str:
    """The token of the invitation of that address into that company, valid until then."""
    value = f"{company_id}:{email.lower()}:{expires_at.astimezone(dt.UTC).isoformat()}"
    made = salted_hmac("kontor.companies.invitation", value, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def hash_of(token: str) -> str:
    """How a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()
