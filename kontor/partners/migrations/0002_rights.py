"""Our side is read by everyone and written by the operator."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import personal_table, shared_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("partners", "0001_initial")]
    operations: ClassVar = [
        shared_table(
            "partners_operator",
            "partners_sellingentity",
            "partners_productarea",
            "partners_partner",
            "partners_partnerarea",
            "partners_terms",
            "partners_shippingrate",
        ),
        shared_table("partners_staff", "partners_retention", public=False),
        # Teams and absences are our side's alone.
        migrations.RunSQL(
            """GRANT SELECT ON partners_team, partners_absence TO kontor_partner;
               GRANT SELECT, INSERT, UPDATE, DELETE ON partners_team, partners_absence TO kontor_operator""",
            "REVOKE ALL ON partners_team, partners_absence FROM kontor_partner, kontor_operator",
        ),
        personal_table("partners_consent", commands="SELECT INSERT"),
        # Error pages bear the operator's name and lead to its texts even where there is no scope yet.
        migrations.RunSQL(
            "GRANT SELECT ON partners_operator, partners_terms TO kontor_app",
            "REVOKE SELECT ON partners_operator, partners_terms FROM kontor_app",
        ),
    ]
