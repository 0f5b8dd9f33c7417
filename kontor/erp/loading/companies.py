"""Companies and their addresses: a row per address, the company's columns repeated."""

from __future__ import annotations

from typing import Any

from kontor.companies.models import CustomerGroup, Tier
from kontor.erp.errors import Refused
from kontor.erp.loading import values
from kontor.erp.loading.kind import Column, Kind
from kontor.erp.loading.staging import Counts, Staging
from kontor.kit.translated import LANGUAGES
from kontor.partners.models import Partner, SellingEntity

OF_COMPANY = 'name, organisation_number, vat_number, country, language, currency, entity, partner, tier, "group", email, phone'
FIRST = "(SELECT DISTINCT ON (number) * FROM staged ORDER BY number, line)"


class Companies(Kind):
    """Customers. A new one with a partner gets a relationship in each area that the partner serves where it is."""

    name = "companies"

    def make_columns(self) -> list[Column]:
        entities = SellingEntity.objects.values_list("code", flat=True)
        partners = Partner.objects.values_list("code", flat=True)
        groups = CustomerGroup.objects.values_list("code", flat=True)
        return [
            Column("number", values.code(16), needed=True),
            Column("name", values.text(120), needed=True),
            Column("organisation_number", values.text(32)),
            Column("vat_number", values.text(32)),
            Column("country", values.country, needed=True),
            Column("language", values.choice(LANGUAGES), needed=True),
            Column("currency", values.currency, needed=True),
            Column("entity", values.known(list(entities)), needed=True),
            Column("partner", values.known(list(partners))),
            Column("tier", values.choice(Tier.values), default=Tier.SILVER.value),
            Column("group", values.known(list(groups))),
            Column("email", values.email),
            Column("phone", values.text(32)),
            Column("address_kind", values.choice(["billing", "delivery"])),
            Column("address_name", values.text(100)),
            Column("street", values.text(100)),
            Column("postcode", values.text(16)),
            Column("city", values.text(60)),
            Column("address_country", values.country),
            Column("address_phone", values.text(32)),
            Column("address_default", values.yes_or_no, "boolean", default=False),
        ]

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        if row["organisation_number"]:
            row["organisation_number"] = values.organisation_number(
                row["organisation_number"], row["country"]
            )
        if row["vat_number"]:
            row["vat_number"] = values.vat_number(row["vat_number"], row["country"])
        place = [row["street"], row["postcode"], row["city"]]
        if not row["address_kind"]:
            if any(place):
                raise Refused("address_without_kind", row["street"], "address_kind")
            return []
        row["address_name"] = row["address_name"] or row["name"][:100]
        row["address_country"] = row["address_country"] or row["country"]
        if not all(place):
            return [("address_incomplete", "street", ", ".join(place))]
        return []

    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        staging.index("number", "line")
        staging.refuse(
            "wrong_currency",
            "e.code = s.entity AND e.currency <> s.currency",
            field="currency",
            using="partners_sellingentity e",
        )
        staging.refuse(
            "merged_company",
            "c.number = s.number AND c.succeeded_by_id IS NOT NULL",
            field="number",
            using="companies_company c",
        )
        same = staging.drop_repeated(*once_per) if once_per else 0
        columns = [column.strip() for column in OF_COMPANY.split(",")]
        ours, theirs = (", ".join(f"{alias}.{column}" for column in columns) for alias in ("s", "first"))
        staging.refuse(
            "other_company_columns",
            f"first.number = s.number AND ({ours}) IS DISTINCT FROM ({theirs})",
            field="number",
            using=f"{FIRST} first",
        )
        staging.refuse_repeated("number", "address_kind", "address_name")
        staging.refuse(
            "second_default",
            """s.address_default AND EXISTS (SELECT FROM staged earlier WHERE earlier.number = s.number
               AND earlier.address_kind = s.address_kind AND earlier.address_default AND earlier.line < s.line)""",
            field="address_name",
        )
        return same

    def merge(self, staging: Staging) -> dict[str, Counts]:
        staging.run(
            """CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS SELECT DISTINCT number FROM staged s
               WHERE NOT EXISTS (SELECT FROM companies_company c WHERE c.number = s.number)"""
        )
        companies = staging.merge(
            "companies_company",
            {column: f"s.{column}" for column in ("number", "name", "organisation_number", "vat_number")}
            | {
                column: f"s.{column}"
                for column in ("country", "language", "currency", "tier", "email", "phone")
            }
            | {"entity_id": "e.id", "partner_id": "p.id", "group_id": "g.id", "created_at": "now()"},
            key=["number"],
            keep=["created_at"],
            source=f"""{FIRST} s JOIN partners_sellingentity e ON e.code = s.entity
                       LEFT JOIN partners_partner p ON p.code = s.partner
                       LEFT JOIN companies_customergroup g ON g.code = s."group" """,
        )
        staging.run(
            """UPDATE companies_address a SET is_default = false
               FROM staged s JOIN companies_company c ON c.number = s.number
               WHERE s.address_default AND a.company_id = c.id AND a.kind = s.address_kind AND a.is_default
                 AND a.name <> s.address_name"""
        )
        addresses = staging.merge(
            "companies_address",
            {"company_id": "c.id", "kind": "s.address_kind", "name": "s.address_name"}
            | {column: f"s.{column}" for column in ("street", "postcode", "city")}
            | {"country": "s.address_country", "phone": "s.address_phone", "is_default": "s.address_default"},
            key=["company_id", "kind", "name"],
            source="staged s JOIN companies_company c ON c.number = s.number WHERE s.address_kind <> '' ORDER BY s.line",
        )
        relationships = staging.run(
            """INSERT INTO companies_relationship (company_id, partner_id, area_id, status, since)
               SELECT DISTINCT c.id, c.partner_id, served.area_id, 'active', current_date
               FROM fresh JOIN companies_company c USING (number)
               JOIN partners_partnerarea served ON served.partner_id = c.partner_id
               WHERE served.postcode_from = '' OR EXISTS (
                 SELECT FROM companies_address a WHERE a.company_id = c.id AND a.kind = 'billing'
                   AND a.postcode BETWEEN served.postcode_from AND served.postcode_to)"""
        )
        return {"companies": companies, "addresses": addresses, "relationships": Counts(new=relationships)}
