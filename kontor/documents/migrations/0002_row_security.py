"""A company's files; partner staff see and add those of what the partner handles, and keep some among staff."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import tenant_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("documents", "0001_initial"), ("companies", "0002_row_security")]
    operations: ClassVar = [
        tenant_table(
            "documents_document",
            member="SELECT INSERT",
            partner="SELECT INSERT",
            partner_by="partner",
            member_where="NOT staff_only",
        ),
    ]
