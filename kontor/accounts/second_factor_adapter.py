"""How allauth keeps second factors here: encrypted, and passkeys for the portal's own name."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest

from kontor.accounts import keyring
from kontor.kit.frame import Frame

LOCALHOST = "localhost"
HERE = "127.0.0.1"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are encrypted; passkeys are made for the host that people know the portal by."""

    def encrypt(self, text: str) -> str:
        return keyring.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return keyring.decrypt(encrypted_text)

    def get_totp_issuer(self) -> str:
        return Frame(context.request).operator.name

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": passkey_host(context.request), "name": self.get_totp_issuer()}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.email}


def passkey_host(request: HttpRequest) -> str:
    """The name that passkeys are bound to. A demonstration can also be opened as `localhost`, which browsers allow."""
    asked = request.get_host().partition(":")[0]
    if settings.DEMO and asked == LOCALHOST:
        return asked
    return urlsplit(settings.ORIGIN).hostname or asked


def named_address(request: HttpRequest) -> str:
    """The same page of a demonstration at an address with a name; empty where there is none."""
    host, _colon, port = request.get_host().partition(":")
    if not (settings.DEMO and host == HERE and LOCALHOST in settings.ALLOWED_HOSTS):
        return ""
    return f"{request.scheme}://{LOCALHOST}:{port}{request.path}"


def takes_passkeys(request: HttpRequest) -> bool:
    """Whether browsers make passkeys for this address: it has to be a name, not a number."""
    try:
        ipaddress.ip_address(passkey_host(request))
    except ValueError:
        return True
    return False
