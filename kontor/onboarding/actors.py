"""Who acts on a registration besides our staff and companies' administrators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from kontor.kit.actors import SystemActor
from kontor.kit.scope import Scope

# Looks up what an applicant must not learn: whose address has an account, which companies exist.
EXAMINER: Final = SystemActor("onboarding.examiner")
# Makes companies, accounts and members once somebody with the right to has said yes.
ADMISSIONS: Final = SystemActor("onboarding.admissions")
MAILER: Final = SystemActor("onboarding.mail")
EXPIRY: Final = SystemActor("onboarding.expiry")


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody without an account, who bears the token of one registration."""

    token_hash: str

    @property
    def scope(self) -> Scope:
        return Scope.bearing(self.token_hash)

    @property
    def signature(self) -> dict[str, Any]:
        return {"actor": "onboarding.applicant"}
