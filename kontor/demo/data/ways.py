"""The ways in: rules for activation at once, invitations, accounts of a former portal, messages without an account.

Organisation numbers are from the Norwegian test series (beginning with 3), German ones from a 99 series nobody holds.
"""

from dataclasses import dataclass

RULES: tuple[dict[str, str], ...] = (
    {"kind": "serial"},
    {"kind": "customer"},
    {"kind": "domain", "value": "fjordbygg.example", "effect": "join", "role": "reader"},
)

# A machine that we know and nobody holds: area, number, maker, model.
UNHELD = ("construction", "NH907Q", "Nordhaug", "NH 9 mini excavator")


@dataclass(frozen=True)
class Invitation:
    """The first administrator of a company, and how far they have come."""

    status: str
    days_ago: int
    by: str
    language: str
    first_name: str
    last_name: str
    title: str
    email: str
    phone: str
    company: str
    country: str
    organisation_number: str
    vat_number: str
    street: str
    postcode: str
    city: str
    areas: tuple[str, ...]


INVITATIONS: tuple[Invitation, ...] = (
    Invitation(
        "sent", 6, "petra@hansa-nord.example", "nb", "Trygve", "Aune", "Daglig leder", "trygve@fosengraving.example",
        "+47 73 00 88 14", "Fosen Graveservice AS", "NO", "399300002", "", "Strandveien 18", "7160", "Bjugn",
        ("construction",),
    ),
    Invitation(
        "expired", 97, "petra@hansa-nord.example", "nb", "Marit", "Sletten", "Innkjøper", "marit@sletten-verksted.example",
        "", "Sletten Verksted AS", "NO", "399300010", "", "Hovedgata 4", "7713", "Steinkjer", ("construction", "copper"),
    ),
    Invitation(
        "sent", 12, "stefan@hansa-sued.example", "de", "Ulrike", "Brandl", "Einkauf", "u.brandl@isartal-metall.example",
        "+49 89 99998 880", "Isartal Metallbau GmbH", "DE", "HRB 99412", "DE998877016", "Talstraße 9", "82049", "Pullach",
        ("copper",),
    ),
    Invitation(
        "withdrawn", 40, "petra@hansa-nord.example", "nb", "Odd", "Holm", "", "odd@holm-anlegg.example", "",
        "Holm Anlegg AS", "NO", "399300029", "", "Moveien 2", "7600", "Levanger", ("construction",),
    ),
)  # fmt: skip

# E-mail, user name, customer number, first name, last name, role, machines.
LEGACY: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    (
        "turid.haugen@fjordbygg.example",
        "turidh",
        "104233",
        "Turid",
        "Haugen",
        "service",
        "construction:NH911T",
    ),
    ("per.moen@fjordbygg.example", "permoen", "104233", "Per", "Moen", "", ""),
    ("h.krause@rheintal-metallbau.example", "krause", "208117", "Heike", "Krause", "buyer", ""),
)


@dataclass(frozen=True)
class Message:
    """Somebody without an account who is stuck."""

    days_ago: int
    language: str
    about: str
    name: str
    email: str
    body: str
    answered_by: str = ""
    answer: str = ""


MESSAGES: tuple[Message, ...] = (
    Message(
        9, "nb", "old-address", "Rune Dalen", "rune.dalen@ny-jobb.example",
        "Jeg var innkjøper i Dalen Anlegg og har byttet e-postadresse. Koden går fortsatt til den gamle.",
        "sigrid@hansa-industri.example",
        "Hei Rune. Vi har snakket med administratoren deres, som legger deg til med den nye adressen.",
    ),
    Message(
        1, "de", "no-mail", "Jochen Faber", "j.faber@faber-hydraulik.example",
        "Ich habe mich gestern registriert, aber es kommt kein Code an, auch nicht im Spam. Unsere IT sagt, es sei nichts"
        " blockiert.",
    ),
)  # fmt: skip
