"""Products are for everyone, prices for those they are made for."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import composite_foreign_key, shared_table, tenant_table

# Run with the asker's rights: whoever sees a company reads the prices of it and of its group.
AUDIENCES = """
CREATE FUNCTION kontor_audiences() RETURNS bigint[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(audience) FROM (
    SELECT 0::bigint AS audience
    UNION ALL SELECT id FROM companies_company
    UNION ALL (SELECT DISTINCT -group_id FROM companies_company WHERE group_id IS NOT NULL)
  ) AS audiences
$$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("catalogue", "0001_initial"), ("companies", "0002_row_security")]
    operations: ClassVar = [
        shared_table("catalogue_category", "catalogue_product", "catalogue_articlenumber", "catalogue_stock"),
        tenant_table("catalogue_customerarticlenumber", member="SELECT INSERT UPDATE DELETE"),
        migrations.RunSQL(AUDIENCES, "DROP FUNCTION kontor_audiences()"),
        tenant_table("catalogue_pricelist", audience="kontor_audiences"),
        tenant_table("catalogue_price", audience="kontor_audiences"),
        composite_foreign_key(
            "catalogue_price", "list_id", "catalogue_pricelist", company="audience", on_delete="CASCADE"
        ),
    ]
