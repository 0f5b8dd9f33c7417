"""`{% load desk %}`: how long something waits, numbers as people write them, where the verbs of a queue are done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from babel.dates import format_date
from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kontor.desk.queue import Queue
from kontor.kit.formats import LOCALES, NBSP, clock, day, reader
from kontor.onboarding.checks import plain, shown

register = template.Library()
SHORTEST_PHONE = 7


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


@register.filter
def organisation(number: str, country: str) -> str:
    """An organisation number as people write it, however it came to us: Norwegian ones in threes."""
    bare = plain(number)
    return shown(bare, country) if country == "NO" and bare.isdigit() else number


@register.filter
def vat(number: str, country: str) -> str:
    """A VAT number as people write it: Norwegian ones in threes, before the letters."""
    found = re.fullmatch(r"(?:NO)?(\d{9})(?:MVA)?", plain(number)) if country == "NO" else None
    return f"{shown(found[1], country)}{NBSP}MVA" if found else number


@register.filter
def telephone(number: str) -> str:
    """A number as people write it: Norwegian ones in pairs; what has been grouped stays as it is."""
    found = re.fullmatch(r"(\+47)? ?(\d{2})(\d{2})(\d{2})(\d{2})", number)
    return NBSP.join(part for part in found.groups() if part) if found else number.replace(" ", NBSP)


@register.filter
def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same, however they are written."""
    return bool(plain(one)) and plain(one) == plain(other)


@register.filter
def together(words: str) -> SafeString:
    """Words in which "e-mail" stays on one line."""
    kept = re.sub(r"\b[eE]-\w+", r'<span class="whitespace-nowrap">\g<0></span>', escape(words))
    return mark_safe(kept)  # noqa: S308 - escaped


@register.filter
def mail_address(address: str) -> SafeString:
    """An e-mail address for a narrow column: on two lines it breaks after its @, not at a hyphen."""
    local, _at, domain = escape(address).rpartition("@")
    return mark_safe(f'<span class="mail-part">{local}@</span><wbr><span class="mail-part">{domain}</span>')  # noqa: S308


@register.filter
def same_phone(one: str, other: str) -> bool:
    """Whether two telephone numbers are the same, with their country's or without."""
    short, long = sorted((re.sub(r"\D", "", one), re.sub(r"\D", "", other)), key=len)
    return len(short) >= SHORTEST_PHONE and long.endswith(short.removeprefix("0"))
