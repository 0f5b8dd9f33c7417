"""Two companies turn out to be one: the earlier points on to its successor (docs/decisions/0020-merged-companies.md).

People, places and what is held go on in the successor. What has happened stays with the earlier company, where nobody
changes it any more; the successor's members read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone

from kontor.companies import carrying, jobs
from kontor.companies.access import Access
from kontor.companies.carrying import Fate, Has, Merge
from kontor.companies.errors import (
    AlreadyMerged,
    DecideFirst,
    NothingToMerge,
    ReplacementReasonMissing,
    SoldElsewhere,
)
from kontor.companies.models import Address, Company, CompanyRole, Contact, Invitation, Member, Role, Sees
from kontor.companies.permissions import require_operator
from kontor.companies.profile import apply
from kontor.companies.relating import carry_relationships
from kontor.journal.actions import record
from kontor.partners.models import Staff

FILLED: Final = ("organisation_number", "vat_number", "contact", "phone", "email")
PLACE: Final = ("street", "postcode", "city")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the earlier company's people, and who they are in the successor already, if anybody."""

    member: Member
    there: Member | None

    @property
    def stays_out(self) -> bool:
        """Whom the successor has let go does not come back by a merge."""
        return self.there is not None and not self.there.is_active


@dataclass(frozen=True, slots=True)
class Plan:
    """What merging would do, before anybody does it."""

    earlier: Company
    successor: Company
    people: Sequence[Person]
    fills: Mapping[str, str]
    has: Sequence[Has]

    @property
    def first(self) -> list[Has]:
        """What has to be decided before."""
        return [one for one in self.has if one.fate == Fate.FIRST]

    @property
    def told(self) -> list[tuple[Fate, list[Has]]]:
        """What comes along, what stays, what ends."""
        fates = (Fate.COMES, Fate.STAYS, Fate.ENDS)
        sorted_by_fate = ((fate, [one for one in self.has if one.fate == fate]) for fate in fates)
        return [(fate, some) for fate, some in sorted_by_fate if some]


def plan(earlier: Company, successor: Company) -> Plan:
    """What merging would do. Raises `NothingToMerge`, `AlreadyMerged`, `SoldElsewhere`."""
    check(earlier, successor)
    return Plan(
        earlier,
        successor,
        people_of(earlier, successor),
        fills(earlier, successor),
        carrying.found(earlier, successor),
    )


def check(earlier: Company, successor: Company) -> None:
    """Raise an error unless these two can be one."""
    if earlier.pk == successor.pk:
        raise NothingToMerge()
    for one in (earlier, successor):
        if one.succeeded_by_id is not None:
            raise AlreadyMerged(company=one.name)
    if (earlier.entity_id, earlier.currency) != (successor.entity_id, successor.currency):
        raise SoldElsewhere()


def people_of(earlier: Company, successor: Company) -> list[Person]:
    """Who acts for the earlier company, administrators first."""
    active = Member.objects.filter(company=earlier, is_active=True).select_related("user", "own_role", "site")
    there = Member.objects.filter(company=successor, user__in=active.values("user")).select_related(
        "company", "own_role", "site"
    )
    known = {one.user_id: one for one in there}
    found = sorted(active.order_by("pk"), key=lambda one: Role.ADMINISTRATOR not in one.roles)
    return [Person(one, known.get(one.user_id)) for one in found]


def fills(earlier: Company, successor: Company) -> dict[str, str]:
    """What the successor does not know of itself and the earlier company does."""
    found = {name: getattr(earlier, name) for name in FILLED if not getattr(successor, name)}
    if not successor.street:
        found |= {name: getattr(earlier, name) for name in PLACE}
    return {name: value for name, value in found.items() if value}


@transaction.atomic
def merge(earlier: Company, *, into: Company, reason: str, by: Staff) -> Company:
    """Make one company of two; both sides' administrators are told why. For the operator's staff; it is for good.

    Raises `ReplacementReasonMissing`, `NothingToMerge`, `AlreadyMerged`, `SoldElsewhere`, `DecideFirst`, `NotAllowed`.
    """
    require_operator(by)
    if not (reason := reason.strip()):
        raise ReplacementReasonMissing()
    keys = sorted({earlier.pk, into.pk})
    locked = {one.pk: one for one in Company.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    earlier, successor = locked[earlier.pk], locked[into.pk]
    list(Member.objects.select_for_update().filter(company__in=keys).order_by("pk"))
    planned = plan(earlier, successor)
    if planned.first:
        raise DecideFirst(what=", ".join(one.words for one in planned.first))
    to_tell = _administrators(earlier, successor)
    places = _bring_places(earlier, successor, by)
    people = _bring_people(planned, places, by)
    _bring_contacts(earlier, successor, people)
    _bring_invitations(earlier, successor, people, places, by)
    carry_relationships(earlier, successor, by=by)
    carrying.carry(Merge(earlier, successor, people, places, by))
    _end_memberships(earlier, by)
    apply(successor, fills(earlier, successor), verb="company.changed", by=by)
    _point_on(earlier, successor)
    details = {"earlier": earlier.pk, "successor": successor.pk, "reason": reason}
    record("company.merged", earlier, by=by, company_id=earlier.pk, **details)
    entry = record("company.merged", successor, by=by, company_id=successor.pk, **details)
    for one in to_tell:
        jobs.mail_merged.defer(member_id=one, entry_id=str(entry.pk))
    return successor


def _administrators(*companies: Company) -> list[int]:
    """Whom to tell, once each."""
    active = Member.objects.filter(
        company__in=companies, is_active=True, roles__contains=[Role.ADMINISTRATOR]
    )
    by_user = dict(active.order_by("-pk").values_list("user", "pk"))
    return sorted(by_user.values())


def _bring_places(earlier: Company, successor: Company, by: Staff) -> dict[int, Address]:
    """Each place once: where the successor has one of the kind there already, that is meant."""
    there = list(Address.objects.filter(company=successor).order_by("pk"))
    known = {_where(one): one for one in there}
    names = {(one.kind, one.name) for one in there}
    defaults = {one.kind for one in there if one.is_default}
    found: dict[int, Address] = {}
    for one in Address.objects.filter(company=earlier).order_by("pk"):
        place = known.get(_where(one))
        if place is None:
            name = one.name if (one.kind, one.name) not in names else f"{one.name[:80]} ({earlier.number})"
            place = Address.objects.create(
                company=successor,
                kind=one.kind,
                name=name,
                street=one.street,
                postcode=one.postcode,
                city=one.city,
                country=one.country,
                phone=one.phone,
                is_default=one.is_default and one.kind not in defaults,
            )
            record("address.added", place, by=by)
            names.add((place.kind, place.name))
            known[_where(place)] = place
        found[one.pk] = place
    return found


def _where(one: Address) -> tuple[str, ...]:
    words = (one.kind, one.street, one.postcode, one.city, one.country)
    return tuple("".join(word.split()).casefold() for word in words)


def _bring_people(planned: Plan, places: Mapping[int, Address], by: Staff) -> dict[int, Member]:
    """Everybody acts for the successor, with the rights of both memberships where they had two."""
    found: dict[int, Member] = {}
    for person in planned.people:
        one, there = person.member, person.there
        if person.stays_out:
            continue
        if there is None:
            there = Member.objects.create(
                company=planned.successor,
                user=one.user,
                first_name=one.first_name,
                last_name=one.last_name,
                title=one.title,
                phone=one.phone,
                roles=one.roles,
                own_role=_own_role(one.own_role, planned.successor),
                sees=one.sees,
                site=places[one.site_id] if one.site_id else None,
            )
            record("member.added", there, by=by, roles=there.roles)
        else:
            _strengthen(there, one, places, by)
        found[one.pk] = there
    return found


def _strengthen(there: Member, one: Member, places: Mapping[int, Address], by: Staff) -> None:
    """Who was in both has the rights of both, and sees as much as they saw in either."""
    before = Access.now(there)
    sees, site = max((there.sees, there.site), (one.sees, one.site and places[one.site.pk]), key=_how_much)
    access = Access(
        roles=tuple(role for role in Role if role in there.roles or role in one.roles),
        own_role=there.own_role or _own_role(one.own_role, there.company),
        sees=Sees(sees),
        site=site,
    )
    if access != before:
        for name, value in access.values().items():
            setattr(there, name, value)
        there.save(update_fields=[*access.values()])
        record("member.rights_changed", there, by=by, **access.details(), before=before.details())


def _how_much(seen: tuple[str, Address | None]) -> int:
    return list(Sees).index(Sees(seen[0]))


def _own_role(role: CompanyRole | None, successor: Company) -> CompanyRole | None:
    """The successor's role of that name with the same rights, else one made for it."""
    if role is None:
        return None
    named = {one.name.casefold(): one for one in CompanyRole.objects.filter(company=successor)}
    known = named.get(role.name.casefold())
    if known is not None and set(known.permissions) == set(role.permissions):
        return known
    name = role.name if known is None else f"{role.name[:36]} (2)"
    return named.get(name.casefold()) or CompanyRole.objects.create(
        company=successor, name=name, permissions=role.permissions
    )


def _bring_contacts(earlier: Company, successor: Company, people: Mapping[int, Member]) -> None:
    known = set(Contact.objects.filter(company=successor).values_list("name", "purpose"))
    Contact.objects.bulk_create(
        Contact(
            company=successor,
            name=one.name,
            purpose=one.purpose,
            phone=one.phone,
            email=one.email,
            member=people.get(one.member_id or 0),
        )
        for one in Contact.objects.filter(company=earlier).order_by("pk")
        if (one.name, one.purpose) not in known
    )


def _bring_invitations(
    earlier: Company,
    successor: Company,
    people: Mapping[int, Member],
    places: Mapping[int, Address],
    by: Staff,
) -> None:
    """Open links lead into the successor; those of people whom it has or has invited already are withdrawn."""
    still_open = {"accepted_at": None, "withdrawn_at": None}
    known = {
        *_addresses(Member.objects.filter(company=successor).values_list("user__email", flat=True)),
        *_addresses(
            Invitation.objects.filter(company=successor, **still_open).values_list("email", flat=True)
        ),
    }
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("own_role")
    for one in rows.filter(company=earlier, **still_open).order_by("pk"):
        if one.email.lower() in known:
            one.withdrawn_at = timezone.now()
            one.save(update_fields=["withdrawn_at"])
            record("invitation.withdrawn", one, by=by)
            continue
        one.company = successor
        one.invited_by = people.get(one.invited_by_id or 0)
        one.own_role = _own_role(one.own_role, successor)
        one.site = places[one.site_id] if one.site_id else None
        one.save(update_fields=["company", "invited_by", "own_role", "site"])
        record("invitation.carried_over", one, by=by, earlier=earlier.pk)


def _addresses(found: Iterable[str]) -> set[str]:
    return {email.lower() for email in found}


def _end_memberships(earlier: Company, by: Staff) -> None:
    """Nobody acts for the earlier company any more."""
    for one in Member.objects.filter(company=earlier, is_active=True).order_by("pk"):
        one.is_active, one.inactive_since = False, timezone.now()
        one.save(update_fields=["is_active", "inactive_since"])
        record("member.deactivated", one, by=by, merged=True)


def _point_on(earlier: Company, successor: Company) -> None:
    """The earlier company, and whatever was merged into it, is the successor's past."""
    passed_on = [earlier.pk, *earlier.earlier]
    Company.objects.filter(succeeded_by=earlier).update(succeeded_by=successor)
    earlier.succeeded_by, earlier.earlier = successor, []
    earlier.save(update_fields=["succeeded_by", "earlier"])
    successor.earlier = [*successor.earlier, *passed_on]
    successor.save(update_fields=["earlier"])
