"""An authenticator app of our own: RFC 6238 read anew, so that two programs have to agree."""

from __future__ import annotations

import base64
import hashlib
import hmac
import time
from secrets import token_bytes
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    RegistrationResponse,
)

from kontor.accounts import keyring
from kontor.accounts.models import User
from kontor.accounts.second_factor_actions import add_passkey
from kontor.accounts.second_factor_views import NEW_APP
from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff
from tests.cast import STAGE

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # "12345678901234567890", as in the RFC


def shown(secret: str, at: float | None = None) -> str:
    """The six figures that an app shows at that moment."""
    step = int(time.time() if at is None else at) // 30
    digest = hmac.new(base64.b32decode(secret), step.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[19] & 15
    return str(int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF)[-6:].zfill(6)


def give_app(person: Member | Staff, secret: str = SECRET) -> Authenticator:
    """The person has an authenticator app from now on."""
    with acting_in(STAGE):
        app: Authenticator = TOTP.activate(person.user, secret).instance
        return app


def give_passkey(person: Member | Staff, name: str = "Telephone") -> Authenticator:
    """The person has a passkey that no device could answer with, and recovery codes."""
    with acting_in(STAGE):
        add_passkey(person.user, name=name, credential=_made_passkey())
    return authenticators(person.user, "webauthn")[-1]


def _made_passkey() -> dict[str, Any]:
    """What a device says that has made a passkey."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    made = AttestedCredentialData.create(Aaguid.NONE, token_bytes(16), key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    told = AuthenticatorData.create(hashlib.sha256(b"testserver").digest(), flags, 0, bytes(made))
    client = CollectedClientData.create(
        CollectedClientData.TYPE.CREATE, token_bytes(16), "https://testserver"
    )
    answer = RegistrationResponse(
        raw_id=made.credential_id,
        response=AuthenticatorAttestationResponse(
            client_data=client, attestation_object=AttestationObject.create("none", told, {})
        ),
    )
    return dict(answer)


def authenticators(user: User, kind: str = "") -> list[Authenticator]:
    """What the person has."""
    with acting_in(STAGE):
        found = Authenticator.objects.filter(user=user).order_by("pk")
        return list(found.filter(type=kind) if kind else found)


def secret_in(client: Client) -> str:
    """The key of the app that is being set up in this browser."""
    return keyring.decrypt(client.session[NEW_APP])
