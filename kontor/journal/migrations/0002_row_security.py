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
    ]
