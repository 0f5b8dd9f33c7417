"""Days on which goods are handed over: Monday to Friday without the country's public holidays."""

from __future__ import annotations

import datetime as dt
from functools import cache

from django.utils import timezone
from holidays import country_holidays


@cache
def _holidays(country: str, year: int) -> frozenset[dt.date]:
    try:
        return frozenset(country_holidays(country, years=[year]))
    except NotImplementedError:
        return frozenset()


def is_workday(day: dt.date, country: str) -> bool:
    """Whether somebody works there on that day; of a country we do not know, only weekends are known."""
    return day.weekday() < 5 and day not in _holidays(country, day.year)


def next_workday(day: dt.date, country: str) -> dt.date:
    """The day itself, else the first workday after it."""
    while not is_workday(day, country):
        day += dt.timedelta(days=1)
    return day


def workdays_after(day: dt.date, count: int, country: str) -> dt.date:
    """The workday that is `count` workdays after `day`."""
    for _ in range(count):
        day = next_workday(day + dt.timedelta(days=1), country)
    return day


def a_workday_later(since: dt.datetime, country: str) -> dt.datetime:
    """When a workday has gone by, by the active time zone: from Friday noon on at Monday noon; free days count for nothing."""
    local = timezone.localtime(since)
    begin = next_workday(local.date(), country)
    clock = local.time() if begin == local.date() else dt.time()
    return timezone.make_aware(dt.datetime.combine(workdays_after(begin, 1, country), clock))


def closed_weekdays(first: dt.date, last: dt.date, country: str) -> list[dt.date]:
    """Public holidays from Monday to Friday between the two days."""
    days = (
        day
        for year in range(first.year, last.year + 1)
        for day in _holidays(country, year)
        if day.weekday() < 5
    )
    return sorted(day for day in days if first <= day <= last)
