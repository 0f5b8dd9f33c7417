"""Choosing a colleague, among a handful or among thousands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from django.db import models
from django.db.models.functions import Concat

from kontor.companies.models import Member, Role
from kontor.kit.one_of import FEW, OFFERED, Offer

LONGEST_KEY: Final = 18


class Colleagues:
    """The active members of a member's company, to choose one of: administrators first, then by name.

    `besides` somebody whom there is no sense in choosing.
    """

    def __init__(self, by: Member, *, besides: Member | None = None) -> None:
        active = Member.objects.filter(company=by.company_id, is_active=True)
        self.active = active.exclude(pk=besides.pk) if besides else active

    @cached_property
    def _few(self) -> list[Member] | None:
        # Sorted here: the database would sort all of the thousands first.
        found = list(self.active.order_by()[: FEW + 1])
        if len(found) > FEW:
            return None
        return sorted(
            found, key=lambda one: (Role.ADMINISTRATOR not in one.roles, one.last_name, one.first_name)
        )

    def few(self) -> Sequence[Member] | None:
        return self._few

    def get(self, key: str) -> Member | None:
        if not (key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY):
            return None
        if self._few is not None:
            return next((one for one in self._few if one.pk == int(key)), None)
        return self.active.select_related("user").filter(pk=int(key)).first()

    def like(self, typed: str) -> Sequence[Member]:
        """By name or e-mail address, in any order of the words."""
        named = self.active.select_related("user").annotate(
            full=Concat("first_name", models.Value(" "), "last_name")
        )
        for word in typed.split():
            named = named.filter(models.Q(full__icontains=word) | models.Q(user__email__icontains=word))
        exact = models.Q(full__iexact=typed) | models.Q(user__email__iexact=typed)
        named = named.annotate(exact=models.Case(models.When(exact, then=0), default=1))
        found = list(named.order_by("exact", "last_name", "first_name", "pk")[: OFFERED + 1])
        exactly = [one for one in found if one.exact == 0]
        return exactly if len(exactly) == 1 else found

    def offer(self, one: Member) -> Offer:
        return Offer(str(one.pk), one.name, "" if self._few is not None else one.user.email)
