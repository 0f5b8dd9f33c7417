"""A batch is its owner's; the operator's staff and jobs run as the operator."""

from typing import ClassVar

from django.db import migrations

MINE = "user_id = kontor_user()"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("desk", "0001_initial"), ("kit", "0001_scope")]
    operations: ClassVar = [
        migrations.RunSQL(
            f"""
            ALTER TABLE desk_batch ENABLE ROW LEVEL SECURITY;
            CREATE POLICY partner_select ON desk_batch FOR SELECT TO kontor_partner USING ({MINE});
            CREATE POLICY partner_insert ON desk_batch FOR INSERT TO kontor_partner WITH CHECK ({MINE});
            CREATE POLICY partner_update ON desk_batch FOR UPDATE TO kontor_partner USING ({MINE}) WITH CHECK ({MINE});
            CREATE POLICY operator_select ON desk_batch FOR SELECT TO kontor_operator USING (true);
            CREATE POLICY operator_insert ON desk_batch FOR INSERT TO kontor_operator WITH CHECK (true);
            CREATE POLICY operator_update ON desk_batch FOR UPDATE TO kontor_operator USING (true) WITH CHECK (true);
            GRANT SELECT, INSERT, UPDATE ON desk_batch TO kontor_partner, kontor_operator;
            """,
            """
            REVOKE ALL ON desk_batch FROM kontor_partner, kontor_operator;
            DROP POLICY partner_select ON desk_batch;
            DROP POLICY partner_insert ON desk_batch;
            DROP POLICY partner_update ON desk_batch;
            DROP POLICY operator_select ON desk_batch;
            DROP POLICY operator_insert ON desk_batch;
            DROP POLICY operator_update ON desk_batch;
            ALTER TABLE desk_batch DISABLE ROW LEVEL SECURITY;
            """,
        ),
    ]
