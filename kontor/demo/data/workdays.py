"""Working days and local time, the same for Norway and Germany."""

from datetime import date, datetime, time, timedelta, timezone

SATURDAY = 5


def later(day: date, working_days: int) -> date:
    """The day that many working days later; 0 = that day or the next working one. Public holidays count as work."""
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    while working_days:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            working_days -= 1
    return day


def between(first: date, last: date) -> int:
    """Working days after `first` up to and with `last`."""
    days = (last - first).days
    whole, rest = divmod(days, 7)
    return whole * 5 + sum(1 for each in range(1, rest + 1) if (first.weekday() + each) % 7 < SATURDAY)


def _last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


def local(day: date, at: time) -> datetime:
    """A moment in Central European time, without needing a time zone database."""
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    return datetime.combine(day, at, timezone(timedelta(hours=2 if summer else 1)))
