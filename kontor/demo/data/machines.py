"""The machines of the demonstration and who holds them: 250, of which some have changed hands, some wait to be checked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from kontor.demo.data import machine_rows as rows
from kontor.demo.data.companies import BY_NUMBER, COMPANIES, Company
from kontor.demo.data.people import Person, members_of
from kontor.demo.data.relationships import unserved
from kontor.demo.data.workdays import SATURDAY, local

COUNT = 250
_LETTERS = "ABCDEFGHKLMNPRSTUVWX"
_KEEPERS = ("service", "buyer", "administrator", "approver")
MONTH = timedelta(days=30.44)


@dataclass(frozen=True)
class Model:
    code: str
    area: str
    maker: str
    name: str
    drawing: str
    product: str
    """Our article number; empty where we sell only parts for it."""
    serials: str
    meters: tuple[str, ...]
    use: float
    """What the first meter counts in a month of a busy season."""
    since: int

    def serial(self, random: Random) -> str:
        """A number of the form that the maker gives."""
        figures = self.serials.replace("@", random.choice(_LETTERS))
        return "".join(str(random.randrange(10)) if sign == "#" else sign for sign in figures)


@dataclass
class Holding:
    """A machine in the hands of a company, or on its way there."""

    company: Company
    model: Model
    serial: str
    reference: str
    location: str
    status: str
    registered_at: datetime
    registered_by: str
    """E-mail address."""
    keywords: tuple[str, ...] = ()
    held_from: date | None = None
    held_to: date | None = None
    decided_at: datetime | None = None
    reason: str = ""
    built_in: int | None = None
    now: float = 0.0
    """What the first meter says today."""
    keepers: tuple[str, ...] = field(default=())
    """E-mail addresses of those to whom it is assigned."""

    @property
    def name(self) -> str:
        return self.reference or self.model.name


def _cells(table: str) -> Iterator[list[str]]:
    for line in table.splitlines():
        if line:
            yield [cell.strip() for cell in line.split("|")]


def _models() -> Iterator[Model]:
    for code, area, maker, name, drawing, product, serials, meters, use, since in _cells(rows.MODELS):
        kinds = tuple(meters.split())
        yield Model(code, area, maker, name, drawing, product, serials, kinds, float(use), int(since))


MODELS: dict[str, Model] = {model.code: model for model in _models()}


def _working(day: date) -> date:
    """That day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))


def _at(day: date, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return local(_working(day), time(int(hour), int(minute)))


def keepers_of(company: Company) -> list[Person]:
    """Who of a company registers machines and sends readings, those of the workshop first."""
    people = [person for person in members_of(company.number) if person.active and person.role in _KEEPERS]
    return sorted(people, key=lambda person: _KEEPERS.index(person.role))


class Fleet:
    """Draws who has which machine; the same day gives the same machines."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.random = Random(482)
        self.taken: set[tuple[str, str]] = set()
        self.counts: dict[tuple[str, str], int] = {}

    def _held(self, company: Company, model: Model, months: float, **values: object) -> Holding:
        held_from = self.today - timedelta(days=round(months * 30.44) + self.random.randrange(20))
        asked = _at(held_from, f"{self.random.randrange(7, 16)}:{self.random.randrange(60):02}")
        by = self.random.choice(keepers_of(company)).email
        built = max(model.since, min(held_from.year, self.today.year) - self.random.choice((0, 0, 0, 1, 2)))
        given: dict[str, object] = {
            "registered_by": by,
            "held_from": held_from,
            "registered_at": asked,
            "decided_at": asked
            + timedelta(hours=self.random.choice((1, 2, 3, 5)), minutes=self.random.randrange(60)),
            "built_in": min(built, held_from.year),
            "status": "held",
            "keepers": (by,),
        }
        return Holding(company=company, model=model, **(given | values))  # type: ignore[arg-type]

    def told(self) -> Iterator[Holding]:
        """The machines of Fjordbygg and Rheintal."""
        for number, code, serial, name, place, keywords, months, now in _cells(
            rows.FJORDBYGG + rows.RHEINTAL
        ):
            self.taken.add((MODELS[code].area, serial))
            yield self._held(
                BY_NUMBER[number],
                MODELS[code],
                float(months),
                serial=serial,
                reference=name,
                location=place,
                keywords=tuple(word.strip() for word in keywords.split(",") if word.strip()),
                now=float(now),
            )

    def gone(self) -> Iterator[Holding]:
        """What companies had and have no longer; one of these machines is Fjordbygg's now."""
        for number, code, serial, name, place, months, until, why in _cells(rows.GONE):
            self.taken.add((MODELS[code].area, serial))
            holding = self._held(
                BY_NUMBER[number], MODELS[code], float(months), serial=serial, reference=name, location=place
            )
            holding.status, holding.reason = "ended", why
            holding.held_to = _working(self.today - timedelta(days=round(int(until) * 30.44) + 9))
            yield holding

    def waiting(self) -> Iterator[Holding]:
        """What waits at the desk to be checked."""
        for number, code, serial, name, place, keywords, who, days, clock in _cells(rows.WAITING):
            company = BY_NUMBER[number]
            yield Holding(
                company=company,
                model=MODELS[code],
                serial=serial,
                reference=name,
                location=place,
                status="pending",
                keywords=tuple(word.strip() for word in keywords.split(",") if word.strip()),
                registered_at=_at(self.today - timedelta(days=int(days)), clock),
                registered_by=f"{who}@{company.domain}" if who else keepers_of(company)[0].email,
            )
            self.taken.add((MODELS[code].area, serial))

    def declined(self) -> Iterator[Holding]:
        """What was not accepted, and why."""
        for number, code, serial, name, days, clock, after, why in _cells(rows.DECLINED):
            company = BY_NUMBER[number]
            asked = _at(self.today - timedelta(days=int(days)), clock)
            yield Holding(
                company=company,
                model=MODELS[code],
                serial=serial,
                reference=name,
                location=company.deliveries[0].city,
                status="declined",
                registered_at=asked,
                registered_by=keepers_of(company)[0].email,
                decided_at=asked + timedelta(days=int(after), minutes=37),
                reason=why,
            )

    def elsewhere(self) -> Holding:
        """Who holds the number that somebody else has just registered."""
        _, serial, holder, name, place = rows.HELD_ELSEWHERE
        return self._held(
            BY_NUMBER[holder], MODELS["LX90"], 43, serial=serial, reference=name, location=place, now=5216.0
        )

    def drawn(self, company: Company) -> Holding:
        fleet = [part.split("*") for part in rows.FLEETS[company.group].split()]
        fleet = [part for part in fleet if MODELS[part[0]].area not in unserved(company.number)]
        code = self.random.choices([part[0] for part in fleet], [int(part[1]) for part in fleet])[0]
        model = MODELS[code]
        serial = model.serial(self.random)
        while (model.area, serial) in self.taken:
            serial = model.serial(self.random)
        self.taken.add((model.area, serial))
        months = self.random.uniform(2, 84)
        site = self.random.choice(company.deliveries)
        words = rows.KEYWORDS[company.language][model.area]
        now = model.use * months * self.random.uniform(0.7, 1.1) if model.meters else 0.0
        return self._held(
            company,
            model,
            months,
            serial=serial,
            reference=self._name(company, model, site.name),
            location=f"{site.name}, {site.city}" if site.city not in site.name else site.name,
            keywords=tuple(self.random.sample(words, self.random.choice((0, 0, 1, 1, 2)))),
            now=now,
        )

    def _name(self, company: Company, model: Model, place: str) -> str:
        if self.random.random() < 0.14:
            return ""
        key = (company.number, model.drawing)
        self.counts[key] = self.counts.get(key, 0) + 1
        place = place.split(",")[0]
        return rows.NAMES[company.language][model.drawing].format(n=self.counts[key], place=place)


# Who of Fjordbygg looks after which machine; administrators see all. Tom has two.
_ASSIGNED = {
    "tom": "Graver 7; Hjullaster 2",
    "are.fagerli": "Graver 3; Graver 5; Hjullaster 4; Multimeter verksted; Tang, servicebil 1; Tang, servicebil 2; "
    "Installasjonstester; Isolasjonstester; Apparattester; Momentnøkkel 340; Skriver verksted",
    "jonas.lie": "Graver 5; Graver 7; Graver 9; Aggregat Sluppen; Skriver brakke Sluppen",
    "arne.vollan": "Graver 8; Aggregat Moholt; Skriver brakke Moholt; Skriver prosjekt",
    "bjorn": "Reserveaggregat; Hjullaster 2; Skriver Heimdal",
    "mette.rygg": "Fakturaskriver; Kopimaskin 2. etasje",
}


def all_holdings(today: date) -> list[Holding]:
    """Every machine in somebody's hands, now or before, those that were registered first in front."""
    fleet = Fleet(today)
    holdings = [*fleet.told(), *fleet.gone(), fleet.elsewhere(), *fleet.waiting(), *fleet.declined()]
    machines = {(one.model.area, one.serial) for one in holdings if one.status in ("held", "ended")}
    others = [company for company in COMPANIES if company.number not in ("104233", "208117")]
    weights = [company.weight for company in others]
    # Everybody has at least one, the rest goes by how much a company orders.
    owners = [*others, *fleet.random.choices(others, weights, k=COUNT - len(machines) - len(others))]
    holdings += [fleet.drawn(company) for company in sorted(owners, key=lambda company: company.number)]
    for one in holdings:
        if one.company.number == "104233":
            names = (who for who, machines in _ASSIGNED.items() if one.reference in machines.split("; "))
            one.keepers = tuple(f"{who}@{one.company.domain}" for who in names)
            if one.status == "held" and one.registered_by.startswith("tom@"):
                one.registered_by = f"are.fagerli@{one.company.domain}"
    return sorted(holdings, key=lambda one: (one.registered_at, one.serial))
