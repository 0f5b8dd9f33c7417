"""`{% csrf_token %}` of every form also says for which company the form was opened, where a person has several (CO-10).

A builtin in place of Django's own: no form can forget it.
"""

from __future__ import annotations

from django import template
from django.template import Context
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


class FormsToken(CsrfTokenNode):
    """Django's token, and the key of the company acted for as `acting_for`."""

    def render(self, context: Context) -> SafeString:
        token = SafeString(super().render(context))
        acting_for = getattr(context.get("request"), "acting_for", "")
        if not acting_for:
            return token
        return format_html('{}<input type="hidden" name="acting_for" value="{}">', token, acting_for)


@register.tag("csrf_token")
def forms_token(parser: Parser, token: Token) -> FormsToken:
    """As Django's."""
    return FormsToken()
