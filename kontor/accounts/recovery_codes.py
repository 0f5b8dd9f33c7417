"""Recovery codes: ten, each good for once. Only salted hashes of them are stored, so they cannot be shown again."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Final

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator

COUNT: Final = 10
FIGURES: Final = 10


def make() -> tuple[list[str], dict[str, Any]]:
    """The codes, and what is stored of them."""
    codes = [f"{secrets.randbelow(10**FIGURES):0{FIGURES}}" for _ in range(COUNT)]
    salt = secrets.token_hex(16)
    return codes, {"salt": salt, "hashes": [_hash(code, salt) for code in codes]}


def use(stored: Authenticator, code: str) -> bool:
    """Whether `code` is one of them that is left; it is not any more afterwards. The row is locked by who asks."""
    given = _hash(normalize_user_code(code), stored.data["salt"])
    if given not in stored.data["hashes"]:
        return False
    stored.data["hashes"].remove(given)
    stored.save(update_fields=["data"])
    return True


def left(stored: Authenticator) -> int:
    """How many have not been used."""
    return len(stored.data["hashes"])


def _hash(code: str, salt: str) -> str:
    """One slow hash tells whether a code is among all that share the salt."""
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
