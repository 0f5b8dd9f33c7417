"""What makes an address one that we can deliver to; addresses from the ERP are not always."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kontor.companies.actions import add_address, change_address
from kontor.companies.models import Address, Member
from kontor.kit import countries
from kontor.kit.errors import DomainError
from kontor.kit.text import Text

POSTCODES: Final[Mapping[str, Text]] = {
    "NO": _("A Norwegian postcode has four digits."),
    "DE": _("A German postcode has five digits."),
}
"""The countries we deliver to, and what to say of a postcode that is none there."""


class AddressProblem(DomainError):
    """An address that cannot be delivered to; `field` says which part of it."""

    code = "address.incomplete"


class NewAddress(NamedTuple):
    """What somebody typed as an address."""

    name: str
    street: str
    postcode: str
    city: str
    country: str
    phone: str = ""


def postcode_problem(postcode: str, country: str) -> Text:
    """Why this cannot be a postcode of the country; empty when it can, or when we do not know the country's."""
    if not postcode.strip():
        return _("The postcode is missing.")
    if countries.is_postcode(postcode, country):
        return ""
    if country in POSTCODES:
        return POSTCODES[country]
    return gettext("A postcode of this country (%(country)s) looks like %(example)s.") % {
        "country": countries.country_name(country),
        "example": countries.POSTCODES[country][1],
    }


def countries_for(kind: str) -> list[str]:
    """Where a place of this kind may be: invoices go to more countries than goods."""
    return list(POSTCODES if kind == Address.Kind.DELIVERY else countries.POSTCODES)


def missing_in(address: Address) -> Text:
    """What keeps us from delivering to a stored address, as a sentence; empty when it is complete."""
    if not address.street.strip():
        return _("This address has no street.")
    if not address.postcode.strip():
        return _("This address has no postcode.")
    if not address.city.strip():
        return _("This address has no city.")
    return postcode_problem(address.postcode, address.country)


def add_complete_address(new: NewAddress, *, kind: Address.Kind, by: Member) -> Address:
    """Put an address into the company's book. Raises `NotAllowed`, `AddressProblem`, `AddressNameTaken`."""
    return add_address(by.company, kind=kind, by=by, **_checked(new, kind)._asdict())


def complete_address(address: Address, new: NewAddress, *, by: Member) -> Address:
    """Put a stored address right. Raises `NotAllowed`, `AddressProblem`, `AddressNameTaken`."""
    return change_address(address, by=by, **_checked(new, address.kind)._asdict())


def _checked(new: NewAddress, kind: str) -> NewAddress:
    clean = NewAddress(*(part.strip() for part in new))
    for field in ("name", "street", "city"):
        if not getattr(clean, field):
            raise AddressProblem(_("Please fill this in."), field=field)
    if clean.country not in countries_for(kind):
        raise AddressProblem(_("We do not deliver to this country."), field="country")
    if problem := postcode_problem(clean.postcode, clean.country):
        raise AddressProblem(problem, field="postcode")
    return clean
