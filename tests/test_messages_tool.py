"""The tool that keeps the translations complete finds every text, and every way to get one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import messages

TEMPLATE = """
{% load i18n kit %}
<c-page-head title="{% translate "Orders" %}" :note="x">
{% translate "Draft" context "order" as draft %}
{{ name|default:_("nobody") }}
{% blocktranslate count n=lines|length trimmed %}
  {{ n }} line
{% plural %}
  {{ n }} lines
{% endblocktranslate %}
{% blocktranslate with who=user.name context "greeting" %}Hello {{ who }}{% endblocktranslate %}
100 % of it's (unbalanced
"""
MODULE = """
from django.utils.translation import gettext_lazy as _, ngettext, npgettext_lazy, pgettext_lazy
A = _("One "
      "two")
B = pgettext_lazy("verb", "Order")
C = ngettext("%(n)s piece", "%(n)s pieces", 3)
D = npgettext_lazy("x", "a", "b", 1)
"""


def test_every_kind_of_text_in_a_template_is_found(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(TEMPLATE)
    assert set(messages.in_template(path)) == {
        ("", "Orders"),
        ("order", "Draft"),
        ("", "nobody"),
        ("", ("%(n)s line", "%(n)s lines")),
        ("greeting", "Hello %(who)s"),
    }


def test_every_kind_of_text_in_python_is_found(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(MODULE)
    assert list(messages.in_python(path)) == [
        ("", "One two"),
        ("verb", "Order"),
        ("", ("%(n)s piece", "%(n)s pieces")),
        ("x", ("a", "b")),
    ]


@pytest.mark.parametrize(
    ("original", "translation", "fine"),
    [
        ("%(n)s left", "%(n)s igjen", True),
        ("%(n)s left", "igjen", False),
        ("%(n)s left", "%(m)s igjen", False),
        ("{n} left", "{m} igjen", False),
        (" of", "av", False),
        (("%(n)s line", "%(n)s lines"), ("en linje", "%(n)s linjer"), True),
        (("one line", "%(n)s lines"), ("en linje", "linjer"), False),
    ],
)
def test_a_translation_keeps_the_placeholders(original: messages.Id, translation: str, fine: bool) -> None:
    assert (list(messages.mismatches(("", original), translation)) == []) is fine


def test_a_catalogue_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "locale" / "nb" / "LC_MESSAGES" / "django.po"
    keys: list[messages.Key] = [("", 'A "quoted"\nline'), ("verb", "Order"), ("", ("a", "b"))]
    texts = {key: messages.Text(key, {"kontor/kit/page.html"}) for key in keys}
    known: dict[messages.Key, str | tuple[str, ...]] = {
        ("", ("a", "b")): ("én", "flere"),
        ("verb", "Order"): "Bestill",
    }
    messages.write(path, texts, known)
    assert messages.translations(path) == known | {("", 'A "quoted"\nline'): ""}
    before = path.read_text()
    messages.write(path, texts, messages.translations(path))
    assert path.read_text() == before
