"""Facts of a higher floor on a page of a lower one, such as how many of a product are in the cart.

A provider registers under a name in `AppConfig.ready`:

    panels.register("in_cart", in_cart)

It takes who looks and a list of ids and answers for all of them in one query. Where nobody has registered, there is
nothing to show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

type Provider = Callable[[Any, Sequence[int]], Mapping[int, Any]]

_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Let `provider` answer for `name`."""
    _providers[name] = provider


def ask(name: str, viewer: Any, ids: Sequence[int]) -> dict[int, Any]:
    """What `name` says about each of `ids` to the member or staff member who looks; ids without an answer are left out."""
    provider = _providers.get(name)
    return dict(provider(viewer, ids)) if provider and ids else {}
