"""The id of the request that runs now; on error pages, in logs, in the answer's `X-Request-Id`."""

from __future__ import annotations

import secrets
from contextvars import ContextVar
from typing import Final

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_current: ContextVar[str] = ContextVar("kontor_request_id", default="")


def new_request_id() -> str:
    """Eight characters that one can read out on the telephone, such as `7F3A-21C9`; it becomes the current one."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    _current.set(f"{letters[:4]}-{letters[4:]}")
    return _current.get()


def current_request_id() -> str:
    """The id of the running request; empty outside one."""
    return _current.get()
