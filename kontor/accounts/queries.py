"""Reading about accounts."""

from __future__ import annotations

from allauth.account.models import EmailAddress

from kontor.accounts.models import User


def is_proven(user: User) -> bool:
    """Whether it is known that the person's address is theirs."""
    own = EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True)
    return bool(own.exists())
