"""The database engine `kontor.kit.postgresql`."""

from __future__ import annotations

from typing import Final

from django.db.backends.postgresql import base

from kontor.kit.scope import NOBODY, apply_scope, current_scope

OWNER: Final = "owner"


class DatabaseWrapper(base.DatabaseWrapper):
    """Puts the current scope on every transaction that the application begins.

    The connection that owns the schema (alias `owner`, for migrations) bypasses row security and takes no role.
    """

    def set_autocommit(
        self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False
    ) -> None:
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        if not autocommit and self.alias != OWNER and current_scope() != NOBODY:
            apply_scope(current_scope(), using=self)
