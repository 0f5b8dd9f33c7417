"""Appended by everyone, read by those it concerns, changed by nobody."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import tenant_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("journal", "0001_initial")]
    operations: ClassVar = [
        tenant_table(
            "journal_entry",
            member="SELECT INSERT",
            partner="SELECT INSERT",
            operator="SELECT INSERT",
            public="INSERT",
            partner_by="partner",
            own_by="user_id",
        ),
        migrations.RunSQL(
            """
            -- The one thing that the journal forgets, once the operator's period for it is over; nobody may delete otherwise.
            CREATE FUNCTION kontor_forget_refusals(until timestamptz) RETURNS bigint
            LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
              WITH gone AS (DELETE FROM journal_entry
                WHERE verb = 'access.refused' AND at <= least(until, now() - interval '30 days') RETURNING 1)
              SELECT count(*) FROM gone
            $$;
            REVOKE ALL ON FUNCTION kontor_forget_refusals(timestamptz) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION kontor_forget_refusals(timestamptz) TO kontor_operator;
            """,
            "DROP FUNCTION kontor_forget_refusals(timestamptz)",
        ),
    ]
