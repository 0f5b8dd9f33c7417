"""What a member is about to order is the company's own."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, tenant_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("shopping", "0001_initial"), ("orders", "0002_row_security")]
    operations: ClassVar = [
        tenant_table(
            "shopping_cart", member="SELECT INSERT UPDATE DELETE", partner="", operator="SELECT DELETE"
        ),
        tenant_table(
            "shopping_cartline", member="SELECT INSERT UPDATE DELETE", partner="", operator="SELECT DELETE"
        ),
        tenant_table(
            "shopping_quickorder", member="SELECT INSERT UPDATE DELETE", partner="", operator="SELECT DELETE"
        ),
        tenant_table(
            "shopping_quickorderline",
            member="SELECT INSERT UPDATE DELETE",
            partner="",
            operator="SELECT DELETE",
        ),
        tenant_table("shopping_placedonce", member="SELECT INSERT", partner="", operator="SELECT DELETE"),
        composite_foreign_key("shopping_cart", "member_id", "companies_member", on_delete="CASCADE"),
        composite_foreign_key("shopping_cartline", "cart_id", "shopping_cart", on_delete="CASCADE"),
        composite_foreign_key("shopping_quickorder", "member_id", "companies_member", on_delete="CASCADE"),
        composite_foreign_key(
            "shopping_quickorderline", "quick_order_id", "shopping_quickorder", on_delete="CASCADE"
        ),
        composite_foreign_key("shopping_placedonce", "order_id", "orders_order", on_delete="CASCADE"),
    ]
