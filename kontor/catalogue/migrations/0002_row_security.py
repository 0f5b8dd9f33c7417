"""Products are for everyone, prices for those they are made for."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, shared_table, tenant_table


class Migration(migrations.Migration):
    dependencies: ClassVar = [("catalogue", "0001_initial"), ("companies", "0002_row_security")]
    operations: ClassVar = [
        shared_table("catalogue_category", "catalogue_product", "catalogue_articlenumber", "catalogue_stock"),
        tenant_table("catalogue_customerarticlenumber", member="SELECT INSERT UPDATE DELETE"),
        tenant_table("catalogue_pricelist", shared_when_null=True),
        tenant_table("catalogue_price", shared_when_null=True),
        composite_foreign_key("catalogue_price", "list_id", "catalogue_pricelist", on_delete="CASCADE"),
    ]
