"""What row security stands on: the scope's settings as functions, extensions, the shared cache table."""

from typing import ClassVar

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION kontor_companies() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT string_to_array(NULLIF(current_setting('kontor.companies', true), ''), ',')::bigint[] $$;
CREATE FUNCTION kontor_company() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('kontor.company', true), '')::bigint $$;
CREATE FUNCTION kontor_partner() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('kontor.partner', true), '')::bigint $$;
CREATE FUNCTION kontor_user() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('kontor.user', true), '')::bigint $$;
CREATE FUNCTION kontor_token() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT NULLIF(current_setting('kontor.token', true), '') $$;
"""

NO_FUNCTIONS = """
DROP FUNCTION kontor_companies(); DROP FUNCTION kontor_company();
DROP FUNCTION kontor_partner(); DROP FUNCTION kontor_user(); DROP FUNCTION kontor_token();
"""

CACHE = """
CREATE TABLE kontor_cache (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
CREATE INDEX kontor_cache_expires ON kontor_cache (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON kontor_cache
  TO kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = []
    operations: ClassVar = [
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS pg_trgm", migrations.RunSQL.noop),
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS unaccent", migrations.RunSQL.noop),
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
        migrations.RunSQL(CACHE, "DROP TABLE kontor_cache"),
        migrations.RunSQL(
            "GRANT USAGE ON SCHEMA public TO kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public",
            migrations.RunSQL.noop,
        ),
        # Sequences carry no rows: whoever may insert may draw a number.
        migrations.RunSQL(
            """ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES
               TO kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public""",
            """ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE USAGE ON SEQUENCES
               FROM kontor_app, kontor_member, kontor_partner, kontor_operator, kontor_public""",
        ),
    ]
