"""Secrets that must be read again, such as the key of an authenticator app, encrypted before they are stored.

The first of `ENCRYPTION_KEYS` encrypts, each of them decrypts: to change the key put a new one in front, and drop the
old one when nothing is encrypted with it any more.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from functools import cache
from typing import Final

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE: Final = b"kontor.accounts.keyring"


def encrypt(text: str) -> str:
    """`text` as only this installation can read it."""
    return _fernet(tuple(settings.ENCRYPTION_KEYS)).encrypt(text.encode()).decode()


def decrypt(stored: str) -> str:
    """What was encrypted; raises `InvalidToken` where none of the keys fits."""
    return _fernet(tuple(settings.ENCRYPTION_KEYS)).decrypt(stored.encode()).decode()


def renew(stored: str) -> str:
    """The same secret, encrypted with the first key."""
    return _fernet(tuple(settings.ENCRYPTION_KEYS)).rotate(stored.encode()).decode()


@cache
def _fernet(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    """The portal's key has many uses, so this one derives its own from it."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return urlsafe_b64encode(derive.derive(key.encode()))
