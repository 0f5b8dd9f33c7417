"""Reading our side: who runs the portal, who may be staff, the texts that people are bound by."""

from __future__ import annotations

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, QuerySet
from django.utils import timezone

from kontor.accounts.models import User
from kontor.partners.models import Operator, ProductArea, Terms


def operator_with_texts() -> Operator | None:
    """The operator, and as `texts` the kinds of general texts that are in force; None before it is set up. One query."""
    kinds = _valid().filter(area=None).order_by("kind").values("kind").distinct()
    return Operator.objects.filter(pk=1).annotate(texts=ArraySubquery(kinds)).first()


def is_member(user: User) -> bool:
    """Whether a person belongs to a company: who does is never staff."""
    return user.memberships.exists()


def terms_in_force(*kinds: str, area: str = "") -> dict[str, Terms]:
    """The version in force today of each of these kinds (all when none is named), without their texts: the general one,
    or that of the product area with the code `area`.
    """
    bodies = ("body_nb", "body_de", "body_en")
    of_area = {"area__code": area} if area else {"area": None}
    valid = _valid().filter(kind__in=kinds or Terms.Kind.values, **of_area).defer(*bodies)
    newest_first = valid.order_by("kind", "-valid_from", "-version").distinct("kind")
    return {terms.kind: terms for terms in newest_first}


def terms_of(kind: str, version: int | None = None, *, area: str = "") -> Terms:
    """One version of a text, or without `version` the one in force; `area` is a product area's code, where it has its own.

    Raises `Terms.DoesNotExist`.
    """
    texts = _texts(kind, area).select_related("area")
    if version is not None:
        return texts.get(version=version)
    found = texts.filter(valid_from__lte=timezone.localdate()).order_by("-valid_from", "-version").first()
    if found is None:
        raise Terms.DoesNotExist
    return found


def versions_of(kind: str, *, area: str = "") -> list[tuple[int, dt.date]]:
    """Number and first day of every version, the newest first: what an old order refers to stays readable."""
    return list(_texts(kind, area).order_by("-version").values_list("version", "valid_from"))


def version_before(terms: Terms) -> Terms | None:
    """The version of the same text that this one has replaced."""
    texts = Terms.objects.filter(kind=terms.kind, area=terms.area, version__lt=terms.version)
    return texts.order_by("-version").first()


def next_version(kind: str, area: ProductArea | None) -> int:
    """The number of the version that comes after all there are."""
    texts = Terms.objects.filter(kind=kind, area=area)
    return (texts.aggregate(last=Max("version"))["last"] or 0) + 1


def _texts(kind: str, area: str) -> QuerySet[Terms]:
    of_kind = Terms.objects.filter(kind=kind)
    return of_kind.filter(area__code=area) if area else of_kind.filter(area=None)


def _valid() -> QuerySet[Terms]:
    return Terms.objects.filter(valid_from__lte=timezone.localdate())
