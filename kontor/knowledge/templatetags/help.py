"""`{% load help %}`: a link to the help page of a place, wherever a sentence leads there."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from kontor.knowledge.queries import help_for

register = template.Library()


@register.simple_tag
def help_link(place: str) -> SafeString:
    """`{% help_link "quick-order" %}`: the title of the help page linked from there; nothing where there is none."""
    found = help_for(place)
    if found is None:
        return mark_safe("")
    return format_html('<a href="{}">{}</a>', found.page.get_absolute_url(), found.title)
