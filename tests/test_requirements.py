"""Each requirement of getting in, of companies and of staff is shown in a browser by a test that bears its id.

The ids stand in front of the colon of its docstring: CO-6, ON-9: the link goes to the new address …
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import Final

import pytest

BROWSER: Final = Path(__file__).parent / "browser"
ID: Final = re.compile(r"[A-Z]{2}-\d+")
REQUIRED: Final = [
    *(f"ON-{number}" for number in range(1, 18)),
    *(f"CO-{number}" for number in (*range(1, 11), 12, 13)),
    *(f"ST-{number}" for number in range(1, 5)),
]


def borne() -> dict[str, list[str]]:
    """The tests by the requirements whose ids they bear."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(BROWSER.glob("test_*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                ids, _colon, _words = (ast.get_docstring(node) or "").partition(":")
                for one in ID.findall(ids):
                    found[one].append(f"{path.name}::{node.name}")
    return found


@pytest.mark.parametrize("requirement", REQUIRED)
def test_it_is_shown_in_a_browser(requirement: str) -> None:
    assert borne()[requirement]
