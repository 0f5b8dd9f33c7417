"""Two side by side that may be one, field by field, and what holds afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from kontor.desk.templatetags.desk import organisation, same_number, same_phone, telephone, vat
from kontor.kit.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both; `after` is what holds when they are one, `taken` that it comes from the earlier.

    The earlier is a company that becomes part of its successor, or a registration that is approved into a customer.
    """

    label: Text
    earlier: str
    successor: str
    after: str
    same: bool = False
    taken: bool = False


def _words(value: str, country: str) -> str:
    return value


def _phone(value: str, country: str) -> str:
    return telephone(value)


_FIELDS: Final[Mapping[str, tuple[Text, Callable[[str, str], str]]]] = {
    "number": (_("Customer number"), _words),
    "name": (_("Company name"), _words),
    "organisation_number": (_("Organisation no."), organisation),
    "vat_number": (_("VAT number"), vat),
    "contact": (_("Contact person"), _words),
    "phone": (_("Telephone"), _phone),
    "email": (_("E-mail for invoices"), _words),
}


def field_row(
    name: str, earlier: str, successor: str, *, countries: tuple[str, str], taken: bool = False
) -> Row:
    """A field of both as people write it in the country of each."""
    label, shown = _FIELDS[name]
    same = (same_phone if name == "phone" else same_number)(earlier, successor)
    one, other = (
        shown(value, country) for value, country in zip((earlier, successor), countries, strict=True)
    )
    return Row(label, one, other, one if taken else other, same, taken)


def place_row(earlier: str, successor: str, *, taken: bool) -> Row:
    """Where both have their seat."""
    same = bool(earlier) and earlier == successor
    return Row(_("Address"), earlier, successor, earlier if taken else successor, same, taken)
