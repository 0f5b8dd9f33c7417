"""Long lists written fast: what is shown, what is escaped, and what is refused."""

from __future__ import annotations

import pytest
from django.template import Context, Template, TemplateSyntaxError

PEOPLE = [{"name": "Anna & Co", "phone": "73 00"}, {"name": "<Bjørn>", "phone": ""}]


def shown(source: str, **context: object) -> str:
    return Template("{% load rows %}" + source).render(Context({"people": PEOPLE} | context))


def test_each_row_is_written_and_escaped() -> None:
    source = "{% rows one in people %}[{{ one.name }}]{% endrows %}"
    assert shown(source) == "[Anna &amp; Co][&lt;Bjørn&gt;]"
    assert shown(source, people=[]) == ""


@pytest.mark.parametrize("may_call", [True, False])
def test_conditions_are_asked_of_the_row_or_once(may_call: bool) -> None:
    source = (
        "{% rows one in people %}{% if may_call %}{% if one.phone %}{{ one.phone }}{% else %}{{ none }}{% endif %}"
        "{% else %}-{% endif %};{% endrows %}"
    )
    assert shown(source, may_call=may_call, none="no") == ("73 00;no;" if may_call else "-;-;")


def test_the_first_condition_that_holds_counts() -> None:
    source = "{% rows one in people %}{% if one.phone %}a{% elif yes %}b{% elif one.name %}c{% endif %}{% endrows %}"
    assert shown(source, yes=True) == "ab"
    assert shown(source, yes=False) == "ac"


@pytest.mark.parametrize(
    "inner",
    [
        "{{ one.name|upper }}",
        "{% if one.name and yes %}x{% endif %}",
        "{% with name=one.name %}{{ name }}{% endwith %}",
        "{% include one.name %}",
    ],
)
def test_more_than_that_of_a_row_is_refused(inner: str) -> None:
    with pytest.raises(TemplateSyntaxError, match="one"):
        shown("{% rows one in people %}" + inner + "{% endrows %}", yes=True)


def test_the_tag_has_one_form() -> None:
    with pytest.raises(TemplateSyntaxError):
        shown("{% rows people %}{% endrows %}")
