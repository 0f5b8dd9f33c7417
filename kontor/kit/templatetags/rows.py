"""`{% rows row in things %} … {% endrows %}`: a long list in which most of a page's time would go.

As `for`, over mappings, with less freedom: of a row only `{{ row.name }}` and `{% if row.name %}` may be used, plain.
Everything else inside, such as icons and translated words, is rendered once and not for every row. Whatever needs more
than that of a row raises `TemplateSyntaxError`; it belongs into the mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, TextNode, Token, VariableNode
from django.template.defaulttags import IfNode
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

type Part = str | Field | Choice | Node


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the row."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Parts of which the first holds whose condition does: a field, a condition that no row matters to, or none."""

    branches: tuple[tuple[Field | Any | None, tuple[Part, ...]], ...]


class OutsideOfRows:
    """Stands for the row while that is rendered which is the same for all rows."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __getitem__(self, key: object) -> object:
        raise TemplateSyntaxError(f"In rows, {self.name}.{key} can only be written or asked for as it is.")


class RowsNode(Node):
    """The compiled tag."""

    def __init__(self, name: str, things: FilterExpression, parts: tuple[Part, ...]) -> None:
        self.name = name
        self.things = things
        self.parts = parts

    def render(self, context: Context) -> SafeString:
        with context.push(**{self.name: OutsideOfRows(self.name)}):
            parts = settled(self.parts, context)
        written: list[str] = []
        for row in self.things.resolve(context) or ():
            write(parts, row, written.append)
        return mark_safe("".join(written))  # noqa: S308 - texts of the template and escaped values


@register.tag
def rows(parser: Parser, token: Token) -> RowsNode:
    """Write the inner part for each of the mappings."""
    match token.split_contents():
        case [_, name, "in", things]:
            inner = parser.parse(("endrows",))
            parser.delete_first_token()
            return RowsNode(name, parser.compile_filter(things), compiled(inner, name))
    raise TemplateSyntaxError("Write {% rows row in things %}.")


def compiled(nodes: NodeList, name: str) -> tuple[Part, ...]:
    """What of the nodes is text, what a value of the row, what depends on one, and what on none."""
    parts: list[Part] = []
    for node in nodes:
        match node:
            case TextNode():
                parts.append(node.s)
            case VariableNode() if field := field_of(node.filter_expression, name):
                parts.append(field)
            case IfNode():
                parts.append(
                    Choice(
                        tuple(
                            (condition_of(condition, name), compiled(inner, name))
                            for condition, inner in node.conditions_nodelists
                        )
                    )
                )
            case _:
                parts.append(node)
    return tuple(parts)


def field_of(expression: FilterExpression, name: str) -> Field | None:
    """The field that an expression names, if it is just that."""
    lookups: tuple[str, ...] = getattr(expression.var, "lookups", None) or ()
    return Field(lookups[1]) if len(lookups) == 2 and lookups[0] == name and not expression.filters else None


def condition_of(condition: Any, name: str) -> Field | Any | None:
    """A field where the condition is just that, else the condition as Django knows it, which must not be of the row.

    Django takes an error inside a condition for "no", so this is looked at before.
    """
    expression = getattr(condition, "value", None)
    if isinstance(expression, FilterExpression) and (field := field_of(expression, name)):
        return field
    if _asks_of(condition, name):
        raise TemplateSyntaxError(f"In rows, a condition on {name} can only be {{% if {name}.field %}}.")
    return condition


def _asks_of(condition: Any, name: str) -> bool:
    """Whether a condition or one inside it looks at the row."""
    expression = getattr(condition, "value", None)
    if isinstance(expression, FilterExpression):
        lookups: tuple[str, ...] = getattr(expression.var, "lookups", None) or ()
        return lookups[:1] == (name,)
    inner = (getattr(condition, "first", None), getattr(condition, "second", None))
    return any(_asks_of(one, name) for one in inner if one is not None)


def settled(parts: Iterable[Part], context: Context) -> list[Part]:
    """The same parts with everything written and decided that no row matters to."""
    done: list[Part] = []

    def add(part: Part) -> None:
        if isinstance(part, str) and done and isinstance(done[-1], str):
            done[-1] += part
        else:
            done.append(part)

    for part in parts:
        match part:
            case Node():
                add(str(part.render_annotated(context)))
            case Choice():
                for one in _decided(part, context):
                    add(one)
            case _:
                add(part)
    return done


def _decided(choice: Choice, context: Context) -> list[Part]:
    """What is left of a choice once the conditions are known that no row matters to."""
    left: list[tuple[Field | None, tuple[Part, ...]]] = []
    for condition, parts in choice.branches:
        if condition is None or not isinstance(condition, Field):
            if condition is not None and not condition.eval(context):
                continue
            left.append((None, tuple(settled(parts, context))))
            break
        left.append((condition, tuple(settled(parts, context))))
    if left and left[0][0] is None:
        return list(left[0][1])
    return [Choice(tuple(left))] if left else []


def write(parts: Iterable[Part], row: Mapping[str, Any], add: Callable[[str], None]) -> None:
    """Add a row's text."""
    for part in parts:
        if isinstance(part, str):
            add(part)
        elif isinstance(part, Field):
            add(conditional_escape(row[part.name]))
        elif isinstance(part, Choice):
            for condition, inner in part.branches:
                if condition is None or row[condition.name]:
                    write(inner, row, add)
                    break
