"""Who sees which company, and which companies a person belongs to."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import (
    composite_foreign_key,
    personal_table,
    shared_table,
    tenant_table,
    token_table,
    update_only,
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("companies", "0001_initial"), ("partners", "0002_rights")]
    operations: ClassVar = [
        shared_table("companies_customergroup", public=False),
        tenant_table("companies_company", company="id"),
        tenant_table("companies_companyrole", member="SELECT INSERT UPDATE DELETE"),
        tenant_table("companies_member", member="SELECT INSERT UPDATE"),
        tenant_table("companies_address", member="SELECT INSERT UPDATE DELETE"),
        tenant_table("companies_contact", member="SELECT INSERT UPDATE DELETE"),
        tenant_table("companies_change", member="SELECT INSERT", operator="SELECT INSERT DELETE"),
        tenant_table(
            "companies_relationship", member="SELECT INSERT", partner="SELECT UPDATE", partner_by="partner"
        ),
        update_only("companies_relationship", "kontor_partner", "handled_by_id"),
        tenant_table("companies_changereview", member="", partner="SELECT UPDATE", partner_by="partner"),
        update_only("companies_changereview", "kontor_partner", "handled_by_id"),
        tenant_table("companies_invitation", member="SELECT INSERT UPDATE", partner=""),
        token_table("companies_invitation", token="token_hash = kontor_token()"),  # noqa: S106
        composite_foreign_key("companies_member", "own_role_id", "companies_companyrole"),
        composite_foreign_key("companies_member", "site_id", "companies_address"),
        composite_foreign_key("companies_invitation", "own_role_id", "companies_companyrole"),
        composite_foreign_key("companies_invitation", "site_id", "companies_address"),
        composite_foreign_key("companies_contact", "member_id", "companies_member", on_delete="SET NULL"),
        composite_foreign_key("companies_relationship", "requested_by_id", "companies_member"),
        composite_foreign_key("companies_relationship", "ended_by_id", "companies_member"),
        personal_table("companies_erasure", commands="SELECT"),
        composite_foreign_key("companies_invitation", "invited_by_id", "companies_member"),
        migrations.RunSQL(
            """
            -- Asked before the scope is known, so it runs as the owner; only the login role may call it.
            CREATE FUNCTION kontor_scope_of(person bigint)
            RETURNS TABLE (company_id bigint, partner_id bigint, name text, number text, earlier bigint[])
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
              SELECT NULL::bigint, s.partner_id, '', '', NULL::bigint[] FROM partners_staff s WHERE s.user_id = person AND s.is_active
              UNION ALL
              (SELECT m.company_id, NULL::bigint, c.name, c.number, c.earlier FROM companies_member m
                 JOIN companies_company c ON c.id = m.company_id
                WHERE m.user_id = person AND m.is_active AND c.succeeded_by_id IS NULL ORDER BY m.id)
            $$;
            REVOKE ALL ON FUNCTION kontor_scope_of(bigint) FROM PUBLIC;
            GRANT EXECUTE ON FUNCTION kontor_scope_of(bigint) TO kontor_app;
            """,
            "DROP FUNCTION kontor_scope_of(bigint)",
        ),
        migrations.RunSQL(
            """
            -- A person is staff or member, never both. The lock on the account puts two that do it at once in line.
            CREATE FUNCTION kontor_one_side() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
            BEGIN
              PERFORM FROM accounts_user WHERE id = NEW.user_id FOR NO KEY UPDATE;
              IF EXISTS (SELECT FROM partners_staff WHERE user_id = NEW.user_id)
                 AND EXISTS (SELECT FROM companies_member WHERE user_id = NEW.user_id) THEN
                RAISE EXCEPTION 'A person is staff or member, never both.'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'kontor_one_side';
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER one_side AFTER INSERT OR UPDATE OF user_id ON companies_member
              FOR EACH ROW EXECUTE FUNCTION kontor_one_side();
            CREATE TRIGGER one_side AFTER INSERT OR UPDATE OF user_id ON partners_staff
              FOR EACH ROW EXECUTE FUNCTION kontor_one_side();
            """,
            """
            DROP TRIGGER one_side ON companies_member; DROP TRIGGER one_side ON partners_staff;
            DROP FUNCTION kontor_one_side();
            """,
        ),
    ]
