"""How much there is of everything that the overview speaks of: all of it counted in one statement."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import QuerySet

from kontor.companies.models import Member, Relationship
from kontor.companies.permissions import Permission, may
from kontor.kit.counting import count_all
from kontor.onboarding.models import Registration
from kontor.onboarding.statuses import RegistrationStatus
from kontor.service.models import Case
from kontor.service.queries import Wanted, cases_for
from kontor.shopping.models import CartLine, QuickOrderLine


class Counts(NamedTuple):
    """Each counted to 1,001; 0 of what the member may not see."""

    relationships: int
    joining: int
    open_cases: int
    clear_lines: int
    unclear_lines: int
    cart_lines: int


def counts_for(member: Member) -> Counts:
    """Business relationships that live or are asked for, people who want to join, cases, lines of quick order and cart."""
    live = (Relationship.Status.ACTIVE, Relationship.Status.REQUESTED)
    cases = Case.objects.none()
    if may(member, Permission.SEE_CASES):
        cases = cases_for(member, Wanted(tab="open"))
    cart, begun = CartLine.objects.none(), QuickOrderLine.objects.none()
    if may(member, Permission.USE_CART):
        cart = CartLine.objects.filter(company=member.company_id, cart__member=member)
        begun = QuickOrderLine.objects.filter(company=member.company_id, quick_order__member=member)
    rows: list[QuerySet[Any]] = [
        Relationship.objects.filter(company=member.company_id, status__in=live),
        join_requests(member),
        cases,
        begun.filter(problem=""),
        begun.exclude(problem=""),
        cart,
    ]
    return Counts(*count_all(rows))


def join_requests(member: Member) -> QuerySet[Registration]:
    """People who say that they belong to the company (ON-4), for those who decide about it."""
    if not may(member, Permission.MANAGE_USERS):
        return Registration.objects.none()
    return Registration.objects.filter(
        company=member.company_id, joins=True, status=RegistrationStatus.WAITING
    )
