"""What companies say about themselves, whom one calls there, who has accepted the terms, and one person in two companies."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from kontor.companies.models import Address, Company, Contact, Member
from kontor.demo.past import DEMO, Past
from kontor.partners.models import Consent, Terms

FJORDBYGG: Final = "104233"
RHEINTAL: Final = "208117"

# company | name | what for | telephone | e-mail (of a user, or of somebody without an account)
_CONTACTS: Final = """
104233 | Anna Hagen | Avtaler og priser | 73 00 00 11 | anna@fjordbygg.example
104233 | Mette Rygg | Fakturaer | 73 00 00 12 | mette.rygg@fjordbygg.example
104233 | Vakttelefon Sluppen | Leveranser til lageret | 91 33 07 52 |
208117 | Claudia Weber | Verträge und Preise | 06131 000011 | claudia@rheintal-metallbau.example
208117 | Sabine Fuchs | Rechnungen | 06131 000012 | s.fuchs@rheintal-metallbau.example
208117 | Pforte Werk 2 | Anlieferung | 06131 000020 | pforte@rheintal-metallbau.example
"""
TWO_COMPANIES: Final = "arne.vollan@fjordbygg.example"
ALSO_IN: Final = "106833"
HAVE_NOT_ACCEPTED: Final = ("mette.rygg@fjordbygg.example", "t.schaefer@rheintal-metallbau.example")
"""Accepted an earlier version of the terms of use; the one in force is asked at the next sign-in."""


def load_company(past: Past) -> None:
    """Seats and contact persons; Arne Vollan also works for a second company; everybody but two has accepted the terms."""
    _say_where_they_are()
    for line in _CONTACTS.strip().splitlines():
        number, name, purpose, phone, email = (cell.strip() for cell in line.split("|"))
        Contact.objects.create(
            company=past.companies[number],
            name=name,
            purpose=purpose,
            phone=phone,
            email=email,
            member=past.members.get(email),
        )
    arne = past.members[TWO_COMPANIES]
    also = Member.objects.create(
        company=past.companies[ALSO_IN],
        user=arne.user,
        first_name=arne.first_name,
        last_name=arne.last_name,
        title="Styremedlem",
        phone=arne.phone,
        roles=["approver"],
    )
    at = dt.datetime.combine(past.today - dt.timedelta(days=60), dt.time(8, 40), dt.UTC)
    past.tell("member.added", also, at=at, by=DEMO)
    _accept_terms(past)


def _say_where_they_are() -> None:
    """A company has its seat where its invoices go, unless it says otherwise."""
    billing = Address.objects.filter(company=OuterRef("pk"), kind=Address.Kind.BILLING, is_default=True)
    Company.objects.filter(street="").update(
        **{
            part: Coalesce(Subquery(billing.values(part)[:1]), part)
            for part in ("street", "postcode", "city")
        }
    )


def _accept_terms(past: Past) -> None:
    texts = list(
        Terms.objects.filter(kind=Terms.Kind.USE, area=None, valid_from__lte=past.today).order_by("version")
    )
    people = sorted({one.user_id: one for one in past.members.values()}.values(), key=lambda one: one.pk)
    Consent.objects.bulk_create(
        Consent(
            user_id=one.user_id,
            terms=terms,
            given_at=dt.datetime.combine(terms.valid_from, dt.time(7, 30 + one.pk % 30), dt.UTC)
            + dt.timedelta(days=one.pk % 20),
            occasion=Consent.Occasion.SIGN_IN,
        )
        for one in people
        for terms in texts
        if terms is not texts[-1] or one.user.email not in HAVE_NOT_ACCEPTED
    )
