"""Prices and the lists they stand on."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from kontor.catalogue.models import PriceList
from kontor.catalogue.pricing import FOREVER
from kontor.companies.models import CustomerGroup
from kontor.erp.errors import Refused
from kontor.erp.loading import values
from kontor.erp.loading.kind import Column, Kind
from kontor.erp.loading.staging import Counts, Staging

ALWAYS: Final = dt.date(2000, 1, 1)
OF_COMPANY: Final = frozenset({PriceList.Kind.CONTRACT.value, PriceList.Kind.COMPANY.value})
FIRST: Final = "(SELECT DISTINCT ON (list) * FROM staged ORDER BY list, line)"


class Prices(Kind):
    """What products cost. A list comes to exist with its first price; whose it is never changes afterwards."""

    name = "prices"

    def make_columns(self) -> list[Column]:
        options = self.options
        groups = CustomerGroup.objects.values_list("code", flat=True)
        quantity = values.number(digits=12, places=3, decimal=options.decimal)
        price = values.number(digits=12, places=4, decimal=options.decimal)
        return [
            Column("list", values.code(40), needed=True),
            Column("list_name", values.text(120)),
            Column("list_kind", values.choice(PriceList.Kind.values), needed=True),
            Column("company", values.code(16)),
            Column("group", values.known(list(groups))),
            Column("product", values.text(40), needed=True),
            Column("from_quantity", values.positive(quantity), "numeric", default=1),
            Column("price", values.not_negative(price), "numeric", needed=True),
            Column("per", values.one_of(1, 100, 1000), "integer", default=1),
            Column("currency", values.currency, needed=True),
            Column("valid_from", values.day(options.date("valid_from")), "date", default=ALWAYS),
            Column("valid_to", values.day(options.date("valid_to")), "date", default=FOREVER),
            Column("net", values.yes_or_no, "boolean", default=False),
        ]

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        kind, company, group = row["list_kind"], row["company"], row["group"]
        if bool(company) != (kind in OF_COMPANY) or bool(group) != (kind == PriceList.Kind.GROUP):
            raise Refused("list_owner", f"{kind} {company}{group}".strip(), "list_kind")
        if row["valid_to"] < row["valid_from"]:
            raise Refused("ends_before_start", str(row["valid_to"]), "valid_to")
        row["list_name"] = row["list_name"] or row["list"]
        return []

    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        staging.index("list", "product", "from_quantity", "valid_from", "line")
        staging.refuse(
            "unknown_product",
            "NOT EXISTS (SELECT FROM catalogue_product p WHERE p.number = s.product)",
            field="product",
        )
        staging.refuse(
            "unknown_company",
            "s.company <> '' AND NOT EXISTS (SELECT FROM companies_company c WHERE c.number = s.company)",
            field="company",
        )
        staging.refuse(
            "merged_company",
            "c.number = s.company AND c.succeeded_by_id IS NOT NULL",
            field="company",
            using="companies_company c",
        )
        staging.refuse(
            "company_currency",
            "c.number = s.company AND c.currency <> s.currency",
            field="currency",
            using="companies_company c",
        )
        staging.refuse(
            "other_list",
            """first.list = s.list AND (s.list_kind, s.company, s."group", s.currency)
                 IS DISTINCT FROM (first.list_kind, first.company, first."group", first.currency)""",
            field="list",
            using=f"{FIRST} first",
        )
        staging.refuse(
            "other_list",
            """here.code = s.list AND (s.list_kind, s.company, s."group", s.currency)
                 IS DISTINCT FROM (here.kind, here.company, here."group", here.currency)""",
            field="list",
            using="""(SELECT l.code, l.kind, l.currency, coalesce(c.number, '') AS company, coalesce(g.code, '') AS "group"
                      FROM catalogue_pricelist l LEFT JOIN companies_company c ON c.id = l.company_id
                      LEFT JOIN companies_customergroup g ON g.id = l.group_id) here""",
        )
        same = staging.drop_repeated(*once_per) if once_per else 0
        staging.refuse_repeated("list", "valid_from", "from_quantity", "product")
        return same

    def merge(self, staging: Staging) -> dict[str, Counts]:
        ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for kind, rank in PriceList.RANKS.items())
        lists = staging.merge(
            "catalogue_pricelist",
            {"code": "s.list", "name": "s.list_name", "kind": "s.list_kind", "currency": "s.currency"}
            | {"rank": f"CASE s.list_kind {ranks} END", "company_id": "c.id", "group_id": "g.id"},
            key=["code"],
            source=f"""{FIRST} s LEFT JOIN companies_company c ON c.number = s.company
                       LEFT JOIN companies_customergroup g ON g.code = s."group" """,
        )
        prices = staging.merge(
            "catalogue_price",
            # Whom the price is for is the list's, whatever the line says: row security decides by it.
            {"list_id": "l.id", "product_id": "p.id", "company_id": "l.company_id", "group_id": "l.group_id"}
            | {"amount": "s.price"}
            | {column: f"s.{column}" for column in ("from_quantity", "valid_from", "valid_to", "per", "net")},
            key=["list_id", "product_id", "from_quantity", "valid_from"],
            source="""staged s JOIN catalogue_pricelist l ON l.code = s.list
                      JOIN catalogue_product p ON p.number = s.product""",
        )
        return {"price lists": lists, "prices": prices}
