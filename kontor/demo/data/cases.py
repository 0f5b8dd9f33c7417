"""300 service cases of two years with what was said in them; some wait for us, some for the customer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from kontor.demo.data.companies import BY_NUMBER, COMPANIES, Company
from kontor.demo.data.conversations import english, german, norwegian, told
from kontor.demo.data.machines import MONTH, Holding, keepers_of
from kontor.demo.data.people import PEOPLE, Person, members_of
from kontor.demo.data.texts import grouped
from kontor.demo.data.workdays import SATURDAY, local

COUNT = 300
_DAYS = 725
_SEASONS: dict[str, tuple[int, ...]] = {"winter": (12, 1, 2, 3), "autumn": (9, 10, 11), "december": (12,)}
_ALTERNATIVES = re.compile(r"\{([^{}]*\|[^{}]*)\}")
_MESSAGE = re.compile(
    r"(?P<who>[^ *!]+|!)(?P<note>!n)?(?:\*(?P<picture>[a-z]+))? (?P<gap>[0-9.:+d]+) (?P<words>.+)"
)
# Who of a partner takes what; cases about money and accounts go to the office.
_WORKSHOP = {"hansa-nord": "jon.are.kvalvik", "hansa-sued": "dragan.petrovic"}
_OFFICE = {
    "hansa-nord": ("petra", "petra", "marit.sletten"),
    "hansa-sued": ("stefan", "stefan", "veronika.huber"),
}
_AT_THE_OFFICE = {"account", "invoice", "contact", "move"}
_ASKERS = {"invoice": ("accounts", "administrator", "buyer"), "account": ("administrator",)}
# How many of the drawn ones are where, beside those that are solved.
_AGES = {
    "new": (1, 1, 1, 2, 2, 3),
    "open": (1, 1, 2, 2, 3, 5),
    "waiting": (1, 2, 3, 4, 6, 9, 14, 22),
}
_OPEN = {"new": 9, "open": 10, "waiting": 15}


@dataclass(frozen=True)
class Message:
    """What somebody wrote: a member or, `by_staff`, one of us; a `note` is for us alone."""

    by: str
    """E-mail address."""
    by_staff: bool
    note: bool
    body: str
    at: datetime
    picture: str = ""
    """Name of a drawing that came with it."""


@dataclass
class Case:
    company: Company
    kind: str
    subject: str
    status: str
    holding: Holding | None
    opened_by: str
    handled_by: str
    """E-mail addresses; the second is empty where nobody has taken it."""
    messages: list[Message] = field(default_factory=list)

    @property
    def opened_at(self) -> datetime:
        return self.messages[0].at

    @property
    def last_at(self) -> datetime:
        return max(message.at for message in self.messages if not message.note)


@dataclass(frozen=True)
class Thread:
    """A conversation with its blanks still open."""

    kind: str
    machine: str
    season: str
    subject: str
    lines: tuple[tuple[str, float, str, str], ...]
    """Who, hours after the one before, picture, words."""

    @property
    def needs_meter(self) -> bool:
        return any("{hours}" in words for _, _, _, words in self.lines)


@cache
def _threads(language: str) -> tuple[Thread, ...]:
    text = {"nb": norwegian.THREADS, "de": german.THREADS, "en": english.THREADS}[language]
    return tuple(_thread(block) for block in text.strip().split("\n\n"))


def _thread(block: str) -> Thread:
    head, *lines = block.strip().splitlines()
    about, subject = (part.strip() for part in head.removeprefix("# ").split("|", 1))
    kind, machine, *season = about.split()
    messages = []
    for line in lines:
        found = _MESSAGE.fullmatch(line)
        assert found, line
        messages.append((found["who"], float(found["gap"]), found["picture"] or "", found["words"]))
    return Thread(kind, machine, season[0] if season else "", subject, tuple(messages))


def _words(text: str, facts: Mapping[str, str], choice: int) -> str:
    """The text with its blanks filled; of each set of alternatives the same one, so that subject and words agree."""
    for name, fact in facts.items():
        text = text.replace(f"{{{name}}}", fact)
    text = _ALTERNATIVES.sub(lambda found: found[1].split("|")[choice % len(found[1].split("|"))], text)
    return text.replace(" / ", "\n\n")


def _at_work(moment: datetime, minutes: int) -> datetime:
    """The moment, or the beginning of the next working day; without a time zone."""
    if moment.hour >= 16 or moment.weekday() >= SATURDAY:
        moment = datetime.combine(moment.date() + timedelta(days=1), time(7, minutes))
        while moment.weekday() >= SATURDAY:
            moment += timedelta(days=1)
    elif moment.hour < 7:
        moment = datetime.combine(moment.date(), time(7, minutes))
    return moment


def _zoned(moment: datetime) -> datetime:
    return local(moment.date(), moment.time().replace(microsecond=0))


_STAFF = {person.email.split("@")[0]: person for person in PEOPLE if person.is_staff}


class Desk:
    """Draws cases one by one; the same day gives the same cases."""

    def __init__(self, holdings: list[Holding], today: date) -> None:
        self.today = today
        self.random = Random(1187)
        self.machines: dict[str, list[Holding]] = {}
        for holding in holdings:
            if holding.status == "held":
                self.machines.setdefault(holding.company.number, []).append(holding)
        self.weights = [company.weight for company in COMPANIES]
        self.recent: dict[tuple[str, str], int] = {}

    def drawn(self, status: str) -> Case:
        """One of a state: the solved ones of all of two years, the open ones of the last days."""
        day = self.today - timedelta(days=self._back(status))
        while True:
            company = self.random.choices(COMPANIES, self.weights)[0]
            thread = self._fitting(company, day, status)
            if thread is not None:
                return self._written(company, thread, status, day)

    def _back(self, status: str) -> int:
        """How many days ago a case of that state was opened, or somebody last wrote in it."""
        if status == "solved":
            return 8 + round((_DAYS - 8) * self.random.betavariate(1, 1.25))
        return self.random.choice(_AGES[status])

    def _fitting(self, company: Company, day: date, status: str) -> Thread | None:
        """A conversation that this company could have that day, and has not had lately."""
        fitting = [
            thread
            for thread in _threads(company.language)
            if (not thread.season or day.month in _SEASONS[thread.season])
            and (thread.machine == "-" or self._candidates(company, thread, day))
            and (status != "waiting" or any(who == "s" for who, *_ in thread.lines[:-1]))
            and (status != "open" or sum(who == "c" for who, *_ in thread.lines) > 2)
        ]
        fresh = [one for one in fitting if self.recent.get((company.number, one.subject), 99_999) > 200]
        # What nobody has asked for a while comes first, so that the lists do not repeat themselves.
        least = sorted(fresh, key=lambda one: (self.recent.get(("", one.subject), 0), self.random.random()))
        return self.random.choice(least[:4]) if least else None

    def _candidates(self, company: Company, thread: Thread, day: date) -> list[Holding]:
        return [
            one
            for one in self.machines.get(company.number, ())
            if thread.machine in (one.model.drawing, one.model.area)
            and one.held_from is not None
            and one.held_from < day - timedelta(days=20)
            and (one.model.meters or not thread.needs_meter)
        ]

    def _people(self, company: Company, kind: str, holding: Holding | None) -> Person:
        active = [person for person in members_of(company.number) if person.active]
        roles = _ASKERS.get(kind, ("service", "buyer", "administrator"))
        if holding is not None and company.number == "104233":
            keepers = [person for person in active if person.email in holding.keepers]
            return self.random.choice(keepers) if keepers else active[0]
        fitting = [person for person in active if person.role in roles] or active
        return self.random.choice(fitting[:3])

    def _written(self, company: Company, thread: Thread, status: str, day: date) -> Case:
        self.recent["", thread.subject] = self.recent.get(("", thread.subject), 0) + 1
        self.recent[company.number, thread.subject] = 0
        candidates = self._candidates(company, thread, day) if thread.machine != "-" else []
        holding = self.random.choice(candidates) if candidates else None
        asker = self._people(company, thread.kind, holding)
        office = thread.kind in _AT_THE_OFFICE
        name = self.random.choice(_OFFICE[company.partner]) if office else _WORKSHOP[company.partner]
        staff = _STAFF[name]
        lines = self._cut(thread, status)
        choice = self.random.randrange(60)
        facts = self._facts(company, holding, day) | {"me": asker.first_name, "you": staff.first_name}
        case = Case(
            company=company,
            kind=thread.kind,
            subject=_words(thread.subject, facts, choice),
            status=status,
            holding=holding,
            opened_by=asker.email,
            handled_by="" if status == "new" and self.random.random() < 0.8 else staff.email,
        )
        for (who, _, picture, words), moment in zip(lines, self._moments(lines, day), strict=True):
            by_staff = who in "sn"
            body = _words(words, facts, choice)
            by = staff.email if by_staff else asker.email
            case.messages.append(Message(by, by_staff, who == "n", body, _zoned(moment), picture))
        return case

    def _cut(self, thread: Thread, status: str) -> tuple[tuple[str, float, str, str], ...]:
        """As much of a conversation as has been said in that state."""
        if status == "solved":
            return thread.lines
        if status == "new":
            return thread.lines[:1]
        last = "c" if status == "open" else "s"
        ends = [index + 1 for index, (who, *_) in enumerate(thread.lines[:-1]) if who == last and index > 0]
        return thread.lines[: self.random.choice(ends)]

    def _moments(self, lines: tuple[tuple[str, float, str, str], ...], day: date) -> list[datetime]:
        """When each was written: about the given day begun or, for what goes on, last said; never after yesterday."""
        clock = time(
            self.random.choice((6, 7, 7, 8, 8, 9, 10, 11, 12, 13, 14, 15)), self.random.randrange(60)
        )
        hours = sum(gap for _, gap, _, _ in lines)
        begun = datetime.combine(day - timedelta(days=int(hours // 24)), clock)
        limit = datetime.combine(self.today, time(0))
        while True:
            moments = [_at_work(begun, self.random.randrange(4, 55))]
            for _, gap, _, _ in lines[1:]:
                wander = gap * self.random.uniform(0.7, 1.3) + 0.05
                moments.append(_at_work(moments[-1] + timedelta(hours=wander), self.random.randrange(4, 55)))
            if moments[-1] < limit:
                return moments
            begun -= timedelta(days=1)

    def _facts(self, company: Company, holding: Holding | None, day: date) -> dict[str, str]:
        site = self.random.choice(company.deliveries)
        number = f"F-{day.year % 100}-{self.random.randrange(10_000, 40_000)}"
        facts = {"place": site.name.split(",")[0], "invoice": number}
        if holding is not None:
            months = (self.today - day) / MONTH
            counted = max(holding.now - holding.model.use * 0.9 * months, holding.now * 0.2)
            facts |= {
                "machine": holding.name,
                "model": holding.model.name,
                "serial": holding.serial,
                "hours": grouped(str(round(counted)), company.language),
            }
        return facts

    def told(self) -> Iterator[Case]:
        """The cases that are written out."""
        for block in told.TOLD.strip().split("\n\n"):
            head, *lines = block.strip().splitlines()
            about, subject, status, when, opener, handler = (
                part.strip() for part in head.removeprefix("# ").split("|")
            )
            number, kind, *machine = about.split(maxsplit=2)
            company = BY_NUMBER[number]
            opened_by = keepers_of(company)[0].email if opener == "!" else f"{opener}@{company.domain}"
            back, clock = when.split(", ")
            case = Case(
                company=company,
                kind=kind,
                subject=subject,
                status=status,
                holding=self._named(company, machine[0]),
                opened_by=opened_by,
                handled_by=_STAFF[handler].email if handler != "-" else "",
            )
            moment = datetime.combine(_earlier(self.today, int(back)), time.fromisoformat(clock.zfill(5)))
            for line in lines:
                found = _MESSAGE.fullmatch(line)
                assert found, line
                moment = _after(moment, found["gap"])
                staff = _STAFF.get(found["who"]) if found["who"] != opener else None
                by = staff.email if staff else (opened_by if found["who"] in ("!", opener) else "")
                body = found["words"].replace(" / ", "\n\n")
                case.messages.append(
                    Message(
                        by,
                        staff is not None,
                        bool(found["note"]),
                        body,
                        _zoned(moment),
                        found["picture"] or "",
                    )
                )
            yield case

    def _named(self, company: Company, machine: str) -> Holding | None:
        """A machine by the company's own name for it, or by its drawing."""
        held = self.machines.get(company.number, [])
        fitting = (one for one in held if machine in (one.reference, one.model.drawing))
        return next(fitting, None)


def _earlier(day: date, working_days: int) -> date:
    """The day that many working days before that day, or before the Friday ahead of it."""
    day -= timedelta(days=max(0, day.weekday() - SATURDAY + 1))
    for _ in range(working_days):
        day -= timedelta(days=3 if day.weekday() == 0 else 1)
    return day


def _after(moment: datetime, gap: str) -> datetime:
    """`0`, `1:25` later, or `+1d8:05`: so many working days later at that time."""
    if gap == "0":
        return moment
    if not gap.startswith("+"):
        hours, minutes = gap.split(":")
        return moment + timedelta(hours=int(hours), minutes=int(minutes))
    days, clock = gap[1:].split("d")
    day = moment.date()
    for _ in range(int(days)):
        day += timedelta(days=3 if day.weekday() == 4 else 1)
    return datetime.combine(day, time.fromisoformat(clock.zfill(5)))


def all_cases(holdings: list[Holding], today: date) -> list[tuple[str, Case]]:
    """The cases with their numbers, in the sequence in which they were opened."""
    desk = Desk(holdings, today)
    cases = list(desk.told())
    for status, count in _OPEN.items():
        cases += [desk.drawn(status) for _ in range(count)]
    cases += [desk.drawn("solved") for _ in range(COUNT - len(cases))]
    cases.sort(key=lambda case: (case.opened_at, case.company.number))
    counts: dict[int, int] = {}
    numbered = []
    for case in cases:
        year = case.opened_at.year
        counts[year] = counts.get(year, 0) + 1
        numbered.append((f"S-{year}-{counts[year]:06d}", case))
    return numbered
