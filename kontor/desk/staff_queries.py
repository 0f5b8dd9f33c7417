"""Who works for us, as its administrators see them; who is away (ST-4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat
from django.utils import timezone

from kontor.desk.queue import COUNTED_UP_TO
from kontor.kit.keyset import Keys, Page, page_of
from kontor.partners.models import Absence, Handled, Staff
from kontor.partners.teams import Team


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom of our side one looks for; `side` is a partner's key, "operator", or empty for all that one sees."""

    search: str = ""
    side: str = ""
    gone: bool = False


def staff_seen_by(viewer: Staff) -> QuerySet[Staff]:
    """A partner's people see their own side, the operator's everybody."""
    everybody = Staff.objects.select_related("user", "partner", "team")
    return everybody if viewer.partner_id is None else everybody.filter(partner=viewer.partner_id)


def _wanted(viewer: Staff, wanted: Wanted) -> QuerySet[Staff]:
    found = staff_seen_by(viewer).filter(is_active=not wanted.gone)
    if wanted.side:
        found = found.filter(partner=None if wanted.side == "operator" else int(wanted.side))
    if wanted.search:
        named = found.annotate(full=Concat("first_name", Value(" "), "last_name"))
        found = named.filter(Q(full__icontains=wanted.search) | Q(user__email__icontains=wanted.search))
    return found


def page_of_staff(viewer: Staff, wanted: Wanted, keys: Keys) -> Page[Staff]:
    """One page of them, by name, each with `away_until` where they are away today."""
    found = _wanted(viewer, wanted).annotate(**_away())
    return page_of(found, order=("last_name", "first_name", "id"), keys=keys)


def count_staff(viewer: Staff, wanted: Wanted) -> int:
    """How many there are, counted to 1,001 and no further."""
    return _wanted(viewer, wanted).order_by()[: COUNTED_UP_TO + 1].count()


def staff_for(viewer: Staff, pk: int) -> Staff:
    """One of them. Raises `Staff.DoesNotExist`."""
    return staff_seen_by(viewer).get(pk=pk)


def teams_seen_by(viewer: Staff) -> QuerySet[Team]:
    """The teams of one's side, the operator's people see all; each with how many are in it."""
    teams = Team.objects.select_related("partner").annotate(
        size=Count("people", filter=Q(people__is_active=True))
    )
    teams = teams if viewer.partner_id is None else teams.filter(partner=viewer.partner_id)
    return teams.order_by(F("partner__name").asc(nulls_first=True), "name", "pk")


def absences_of(staff: Staff) -> Sequence[Absence]:
    """When somebody is away, from today on."""
    coming = Absence.objects.filter(staff=staff, last__gte=timezone.localdate())
    return list(coming.select_related("substitute", "staff").order_by("first", "pk")[:20])


def away_now(staff: Staff) -> Absence | None:
    """The absence in which somebody is today."""
    today = timezone.localdate()
    now = Absence.objects.filter(staff=staff, first__lte=today, last__gte=today)
    return now.select_related("substitute").order_by("-last").first()


def substitutes_for(staff: Staff) -> QuerySet[Staff]:
    """Who could do somebody's work: who sees the same."""
    sees_the_same = Q(partner=None) | Q(partner=staff.partner_id)
    others = Staff.objects.filter(sees_the_same, is_active=True).exclude(pk=staff.pk)
    return others.order_by(F("partner").asc(nulls_last=True), "first_name", "last_name", "pk")


def _away() -> Mapping[str, Any]:
    today = timezone.localdate()
    now = Absence.objects.filter(staff=OuterRef("pk"), first__lte=today, last__gte=today).order_by("-last")
    name = Concat("substitute__first_name", Value(" "), "substitute__last_name")
    return {
        "away_until": Subquery(now.values("last")[:1]),
        "stand_in_name": Subquery(now.filter(substitute__is_active=True).values_list(name)[:1]),
    }


def receivers_of(thing: Handled, viewer: Staff) -> tuple[list[Staff], list[Staff]]:
    """Whom a thing can be handed to: those of the viewer's team, and all others who work for its partner or the operator.

    Whoever is here comes before who is away, those with `away_until` and `stand_in_name`; then the partner's people come first.
    """
    partner = getattr(thing, "partner_id", None)
    sees_it = Q(is_active=True) & (Q(partner=None) | Q(partner=partner))
    people = (
        Staff.objects.filter(sees_it)
        .exclude(pk=thing.handled_by_id or 0)
        .annotate(**_away())
        .select_related("partner")
        .only("user_id", "team_id", "first_name", "last_name", "is_active", "partner__name")
        .order_by(
            F("away_until").asc(nulls_first=True),
            F("partner").asc(nulls_last=True),
            "first_name",
            "last_name",
            "pk",
        )
    )
    mates: list[Staff] = []
    others: list[Staff] = []
    for one in people:
        (mates if one.team_id and one.team_id == viewer.team_id else others).append(one)
    return mates, others
