"""Migration operations that say who may read and write a table, row by row.

Every table belongs to one of six kinds, and a test (tests/test_row_security.py) fails for a table that is none:

- `tenant_table`: rows of companies. Row security is on, with one policy per role and command.
- `personal_table`: rows of one person.
- `linked_table`: rows of nobody, seen through rows that point at them.
- `shared_table`: master data that every company reads alike; only the operator writes.
- `credential_table`: second factors, each person's own.
- `login_table`: credentials and sessions, which are read before a scope exists.

Policies compare indexed columns with the transaction's settings and nothing else (docs/decisions/0002-row-security.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from django.db import migrations

ROLES: Final = ("kontor_member", "kontor_partner", "kontor_operator", "kontor_public")
LOGIN: Final = "kontor_app"

type Commands = str  # "SELECT INSERT UPDATE DELETE", any of them
type PartnerBy = Literal["partner", "company", "self"]

# Of few rows each is looked up, for many all companies served are read first: PostgreSQL chooses, as it cannot with IN.
SERVED: Final = (
    "EXISTS (SELECT FROM companies_relationship AS served WHERE served.company_id = {table}.{company}"
    " AND served.partner_id = kontor_partner() AND served.status IN ('requested', 'active', 'ending'))"
)


def tenant_table(
    table: str,
    *,
    member: Commands = "SELECT",
    partner: Commands = "SELECT",
    operator: Commands = "SELECT INSERT UPDATE DELETE",
    public: Commands = "",
    company: str = "company_id",
    partner_by: PartnerBy = "company",
    audience: str | None = None,
    member_where: str = "",
    own_by: str | None = None,
) -> migrations.RunSQL:
    """Row security for a table of companies' rows.

    A member reads rows of the companies in scope and writes those of the acting company. A partner's staff
    touch rows that carry their `partner_id` (`partner_by="partner"`) or those of the companies they serve
    (`"company"`). `audience` names an SQL function that answers with an array of what the reader may read instead,
    compared with the column `audience` (prices). `member_where` hides rows from members, such as notes of staff. `own_by` names a column with a user: a row without a company is
    then that person's own, and nobody writes in another's name.
    """
    readable = f"{company} = ANY (kontor_companies())"
    own = f"{company} = kontor_company()"
    served = "partner_id = kontor_partner()"
    if partner_by != "partner":
        served = SERVED.format(table=table, company=company)
    served_write = served
    if audience:
        readable = served = f"audience = ANY ((SELECT {audience}())::bigint[])"
    if member_where:
        readable, own = f"({readable} AND {member_where})", f"({own} AND {member_where})"
    anybody = "true"
    if own_by:
        mine, nobodys = f"{own_by} = kontor_user()", f"{company} IS NULL"
        readable, served = f"({readable} OR ({nobodys} AND {mine}))", f"({served} OR ({nobodys} AND {mine}))"
        own, served_write = f"({own} OR {nobodys}) AND {mine}", f"({served_write} OR {nobodys}) AND {mine}"
        anybody = nobodys
    rules = [
        ("kontor_member", member, readable, own),
        ("kontor_partner", partner, served, served_write),
        ("kontor_operator", operator, "true", "true"),
        ("kontor_public", public, "false", anybody),
    ]
    statements = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"]
    for role, commands, using, check in rules:
        for command in commands.split():
            statements.append(_policy(table, role, command, using, check))
            statements.append(f"GRANT {command} ON {table} TO {role};")
    return migrations.RunSQL("\n".join(statements), _undo(table))


def _policy(table: str, role: str, command: str, using: str, check: str) -> str:
    """One policy for one command; reading asks `using`, writing asks `check` of the old and the new row."""
    clauses = {
        "SELECT": f"USING ({using})",
        "INSERT": f"WITH CHECK ({check})",
        "UPDATE": f"USING ({check}) WITH CHECK ({check})",
        "DELETE": f"USING ({check})",
    }
    name = f"{role.removeprefix('kontor_')}_{command.lower()}"
    return f"CREATE POLICY {name} ON {table} FOR {command} TO {role} {clauses[command]};"


def _undo(table: str) -> str:
    return f"""
        REVOKE ALL ON {table} FROM {", ".join(ROLES)};
        DO $$ DECLARE p name; BEGIN
          FOR p IN SELECT polname FROM pg_policy WHERE polrelid = '{table}'::regclass LOOP
            EXECUTE format('DROP POLICY %I ON {table}', p);
          END LOOP;
        END $$;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """  # noqa: S608 - the table's name comes from a migration


def personal_table(
    table: str, *, user: str = "user_id", commands: Commands = "SELECT UPDATE DELETE"
) -> migrations.RunSQL:
    """Rows of one person, such as an inbox: each reads and marks their own; system jobs write them."""
    mine = f"{user} = kontor_user()"
    statements = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"]
    for role in ("kontor_member", "kontor_partner"):
        for command in commands.split():
            statements.append(_policy(table, role, command, mine, mine))
            statements.append(f"GRANT {command} ON {table} TO {role};")
    for command in ("SELECT", "INSERT", "UPDATE", "DELETE"):
        statements.append(_policy(table, "kontor_operator", command, "true", "true"))
        statements.append(f"GRANT {command} ON {table} TO kontor_operator;")
    return migrations.RunSQL("\n".join(statements), _undo(table))


def linked_table(table: str, *, through: str, column: str) -> migrations.RunSQL:
    """Rows of nobody, such as machines: read by whoever sees a row of `through` that points at them with `column`.

    Only the operator writes them.
    """
    linked = f"EXISTS (SELECT FROM {through} WHERE {through}.{column} = {table}.id)"
    rules = [("kontor_member", "SELECT", linked), ("kontor_partner", "SELECT", linked)]
    rules += [("kontor_operator", command, "true") for command in ("SELECT", "INSERT", "UPDATE", "DELETE")]
    statements = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"]
    for role, command, condition in rules:
        statements.append(_policy(table, role, command, condition, condition))
        statements.append(f"GRANT {command} ON {table} TO {role};")
    return migrations.RunSQL("\n".join(statements), _undo(table))


def token_table(
    table: str, *, token: str, insert: str = "", update: Sequence[str] = (), become: str = "true"
) -> migrations.RunSQL:
    """Let whoever is not signed in read, and change some columns of, the row whose token they bear.

    `token` is the condition that a row meets; `insert` the one that a new row does, which anybody may add (none when
    empty); `become` what a changed row must be. Comes after `tenant_table`.
    """
    statements = [
        f"CREATE POLICY bearer_select ON {table} FOR SELECT TO kontor_public USING ({token});",
        f"GRANT SELECT ON {table} TO kontor_public;",
    ]
    if insert:
        statements.append(
            f"CREATE POLICY bearer_insert ON {table} FOR INSERT TO kontor_public WITH CHECK ({insert});"
        )
        statements.append(f"GRANT INSERT ON {table} TO kontor_public;")
    if update:
        statements.append(
            f"CREATE POLICY bearer_update ON {table} FOR UPDATE TO kontor_public"
            f" USING ({token}) WITH CHECK (({token}) AND ({become}));"
        )
        statements.append(f"GRANT UPDATE ({', '.join(update)}) ON {table} TO kontor_public;")
    return migrations.RunSQL(
        "\n".join(statements),
        f"""REVOKE ALL ON {table} FROM kontor_public;
            DROP POLICY IF EXISTS bearer_select ON {table}; DROP POLICY IF EXISTS bearer_insert ON {table};
            DROP POLICY IF EXISTS bearer_update ON {table};""",
    )


def shared_table(*tables: str, public: bool = True) -> migrations.RunSQL:
    """Master data: everyone reads (`public=False`: not without signing in), only the operator writes."""
    readers = ", ".join(role for role in ROLES if public or role != "kontor_public")
    return migrations.RunSQL(
        "\n".join(
            f"GRANT SELECT ON {t} TO {readers}; GRANT INSERT, UPDATE, DELETE ON {t} TO kontor_operator;"
            for t in tables
        ),
        "\n".join(f"REVOKE ALL ON {t} FROM {', '.join(ROLES)};" for t in tables),
    )


def update_only(table: str, role: str, *columns: str) -> migrations.RunSQL:
    """Narrow a role's right to update a table down to some columns; locking a row needs the right to one of them."""
    return migrations.RunSQL(
        f"REVOKE UPDATE ON {table} FROM {role}; GRANT UPDATE ({', '.join(columns)}) ON {table} TO {role};",
        f"GRANT UPDATE ON {table} TO {role};",
    )


def login_table(*tables: str) -> migrations.RunSQL:
    """Credentials and sessions: needed by every role and, before the scope is known, by the login role."""
    everyone = ", ".join((LOGIN, *ROLES))
    return migrations.RunSQL(
        "\n".join(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {t} TO {everyone};" for t in tables),
        "\n".join(f"REVOKE ALL ON {t} FROM {everyone};" for t in tables),
    )


def credential_table(table: str, *, user: str = "user_id") -> migrations.RunSQL:
    """Second factors: each person's own. Whoever is about to sign in is nobody yet, and uses any, but adds none."""
    mine, signing_in = f"{user} = kontor_user()", "kontor_user() IS NULL"
    statements = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"]
    for role in ROLES:
        for command in ("SELECT", "INSERT", "UPDATE", "DELETE"):
            if role == "kontor_operator":
                rule = "true"
            elif role == "kontor_public" and command in ("SELECT", "UPDATE"):
                rule = f"{signing_in} OR {mine}"
            else:
                rule = mine
            statements.append(_policy(table, role, command, rule, rule))
        statements.append(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {role};")
    return migrations.RunSQL("\n".join(statements), _undo(table))


def composite_foreign_key(
    table: str,
    column: str,
    parent: str,
    *,
    company: str = "company_id",
    on_delete: Literal["", "CASCADE", "SET NULL"] = "",
) -> migrations.RunSQL:
    """Tie `(company, column)` of a child to `(company_id, id)` of its parent.

    A plain foreign key ignores row security, so that a child could hang on another company's parent. The Django
    field has `db_constraint=False`, unless `company_id` may be null. `company` names the column, in both tables.
    """
    name, unique = f"{table}_{column}_company_fk", f"{parent}_{company}_id"
    action = {"": "", "CASCADE": "ON DELETE CASCADE", "SET NULL": f"ON DELETE SET NULL ({column})"}[on_delete]
    return migrations.RunSQL(
        f"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = '{unique}') THEN
            ALTER TABLE {parent} ADD CONSTRAINT {unique} UNIQUE ({company}, id);
          END IF;
        END $$;
        ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({company}, {column})
          REFERENCES {parent} ({company}, id) {action} DEFERRABLE INITIALLY DEFERRED;
        """,
        f"ALTER TABLE {table} DROP CONSTRAINT {name};",
    )
