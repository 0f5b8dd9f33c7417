"""A registration is read by whoever bears its token, by the operator, and by the company that it wants to join."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import tenant_table, token_table, update_only

OWN = "id = (SELECT registration_id FROM onboarding_proof WHERE token_hash = kontor_token())"

BEARER = "token_hash = kontor_token()"

# Steps of the form, and what the applicant decides afterwards; whether they get in is not among it.
FILLED_IN = (
    "status", "language", "kind", "title", "first_name", "last_name", "phone", "knows_colleague", "colleague_email",
    "company_name", "country", "organisation_number", "vat_number", "street", "postcode", "city", "invoice_email",
    "areas", "serials", "customer_number", "terms_id", "terms_accepted_at", "sent_at", "proven_at", "saved_at", "answer",
)  # fmt: skip

PROOF = """
ALTER TABLE onboarding_proof ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_select ON onboarding_proof FOR SELECT TO kontor_public USING (token_hash = kontor_token());
CREATE POLICY public_insert ON onboarding_proof FOR INSERT TO kontor_public WITH CHECK (true);
CREATE POLICY public_update ON onboarding_proof FOR UPDATE TO kontor_public
  USING (token_hash = kontor_token()) WITH CHECK (token_hash = kontor_token());
GRANT SELECT, INSERT, UPDATE ON onboarding_proof TO kontor_public;
CREATE POLICY operator_select ON onboarding_proof FOR SELECT TO kontor_operator USING (true);
CREATE POLICY operator_insert ON onboarding_proof FOR INSERT TO kontor_operator WITH CHECK (true);
CREATE POLICY operator_update ON onboarding_proof FOR UPDATE TO kontor_operator USING (true) WITH CHECK (true);
CREATE POLICY operator_delete ON onboarding_proof FOR DELETE TO kontor_operator USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_proof TO kontor_operator;
"""
NO_PROOF = """
REVOKE ALL ON onboarding_proof FROM kontor_public, kontor_operator;
DROP POLICY public_select ON onboarding_proof; DROP POLICY public_insert ON onboarding_proof;
DROP POLICY public_update ON onboarding_proof; DROP POLICY operator_select ON onboarding_proof;
DROP POLICY operator_insert ON onboarding_proof; DROP POLICY operator_update ON onboarding_proof;
DROP POLICY operator_delete ON onboarding_proof;
ALTER TABLE onboarding_proof DISABLE ROW LEVEL SECURITY;
"""

# Strangers and companies need not know whom we trust.
RULES = """
ALTER TABLE onboarding_activationrule ENABLE ROW LEVEL SECURITY;
CREATE POLICY operator_select ON onboarding_activationrule FOR SELECT TO kontor_operator USING (true);
CREATE POLICY operator_insert ON onboarding_activationrule FOR INSERT TO kontor_operator WITH CHECK (true);
CREATE POLICY operator_update ON onboarding_activationrule FOR UPDATE TO kontor_operator USING (true) WITH CHECK (true);
CREATE POLICY operator_delete ON onboarding_activationrule FOR DELETE TO kontor_operator USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_activationrule TO kontor_operator;
"""
NO_RULES = """
REVOKE ALL ON onboarding_activationrule FROM kontor_operator;
DROP POLICY operator_select ON onboarding_activationrule; DROP POLICY operator_insert ON onboarding_activationrule;
DROP POLICY operator_update ON onboarding_activationrule; DROP POLICY operator_delete ON onboarding_activationrule;
ALTER TABLE onboarding_activationrule DISABLE ROW LEVEL SECURITY;
"""

# Whoever is stuck writes once and reads nothing; what a partner is given, it reads. The rest is the operator's.
CONTACT = """
ALTER TABLE onboarding_contactmessage ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_insert ON onboarding_contactmessage FOR INSERT TO kontor_public
  WITH CHECK (status = 'waiting' AND number = '' AND partner_id IS NULL AND handled_by_id IS NULL AND answer = '');
GRANT INSERT ON onboarding_contactmessage TO kontor_public;
CREATE POLICY partner_select ON onboarding_contactmessage FOR SELECT TO kontor_partner
  USING (partner_id = kontor_partner());
CREATE POLICY partner_update ON onboarding_contactmessage FOR UPDATE TO kontor_partner
  USING (partner_id = kontor_partner()) WITH CHECK (partner_id = kontor_partner());
GRANT SELECT, UPDATE (handled_by_id) ON onboarding_contactmessage TO kontor_partner;
CREATE POLICY operator_select ON onboarding_contactmessage FOR SELECT TO kontor_operator USING (true);
CREATE POLICY operator_insert ON onboarding_contactmessage FOR INSERT TO kontor_operator WITH CHECK (true);
CREATE POLICY operator_update ON onboarding_contactmessage FOR UPDATE TO kontor_operator USING (true) WITH CHECK (true);
CREATE POLICY operator_delete ON onboarding_contactmessage FOR DELETE TO kontor_operator USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON onboarding_contactmessage TO kontor_operator;
ALTER TABLE onboarding_contactpicture ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_insert ON onboarding_contactpicture FOR INSERT TO kontor_public WITH CHECK (true);
GRANT INSERT ON onboarding_contactpicture TO kontor_public;
CREATE POLICY partner_select ON onboarding_contactpicture FOR SELECT TO kontor_partner
  USING (message_id IN (SELECT id FROM onboarding_contactmessage));
GRANT SELECT ON onboarding_contactpicture TO kontor_partner;
CREATE POLICY operator_select ON onboarding_contactpicture FOR SELECT TO kontor_operator USING (true);
CREATE POLICY operator_insert ON onboarding_contactpicture FOR INSERT TO kontor_operator WITH CHECK (true);
CREATE POLICY operator_delete ON onboarding_contactpicture FOR DELETE TO kontor_operator USING (true);
GRANT SELECT, INSERT, DELETE ON onboarding_contactpicture TO kontor_operator;
"""
NO_CONTACT = """
REVOKE ALL ON onboarding_contactmessage, onboarding_contactpicture FROM kontor_public, kontor_partner, kontor_operator;
DO $$ DECLARE p record; BEGIN
  FOR p IN SELECT polname, polrelid::regclass AS of FROM pg_policy
    WHERE polrelid IN ('onboarding_contactmessage'::regclass, 'onboarding_contactpicture'::regclass) LOOP
    EXECUTE format('DROP POLICY %I ON %s', p.polname, p.of);
  END LOOP;
END $$;
ALTER TABLE onboarding_contactmessage DISABLE ROW LEVEL SECURITY;
ALTER TABLE onboarding_contactpicture DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("onboarding", "0001_initial"), ("companies", "0002_row_security")]
    operations: ClassVar = [
        migrations.RunSQL(PROOF, NO_PROOF),
        migrations.RunSQL(RULES, NO_RULES),
        migrations.RunSQL(CONTACT, NO_CONTACT),
        # What becomes of an invitation by its link is made by the system, once the link is found good.
        tenant_table(
            "onboarding_companyinvitation", member="", partner="SELECT INSERT UPDATE", partner_by="partner"
        ),
        update_only(
            "onboarding_companyinvitation",
            "kontor_partner",
            "handled_by_id",
            "status",
            "token_hash",
            "sent_at",
            "expires_at",
            "closed_at",
        ),
        token_table("onboarding_companyinvitation", token=BEARER),
        tenant_table("onboarding_legacyaccount", member="", partner=""),
        token_table("onboarding_legacyaccount", token=BEARER),
        tenant_table("onboarding_registration", partner="SELECT UPDATE", partner_by="partner"),
        update_only("onboarding_registration", "kontor_partner", "handled_by_id"),
        token_table(
            "onboarding_registration",
            token=OWN,
            insert="status = 'draft' AND company_id IS NULL AND partner_id IS NULL",
            update=FILLED_IN,
            become="status IN ('draft', 'unproven', 'waiting', 'asked', 'withdrawn')",
        ),
    ]
