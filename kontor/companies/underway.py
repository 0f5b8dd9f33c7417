"""What a partner has under way with a company: it brings that to its end after the relationship has ended (CO-8).

Upper floors register in `AppConfig.ready`: `underway.register("cases", lambda company_id, partner_id: …)`, whether there
is any. Until there is nothing more the partner still sees the company.
"""

from __future__ import annotations

from collections.abc import Callable

type HasAny = Callable[[int, int], bool]

_known: dict[str, HasAny] = {}


def register(name: str, has_any: HasAny) -> None:
    """Let this kind of work be brought to its end. `has_any` takes the keys of company and partner."""
    _known[name] = has_any


def is_any(company_id: int, partner_id: int) -> bool:
    """Whether the partner still has something to do for the company."""
    return any(has_any(company_id, partner_id) for has_any in _known.values())
