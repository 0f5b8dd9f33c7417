"""A signed-in person, before it is known in which company they act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from kontor.kit.actors import SystemActor
from kontor.kit.scope import PUBLIC, Scope

CREDENTIALS: Final = SystemActor("accounts.credentials")


@dataclass(frozen=True, slots=True)
class AccountHolder:
    """The owner of an account, acting on nothing but the account itself."""

    user_id: int

    @property
    def scope(self) -> Scope:
        return Scope(role=PUBLIC.role, user=self.user_id)

    @property
    def signature(self) -> dict[str, Any]:
        return {"user_id": self.user_id}
