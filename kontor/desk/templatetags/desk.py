"""`{% load desk %}`: how long something waits, and where the verbs of a queue are done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from babel.dates import format_date
from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kontor.desk.queue import Queue
from kontor.kit.formats import LOCALES, clock, day, reader

register = template.Library()


@register.filter
def since(value: dt.datetime | None) -> str:
    """How long something waits, as one says it: "since 09:12", "since Tuesday", "since 10 Nov"."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    days = (timezone.localdate() - local.date()).days
    if days == 0:
        return _("since %(when)s") % {"when": clock(value)}
    if 1 < days < 7:
        return _("since %(when)s") % {"when": _weekday(local)}
    return _("since %(when)s") % {"when": day(value)}


def _weekday(value: dt.datetime) -> str:
    name: str = format_date(value.date(), "EEEE", LOCALES[reader()])
    return name


@register.simple_tag
def desk_url(queue: Queue, verb: str = "", thing: Any = None) -> str:
    """The address of a verb: of one thing, or of the chosen ones of a queue."""
    return queue.url(thing, verb) if thing is not None else reverse(f"desk:{verb}_{queue.key}")


@register.filter
def of(mapping: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping says about a key; None where it says nothing."""
    return mapping.get(key)
