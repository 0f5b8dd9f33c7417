"""Who looks: the scope under which PostgreSQL answers.

Row security in the database decides by five transaction-local settings and a role which rows exist for
the reader. They are set in one statement whenever a transaction begins (`kontor.kit.postgresql`), and only
`acting_in` changes them inside one. Without a scope the login role may touch nothing that belongs to a
company: PostgreSQL answers "permission denied". See docs/decisions/0002-row-security.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

SET_SCOPE: Final = """
    SELECT set_config('role', %s, true), set_config('kontor.companies', %s, true),
           set_config('kontor.company', %s, true), set_config('kontor.partner', %s, true),
           set_config('kontor.user', %s, true), set_config('kontor.token', %s, true)
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """What one transaction may see and do.

    `role` is a PostgreSQL role; `company` is the one acted for, `companies` those that may be read (the
    acting one and subsidiaries granted to it); `partner` is the partner whose staff looks; `user` the person; `token`
    the hash of what an anonymous reader bears: it opens the one row that was made for it. `read_only`: PostgreSQL lets
    nothing be written in the transaction, whoever acts within it.
    """

    role: str
    user: int | None = None
    company: int | None = None
    companies: tuple[int, ...] = ()
    partner: int | None = None
    token: str = ""
    read_only: bool = False

    @classmethod
    def of_member(cls, *, user: int, company: int, earlier: Iterable[int] = ()) -> Scope:
        """A member reads and writes the one company acted for, and reads what `earlier` ones left behind."""
        return cls(role="kontor_member", user=user, company=company, companies=(company, *earlier))

    @classmethod
    def of_staff(cls, *, user: int, partner: int | None) -> Scope:
        """A partner's staff see what their partner handles; the operator's, without a partner, see everything."""
        role = "kontor_operator" if partner is None else "kontor_partner"
        return cls(role=role, user=user, partner=partner)

    @classmethod
    def bearing(cls, token_hash: str) -> Scope:
        """Somebody who is not signed in, with the link of an invitation or a registration."""
        return cls(role="kontor_public", token=token_hash)

    def settings(self) -> list[str]:
        """The six values of `SET_SCOPE`, in its order."""
        return [
            self.role,
            ",".join(map(str, self.companies)),
            str(self.company or ""),
            str(self.partner or ""),
            str(self.user or ""),
            self.token,
        ]

    def as_json(self) -> dict[str, Any]:
        """For a job's arguments, so that it runs under the scope it was deferred in."""
        return {
            "role": self.role,
            "user": self.user,
            "company": self.company,
            "companies": list(self.companies),
            "partner": self.partner,
            "token": self.token,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Scope:
        return cls(**{**stored, "companies": tuple(stored["companies"])})


NOBODY: Final = Scope(role="none")
PUBLIC: Final = Scope(role="kontor_public")
OPERATOR: Final = Scope(role="kontor_operator")


class Actor(Protocol):
    """Whoever acts: a member, a staff member, or a named system actor."""

    @property
    def scope(self) -> Scope:
        """What the actor may see and do."""
        ...

    @property
    def signature(self) -> dict[str, Any]:
        """Who it was, as columns of a journal entry."""
        ...


_current: ContextVar[Scope] = ContextVar("kontor_scope", default=NOBODY)


def current_scope() -> Scope:
    """The scope of the code that runs now; `NOBODY` outside every `acting_in`."""
    return _current.get()


def apply_scope(scope: Scope, using: BaseDatabaseWrapper = connection) -> None:
    """Set `scope` for the rest of the running transaction, in one statement; one more where it only reads."""
    with using.cursor() as cursor:
        cursor.execute(SET_SCOPE, scope.settings())
        if scope.read_only:
            cursor.execute("SET TRANSACTION READ ONLY")  # inside a savepoint: until that is released


@contextmanager
def acting_in(who: Scope | Actor) -> Iterator[Scope]:
    """Run a block in a transaction of its own under the scope of `who`; afterwards the outer scope holds again.

    Inside a transaction it is a savepoint: what the block wrote goes when it raises.
    """
    scope = who if isinstance(who, Scope) else who.scope
    outer, inside = _current.get(), connection.in_atomic_block
    token = _current.set(scope)
    try:
        with transaction.atomic():
            if inside:
                apply_scope(scope)
            yield scope
    finally:
        _current.reset(token)
        if connection.in_atomic_block and not connection.needs_rollback:
            apply_scope(outer)
