"""`{% load kit %}`: icons, states, formats in the reader's language, and addresses of filtered lists.

They are plain and fast: rows of long lists call them hundreds of times.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from django import template
from django.http import QueryDict
from django.template import Context
from django.templatetags.static import static
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kontor.kit import formats, looks
from kontor.kit.countries import country_name

register = template.Library()

SPRITE = "kit/built/icons.svg"
# The space between a number and a short unit, around ×, and after a sign or the short name of a series.
TOGETHER = re.compile(
    r"(?<=\d) (?=[^\W\d_]{1,3}\b|[°%×])|(?<=\d ×) (?=\d)|(?<=Ø) (?=\d)|(?<=\b[A-Z]{2}) (?=\d)"
)
PAGING = ("after", "before", "page")


# ── Icons and states ──────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=2048)  # bounded: labels may hold names of things
def icon_html(name: str, size: str = "", label: str = "") -> SafeString:
    """One icon of the sprite as SVG; without a `label` screen readers pass over it."""
    classes = f"i {size}".strip()
    # Escaped even where it is marked safe: the cache cannot tell the two apart.
    said = mark_safe(f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"')  # noqa: S308
    return format_html('<svg class="{}" {}><use href="{}#{}"/></svg>', classes, said, static(SPRITE), name)


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """`{% icon "truck" %}`, `{% icon "truck" "lg" %}` (sm, lg, xl); a lone icon needs a `label`."""
    return icon_html(str(name), size, str(label))


@register.simple_tag
def state(kind: str | looks.Look, value: str = "", word: str = "", pill: bool = False) -> SafeString:
    """`{% state "order" order.state %}`: icon and word; `word` says it more exactly, `pill` is for titles."""
    shown = kind if isinstance(kind, looks.Look) else looks.look(kind, value)
    return format_html(
        '<span class="state is-{}{}">{}{}</span>',
        shown.tone,
        " pill" if pill else "",
        icon_html(shown.icon),
        word or shown.word,
    )


@register.simple_tag
def static_or_nothing(path: str) -> str:
    """The address of a static file, or nothing where it is not known: for the page that must always come out."""
    try:
        return static(path)
    except ValueError:
        return ""


TIERS = ("silver", "gold", "platinum")
BARS = ((0, 6, 4), (3.7, 3.2, 6.8), (7.4, 0, 10))


@cache
def _rank(rank: int) -> SafeString:
    bars = "".join(
        f'<rect x="{x}" y="{y}" width="2.6" height="{height}" rx=".6"{"" if place < rank else ' opacity=".3"'}/>'
        for place, (x, y, height) in enumerate(BARS)
    )
    return mark_safe(f'<svg viewBox="0 0 10 10" aria-hidden="true" fill="currentColor">{bars}</svg>')  # noqa: S308 - constants


@register.simple_tag
def tier(name: str) -> SafeString:
    """The chip of a loyalty tier: metal, one to three bars, its word. Nothing for a company without one."""
    if name not in TIERS:
        return mark_safe("")
    word = looks.TIER_WORDS[name]
    return format_html('<span class="tier {}">{}{}</span>', name, _rank(TIERS.index(name) + 1), word)


# ── Formats ───────────────────────────────────────────────────────────────────────────────────────────────


def _number(value: Any) -> Decimal | int | float | None:
    if value is None or value == "":
        return None
    return value if isinstance(value, Decimal | int | float) else Decimal(str(value))


@register.filter
def money(value: Any, currency: str) -> str:
    """`{{ order.total|money:order.currency }}` → "38 604,50 kr", "NOK 38,604.50"."""
    return formats.money(_number(value), currency)


@register.filter
def amount(value: Any) -> str:
    """An amount under a column title that names the currency: "38,604.50"."""
    return formats.amount(_number(value))


@register.filter
def number(value: Any) -> str:
    """A quantity without needless decimals: "2.5", "10,000"."""
    return formats.number(_number(value))


@register.filter
def percent(value: Any) -> str:
    """A rate in per cent: "25 %"."""
    return formats.percent(_number(value))


@register.filter
def country(code: str) -> str:
    """A country's name in the reader's language."""
    return country_name(code)


@register.filter
def capped(value: int, limit: int = 1000) -> str:
    """A count that stops at `limit`: "1,000+"."""
    return formats.capped(value, limit)


@register.filter
def day(value: date | datetime | None, style: str = "") -> str:
    """today, yesterday, "12 Nov"; styles near, short, long, weekday, full. `|capfirst` where it begins a line."""
    return formats.day(value, style)


@register.filter
def moment(value: datetime | None) -> str:
    """ "today 16:00", "9 Nov 10:05"."""
    return formats.moment(value)


@register.filter
def clock(value: datetime | None) -> str:
    """ "kl. 16.00", "16:00 Uhr", "16:00"."""
    return formats.clock(value)


@register.simple_tag
def period(first: date, last: date) -> str:
    """`{% period order.wished_from order.wished_until %}` → "23–25 November"."""
    return formats.period(first, last)


@register.filter
def file_size(value: int | None) -> str:
    """ "340 kB"."""
    return formats.file_size(value)


@register.filter
def tel(value: str) -> str:
    """A telephone number as the address of a `tel:` link."""
    return "tel:" + "".join(sign for sign in str(value) if sign.isdigit() or sign == "+")


@register.filter
def unbroken(value: str) -> str:
    """A product's name whose numbers stay on the line of their unit: "10 µm", "24 × 0,5 l", "RF 330"."""
    return TOGETHER.sub(formats.NBSP, str(value))


@register.filter
def breakable(value: str) -> SafeString:
    """An e-mail address that breaks after its @ where there is no room, never inside a word."""
    return mark_safe(escape(value).replace("@", "@<wbr>"))  # noqa: S308 - escaped


@register.filter
def initials(value: str) -> str:
    """Up to two letters for an avatar: "Anna Hagen" → "AH", "Fjordbygg AS" → "FA"."""
    words = [word for word in str(value).split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


# ── Addresses of lists: filters, sort and page live in the query string ───────────────────────────────────


def _address(query: QueryDict) -> str:
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """This list's address with `changes`; None or "" takes a key out. A change leads back to the first page.

    `{% query sort="-placed_at" %}`, `{% query after=page.next %}`
    """
    current: QueryDict = context["request"].GET.copy()
    for key in PAGING:
        current.pop(key, None)
    for key, value in changes.items():
        if value is None or value == "":
            current.pop(key, None)
        elif isinstance(value, list | tuple):
            current.setlist(key, [str(one) for one in value])
        else:
            current[key] = str(value)
    return _address(current)


@register.simple_tag(takes_context=True)
def query_without(context: Context, *keys: str, value: Any = None) -> str:
    """This list's address without a filter; with `value` only that one of several goes.

    `{% query_without "area" value=area.code %}`, `{% query_without "from" "until" %}`
    """
    current: QueryDict = context["request"].GET.copy()
    for key in (*PAGING, *keys):
        kept = [
            one for one in current.getlist(key) if key in keys and value is not None and one != str(value)
        ]
        if kept:
            current.setlist(key, kept)
        else:
            current.pop(key, None)
    return _address(current)


@register.inclusion_tag("kit/_hidden_query.html", takes_context=True)
def hidden_query(context: Context, *keys: str) -> dict[str, Any]:
    """What a GET form must carry along so that its own fields do not lose the other filters.

    `keys` are the form's own fields, which it sends itself.
    """
    given: QueryDict = context["request"].GET
    left_out = {*PAGING, *keys}
    return {"pairs": [(key, one) for key in given if key not in left_out for one in given.getlist(key)]}
