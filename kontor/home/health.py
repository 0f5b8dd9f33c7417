"""Whether the portal may be used: what `/readyz` answers."""

from __future__ import annotations

from typing import Final

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

OVERPOWERED: Final = """
    SELECT r.rolsuper, r.rolbypassrls,
           EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relowner = r.oid),
           EXISTS (SELECT FROM unnest(ARRAY['kontor_member', 'kontor_partner', 'kontor_operator', 'kontor_public']) AS s
                   WHERE pg_has_role(session_user, s, 'USAGE'))
      FROM pg_roles r WHERE r.rolname = session_user
"""


def problems() -> list[str]:
    """Why the portal must not serve: no database, too many rights on it, migrations missing. Empty when all is well.

    An application that is connected as the owner, as a superuser, with BYPASSRLS or with inherited roles would see
    every company's rows whatever the scope says.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute(OVERPOWERED)
            superuser, bypasses, owns, inherits = cursor.fetchone()
    except DatabaseError:
        return ["database: not reachable"]
    found = [
        sentence
        for wrong, sentence in [
            (superuser, "database: connected as a superuser"),
            (bypasses, "database: connected with BYPASSRLS"),
            (owns, "database: connected as the owner of tables"),
            (inherits, "database: the login role inherits a scoped role"),
        ]
        if wrong
    ]
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        found.append("database: migrations are missing")
    return found
