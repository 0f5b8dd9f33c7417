"""2,000 readings of two years: machines run less in winter and July, some people send them late, and some are due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from kontor.demo.data.machines import MONTH, Holding, keepers_of
from kontor.demo.data.workdays import SATURDAY, local

COUNT = 2000
_DAYS = 730

# How much of a busy month's use each month sees, January first.
_SEASONS = {
    "construction": (0.62, 0.7, 0.88, 1.02, 1.15, 1.18, 0.62, 1.12, 1.2, 1.15, 1.0, 0.66),
    "test": (1.0, 1.05, 1.15, 1.0, 0.95, 1.0, 0.5, 0.95, 1.1, 1.1, 1.05, 0.7),
    "office": (1.1, 1.05, 1.1, 0.95, 0.95, 1.0, 0.45, 0.95, 1.1, 1.1, 1.1, 0.8),
}
# What the second meter counts of the first one.
_SHARES = {"idle": 0.24, "colour": 0.38}
# Nobody has sent these for more than a month.
_DUE = {"Graver 7", "Hjullaster 2", "Aggregat Sluppen", "Kopimaskin 2. etasje", "Stromerzeuger Baustelle"}
_NAMED = ("104233", "208117")


@dataclass(frozen=True)
class Reading:
    """What a meter said on a day, and who sent it when."""

    holding: Holding
    meter: str
    value: float
    read_on: date
    sent_at: datetime
    sent_by: str
    """E-mail address."""


class History:
    """Walks back from what the first meter says today; the same day gives the same readings."""

    def __init__(self, holding: Holding, today: date) -> None:
        self.holding = holding
        self.today = today
        self.random = Random(f"readings {holding.model.area} {holding.serial}")
        self.season = _SEASONS[holding.model.area]
        self.pace = holding.model.use * self.random.uniform(0.75, 1.15)
        self.named = holding.company.number in _NAMED

    def days(self) -> list[date]:
        """When it was read, the last day first."""
        if self.holding.reference in _DUE:
            back = self.random.randint(36, 41)
        elif self.named:
            back = self.random.randint(3, 24)
        else:
            back = self.random.choices((1, 9, 20, 38, 71), (3, 5, 5, 3, 2))[0] + self.random.randrange(6)
        months = 1 if self.named else self.random.choice((1, 2, 3, 3))
        first = max(self.holding.held_from or self.today, self.today - timedelta(days=_DAYS))
        day, days = self.today - timedelta(days=back), []
        while day > first:
            # Who reads a meter is at work, mostly.
            weekend = max(0, day.weekday() - SATURDAY + 1) if self.random.random() < 0.9 else 0
            days.append(day - timedelta(days=weekend))
            late = self.random.choices((0, 1, 2, 4, 9), (5, 4, 3, 2, 1))[0]
            day -= timedelta(days=round(30.44 * months) + late - 1)
        return days

    def used(self, first: date, last: date) -> float:
        """How much the machine ran from one day to another, by season."""
        middle = first + (last - first) / 2
        months = (last - first) / MONTH
        return self.pace * months * self.season[middle.month - 1] * self.random.uniform(0.86, 1.14)

    def walk(self) -> Iterator[Reading]:
        """The readings, newest first."""
        kinds = self.holding.model.meters
        people = list(self.holding.keepers) or [self.holding.registered_by]
        if not self.named:
            people += [one.email for one in keepers_of(self.holding.company)]
        value, later = self.holding.now, self.today
        share = _SHARES.get(kinds[-1], 1.0) * self.random.uniform(0.8, 1.2)
        for day in self.days():
            # A machine was not new when it came, so its meter never comes down to nothing.
            value = max(value - self.used(day, later), value * 0.9)
            later = day
            sent = day + timedelta(days=self.random.choices((0, 1, 2), (8, 2, 1))[0])
            clock = time(self.random.randrange(6, 17), self.random.randrange(60), self.random.randrange(60))
            sent_by = self.random.choices(people[:3], (6, 3, 1)[: len(people[:3])])[0]
            for kind in kinds:
                counted = value if kind == kinds[0] else value * share
                yield Reading(
                    self.holding,
                    kind,
                    _rounded(counted, kind),
                    day,
                    local(min(sent, self.today - timedelta(days=1)), clock),
                    sent_by,
                )


def _rounded(value: float, kind: str) -> float:
    """Hours have a tenth, pages and cycles are whole."""
    return round(value, 1) if kind in ("hours", "idle") else float(round(value))


def all_readings(holdings: list[Holding], today: date) -> list[Reading]:
    """The newest 2,000 of all machines that are held and have a meter, the oldest of them first.

    Those of the two named companies are whole; of the others the oldest are left out.
    """
    found = [
        reading
        for holding in holdings
        if holding.status == "held" and holding.model.meters
        for reading in History(holding, today).walk()
    ]
    found.sort(key=lambda one: (one.read_on, one.holding.serial, one.meter))
    whole = [one for one in found if one.holding.company.number in _NAMED]
    rest = [one for one in found if one.holding.company.number not in _NAMED]
    kept = [*whole, *rest[len(rest) - (COUNT - len(whole)) :]]
    return sorted(kept, key=lambda one: (one.sent_at, one.holding.serial, one.meter))
