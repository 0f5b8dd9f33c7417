"""Reading about companies and the people in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models.functions import Length
from django.utils import timezone

from kontor.accounts.models import User
from kontor.companies import links
from kontor.companies.actors import INVITATIONS
from kontor.companies.errors import InvitationExpired, InvitationUnknown, InvitationUsed
from kontor.companies.models import Address, Company, Invitation, Member, Relationship, Role
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.looks import Look, look
from kontor.kit.scope import Scope, acting_in
from kontor.partners.models import Partner, PartnerArea, ProductArea, Terms
from kontor.partners.queries import terms_of

S = Relationship.Status


def administrators(member: Member) -> models.QuerySet[Member]:
    """Who can change what the member may do, by name."""
    active = Member.objects.filter(company=member.company_id, is_active=True).select_related("user")
    return active.filter(roles__contains=[Role.ADMINISTRATOR]).order_by("last_name", "first_name")


def addresses(member: Member) -> models.QuerySet[Address]:
    """The company's address book: billing first, then the default, then by name."""
    return Address.objects.filter(company=member.company_id).order_by("kind", "-is_default", "name")


def address_for(member: Member, pk: int) -> Address:
    """One of the company's own places. Raises `Address.DoesNotExist`."""
    return addresses(member).get(pk=pk)


def domains_of(member: Member) -> list[str]:
    """How addresses of colleagues may end: as the member's own, and as we allow the company beside (CO-2)."""
    own = member.user.email.rpartition("@")[2].lower()
    return [own, *(one for one in member.company.extra_domains if one != own)]


def invitation_with(token: str) -> Invitation:
    """The invitation whose link bears this token; its company is read by a system actor once the token is checked.

    Raises `InvitationUnknown`.
    """
    token_hash = links.hash_of(token)
    with acting_in(Scope.bearing(token_hash)):
        borne = Invitation.objects.filter(token_hash=token_hash).first()
    if borne is None:
        raise InvitationUnknown()
    with acting_in(INVITATIONS):
        related = Invitation.objects.select_related("company__partner", "invited_by", "own_role", "site")
        return related.get(pk=borne.pk)


def check_open(invitation: Invitation) -> None:
    """Raise `InvitationUsed`, `InvitationExpired`, or `InvitationUnknown` where it was withdrawn."""
    if invitation.accepted_at:
        raise InvitationUsed()
    if invitation.withdrawn_at:
        raise InvitationUnknown()
    if invitation.expires_at <= timezone.now():
        raise InvitationExpired()


def account_of(invitation: Invitation) -> User | None:
    """The account that the invited address has already."""
    with acting_in(INVITATIONS):
        return User.objects.filter(email__iexact=invitation.email).first()


# ── Relationships ────────────────────────────────────────────────────────────────


def relationships(member: Member) -> models.QuerySet[Relationship]:
    """The company's relationships in all their states, the newest first."""
    related = ("partner", "area", "requested_by", "terms", "decided_by", "ended_by", "ended_by_staff")
    bodies = ("terms__body_nb", "terms__body_de", "terms__body_en")
    own = Relationship.objects.filter(company=member.company_id).select_related(*related).defer(*bodies)
    return own.order_by("-pk")


def relationship_for(member: Member, pk: int) -> Relationship:
    """One of the company's own. Raises `Relationship.DoesNotExist`."""
    return relationships(member).get(pk=pk)


def active_relationships(member: Member) -> models.QuerySet[Relationship]:
    """Which partner looks after the company in which product area now."""
    return (
        relationships(member)
        .filter(status=S.ACTIVE)
        .order_by("partner__name", "partner_id", "area__position")
    )


def lacks_relationship(member: Member) -> bool:
    """Whether nobody looks after the company yet, and nobody was asked to."""
    return not Relationship.objects.filter(company=member.company_id, status__in=Relationship.SERVED).exists()


@dataclass(frozen=True, slots=True)
class AreaNow:
    """How a company stands in a product area: who looks after it, and whom it asked to."""

    area: ProductArea
    active: Relationship | None
    asked: Relationship | None


def areas_now(member: Member) -> list[AreaNow]:
    """Every product area with what is so now, in the order of the areas. Two queries."""
    now = relationships(member).filter(status__in=Relationship.SERVED)
    found = {(one.area_id, one.status): one for one in now}
    return [
        AreaNow(area, found.get((area.pk, S.ACTIVE)), found.get((area.pk, S.REQUESTED)))
        for area in ProductArea.objects.all()
    ]


def page_of_former(member: Member, keys: Keys) -> Page[Relationship]:
    """What is over: ended, declined, withdrawn; the newest first."""
    over = relationships(member).exclude(status__in=Relationship.SERVED)
    return page_of(over, order=("-id",), keys=keys)


def nobody_serves(member: Member, area: ProductArea) -> bool:
    """Whether the company has nobody in the area and has asked nobody."""
    return not relationships(member).filter(area=area, status__in=Relationship.SERVED).exists()


def shown_state(relationship: Relationship) -> Look:
    """The state for people: a request that ended without having begun was withdrawn."""
    withdrawn = relationship.status in (S.ENDED, S.ENDING) and relationship.since is None
    return look("relationship", "withdrawn" if withdrawn else relationship.status)


def area_with(code: str) -> ProductArea:
    """A product area by its code. Raises `ProductArea.DoesNotExist`."""
    return ProductArea.objects.get(code=code)


def areas() -> models.QuerySet[ProductArea]:
    """All product areas in their order."""
    return ProductArea.objects.all()


def partners_serving(area: ProductArea) -> models.QuerySet[Partner]:
    """The partners that serve a product area, wherever, by name."""
    served = PartnerArea.objects.filter(area=area, partner=models.OuterRef("pk"))
    return Partner.objects.filter(models.Exists(served))


def usual_partner(company: Company, area: ProductArea) -> Partner | None:
    """The partner it usually works with, if that serves the area, else the one that serves its billing postcode there."""
    if company.partner_id and (known := partners_serving(area).filter(pk=company.partner_id).first()):
        return known
    place = Address.objects.filter(company=company).order_by("kind", "-is_default", "pk").first()
    if place is None:
        return None
    # Postcodes of a country are equally long, so they compare as they are written; the narrower range goes first.
    postcode = place.postcode.strip()
    within = models.Q(postcode_from__lte=postcode, postcode_to__gte=postcode)
    served = PartnerArea.objects.filter(
        within | models.Q(postcode_from=""), area=area, partner__country=place.country
    )
    ranged = served.annotate(ranged=Length("postcode_from")).select_related("partner")
    found = ranged.order_by("-ranged", "-postcode_from", "partner__name").first()
    return found.partner if found else None


def partners_to_choose(company: Company, area: ProductArea) -> list[Partner]:
    """Who may be asked in an area: the usual partner first, then the others of the company's country, then the rest."""
    usual = usual_partner(company, area)
    return sorted(
        partners_serving(area), key=lambda one: (one != usual, one.country != company.country, one.name)
    )


def terms_of_use(area: ProductArea) -> Terms | None:
    """The terms of use in force for a product area: its own, else the general ones; None before there are any."""
    for code in (area.code, ""):
        try:
            return terms_of(Terms.Kind.USE, area=code)
        except Terms.DoesNotExist:
            continue
    return None
