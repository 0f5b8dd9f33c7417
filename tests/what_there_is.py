"""Companies, people, invitations and registrations as they are now, for tests that do not know what came before."""

from __future__ import annotations

from typing import Any

from kontor.accounts.models import User
from kontor.companies.models import Company, Invitation, Member, Role
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.onboarding.models import Registration
from tests.cast import STAGE


def one_of(model: Any, number: int, **such: Any) -> Any:
    """One of all there are, or of such, whosever it is; None where there is none."""
    with acting_in(STAGE):
        rows = model.objects.filter(**such).order_by("pk")
        if model not in (Registration, Company):
            rows = rows.select_related("company")
        if model is Member:
            rows = rows.select_related("company", "user")
        count = rows.count()
        return rows[number % count] if count else None


def manager_of(company: int | None, number: int) -> Member | None:
    """Two times in three an administrator of the company, else anybody."""
    if number % 3 == 0 or company is None:
        found: Member | None = one_of(Member, number)
        return found
    with acting_in(STAGE):
        administrators = Member.objects.filter(
            company=company, is_active=True, roles__contains=[Role.ADMINISTRATOR]
        )
        return administrators.select_related("company", "user").order_by("pk").first()


def picture() -> dict[str, Any]:
    """What there is: who is where in which state, and how much is in the journal."""
    with acting_in(STAGE):
        return {
            "registrations": sorted(Registration.objects.values_list("pk", "status", "proven_at")),
            "invitations": sorted(
                Invitation.objects.values_list("pk", "token_hash", "accepted_at", "withdrawn_at"), key=str
            ),
            "members": sorted(
                (pk, company, user, active, tuple(roles))
                for pk, company, user, active, roles in Member.objects.values_list(
                    "pk", "company", "user", "is_active", "roles"
                )
            ),
            "accounts": sorted(User.objects.values_list("pk", "email", "is_active")),
            "companies": sorted(Company.objects.values_list("pk", "succeeded_by"), key=str),
            "journal": Entry.objects.count(),
            "verbs": set(Entry.objects.values_list("verb", flat=True)),
        }
