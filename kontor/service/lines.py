"""The conversation of a case, as `{% rows %}` writes it for the company's people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.html import escape, linebreaks, urlize
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from kontor.kit.formats import moment
from kontor.kit.templatetags.kit import icon_html, initials
from kontor.service.queries import Said
from kontor.service.timeline import Step

# What an address of any kind has in it; looking for addresses word by word takes longer than all else here.
ADDRESS: Final = re.compile(r"\S[.:@]\S")


def lines_of(steps: Iterable[Step], *, operator: str) -> list[Mapping[str, Any]]:
    """Each message, and what happened between two; what is not there is left empty."""
    lines: list[Mapping[str, Any]] = []
    for step in steps:
        if step.said:
            lines.append(_message(step.said, operator))
        elif happened := step.between:
            told = {
                "between": happened.words,
                "icon": icon_html(happened.icon, "sm"),
                "when": moment(happened.at),
            }
            lines.append(told)
    return lines


def _message(one: Said, operator: str) -> Mapping[str, Any]:
    person = one.staff if one.ours else one.member
    name = person.name if person else operator if one.ours else ""
    house = ""
    if one.ours and one.staff:
        house = one.staff.partner.name if one.staff.partner else operator
    pictures = {"pictures": one.pictures}
    return {
        "between": "",
        "pk": one.pk,
        "ours": one.ours,
        "initials": initials(name) if name else "",
        "name": name or _("A former colleague"),
        "house": house,
        "when": moment(one.written_at),
        "body": _written(one.body),
        "attached": render_to_string("service/_attached.html", pictures) if one.pictures else "",
    }


def _written(body: str) -> SafeString:
    """The words in their paragraphs, addresses as links."""
    words = urlize(body, nofollow=True, autoescape=True) if ADDRESS.search(body) else escape(body)
    return mark_safe(linebreaks(words))  # noqa: S308 - escaped
