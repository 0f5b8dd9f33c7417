"""Who sees which rows of tables that belong to companies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from kontor.companies.models import Member
from kontor.partners.models import Staff

if TYPE_CHECKING:
    from kontor.companies.actors import Viewer


class HandledQuerySet[M: models.Model](models.QuerySet[M]):
    """Rows of a `company` that a `partner` handles; look-ups start from who looks."""

    def visible_to(self, viewer: Viewer) -> Self:
        """A company's own, those that a partner handles, all for the operator."""
        if isinstance(viewer, Member):
            return self.filter(company__in=viewer.scope.companies)
        if isinstance(viewer, Staff) and viewer.partner_id is not None:
            return self.filter(partner=viewer.partner_id)
        return self
