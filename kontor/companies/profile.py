"""What a company says about itself: its profile, whom one calls for what (CO-7). Found in `actions` like all that writes.

Every change holds at once. The journal says which fields, `Change` beside it from what to what.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kontor.companies.actors import SETTINGS, By
from kontor.companies.errors import NameMissing, NotReachable
from kontor.companies.models import Address, Change, ChangeReview, Company, Contact, Member
from kontor.companies.permissions import Permission, require
from kontor.journal.actions import record
from kontor.journal.models import Entry
from kontor.kit.errors import NotAllowed
from kontor.kit.scope import acting_in
from kontor.partners.models import Staff

FIELDS: Final = ("name", "contact", "phone", "email", "street", "postcode", "city")


@transaction.atomic
def change_profile(company: Company, *, by: Member, **changes: str) -> Company:
    """Change name, contact person, telephone, e-mail for invoices or the business address. Raises `NameMissing`."""
    require(by, Permission.MANAGE_PROFILE, company.pk)
    clean: dict[str, Any] = {name: changes[name].strip() for name in FIELDS if name in changes}
    if not clean.get("name", company.name):
        raise NameMissing()
    with acting_in(SETTINGS):
        company = Company.objects.select_for_update().get(pk=company.pk)
        apply(company, clean, verb="company.changed", by=by)
    return company


@transaction.atomic
def add_contact(
    company: Company,
    *,
    name: str,
    purpose: str,
    by: Member,
    phone: str = "",
    email: str = "",
    member: Member | None = None,
) -> Contact:
    """Name somebody whom we call for something. Raises `NotReachable`."""
    require(by, Permission.MANAGE_PROFILE, company.pk)
    _reachable(phone, email)
    contact = Contact.objects.create(
        company=company, name=name, purpose=purpose, phone=phone, email=email, member=member
    )
    record("contact.added", contact, by=by)
    return contact


@transaction.atomic
def change_contact(contact: Contact, *, by: Member, **changes: Any) -> Contact:
    """Put a contact person right. Raises `NotReachable`."""
    require(by, Permission.MANAGE_PROFILE, contact.company_id)
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    _reachable(changes.get("phone", contact.phone), changes.get("email", contact.email))
    apply(contact, changes, verb="contact.changed", by=by)
    return contact


@transaction.atomic
def remove_contact(contact: Contact, *, by: Member) -> None:
    """Take a contact person off the list; gone already is fine."""
    require(by, Permission.MANAGE_PROFILE, contact.company_id)
    found = Contact.objects.select_for_update().filter(pk=contact.pk).first()
    if found is not None:
        record("contact.removed", found, by=by)
        found.delete()


def apply(row: Company | Address | Contact, values: dict[str, Any], *, verb: str, by: By) -> Entry | None:
    """Save what is different, and tell the journal which fields, and `Change` from what to what; None if nothing is."""
    before = {name: getattr(row, name) for name in values}
    changed = sorted(name for name, value in values.items() if before[name] != value)
    if not changed:
        return None
    for name in changed:
        setattr(row, name, values[name])
    row.save(update_fields=changed)
    company_id: int = row.pk if isinstance(row, Company) else row.company_id
    entry = record(verb, row, by=by, fields=changed, company_id=company_id)
    ask_to_look(row, entry, by=by)
    note(entry, {name: (before[name], values[name]) for name in changed})
    return entry


def note(entry: Entry, fields: Mapping[str, tuple[Any, Any]]) -> None:
    """Keep beside an entry of a company from what to what each field changed."""
    assert entry.company_id is not None
    Change.objects.bulk_create(
        Change(
            company_id=entry.company_id,
            entry_id=entry.pk,
            field=name,
            before=_words(before),
            after=_words(after),
        )
        for name, (before, after) in fields.items()
    )


def ask_to_look(row: Company | Address | Contact, entry: Entry, *, by: By) -> None:
    """Put what a member changed of the profile, or of where invoices go, before our staff; with what waits there already."""
    if not isinstance(by, Member) or isinstance(row, Contact):
        return
    if isinstance(row, Address) and row.kind != Address.Kind.BILLING:
        return
    with acting_in(SETTINGS):
        company = Company.objects.select_for_update().get(pk=by.company_id)
        waiting = ChangeReview.objects.filter(company=company, status=ChangeReview.Status.NEW).first()
        if waiting is not None:
            waiting.entries.append(entry.pk)
            waiting.save(update_fields=["entries"])
            return
        ChangeReview.objects.create(
            company=company, partner_id=company.partner_id, entries=[entry.pk], changed_at=entry.at
        )


@transaction.atomic
def see_changes(review: ChangeReview, *, by: Staff) -> None:
    """Say that one has looked at what a company changed; once is enough."""
    if not (by.is_active and by.partner_id in (None, review.partner_id)):
        raise NotAllowed()
    with acting_in(SETTINGS):
        review = ChangeReview.objects.select_for_update().get(pk=review.pk)
        if review.status == ChangeReview.Status.NEW:
            review.status, review.seen_at = ChangeReview.Status.SEEN, timezone.now()
            review.save(update_fields=["status", "seen_at"])
            record("changereview.seen", review, by=by)


def _words(value: Any) -> str:
    return "" if value is None else str(value)[:200]


def _reachable(phone: str, email: str) -> None:
    if not (phone.strip() or email.strip()):
        raise NotReachable()
