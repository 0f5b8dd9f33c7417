"""Credentials and sessions are needed before the scope is known."""

from typing import ClassVar

from django.db import migrations

from kontor.kit.rowsecurity import credential_table, login_table, personal_table, shared_table, update_only


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("accounts", "0001_initial"),
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations: ClassVar = [
        login_table("accounts_user", "django_session", "account_emailaddress", "account_emailconfirmation"),
        # Accounts are made by the operator's side; a person changes a password and a language, and signs in.
        migrations.RunSQL(
            "REVOKE INSERT, DELETE ON accounts_user FROM kontor_app, kontor_member, kontor_partner, kontor_public",
            "GRANT INSERT, DELETE ON accounts_user TO kontor_app, kontor_member, kontor_partner, kontor_public",
        ),
        *(
            update_only("accounts_user", role, "password", "password_expires_at", "last_login", "language")
            for role in ("kontor_app", "kontor_member", "kontor_partner", "kontor_public")
        ),
        credential_table("mfa_authenticator"),
        credential_table("accounts_devicesession"),
        personal_table("accounts_newemail", commands="SELECT"),
        shared_table("django_content_type", "auth_permission", public=False),
        migrations.RunSQL(
            "GRANT SELECT, INSERT ON django_admin_log TO kontor_operator; "
            "GRANT SELECT ON django_migrations TO kontor_app, kontor_operator;",
            migrations.RunSQL.noop,
        ),
    ]
