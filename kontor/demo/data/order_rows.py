"""Orders that are written out, because the overview and the order pages of the named accounts should have a story.

`{number}` in a reference is the company's next own order number.

Each: company, days ago it was placed, at, e-mail name of who ordered, channel, reference, delivery address, lines.
A line: number, quantity, state, days from today it is promised for, days ago it was shipped (empty = not yet).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    company: str
    days_ago: int
    at: str
    by: str
    channel: str
    reference: str
    site: int
    lines: str


TOLD: tuple[Told, ...] = (
    Told(
        "104233",
        10,
        "11:32",
        "jonas.lie",
        "portal",
        "{number}, E6 Sluppen",
        0,
        """
        HI-440718 6 delivered -6 7
        HI-440731 4 delivered -6 7
        HI-449220 2 delivered -6 7
        HI-470046 2 shipped 1 1
        HI-441002 4 shipped 1 1
        HI-512045 12 confirmed 8
        HI-460734 3 confirmed 8
        """,
    ),
    Told(
        "104233",
        6,
        "09:14",
        "bjorn",
        "portal",
        "Lager Heimdal",
        1,
        """
        HI-470146 6 shipped 1 1
        HI-472110 24 shipped 1 1
        HI-685013 24 shipped 1 1
        """,
    ),
    Told(
        "104233",
        5,
        "13:40",
        "bjorn",
        "portal",
        "Graver 7",
        3,
        """
        HI-449205 2 picking 3
        HI-464015 1 picking 3
        HI-462025 4 confirmed 5
        """,
    ),
    Told(
        "104233",
        19,
        "10:05",
        "bjorn",
        "phone",
        "Moholt B3",
        2,
        """
        HI-803020 6 confirmed -4
        """,
    ),
    Told(
        "104233",
        8,
        "08:27",
        "anna",
        "portal",
        "{number}, Verksted",
        3,
        """
        HI-516125 2 confirmed 12
        HI-514030 4 confirmed 7
        HI-462045 8 confirmed 7
        HI-301025 2 confirmed 7
        """,
    ),
    Told(
        "104233",
        1,
        "14:51",
        "bjorn",
        "portal",
        "{number}, E6 Sluppen",
        0,
        """
        HI-680020 4 placed 4
        HI-680120 6 placed 4
        HI-690112 3 placed 4
        """,
    ),
    Told(
        "208117",
        4,
        "10:07",
        "claudia",
        "portal",
        "{number}, Halle 3",
        1,
        """
        HI-208424 18 confirmed 6
        HI-748516 200 picking 2
        HI-352416 4 picking 2
        """,
    ),
    Told(
        "208117",
        7,
        "07:55",
        "j.albrecht",
        "portal",
        "Werk Mainz",
        0,
        """
        HI-201508 40 shipped 1 1
        HI-201206 16 shipped 1 1
        HI-330125 200 shipped 1 1
        HI-330180 40 confirmed 4
        """,
    ),
    Told(
        "208117",
        2,
        "15:20",
        "t.brandt",
        "portal",
        "Baustelle Theodor-Heuss-Ufer",
        2,
        """
        HI-748120 800 confirmed 3
        HI-748340 800 confirmed 3
        HI-748440 1000 confirmed 3
        """,
    ),
    Told(
        "208117",
        1,
        "09:41",
        "j.albrecht",
        "portal",
        "{number}",
        0,
        """
        HI-101040 120 placed 5
        HI-352520 8 placed 3
        """,
    ),
)
