"""Orders are a company's own and its partner's; nobody deletes one."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, tenant_table, update_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [("orders", "0001_initial"), ("catalogue", "0002_row_security")]
    operations: ClassVar = [
        tenant_table(
            "orders_order",
            member="SELECT INSERT",
            partner="SELECT UPDATE",
            operator="SELECT INSERT UPDATE",
            partner_by="partner",
        ),
        tenant_table(
            "orders_orderline",
            member="SELECT INSERT",
            partner="SELECT UPDATE",
            operator="SELECT INSERT UPDATE",
            partner_by="partner",
        ),
        update_only("orders_order", "kontor_partner", "status"),
        update_only("orders_orderline", "kontor_partner", "status", "shipped_on"),
        composite_foreign_key("orders_order", "member_id", "companies_member"),
        composite_foreign_key("orders_order", "site_id", "companies_address", on_delete="SET NULL"),
        composite_foreign_key("orders_orderline", "order_id", "orders_order"),
    ]
