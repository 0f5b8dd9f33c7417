"""What happened before today, written as the portal's actions would have: journal and inbox with the times of then.

Used where acting it out would take too long or tell it as of now: 250 machines, 2,000 readings, 300 cases. No mails.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from typing import Any, Final

from django.db import models
from django.utils import timezone

from kontor.companies.models import Company, Member
from kontor.journal.models import Entry
from kontor.kit.actors import SystemActor
from kontor.kit.scope import Actor
from kontor.notifications.models import Notification
from kontor.partners.models import Partner, ProductArea, Staff

DEMO: Final = SystemActor("demo.load")
BATCH: Final = 500


class Past:
    """Who there is, by the names the data have for them, and what they did."""

    def __init__(self, today: dt.date) -> None:
        self.today = today
        self.companies = {one.number: one for one in Company.objects.select_related("partner")}
        self.areas = {one.code: one for one in ProductArea.objects.all()}
        self.partners = {one.code: one for one in Partner.objects.all()}
        self.members = {one.user.email: one for one in Member.objects.select_related("user", "company")}
        self.staff = {one.user.email: one for one in Staff.objects.select_related("user")}
        self.entries: list[Entry] = []
        self.notifications: list[tuple[dt.datetime, Notification]] = []

    def who(self, email: str) -> Member | Staff:
        """A person by their address."""
        return self.members.get(email) or self.staff[email]

    def decider(self, partner: Partner | None) -> Staff:
        """Who of a partner decides about what its customers ask, the operator's administrator where there is none."""
        email = {"hansa-nord": "petra@hansa-nord.example", "hansa-sued": "stefan@hansa-sued.example"}
        return self.staff[email.get(partner.code if partner else "", "olav@hansa-industri.example")]

    def tell(
        self, verb: str, subject: models.Model, *, at: dt.datetime, by: Actor | Member | Staff, **details: Any
    ) -> None:
        """Remember for the journal that something happened; as `record`, but then."""
        company_id = details.pop("company_id", getattr(subject, "company_id", None))
        partner_id = details.pop("partner_id", getattr(subject, "partner_id", None))
        self.entries.append(
            Entry(
                id=_key(at, f"{verb} {subject.pk} {len(self.entries)}"),
                at=at,
                verb=verb,
                subject=str(subject._meta.model_name),
                subject_id=str(subject.pk),
                company_id=company_id,
                partner_id=partner_id,
                details=details,
                **by.signature,
            )
        )

    def notify(
        self, member: Member | Staff, *, key: str, kind: str, at: dt.datetime, url: str, **params: Any
    ) -> None:
        """Remember for somebody's inbox what they were told then; what is older than a week they have read."""
        notification = Notification(
            user_id=member.user_id,
            company_id=getattr(member, "company_id", None),
            key=key,
            kind=kind,
            params=params,
            url=url,
            read_at=at + dt.timedelta(hours=3) if at.date() < self.today - dt.timedelta(days=7) else None,
        )
        self.notifications.append((at, notification))

    def write(self) -> int:
        """Write what was remembered, in the sequence in which it happened; how many entries of the journal."""
        Entry.objects.bulk_create(sorted(self.entries, key=lambda one: one.at), batch_size=BATCH)
        told = sorted(self.notifications, key=lambda one: one[0])
        Notification.objects.bulk_create([one for _at, one in told])
        for at, one in told:
            one.created_at = at
        Notification.objects.bulk_update([one for _at, one in told], ["created_at"], batch_size=BATCH)
        return len(self.entries)


def _key(at: dt.datetime, what: str) -> uuid.UUID:
    """A UUID of version 7, as `kit.ids` makes them, for a moment that is over; the same every time."""
    value = (int(at.timestamp() * 1000) << 80) | int.from_bytes(hashlib.sha256(what.encode()).digest()[:10])
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    return uuid.UUID(int=(value & ~(0x3 << 62)) | (0x2 << 62))


def latest_day(today: dt.date) -> dt.date:
    """The day on which the story ends: today, or yesterday as long as nobody is at work yet."""
    now = timezone.now().astimezone(dt.timezone(dt.timedelta(hours=1)))
    return today - dt.timedelta(days=1) if today >= now.date() and now.hour < 8 else today
