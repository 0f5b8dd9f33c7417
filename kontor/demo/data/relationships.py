"""Business relationships that are not simply active: those that wait at a partner's desk, that ended, that were declined.

Every company has its usual partner in every area, except as written here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kontor.demo.data.companies import BY_NUMBER, Company
from kontor.demo.data.people import members_of
from kontor.demo.data.workdays import SATURDAY, local

# company | area | state | days ago it was asked | at | days until it was decided | what they wrote | why not, or why it ended
_ROWS = """
106587 | test | requested | 1 | 11:20 | | Vi har kjøpt to installasjonstestere på auksjon og trenger noen som kalibrerer dem. |
110736 | construction | requested | 3 | 08:42 | | Vi leier ut en minigraver og et aggregat til båtslippen fra januar. |
109248 | office | requested | 2 | 14:05 | | |
202938 | construction | requested | 1 | 09:33 | | Wir übernehmen zum Jahreswechsel zwei Stromerzeuger und brauchen jemanden für die Wartung. |
207520 | test | requested | 4 | 16:10 | | Drei Drehmomentschlüssel und ein Manometer, Kalibrierung einmal im Jahr. |
105377 | office | requested | 6 | 10:15 | | Two printers at the base, one of them colour. |
111395 | lighting | declined | 75 | 09:12 | 2 | Kan dere ta service på gatelysene i Løkken? | Gatelys er kommunens anlegg, og vi har ingen avtale om dem. Spør gjerne igjen når det gjelder egne bygg.
208604 | construction | declined | 41 | 13:48 | 3 | Uns fehlt ein Partner für einen gemieteten Radlader. | Gemietete Maschinen betreut der Vermieter, sonst zahlen Sie doppelt. Für eigene Geräte sind wir gern da.
107702 | lighting | declined | 190 | 12:30 | 1 | | Dere har alt en avtale om belysning gjennom gårdeieren på Forus.
108044 | office | ended | 900 | 10:00 | 410 | | Skriverne er solgt.
204388 | lighting | ended | 1200 | 10:00 | 640 | | Die Beleuchtung betreut seit dem Umbau der Vermieter.
106833 | construction | ended | 800 | 10:00 | 300 | | Anleggsdelen er overtatt av Mjøsbyen kommune.
"""


@dataclass(frozen=True)
class Asked:
    """A relationship that somebody asked for."""

    company: Company
    area: str
    status: str
    asked_at: datetime
    asked_by: str
    """E-mail address."""
    decided_at: datetime | None
    message: str
    reason: str


def _moment(day: date, clock: str) -> datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    return local(day, time(hour, minute))


def _cells() -> Iterator[list[str]]:
    for line in _ROWS.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def all_asked(today: date) -> list[Asked]:
    """Those of the table, in its order."""
    found = []
    for number, area, status, days, clock, after, message, reason in _cells():
        company = BY_NUMBER[number]
        asked = _moment(today - timedelta(days=int(days)), clock)
        decided = _moment(asked.date() + timedelta(days=int(after)), "9:25") if after else None
        people = [person for person in members_of(number) if person.role == "administrator"]
        found.append(Asked(company, area, status, asked, people[0].email, decided, message, reason))
    return found


def unserved(number: str) -> set[str]:
    """The areas in which nobody looks after a company."""
    return {cells[1] for cells in _cells() if cells[0] == number}


def since(company: Company, today: date) -> date:
    """Since when a company has been a customer, and so looked after."""
    random = Random(f"customer since {company.number}")
    return today - timedelta(days=random.randrange(3000, 5600))
