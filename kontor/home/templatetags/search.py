"""`{% load search %}`: what matched, underlined."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from kontor.home.search import marked

register = template.Library()


@register.filter
def found(text: str, words: str) -> SafeString:
    """`{{ hit.title|found:text }}`."""
    return marked(text, words)
