"""The lines of lists, of machines and of readings, as `{% rows %}` writes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kontor.companies.models import Member
from kontor.equipment.models import Reading
from kontor.equipment.queries import Listed
from kontor.kit.formats import day, number
from kontor.kit.templatetags.kit import state, unbroken

NAMED = 2


def lines_of(rows: Iterable[Listed], *, chosen: Collection[int] = ()) -> list[Mapping[str, Any]]:
    """What stands in each line, and whether its machine is `chosen`."""
    choose = _("Choose %(name)s")
    states: dict[str, SafeString] = {}
    return [{**_line(row, choose, states), "chosen": row.holding.pk in chosen} for row in rows]


def _line(row: Listed, choose: str, states: dict[str, SafeString]) -> Mapping[str, Any]:
    holding, model, last = row.holding, row.model, row.last
    if holding.status not in states:
        states[holding.status] = state(row.look)
    on = day(row.meter.last_on) if row.meter and last else ""
    return {
        "pk": holding.pk,
        "url": holding.get_absolute_url(),
        "name": unbroken(holding.name),
        "choose": choose % {"name": holding.name},
        "sub": holding.area.name if not model else unbroken(model) if model != holding.name else "",
        "serial": holding.serial,
        "location": holding.location,
        "state": states[holding.status],
        "last": last,
        "due": row.due,
        "on": on[:1].upper() + on[1:],
        "people": mark_safe("<br>".join(escape(one.name) for one in row.people[:NAMED])),  # noqa: S308 - escaped names
        "more_people": _more(row.people),
    }


def lines_of_readings(rows: Iterable[Reading]) -> list[Mapping[str, Any]]:
    """Day, value and who sent it."""
    return [
        {
            "day": day(one.read_on, "full"),
            "value": number(one.value),
            "by": one.member.name if one.member else "",
        }
        for one in rows
    ]


def _more(people: Sequence[Member]) -> str:
    n = len(people) - NAMED
    return ngettext("and %(n)s more", "and %(n)s more", n) % {"n": n} if n > 0 else ""
