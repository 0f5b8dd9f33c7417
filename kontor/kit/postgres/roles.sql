-- The roles of a Kontor installation, for the whole server; a superuser runs this once (or again: nothing changes).
-- Migrations do not make roles. After it: ALTER ROLE kontor_owner PASSWORD '…'; ALTER ROLE kontor_app PASSWORD '…';
--
--   kontor_owner      owns database and tables; migrations, dump and restore
--   kontor_app        what web and jobs log in as; owns nothing, inherits nothing
--   kontor_member, kontor_partner, kontor_operator, kontor_public
--                     what a transaction becomes, by who looks; row security decides by them
--
-- Plain GRANTs followed by ALTER ROLE … NOINHERIT would let kontor_app see everything: the inheritance belongs
-- to the membership, since PostgreSQL 16.

DO $$
DECLARE wanted name;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['kontor_owner', 'kontor_app', 'kontor_member', 'kontor_partner',
                                'kontor_operator', 'kontor_public']::name[] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
    END IF;
  END LOOP;
END $$;

ALTER ROLE kontor_owner LOGIN CREATEDB NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
ALTER ROLE kontor_app LOGIN NOINHERIT NOCREATEDB NOCREATEROLE NOSUPERUSER NOBYPASSRLS;
GRANT kontor_member, kontor_partner, kontor_operator, kontor_public TO kontor_app WITH INHERIT FALSE, SET TRUE;
