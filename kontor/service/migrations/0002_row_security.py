"""Cases are a company's own and its partner's; what was written is never changed, and notes are for staff."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, tenant_table, update_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("service", "0001_initial"), ("equipment", "0002_row_security")]
    operations: ClassVar = [
        tenant_table(
            "service_case",
            member="SELECT INSERT UPDATE",
            partner="SELECT INSERT UPDATE",
            partner_by="partner",
        ),
        update_only("service_case", "kontor_member", "status", "last_at", "solved_at", "contact_id"),
        update_only("service_case", "kontor_partner", "status", "last_at", "solved_at", "handled_by_id"),
        tenant_table(
            "service_message",
            member="SELECT INSERT",
            partner="SELECT INSERT",
            operator="SELECT INSERT",
            partner_by="partner",
            member_where="NOT note",
        ),
        composite_foreign_key("service_case", "holding_id", "equipment_holding"),
        composite_foreign_key("service_case", "opened_by_id", "companies_member"),
        composite_foreign_key("service_case", "contact_id", "companies_member"),
        composite_foreign_key("service_message", "case_id", "service_case"),
        composite_foreign_key("service_message", "member_id", "companies_member"),
    ]
