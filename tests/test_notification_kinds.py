"""What anybody puts into an inbox can be told there: its kind is registered."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kontor.notifications.kinds import known
from kontor.service.mail import SUBJECTS

SOURCES = Path(__file__).resolve().parent.parent / "kontor"
# What is put together where it is told, as it stands there.
MADE: dict[str, set[str]] = {
    "f'case.{kind}.{side}'": {f"case.{kind}.theirs" for kind in SUBJECTS if kind != "opened"}
    | {f"case.{kind}.ours" for kind in SUBJECTS if kind != "received"},
    "f'companyinvitation.{what}'": {"companyinvitation.accepted", "companyinvitation.expired"},
    "f'holding.{kind}'": {"holding.accepted", "holding.declined", "holding.ended"},
    "f'relationship.{what}'": {f"relationship.{what}" for what in ("requested", "withdrawn", "ended")},
    "what": {"relationship.accepted", "relationship.declined", "relationship.ended"},
}


def told() -> Iterator[tuple[str, str]]:
    """Every `notify(kind=…)` of the portal: the file, and what stands there."""
    for path in sorted(SOURCES.rglob("*.py")):
        if "tests" in path.parts or "demo" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "notify":
                yield from ((path.name, ast.unparse(one.value)) for one in node.keywords if one.arg == "kind")


def test_every_kind_that_is_told_is_registered() -> None:
    found = {words for _path, words in told()}
    assert len(found) >= 8
    kinds = {kind for words in found for kind in MADE.get(words, {words.strip("'")})}
    assert [kind for kind in sorted(kinds) if known(kind) is None] == []
