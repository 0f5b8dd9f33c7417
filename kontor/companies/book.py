"""Reading what a company says about itself: places, contact persons, what changed. Found beside `queries`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kontor.companies.actors import SETTINGS
from kontor.companies.models import Address, Change, ChangeReview, Company, Contact, Member
from kontor.companies.queries import addresses
from kontor.journal.models import Entry
from kontor.kit.keyset import Keys, Page, page_of
from kontor.kit.scope import acting_in
from kontor.kit.text import Text

COUNTED_UP_TO: Final = 1000
SHOWN: Final = 12
"""So many changes the profile tells of."""

VERBS: Final = {
    "company.changed": _("Profile changed"),
    "address.added": _("Address added"),
    "address.changed": _("Address changed"),
    "address.removed": _("Address removed"),
    "contact.added": _("Contact person added"),
    "contact.changed": _("Contact person changed"),
    "contact.removed": _("Contact person removed"),
}
FIELDS: Final[dict[str, Text]] = {
    "name": _("Name"),
    "organisation_number": _("Organisation number"),
    "vat_number": _("VAT number"),
    "contact": _("Contact person"),
    "phone": _("Telephone"),
    "email": _("E-mail"),
    "street": _("Street"),
    "postcode": _("Postcode"),
    "city": _("City"),
    "country": _("Country"),
    "purpose": _("What for"),
    "is_default": pgettext_lazy("address", "Default"),
    "member": _("User"),
}


def default_addresses(member: Member) -> QuerySet[Address]:
    """Where invoices and goods go unless one says otherwise: at most one of each kind."""
    return addresses(member).filter(is_default=True)


def places(member: Member, search: str = "") -> QuerySet[Address]:
    """The address book, or what of it has all these words."""
    found = Address.objects.filter(company=member.company_id)
    for word in search.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(street__icontains=word)
            | Q(city__icontains=word)
            | Q(postcode__startswith=word)
        )
    return found


def page_of_places(member: Member, search: str, keys: Keys) -> Page[Address]:
    """One page of them, billing first, by name."""
    return page_of(places(member, search), order=("kind", "name", "id"), keys=keys)


def count_places(member: Member, search: str = "") -> int:
    """How many there are, counted to 1,001 and no further."""
    return places(member, search).order_by()[: COUNTED_UP_TO + 1].count()


def is_last_billing(address: Address) -> bool:
    """Whether invoices would have no address without this one."""
    others = Address.objects.filter(company=address.company_id, kind=Address.Kind.BILLING)
    return address.kind == Address.Kind.BILLING and not others.exclude(pk=address.pk).exists()


def contacts(member: Member) -> QuerySet[Contact]:
    """Whom we call for what, by what it is for."""
    return Contact.objects.filter(company=member.company_id).order_by("purpose", "name", "pk")


def contact_for(member: Member, pk: int) -> Contact:
    """One of the company's own. Raises `Contact.DoesNotExist`."""
    return contacts(member).get(pk=pk)


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was changed: when, by whom, and each field from what to what."""

    what: Text
    at: dt.datetime
    who: str
    fields: list[tuple[Text, str, str]]


def changes(member: Member) -> list[Line]:
    """What was changed of the company's own data, the newest first. Three queries."""
    told = Entry.objects.filter(company_id=member.company_id, verb__in=VERBS)
    return _lines(member.company_id, list(told.order_by("-at", "-id")[:SHOWN]))


def changes_in(review: ChangeReview) -> list[Line]:
    """What our staff is to look at, the newest first. Three queries.

    A partner's staff read no journal of their customers; what they are to look at the system reads for them.
    """
    with acting_in(SETTINGS):
        told = Entry.objects.filter(pk__in=review.entries, verb__in=VERBS).order_by("-at", "-id")
        return _lines(review.company_id, list(told[:SHOWN]))


def _lines(company_id: int, entries: Sequence[Entry]) -> list[Line]:
    people = Member.objects.filter(
        company=company_id, pk__in=[one.member_id for one in entries if one.member_id]
    )
    names = {one.pk: one.name for one in people}
    fields: dict[UUID, list[tuple[Text, str, str]]] = {}
    of_these = Change.objects.filter(company=company_id, entry_id__in=[one.pk for one in entries])
    for one in of_these.order_by("pk"):
        fields.setdefault(one.entry_id, []).append((FIELDS.get(one.field, one.field), one.before, one.after))
    return [
        Line(
            VERBS[one.verb],
            one.at,
            names.get(one.member_id, "") if one.member_id else "",
            [] if one.verb == "address.changed" and _only_default(one) else fields.get(one.pk, []),
        )
        for one in entries
    ]


def _only_default(entry: Entry) -> bool:
    return bool(entry.details.get("fields") == ["is_default"])


def names_of(_viewer: None, keys: Sequence[int]) -> dict[int, str]:
    """Companies by name, for the mails that concern them; asked by jobs."""
    return dict(Company.objects.filter(pk__in=keys).values_list("pk", "name"))
