"""Reading our side: who may be staff, the texts that orders refer to."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from kontor.accounts.models import User
from kontor.partners.models import Terms


def is_member(user: User) -> bool:
    """Whether a person belongs to a company: who does is never staff."""
    return user.memberships.exists()


def terms_in_force(*kinds: str) -> dict[str, Terms]:
    """The version in force today of each of these kinds (all when none is named), without their texts."""
    bodies = ("body_nb", "body_de", "body_en")
    valid = _valid().filter(kind__in=kinds or Terms.Kind.values).defer(*bodies)
    newest_first = valid.order_by("kind", "-valid_from", "-version").distinct("kind")
    return {terms.kind: terms for terms in newest_first}


def terms_of(kind: str, version: int | None = None) -> Terms:
    """One version of a text, or without `version` the one in force. Raises `Terms.DoesNotExist`."""
    if version is not None:
        return Terms.objects.get(kind=kind, version=version)
    found = _valid().filter(kind=kind).order_by("-valid_from", "-version").first()
    if found is None:
        raise Terms.DoesNotExist
    return found


def versions_of(kind: str) -> list[tuple[int, dt.date]]:
    """Number and first day of every version, the newest first: what an old order refers to stays readable."""
    return list(Terms.objects.filter(kind=kind).order_by("-version").values_list("version", "valid_from"))


def _valid() -> QuerySet[Terms]:
    return Terms.objects.filter(valid_from__lte=timezone.localdate())
