"""The net beneath the queries: what PostgreSQL itself refuses, table by table and role by role."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any, Final

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from kontor.accounts.models import User
from kontor.catalogue.models import PriceList, Product
from kontor.companies.models import Company, Member
from kontor.journal.models import Entry
from kontor.kit.rowsecurity import ROLES
from kontor.kit.scope import PUBLIC, Scope, acting_in
from kontor.partners.models import Staff
from kontor.shopping.models import CartLine
from tests.cast import STAGE
from tests.furnishing import furnish

pytestmark = pytest.mark.django_db

# Tables without row security that a role may read, and why that is right.
SHARED: Final = {
    "kontor_cache": "counters under hashed keys; keys of tenant data contain the scope",
    "kit_numberseries": "running numbers, no company in them",
    "django_session": "read before the scope is known; found only by its secret key",
    "accounts_user": "credentials, read before the scope is known; names belong to the member",
    "account_emailaddress": "as accounts_user",
    "account_emailconfirmation": "as accounts_user",
    "django_content_type": "names of models",
    "auth_permission": "names of models",
    "django_admin_log": "what the operator changed in its master data",
    "django_migrations": "names of migrations, for /readyz",
    "partners_operator": "our side, the same for everyone",
    "partners_sellingentity": "our side, the same for everyone",
    "partners_productarea": "our side, the same for everyone",
    "partners_partner": "our side, the same for everyone",
    "partners_partnerarea": "our side, the same for everyone",
    "partners_terms": "our side, the same for everyone",
    "partners_shippingrate": "our side, the same for everyone",
    "partners_staff": "whom customers call",
    "partners_team": "our side's alone, no company in it",
    "partners_absence": "our side's alone, no company in it",
    "partners_retention": "how long which kind of data is kept, the same for everyone",
    "companies_customergroup": "names of groups; who is in one stands on the company",
    "knowledge_helptopic": "help is for everyone",
    "knowledge_helppage": "help is for everyone",
    "knowledge_helpversion": "help is for everyone",
    "catalogue_category": "the range, the same for everyone",
    "catalogue_product": "the range, the same for everyone",
    "catalogue_articlenumber": "the range, the same for everyone",
    "catalogue_stock": "the range, the same for everyone",
}

MAY_LACK_A_COMPANY: Final = {
    "catalogue_price", "catalogue_pricelist", "journal_entry", "notifications_notification", "notifications_mail",
    "onboarding_registration", "onboarding_companyinvitation",
}  # fmt: skip


def ask(sql: str, *params: Any) -> list[tuple[Any, ...]]:
    """Rows of a statement asked as the owner, whom row security does not bind."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def tenant_tables() -> list[str]:
    """Tables with a `company_id`, and the company itself."""
    return [
        table
        for (table,) in ask(
            """SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
               WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                 AND (a.attname = 'company_id' OR c.relname = 'companies_company') ORDER BY 1"""
        )
    ]


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_readable_table_has_policies_or_a_reason() -> None:
    readable = ask(
        """SELECT c.relname, c.relrowsecurity FROM pg_class c
           WHERE c.relkind IN ('r', 'v', 'm', 'p') AND c.relnamespace = 'public'::regnamespace
             AND EXISTS (SELECT FROM unnest(%s::text[]) AS role WHERE has_table_privilege(role, c.oid, 'SELECT'))""",
        [*ROLES, "kontor_app"],
    )
    jobs = {table for table, _secured in readable if table.startswith("procrastinate_")}
    open_to_all = {table for table, secured in readable if not secured} - jobs
    assert open_to_all == set(SHARED)
    assert {table for table, secured in readable if secured} >= set(tenant_tables())


@pytest.mark.django_db(databases=["default", "owner"])
def test_only_the_login_role_reads_the_jobs() -> None:
    assert ask(
        """SELECT DISTINCT role FROM pg_class c, unnest(%s::text[]) AS role
           WHERE c.relname LIKE 'procrastinate\\_%%' AND c.relkind = 'r' AND has_table_privilege(role, c.oid, 'SELECT')""",
        [*ROLES, "kontor_app"],
    ) == [("kontor_app",)]


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_policy_stands_for_each_right() -> None:
    for table in tenant_tables():
        for role in ROLES:
            for command in ("SELECT", "INSERT", "UPDATE", "DELETE"):
                asked = "has_table_privilege" if command == "DELETE" else "has_any_column_privilege"
                (granted,) = ask(f"SELECT {asked}(%s, %s, %s)", role, table, command)[0]
                (policies,) = ask(
                    "SELECT count(*) FROM pg_policies WHERE tablename = %s AND %s = ANY (roles) AND cmd = %s",
                    table, role, command,
                )[0]  # fmt: skip
                assert (policies == 1) == granted, f"{table}: {role} {command}"


@pytest.mark.django_db(databases=["default", "owner"])
def test_company_is_never_null_but_where_it_may_be() -> None:
    nullable = ask(
        """SELECT table_name FROM information_schema.columns
           WHERE table_schema = 'public' AND column_name = 'company_id' AND is_nullable = 'YES'"""
    )
    assert {table for (table,) in nullable} == MAY_LACK_A_COMPANY


@pytest.mark.django_db(databases=["default", "owner"])
def test_children_are_tied_to_parents_of_the_same_company() -> None:
    """Between two tables of companies' rows every foreign key has the company in it, or a composite one beside it."""
    tables = [table for table in tenant_tables() if table != "companies_company"]
    plain, composite = set(), set()
    for child, parent, columns in ask(
        """SELECT conrelid::regclass::text, confrelid::regclass::text,
                  (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey))
             FROM pg_constraint WHERE contype = 'f'"""
    ):
        if child in tables and parent in tables:
            if {"company_id", "audience"} & set(columns):
                composite |= {
                    (child, parent, column) for column in columns if column not in ("company_id", "audience")
                }
            else:
                plain |= {(child, parent, column) for column in columns}
    assert plain <= composite
    from django.apps import apps

    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.remote_field and model._meta.db_table in tables:
                parent = field.remote_field.model._meta.db_table
                if parent in tables:
                    assert (model._meta.db_table, parent, field.column) in composite


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_journal_is_only_appended() -> None:
    for role in [*ROLES, "kontor_app"]:
        for command in ("UPDATE", "DELETE", "TRUNCATE"):
            assert ask("SELECT has_table_privilege(%s, 'journal_entry', %s)", role, command) == [(False,)]


def test_a_forgotten_scope_is_refused_loudly(anna: Member) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        list(Company.objects.all())


def test_the_outer_scope_holds_again(anna: Member, claudia: Member) -> None:
    with acting_in(anna):
        with acting_in(claudia):
            assert [company.name for company in Company.objects.all()] == ["Rheintal Metallbau GmbH"]
        assert [company.name for company in Company.objects.all()] == ["Fjordbygg AS"]
        with pytest.raises(ZeroDivisionError), acting_in(claudia):
            raise ZeroDivisionError
        assert [company.name for company in Company.objects.all()] == ["Fjordbygg AS"]


def written_columns(table: str) -> list[str]:
    """The columns of a table but those that PostgreSQL computes."""
    return [
        column
        for (column,) in ask(
            """SELECT attname FROM pg_attribute
               WHERE attrelid = %s::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped""",
            table,
        )
    ]


@contextmanager
def refused() -> Iterator[None]:
    """PostgreSQL refuses, either by a missing right or by a policy."""
    with pytest.raises(DatabaseError, match=r"permission denied|row-level security"), transaction.atomic():
        yield


@contextmanager
def denied_as_permission_error() -> Iterator[None]:
    """A right that the role does not have at all is as good as a row that it does not see."""
    try:
        yield
    except DatabaseError as error:
        if not re.search("permission denied|row-level security", str(error)):
            raise
        raise PermissionError from error


def everything_foreign_is_closed(scope: Scope, rows: dict[str, str]) -> None:
    """In `scope` no row can be seen, changed or removed, and none like it be added."""
    stored = {}
    with acting_in(STAGE), connection.cursor() as cursor:
        for table, key in rows.items():
            cursor.execute(f"SELECT to_jsonb(t) FROM {table} t WHERE id = %s", [key])
            (row,) = cursor.fetchone()
            stored[table] = json.loads(row) if isinstance(row, str) else row
    for table, key in rows.items():
        with acting_in(scope), connection.cursor() as cursor:
            for statement in (
                f"SELECT 1 FROM {table} WHERE id = %s",
                f"UPDATE {table} SET id = id WHERE id = %s",
                f"DELETE FROM {table} WHERE id = %s",
            ):
                with suppress(PermissionError), denied_as_permission_error(), transaction.atomic():
                    cursor.execute(statement, [key])
                    assert cursor.rowcount == 0, f"{scope.role}: {statement}"
            if scope.role == "kontor_public" and table == "journal_entry":
                continue  # anonymous requests append to the journal
            fresh = stored[table] | {
                "id": "00000000-0000-4000-8000-00000000abcd" if "-" in key else 987_654_321
            }
            with refused():
                columns = ", ".join(f'"{column}"' for column in written_columns(table))
                cursor.execute(
                    f"INSERT INTO {table} ({columns})"
                    f" SELECT {columns} FROM jsonb_populate_record(NULL::{table}, %s::jsonb)",
                    [json.dumps(fresh)],
                )


@pytest.mark.django_db(databases=["default", "owner"])
def test_no_role_touches_what_is_foreign(
    anna: Member, claudia: Member, petra: Staff, stefan: Staff, products: dict[str, Product]
) -> None:
    product = products["HI-440718"]
    fjordbygg, rheintal = furnish(anna, product), furnish(claudia, product)
    assert set(rheintal) == set(tenant_tables()), "furnish() needs a row for each table"
    everything_foreign_is_closed(anna.scope, rheintal)
    everything_foreign_is_closed(claudia.scope, fjordbygg)
    everything_foreign_is_closed(petra.scope, rheintal)
    everything_foreign_is_closed(stefan.scope, fjordbygg)
    everything_foreign_is_closed(PUBLIC, rheintal)


@pytest.mark.django_db(databases=["default", "owner"])
def test_nobody_moves_a_row_to_another_company(
    anna: Member, claudia: Member, petra: Staff, products: dict[str, Product]
) -> None:
    rows = furnish(anna, products["HI-440718"])
    foreign = claudia.company_id
    for person in (anna, petra):
        for table, key in rows.items():
            column = "id" if table == "companies_company" else "company_id"
            with (
                acting_in(person),
                connection.cursor() as cursor,
                suppress(PermissionError),
                denied_as_permission_error(),
                transaction.atomic(),
            ):
                cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [foreign, key])
                assert cursor.rowcount == 0, f"{person}: {table}"


def test_nobody_writes_the_journal_in_anothers_name(anna: Member, bjorn: Member, claudia: Member) -> None:
    for forged in ({"user_id": bjorn.user_id}, {"user_id": anna.user_id, "company_id": claudia.company_id}):
        values = {"company_id": anna.company_id} | forged
        with acting_in(anna), refused():
            Entry.objects.create(
                at=timezone.now(), verb="order.placed", subject="order", subject_id="1", **values
            )


def test_a_person_changes_nothing_of_an_account_but_password_and_language(anna: Member) -> None:
    with acting_in(anna):
        User.objects.filter(pk=anna.user_id).update(language="de")
        for change in ({"is_active": False}, {"email": "x@y.example"}):
            with refused():
                User.objects.filter(pk=anna.user_id).update(**change)


def test_a_child_cannot_hang_on_another_companys_parent(
    anna: Member, claudia: Member, products: dict[str, Product]
) -> None:
    foreign_cart = int(furnish(claudia, products["HI-440718"])["shopping_cart"])
    with acting_in(anna), connection.cursor() as cursor:
        CartLine.objects.create(
            company=anna.company, cart_id=foreign_cart, product=products["HI-512045"], quantity=1
        )
        with pytest.raises(DatabaseError, match="foreign key"), transaction.atomic():
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        CartLine.objects.all().delete()


def test_prices_of_a_group_are_read_by_its_companies_only(
    anna: Member, claudia: Member, petra: Staff, stefan: Staff
) -> None:
    with acting_in(STAGE):
        group = anna.company.group
        assert group is not None
        assert claudia.company.group_id != group.pk
        price_list = PriceList.objects.create(
            code="GROUP", name="Group", kind="group", rank=30, currency="NOK", group=group
        )
    for person, sees in ((anna, True), (claudia, False), (petra, True), (stefan, False)):
        with acting_in(person):
            assert PriceList.objects.filter(pk=price_list.pk).exists() == sees, person


def test_a_price_is_for_whom_its_list_is_for(anna: Member, products: dict[str, Product]) -> None:
    """Otherwise a contract price without a company could be read by all."""
    with acting_in(STAGE), connection.cursor() as cursor:
        price_list = PriceList.objects.create(
            code="C", name="C", kind="contract", rank=10, currency="NOK", company=anna.company
        )
        price = price_list.prices.create(
            product=products["HI-440718"], company=None, valid_from="2026-01-01", amount=Decimal(1)
        )
        with pytest.raises(DatabaseError, match="foreign key"), transaction.atomic():
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        price.delete()


def test_a_person_is_staff_or_member_never_both(anna: Member, petra: Staff) -> None:
    with acting_in(STAGE), transaction.atomic(), pytest.raises(DatabaseError, match="never both"):
        Staff.objects.create(user=anna.user, role=Staff.Role.SALES, first_name="A", last_name="H")
    with acting_in(STAGE), transaction.atomic(), pytest.raises(DatabaseError, match="never both"):
        Member.objects.create(
            company=anna.company, user=petra.user, first_name="P", last_name="L", roles=["reader"]
        )


def test_only_the_login_role_asks_for_memberships(anna: Member) -> None:
    with acting_in(anna), refused(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kontor_scope_of(%s)", [anna.user_id])
