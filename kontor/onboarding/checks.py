"""What makes a company's data credible: its number by check digit, its postcode by form, country by country (ON-4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum import exceptions, get_cc_module
from stdnum.no import orgnr

from kontor.companies.addresses import POSTCODES, postcode_problem
from kontor.equipment.actions import read_serial
from kontor.kit.countries import country_name
from kontor.kit.errors import DomainError
from kontor.kit.text import Text
from kontor.partners.models import ProductArea


class NumberWrong(DomainError):
    """A number that cannot be one of this country; the message says what is wrong with it."""

    code = "registration.number_wrong"


VAT_NUMBER: Final = gettext_lazy("VAT number")
REGISTRATION_NUMBER: Final = gettext_lazy("Company registration number")


@dataclass(frozen=True, slots=True)
class Country:
    """What a country's companies are asked, and how it calls it.

    Where `vat_label` is empty the organisation number is all that is asked for.
    """

    postcode: str
    postcode_example: str
    vat_label: Text = VAT_NUMBER
    vat_example: str = ""
    organisation_label: Text = REGISTRATION_NUMBER
    organisation_example: str = ""

    @property
    def asks_vat(self) -> bool:
        return bool(self.vat_label)


COUNTRIES: Final[Mapping[str, Country]] = {
    "NO": Country(
        r"\d{4}", "7010", "", "", gettext_lazy("Organisation number"), "923\N{NO-BREAK SPACE}609\N{NO-BREAK SPACE}016"
    ),
    "DE": Country(
        r"\d{5}", "55116", gettext_lazy("VAT identification number (USt-IdNr.)"),
        "DE\N{NO-BREAK SPACE}136\N{NO-BREAK SPACE}695\N{NO-BREAK SPACE}976",
        gettext_lazy("Number in the commercial register"), "HRB\N{NO-BREAK SPACE}48117",
    ),
    "AT": Country(r"\d{4}", "1010", vat_example="ATU13585627"),
    "BE": Country(r"\d{4}", "1000", vat_example="BE0428759497"),
    "CH": Country(r"\d{4}", "8001", vat_example="CHE-107.787.577 MWST"),
    "DK": Country(r"\d{4}", "2100", vat_example="DK13585628"),
    "FI": Country(r"\d{5}", "00100", vat_example="FI20774740"),
    "FR": Country(r"\d{5}", "75001", vat_example="FR23334175221"),
    "NL": Country(r"\d{4} ?[A-Za-z]{2}", "1012 AB", vat_example="NL004495445B01"),
    "PL": Country(r"\d{2}-?\d{3}", "00-001", vat_example="PL8567346215"),
    "SE": Country(r"\d{3} ?\d{2}", "111 22", vat_example="SE556188840401"),
}  # fmt: skip


def plain(text: str) -> str:
    """Capitals and figures only, as numbers are compared."""
    return re.sub(r"[^0-9A-Z]", "", unicodedata.normalize("NFKC", text).upper())


def organisation_number(text: str, country: str) -> str:
    """The number as we keep it; of Norwegian ones the nine figures. Raises `NumberWrong`."""
    if country != "NO":
        return " ".join(text.split())
    typed = plain(text).removeprefix("NO").removesuffix("MVA")
    if not typed:
        raise NumberWrong(_("Please fill this in."), field="organisation_number")
    if not typed.isdigit():
        raise NumberWrong(_("A Norwegian organisation number has figures only."), field="organisation_number")
    if len(typed) != 9:
        message = _("A Norwegian organisation number has 9 figures; here there are %(count)d.")
        raise NumberWrong(message, field="organisation_number", count=len(typed))
    if not orgnr.is_valid(typed):
        raise NumberWrong(_CHECK_DIGIT, field="organisation_number")
    return typed


def shown(number: str, country: str) -> str:
    """An organisation number as people write it: Norwegian ones in threes."""
    if country != "NO" or len(number) != 9:
        return number
    return "\N{NO-BREAK SPACE}".join((number[:3], number[3:6], number[6:]))


def vat_number(text: str, country: str) -> str:
    """The number as we keep it: with the country's letters, without spaces. Raises `NumberWrong`."""
    rules = COUNTRIES[country]
    if not rules.asks_vat:
        return ""
    typed = plain(text)
    if not typed:
        raise NumberWrong(_("Please fill this in."), field="vat_number")
    rest = typed.removeprefix(country)
    if country == "DE" and (not rest.isdigit() or len(rest) != 9):
        message = (
            _("After DE come 9 figures; here there are %(count)d.")
            if rest.isdigit()
            else _("After DE come 9 figures and nothing else.")
        )
        raise NumberWrong(message, field="vat_number", count=len(rest))
    known = get_cc_module(country.lower(), "vat")
    assert known is not None, f"{country} asks for a number that nobody can check"
    try:
        compact = plain(known.validate(country + rest))
    except exceptions.InvalidChecksum:
        raise NumberWrong(_CHECK_DIGIT, field="vat_number") from None
    except exceptions.ValidationError:
        message = _("This is not a VAT number of this country (%(country)s). For example: %(example)s.")
        raise NumberWrong(
            message, field="vat_number", country=country_name(country), example=rules.vat_example
        ) from None
    return compact if compact.startswith(country) else country + compact


_CHECK_DIGIT: Final = gettext_lazy(
    "The figures do not fit together: one of them is a check digit. Please compare with your papers."
)


def asks_serial(area: ProductArea) -> bool:
    """Whether a registration for this area asks for the serial number of a machine (ON-8)."""
    return area.serial_asked != ProductArea.SerialAsked.NO and bool(area.serial_pattern)


def serial(text: str, area: ProductArea) -> str:
    """The number as we keep it, in its area's form; empty where none is asked for or needed.

    Says nothing of whether we know it. Raises `NumberWrong`.
    """
    if not asks_serial(area):
        return ""
    field = f"serial_{area.code}"
    if not text.strip():
        if area.serial_asked == ProductArea.SerialAsked.REQUIRED:
            message = _("For this area we need the serial number of one of your machines.")
            raise NumberWrong(message, field=field)
        return ""
    try:
        return read_serial(area, text)
    except DomainError as error:
        raise NumberWrong(str(error), field=field) from None


def postcode_wrong(postcode: str, country: str) -> str:
    """Why this cannot be a postcode of the country; empty when it can."""
    if country in POSTCODES or not postcode.strip():
        return str(postcode_problem(postcode, country))
    rules = COUNTRIES[country]
    if re.fullmatch(rules.postcode, postcode.strip(), re.ASCII):
        return ""
    return _("This is not a postcode of this country (%(country)s). For example: %(example)s.") % {
        "country": country_name(country),
        "example": rules.postcode_example,
    }


# Who has an address there need not know anybody else who has.
_PROVIDERS: Final = """
    aol.com arcor.de bluewin.ch c2i.net email.de fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com
    gmx.de gmx.net googlemail.com getmail.no hey.com hotmail.com hotmail.de hotmail.no hotmail.se hushmail.com icloud.com
    kabelmail.de kpnmail.nl laposte.net live.com live.de live.dk live.no live.se lyse.net mac.com mail.com mail.de mail.ru
    mailbox.org me.com msn.com netcologne.de o2online.de online.de online.no orange.fr outlook.com outlook.de outlook.dk
    outlook.no outlook.se pm.me posteo.de posteo.net posteo.no proton.me protonmail.ch protonmail.com seznam.cz sunrise.ch
    t-online.de telenor.no telia.com telia.no tele2.no tuta.com tutanota.com vodafone.de vodafonemail.de wanadoo.fr web.de
    wp.pl yahoo.com yahoo.de yahoo.no yahoo.se yandex.com ymail.com zoho.com ziggo.nl
"""
PUBLIC_PROVIDERS: Final = frozenset(_PROVIDERS.split())


def company_domain(email: str) -> str:
    """The part behind the @ where it says something about the company; empty for public providers."""
    domain = email.rpartition("@")[2].lower()
    return "" if domain in PUBLIC_PROVIDERS else domain
