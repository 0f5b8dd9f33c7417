"""The 150 people of the demonstration: members of companies and staff of the partners and the operator.

All share the demonstration's password. The eight accounts of the start page are written out, the rest is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kontor.demo.data import names
from kontor.demo.data.companies import BY_NUMBER, COMPANIES, Company

PASSWORD = "kontor-demo-2026"  # noqa: S105 - shown to everybody who starts the demonstration
COUNT = 150

MEMBER_ROLES = ("administrator", "buyer", "approver", "service", "accounts", "reader")
STAFF_ROLES = ("administrator", "sales", "service")


@dataclass(frozen=True)
class Person:
    """A member of a company, staff of a partner, or, with neither, staff of the operator."""

    first_name: str
    last_name: str
    email: str
    role: str
    """One of `MEMBER_ROLES` for members, of `STAFF_ROLES` for staff."""
    language: str
    phone: str
    title: str = ""
    company: str = ""
    """The company's number."""
    partner: str = ""
    """The partner's code."""
    active: bool = True
    shown: str = ""
    """What the table of accounts to try says about this person; empty = not in the table."""

    @property
    def is_staff(self) -> bool:
        return not self.company

    @property
    def is_operator(self) -> bool:
        return not self.company and not self.partner

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"


FJORDBYGG = "104233"
RHEINTAL = "208117"

_STAFF = """
Petra | Lund | petra@hansa-nord.example | administrator | nb | +47 73 00 12 44 | Kundeansvarlig | hansa-nord | staff of the Norwegian partner
Jon Are | Kvalvik | jon.are.kvalvik@hansa-nord.example | service | nb | +47 73 00 12 46 | Servicetekniker | hansa-nord |
Marit | Sletten | marit.sletten@hansa-nord.example | sales | nb | +47 73 00 12 47 | Innesalg | hansa-nord |
Eskil | Rian | eskil.rian@hansa-nord.example | administrator | nb | +47 73 00 12 41 | Daglig leder | hansa-nord |
Stefan | Aigner | stefan@hansa-sued.example | administrator | de | +49 89 99998 324 | Kundenberater | hansa-sued | staff of the German partner
Veronika | Huber | veronika.huber@hansa-sued.example | sales | de | +49 89 99998 326 | Innendienst | hansa-sued |
Dragan | Petrović | dragan.petrovic@hansa-sued.example | service | de | +49 89 99998 327 | Servicetechniker | hansa-sued |
Ulrike | Kern | ulrike.kern@hansa-sued.example | administrator | de | +49 89 99998 321 | Geschäftsführerin | hansa-sued |
Sigrid | Moe | sigrid@hansa-industri.example | sales | nb | +47 73 00 12 14 | Salgsleder | | sales, operator
Olav | Tveiten | olav@hansa-industri.example | administrator | nb | +47 73 00 12 10 | Systemansvarlig | | operator's administrator
Torunn | Hegge | torunn.hegge@hansa-industri.example | sales | nb | +47 73 00 12 16 | Ordrekontor | |
Jürgen | Harms | juergen.harms@hansa-industri.example | sales | de | +49 40 66969 112 | Vertriebsinnendienst | |
"""

# Written out because screens, orders and tests name them.
_KNOWN = """
104233 | Anna | Hagen | anna | administrator | Innkjøpsleder | administrator, Fjordbygg AS (Norway)
104233 | Bjørn | Sande | bjorn | buyer | Innkjøper | buyer, Fjordbygg AS
104233 | Tom | Eliassen | tom | service | Servicetekniker | technician (role "service"), Fjordbygg AS
104233 | Jonas | Lie | jonas.lie | buyer | Anleggsleder |
104233 | Rita | Solem | rita.solem | reader | Prosjektkontroller |
104233 | Arne | Vollan | arne.vollan | approver | Prosjektsjef |
104233 | Mette | Rygg | mette.rygg | accounts | Regnskap |
104233 | Are | Fagerli | are.fagerli | service | Mekaniker |
208117 | Claudia | Weber | claudia | administrator | Einkaufsleiterin | administrator, Rheintal Metallbau GmbH (Germany)
208117 | Thomas | Schäfer | t.schaefer | administrator | Geschäftsführer |
208117 | Jana | Albrecht | j.albrecht | buyer | Einkäuferin |
208117 | Tim | Brandt | t.brandt | buyer | Einkäufer |
208117 | Emre | Demir | e.demir | service | Schweißfachmann |
208117 | Sabine | Fuchs | s.fuchs | accounts | Buchhaltung |
208117 | Miriam | Keller | m.keller | approver | Projektleiterin |
208117 | Piotr | Kowalski | p.kowalski | service | Monteur |
208117 | Nele | Lorenz | n.lorenz | reader | Kalkulation |
208117 | Andreas | Maier | a.maier | service | Werkstattleiter |
"""
_INACTIVE = {"n.lorenz@rheintal-metallbau.example"}

_TITLES = {
    "nb": {
        "administrator": ("Daglig leder", "Innkjøpssjef", "Driftsleder", "Kontorsjef"),
        "buyer": ("Innkjøper", "Anleggsleder", "Lagersjef", "Formann"),
        "approver": ("Prosjektleder", "Avdelingsleder"),
        "service": ("Servicetekniker", "Mekaniker", "Driftstekniker"),
        "accounts": ("Regnskapsmedarbeider", "Økonomikonsulent"),
        "reader": ("Prosjektingeniør", "Trainee"),
    },
    "de": {
        "administrator": ("Geschäftsführung", "Einkaufsleitung", "Betriebsleitung", "Werkleitung"),
        "buyer": ("Einkauf", "Bauleitung", "Lagerleitung", "Disposition"),
        "approver": ("Projektleitung", "Bereichsleitung"),
        "service": ("Instandhaltung", "Werkstatt", "Haustechnik"),
        "accounts": ("Buchhaltung", "Rechnungsprüfung"),
        "reader": ("Kalkulation", "Arbeitsvorbereitung"),
    },
}
_TITLES["en"] = {
    "administrator": ("Base manager",),
    "buyer": ("Purchaser",),
    "approver": ("Project manager",),
    "service": ("Technician",),
    "accounts": ("Accountant",),
    "reader": ("Planner",),
}
# In this order a company is staffed beyond its administrator.
_NEXT_ROLES = ("buyer", "service", "accounts", "approver", "reader", "buyer")


def _cells(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _staff() -> Iterator[Person]:
    for first, last, email, role, language, phone, title, partner, shown in _cells(_STAFF):
        yield Person(first, last, email, role, language, phone, title=title, partner=partner, shown=shown)


def _known() -> Iterator[Person]:
    position: dict[str, int] = {}
    for number, first, last, local, role, title, shown in _cells(_KNOWN):
        company = BY_NUMBER[number]
        position[number] = position.get(number, 0) + 1
        email = f"{local}@{company.domain}"
        yield Person(
            first,
            last,
            email,
            role,
            company.language,
            company.extension(10 + position[number]),
            title=title,
            company=number,
            active=email not in _INACTIVE,
            shown=shown,
        )


def _sizes(rest: int) -> dict[str, int]:
    """How many people each of the drawn companies has: one each, then by how much it orders."""
    drawn = [company for company in COMPANIES if company.number not in (FJORDBYGG, RHEINTAL)]
    sizes = {company.number: 1 for company in drawn}
    by_need = sorted(drawn, key=lambda company: (-company.weight, company.number))
    left = rest - len(drawn)
    while left > 0:
        for company in by_need:
            if left and sizes[company.number] < 1 + min(6, 1 + company.weight // 25):
                sizes[company.number] += 1
                left -= 1
    return sizes


def _drawn(company: Company, size: int, random: Random) -> Iterator[Person]:
    norwegian = company.country == "NO"
    first_names = names.NORWEGIAN_FIRST if norwegian else names.GERMAN_FIRST
    last_names = names.NORWEGIAN_LAST if norwegian else names.GERMAN_LAST
    firsts = random.sample(first_names, size)
    lasts = random.sample(last_names, size)
    for index, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        role = "administrator" if index == 0 else _NEXT_ROLES[(index - 1) % len(_NEXT_ROLES)]
        local = (
            f"{names.plain(first)}.{names.plain(last)}"
            if norwegian
            else f"{names.plain(first[0])}.{names.plain(last)}"
        )
        yield Person(
            first,
            last,
            f"{local}@{company.domain}",
            role,
            company.language,
            company.extension(11 + index),
            title=random.choice(_TITLES[company.language][role]),
            company=company.number,
        )


def _build() -> tuple[Person, ...]:
    random = Random(1188)
    people = [*_staff(), *_known()]
    sizes = _sizes(COUNT - len(people))
    for company in COMPANIES:
        if company.number in sizes:
            people.extend(_drawn(company, sizes[company.number], random))
    return tuple(people)


PEOPLE: tuple[Person, ...] = _build()


def members_of(number: str) -> tuple[Person, ...]:
    """The people of one company, its administrators first."""
    return tuple(person for person in PEOPLE if person.company == number)


def accounts_to_try() -> tuple[Person, ...]:
    """The eight accounts of the start page, customers first."""
    return tuple(sorted((person for person in PEOPLE if person.shown), key=lambda person: person.is_staff))
