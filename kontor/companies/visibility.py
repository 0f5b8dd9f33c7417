"""How much of their company a member sees: the one rule for orders, cases and machines (CO-12).

    class OrderQuerySet(HandledQuerySet["Order"]):
        def visible_to(self, viewer):
            return super().visible_to(viewer).filter(part_of(viewer, own=("member",), site="site"))

Each kind of thing says which columns name the people it belongs to, and which one the place. An administrator always
sees the company. Row security keeps companies apart and knows nothing of this (docs/decisions/0016-a-part-of-the-company.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Q

from kontor.companies.models import Member, Sees

if TYPE_CHECKING:
    from kontor.companies.actors import Viewer


def sees_company(viewer: Viewer) -> bool:
    """Whether somebody sees all of the company; our side is not narrowed."""
    return not isinstance(viewer, Member) or viewer.sees_company


def part_of(viewer: Viewer, *, own: Sequence[str], site: str = "") -> Q:
    """Which rows a viewer sees: all, else those that one of the columns `own` names as theirs or that are at their `site`."""
    if sees_company(viewer) or not isinstance(viewer, Member):
        return Q()
    seen = Q()
    for column in own:
        seen |= Q(**{column: viewer.pk})
    if site and viewer.sees == Sees.SITE:
        seen |= Q(**{site: viewer.site_id})
    return seen
