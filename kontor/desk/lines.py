"""The lines of a queue, and the messages of a case, as `{% rows %}` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.template.defaultfilters import linebreaks_filter
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.desk.queue import Listed
from kontor.desk.templatetags.desk import since
from kontor.kit.formats import day, moment
from kontor.kit.templatetags.kit import initials, state
from kontor.service.models import Case
from kontor.service.queries import Said


def lines_of(rows: Iterable[Listed], *, with_partner: bool) -> list[Mapping[str, Any]]:
    """What stands in each line; the partner only for those who see more than their own."""
    return [_line(row, with_partner) for row in rows]


def _line(row: Listed, with_partner: bool) -> Mapping[str, Any]:
    thing, by, ours = row.thing, row.thing.handled_by, row.is_ours
    told = [*row.words.told, thing.partner.name] if with_partner and thing.partner else row.words.told
    when = since(row.since) if ours else moment(row.since)
    if row.due:
        told, when = [*told, when], due_words(row)
    return {
        "key": thing.pk,
        "can_take": ours and by is None,
        "choose": _("Choose %(title)s") % {"title": row.words.title} if ours and by is None else "",
        "url": row.url,
        "title": row.words.title,
        "told": ", ".join(told),
        "ours": ours,
        "long": ours and (row.due <= timezone.localdate() if row.due else row.waits_long),
        "overdue": row.is_overdue,
        "state": "" if ours else state(row.look),
        "when": when if ours else when[:1].upper() + when[1:],
        "by": by.name if by else "",
        "by_initials": initials(by.name) if by else "",
        "has_it": _("%(name)s has it") % {"name": by.name} if by else "",
    }


def due_words(row: Listed) -> str:
    """By when an answer was promised: "due tomorrow", or since when it is late."""
    words = _("overdue since %(day)s") if row.is_overdue else _("due %(day)s")
    told = words % {"day": day(row.due, "near")}
    return told[:1].upper() + told[1:]


def messages_of(case: Case, said: Iterable[Said]) -> list[Mapping[str, Any]]:
    """What was said in a case, as staff read it."""
    return [_message(case, one) for one in said]


def _message(case: Case, one: Said) -> Mapping[str, Any]:
    person = one.staff if one.ours else one.member
    name = person.name if person else "" if one.ours else case.company.name
    attached = render_to_string("service/_attached.html", {"pictures": one.pictures}) if one.pictures else ""
    return {
        "key": one.pk,
        "ours": one.ours,
        "theirs": not one.ours,
        "note": one.note,
        "name": name,
        "initials": initials(name),
        "when": moment(one.written_at),
        "body": linebreaks_filter(one.body),
        "attached": attached,
    }
