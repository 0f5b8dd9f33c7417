"""What a member or an invited person may do and see, as one thing that is checked, kept and given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from kontor.companies.errors import MayNotGrant, NoSuchSite, RolesMissing
from kontor.companies.models import Address, CompanyRole, Invitation, Member, Role, Sees
from kontor.companies.permissions import rights_of, within_rights
from kontor.companies.visibility import sees_company


@dataclass(frozen=True, slots=True)
class Access:
    """Roles, an own role of the company, and how much of the company is seen."""

    roles: tuple[Role, ...]
    own_role: CompanyRole | None
    sees: Sees
    site: Address | None

    @classmethod
    def of(
        cls,
        company_id: int,
        *,
        roles: Sequence[str],
        own_role: CompanyRole | None,
        sees: str,
        site: Address | None,
        by: Member,
    ) -> Self:
        """What `by` wants to give to somebody of the company; an own role is locked, so that it stays until this commits.

        Raises `RolesMissing`, `NoSuchSite`, `MayNotGrant`.
        """
        if not roles and own_role is None:
            raise RolesMissing()
        if own_role is not None:
            own_role = (
                CompanyRole.objects.select_for_update().filter(company=company_id, pk=own_role.pk).first()
            )
            if own_role is None:
                raise RolesMissing()
        given = cls(tuple(Role(role) for role in roles), own_role, Sees(sees), site)
        if given.sees != Sees.SITE:
            given = cls(given.roles, own_role, given.sees, None)
        elif site is None or site.company_id != company_id or site.kind != Address.Kind.DELIVERY:
            raise NoSuchSite()
        if not given.is_within(by):
            raise MayNotGrant()
        return given

    @classmethod
    def now(cls, one: Member | Invitation) -> Self:
        """What somebody has."""
        return cls(tuple(Role(role) for role in one.roles), one.own_role, Sees(one.sees), one.site)

    def is_within(self, by: Member) -> bool:
        """Whether `by` may do and see all this themselves."""
        within = within_rights(by, rights_of(self.roles, self.own_role))
        return within and (
            sees_company(by) or self.sees == Sees.OWN or (self.sees, self.site) == (by.sees, by.site)
        )

    def values(self) -> dict[str, Any]:
        """As columns."""
        return {"roles": list(self.roles), "own_role": self.own_role, "sees": self.sees, "site": self.site}

    def details(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {
            "roles": list(self.roles),
            "own_role": self.own_role and self.own_role.pk,
            "sees": self.sees,
            "site": self.site and self.site.pk,
        }
