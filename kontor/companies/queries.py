"""Reading about companies and the people in them."""

from __future__ import annotations

from django.db import models

from kontor.companies.models import Address, Member, Relationship, Role
from kontor.companies.permissions import GRANTED, Permission


def colleagues(member: Member) -> models.QuerySet[Member]:
    """The active members of the member's company, administrators first, then by name."""
    administrators = models.Q(roles__contains=[Role.ADMINISTRATOR])
    return (
        Member.objects.filter(company=member.company_id, is_active=True)
        .select_related("user")
        .annotate(manages=models.Case(models.When(administrators, then=0), default=1))
        .order_by("manages", "last_name", "first_name")
    )


def administrators(member: Member) -> models.QuerySet[Member]:
    """Who can change what the member may do."""
    return colleagues(member).filter(roles__contains=[Role.ADMINISTRATOR])


def addresses(member: Member) -> models.QuerySet[Address]:
    """The company's address book: billing first, then the default, then by name."""
    return Address.objects.filter(company=member.company_id).order_by("kind", "-is_default", "name")


def address_for(member: Member, pk: int) -> Address:
    """One of the company's own places. Raises `Address.DoesNotExist`."""
    return addresses(member).get(pk=pk)


def relationships(member: Member) -> models.QuerySet[Relationship]:
    """Which partner looks after the company in which product area."""
    return (
        Relationship.objects.filter(company=member.company_id, status=Relationship.Status.ACTIVE)
        .select_related("partner", "area")
        .order_by("partner__name", "partner_id", "area__position")
    )


def permission_table() -> list[tuple[Permission, list[tuple[Role, bool]]]]:
    """The permissions as a person reads them: one row each, with every role's answer."""
    return [(permission, [(role, role in GRANTED[permission]) for role in Role]) for permission in Permission]
