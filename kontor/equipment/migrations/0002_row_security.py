"""A machine is seen by who holds it, what happens with it by the holding company and the partner that handles it."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, linked_table, tenant_table, update_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("equipment", "0001_initial"), ("companies", "0002_row_security")]
    operations: ClassVar = [
        tenant_table(
            "equipment_holding", member="SELECT INSERT UPDATE", partner="SELECT UPDATE", partner_by="partner"
        ),
        update_only("equipment_holding", "kontor_member", "reference", "keywords", "location", "site_id"),
        update_only("equipment_holding", "kontor_partner", "handled_by_id"),
        linked_table("equipment_machine", through="equipment_holding", column="machine_id"),
        tenant_table("equipment_meter", member="SELECT UPDATE", partner_by="partner"),
        update_only("equipment_meter", "kontor_member", "last_value", "last_on"),
        tenant_table(
            "equipment_reading", member="SELECT INSERT", operator="SELECT INSERT", partner_by="partner"
        ),
        tenant_table("equipment_assignment", member="SELECT INSERT DELETE", partner=""),
        composite_foreign_key("equipment_holding", "registered_by_id", "companies_member"),
        composite_foreign_key("equipment_holding", "site_id", "companies_address", on_delete="SET NULL"),
        composite_foreign_key("equipment_meter", "holding_id", "equipment_holding"),
        composite_foreign_key("equipment_reading", "meter_id", "equipment_meter"),
        composite_foreign_key("equipment_reading", "member_id", "companies_member"),
        composite_foreign_key("equipment_assignment", "holding_id", "equipment_holding", on_delete="CASCADE"),
        composite_foreign_key("equipment_assignment", "member_id", "companies_member", on_delete="CASCADE"),
    ]
