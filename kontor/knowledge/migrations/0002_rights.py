"""Help pages are for everyone."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import shared_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("knowledge", "0001_initial"), ("kit", "0001_scope")]
    operations: ClassVar = [
        shared_table("knowledge_helptopic", "knowledge_helppage", "knowledge_helpversion"),
    ]
