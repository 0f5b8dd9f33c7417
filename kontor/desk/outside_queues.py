"""The queues of people from outside: companies that we have invited, and messages of people without an account."""

from __future__ import annotations

from typing import Final

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kontor.desk.permissions import Permission
from kontor.desk.queue import Queue, Words, due_after
from kontor.onboarding.models import CompanyInvitation, ContactMessage
from kontor.onboarding.queries import PROMISED
from kontor.onboarding.statuses import ContactStatus, InvitationStatus


def _invitations(search: str) -> Q:
    found = Q(number__iexact=search)
    for word in ("company_name", "email", "first_name", "last_name", "organisation_number", "vat_number"):
        found |= Q(**{f"{word}__icontains": search})
    return found


def _contacts(search: str) -> Q:
    return Q(number__iexact=search) | Q(name__icontains=search) | Q(email__icontains=search)


def _read_invitation(one: CompanyInvitation) -> Words:
    return Words(one.company_name, (one.name, one.number))


def _read_contact(one: ContactMessage) -> Words:
    return Words(one.get_about_display(), (one.name, one.number))


S, C = InvitationStatus, ContactStatus

INVITATIONS: Final = Queue(
    key="invitations",
    one="invitation",
    words=_("Invitations"),
    icon="mail-plus",
    model=CompanyInvitation,
    permission=Permission.INVITE_COMPANIES,
    named_by="number",
    # What nobody has accepted in its days somebody sends again or withdraws.
    ours=Q(status=S.EXPIRED),
    theirs=Q(status=S.SENT),
    over=Q(status__in=[S.ACCEPTED, S.WITHDRAWN]),
    since="sent_at",
    ended="closed_at",
    related=("company",),
    listed_by=("company_name", "first_name", "last_name", "expires_at"),
    looks="invitation",
    search_words=_("Number, name, company or e-mail"),
    search=_invitations,
    in_area="areas__contains",
    read=_read_invitation,
    due=due_after("expires_at", PROMISED),
    nothing=_("No invitation has expired"),
    nothing_why=_(
        "Those whose 90 days are over appear here by themselves. Those still good stand under “With them”."
    ),
    shown=Q(),
)

CONTACTS: Final = Queue(
    key="contacts",
    one="contact",
    words=_("Messages without an account"),
    icon="life-buoy",
    model=ContactMessage,
    permission=Permission.ANSWER_MESSAGES,
    named_by="number",
    ours=Q(status=C.WAITING),
    theirs=None,
    over=Q(status__in=[C.ANSWERED, C.CLOSED]),
    since="sent_at",
    ended="closed_at",
    related=(),
    listed_by=("about", "name"),
    looks="contact",
    search_words=_("Number, name or e-mail"),
    search=_contacts,
    in_area="",
    read=_read_contact,
    due=due_after("sent_at", PROMISED),
    nothing=_("Nobody waits for help"),
    nothing_why=_("Who is stuck without an account and writes to us appears here by itself."),
    # It has a number once it is ours to read.
    shown=~Q(number=""),
)
