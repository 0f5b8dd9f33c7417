"""Markdown that the operator writes, as HTML that can do no harm."""

from __future__ import annotations

from typing import Final

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER: Final = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
_TAGS: Final = {
    *("h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "hr", "br", "code"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def to_html(text: str) -> SafeString:
    """Headings, lists, tables, links; nothing else, and no address but web, mail and telephone.

    The page has a title already, so a text with headings of the first level begins at the second.
    """
    cleaned = nh3.clean(
        _READER.renderer.render(_below_the_title(_READER.parse(text)), _READER.options, {}),
        tags=_TAGS,
        attributes={"a": {"href"}, "th": {"scope"}},
        url_schemes={"https", "http", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(cleaned)  # noqa: S308  # cleaned right above


def _below_the_title(tokens: list[Token]) -> list[Token]:
    if any(token.tag == "h1" for token in tokens):
        for token in tokens:
            if token.tag in ("h1", "h2", "h3"):
                token.tag = f"h{int(token.tag[1]) + 1}"
    return tokens
