"""An inbox is its owner's; mail is written by jobs alone."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import personal_table, tenant_table, update_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("notifications", "0001_initial")]
    operations: ClassVar = [
        personal_table("notifications_notification"),
        update_only("notifications_notification", "kontor_member", "read_at"),
        update_only("notifications_notification", "kontor_partner", "read_at"),
        personal_table("notifications_unwantedmail", commands="SELECT INSERT DELETE"),
        tenant_table("notifications_mail", member="", partner=""),
    ]
