"""The customer companies: 27 Norwegian and 16 German ones, all invented.

Towns and postcodes exist; organisation numbers come from the Norwegian test series (beginning with 3), German
VAT numbers and register numbers from a 99 series nobody holds. Both pass their check.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.de import vat as german_vat
from stdnum.no import orgnr

from kontor.demo.data.company_rows import GERMAN, NORWEGIAN


@dataclass(frozen=True)
class Site:
    """One address of a company."""

    name: str
    street: str
    postcode: str
    city: str


@dataclass(frozen=True)
class Company:
    number: str
    name: str
    domain: str
    country: str
    language: str
    currency: str
    entity: str
    partner: str
    tier: str
    group: str
    organisation_number: str
    vat_number: str
    phone_stem: str
    """The telephone number without its last two digits; people have their own two."""
    billing: Site
    deliveries: tuple[Site, ...]
    weight: int
    """How much it orders compared with the others."""

    @property
    def email(self) -> str:
        return f"{'post' if self.country == 'NO' else 'info'}@{self.domain}"

    @property
    def phone(self) -> str:
        return self.extension(0)

    def extension(self, number: int) -> str:
        """A direct number within the company."""
        return f"{self.phone_stem}{number:02d}"

    @property
    def short(self) -> str:
        """The initials that the company puts before its own order numbers, "FB" for Fjordbygg AS."""
        known = {"104233": "FB", "208117": "RM"}
        words = [word for word in self.name.split() if word[0].isalpha() and word not in _SMALL_WORDS]
        initials = "".join(word[0] for word in words) if len(words) > 1 else words[0][:2]
        return known.get(self.number, initials[:3].upper())


_SMALL_WORDS = {"AS", "GmbH", "IKS", "KF", "SA", "Co.", "KG", "AöR", "eG", "og", "und"}

# Norwegian area digits by the postcode's first digit; the 00 after them makes the number up.
_NORWEGIAN_AREAS = dict(
    zip("0123456789", ("22", "69", "62", "33", "51", "55", "70", "73", "75", "77"), strict=True)
)
# Ranges that the German regulator keeps for film and television.
_GERMAN_STEMS = {
    "0": "+49 30 23125 ",
    "1": "+49 30 23125 ",
    "2": "+49 40 66969 ",
    "3": "+49 30 23125 ",
    "4": "+49 221 4710 ",
    "5": "+49 221 4710 ",
    "6": "+49 69 90009 ",
    "7": "+49 89 99998 ",
    "8": "+49 89 99998 ",
    "9": "+49 89 99998 ",
}


def norwegian_numbers() -> Iterator[str]:
    """Organisation numbers of the test series."""
    for stem in range(31001730, 31999999, 137):
        digits = f"{stem:08d}"
        check = orgnr.checksum(digits + "0")
        candidate = digits + str((11 - check) % 11)
        if len(candidate) == 9 and orgnr.is_valid(candidate):
            yield candidate


def german_numbers() -> Iterator[str]:
    """VAT numbers that nobody holds."""
    for stem in range(99901170, 99999999, 7):
        for check in range(10):
            if german_vat.is_valid(f"DE{stem}{check}"):
                yield f"DE{stem}{check}"
                break


def _sites(text: str) -> tuple[Site, ...]:
    return tuple(Site(*(part.strip() for part in site.rsplit(",", 3))) for site in text.split("/"))


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _build() -> Iterator[Company]:
    norwegian = norwegian_numbers()
    for index, row in enumerate(_rows(NORWEGIAN)):
        number, name, domain, tier, group, weight, billing, deliveries = row
        street, postcode, city = (part.strip() for part in billing.split(","))
        organisation = next(norwegian)
        yield Company(
            number=number,
            name=name,
            domain=f"{domain}.example",
            country="NO",
            language="en" if number == "105377" else "nb",
            currency="NOK",
            entity="NO",
            partner="hansa-nord",
            tier=tier,
            group=group,
            organisation_number=organisation,
            vat_number=f"{organisation}MVA",
            phone_stem=f"+47 {_NORWEGIAN_AREAS[postcode[0]]} 00 {20 + index} ",
            billing=Site(name, street, postcode, city),
            deliveries=_sites(deliveries),
            weight=int(weight),
        )
    german = german_numbers()
    used = dict.fromkeys(_GERMAN_STEMS.values(), 3)
    for index, row in enumerate(_rows(GERMAN)):
        number, name, domain, tier, group, weight, court, billing, deliveries = row
        street, postcode, city = (part.strip() for part in billing.split(","))
        stem = _GERMAN_STEMS[postcode[0]]
        used[stem] += 1
        yield Company(
            number=number,
            name=name,
            domain=f"{domain}.example",
            country="DE",
            language="de",
            currency="EUR",
            entity="DE",
            partner="hansa-sued",
            tier=tier,
            group=group,
            organisation_number=f"{court} {990117 + 113 * index}",
            vat_number=next(german),
            phone_stem=f"{stem}{used[stem]}",
            billing=Site(name, street, postcode, city),
            deliveries=_sites(deliveries),
            weight=int(weight),
        )


COMPANIES: tuple[Company, ...] = tuple(_build())
BY_NUMBER: dict[str, Company] = {company.number: company for company in COMPANIES}

HEADER = (
    "number,name,organisation_number,vat_number,country,language,currency,entity,partner,tier,group,email,phone,"
    "address_kind,address_name,street,postcode,city,address_country,address_phone,address_default"
)


def rows() -> Iterator[list[str]]:
    """The lines of companies.csv: per company its billing address, then its delivery addresses."""
    for company in COMPANIES:
        shared = [
            company.number,
            company.name,
            company.organisation_number,
            company.vat_number,
            company.country,
            company.language,
            company.currency,
            company.entity,
            company.partner,
            company.tier,
            company.group,
            company.email,
            company.phone,
        ]
        billing = company.billing
        place = [billing.name, billing.street, billing.postcode, billing.city, company.country, company.phone]
        yield [*shared, "billing", *place, "yes"]
        for index, site in enumerate(company.deliveries):
            phone = company.extension(90 + index)
            place = [site.name, site.street, site.postcode, site.city, company.country, phone]
            yield [*shared, "delivery", *place, "no" if index else "yes"]
