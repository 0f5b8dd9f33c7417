"""The companies' part of the frame: who is signed in, for which company, and whom to call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.companies.http import PortalRequest
from kontor.companies.models import Member
from kontor.companies.queries import administrators
from kontor.kit import frame
from kontor.kit.formats import clock
from kontor.kit.templatetags.kit import initials
from kontor.partners.models import Partner

DECIDERS: Final = 3


def person(request: HttpRequest) -> frame.Person | None:
    """The member or staff member who is signed in; an account without either is only its address."""
    portal = cast(PortalRequest, request)
    if not portal.user.is_authenticated:
        return None
    who = getattr(portal, "person", None)
    name = who.name if who else portal.user.email
    return frame.Person(
        name=name,
        email=portal.user.email,
        initials=initials(name),
        account_url=reverse("account_me"),
        sign_out_url=reverse("account_logout"),
        is_staff=getattr(portal, "staff", None) is not None,
    )


def company(request: HttpRequest) -> frame.Company | None:
    """The company one acts for; for a partner's staff the partner."""
    portal = cast(PortalRequest, request)
    if member := getattr(portal, "member", None):
        others = [one for one in portal.belongs if one.scope.company != member.company_id]
        if portal.looking is not None:
            others = []
        return frame.Company(
            name=member.company.name,
            initials=initials(member.company.name),
            note=_customer(member.company.number),
            url=reverse("companies:profile"),
            others=[frame.Other(str(one.scope.company), one.name, _customer(one.number)) for one in others],
            switch_url=reverse("companies:switch_company"),
        )
    staff = getattr(portal, "staff", None)
    if staff and staff.partner:
        return frame.Company(
            name=staff.partner.name, initials=initials(staff.partner.name), note=_("Service partner")
        )
    return None


def looking(request: HttpRequest) -> frame.Looking | None:
    """As whom our staff looks."""
    look = getattr(request, "looking", None)
    if look is None:
        return None
    company, end = look.member.company.name, reverse("companies:end_look")
    return frame.Looking(look.member.name, company, look.until, end)


def _customer(number: str) -> str:
    return _("Customer %(number)s") % {"number": f"{number[:-3]}\N{NO-BREAK SPACE}{number[-3:]}"}


def contact(request: HttpRequest) -> frame.Contact | None:
    """The company's usual partner with telephone and hours (CO-13)."""
    member: Member | None = getattr(request, "member", None)
    if member is None or member.company.partner is None:
        return None
    partner = member.company.partner
    return frame.Contact(
        partner=partner.name,
        phone=partner.phone,
        email=partner.email,
        hours=hours(partner),
        person=partner.contact,
    )


def deciders(request: HttpRequest) -> Sequence[frame.Link]:
    """The other administrators of the company, who can give a member further roles."""
    member: Member | None = getattr(request, "member", None)
    if member is None:
        return []
    others = [one for one in administrators(member)[: DECIDERS + 1] if one.pk != member.pk]
    return [frame.Link(one.name, f"mailto:{one.user.email}") for one in others[:DECIDERS]]


def hours(partner: Partner) -> str:
    """Until or from when somebody answers the telephone."""
    now = timezone.localtime(timezone=ZoneInfo(partner.time_zone))
    if partner.is_open(now):
        return _("open until %(time)s") % {"time": clock(dt.datetime.combine(now, partner.closes))}
    return _("open on working days from %(time)s") % {"time": clock(dt.datetime.combine(now, partner.opens))}


def modules(request: HttpRequest) -> Sequence[frame.Entry]:
    """`My company` for members, with its pages."""
    if getattr(request, "member", None) is None:
        return []
    return [
        frame.Entry("company", _("My company"), reverse("companies:profile"), icon="building-2"),
        frame.Entry("profile", _("Profile"), reverse("companies:profile"), parent="company"),
        frame.Entry("addresses", _("Addresses"), reverse("companies:addresses"), parent="company"),
        frame.Entry("users", _("Users"), reverse("companies:users"), parent="company"),
        frame.Entry("roles", _("Roles and rights"), reverse("companies:roles"), parent="company"),
        frame.Entry(
            "relationships",
            _("Business relationships"),
            reverse("companies:relationships"),
            parent="company",
        ),
    ]


def account(request: HttpRequest) -> Sequence[frame.Entry]:
    """The tab of "My account" with one's own data."""
    looks, consents = reverse("companies:looks"), reverse("partners:consents")
    return [
        frame.Entry("data", _("Your data"), reverse("privacy:my_data")),
        *(frame.Entry(url, "", url, parent="data", shown=False) for url in (looks, consents)),
    ]
