"""Actors that are not people: named jobs and loads that act for the operator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kontor.kit.scope import OPERATOR, Scope


@dataclass(frozen=True, slots=True)
class SystemActor:
    """A named part of the system, such as the ERP import; it sees what the operator sees.

    Never made from a request's input: each is a module-level constant beside the code that uses it.
    """

    name: str

    @property
    def scope(self) -> Scope:
        return OPERATOR

    @property
    def signature(self) -> dict[str, Any]:
        return {"actor": self.name}
