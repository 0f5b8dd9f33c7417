"""Which connection a table is reached by."""

from __future__ import annotations

from typing import Any, Final

ASIDE: Final = "aside"


class AsideRouter:
    """Sends the cache, and so the throttle counters, over the second connection.

    On the request's own connection three refused tries would count none: the refusal rolls them back.
    """

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return ASIDE if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Only the owner migrates."""
        return db == "owner"
