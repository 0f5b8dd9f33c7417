"""Who may fetch a file beyond what its company says: the app that knows its subject narrows it.

    access.narrow("message", lambda viewer, key: …)

Registered in `AppConfig.ready`, asked at every download.
"""

from __future__ import annotations

from collections.abc import Callable

from kontor.companies.actors import Viewer

type Test = Callable[[Viewer, int], bool]

_tests: dict[str, Test] = {}


def narrow(subject: str, test: Test) -> None:
    """Files about a `subject` are fetched only by those for whom `test` holds; for others they do not exist."""
    _tests[subject] = test


def may_fetch(viewer: Viewer, subject: str, subject_id: int) -> bool:
    """Whether nothing stands against it."""
    test = _tests.get(subject)
    return test is None or test(viewer, subject_id)
