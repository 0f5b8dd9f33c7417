"""Companies' own numbers for our products."""

from __future__ import annotations

from typing import Any, ClassVar

from kontor.catalogue.numbers import plain
from kontor.erp.errors import Refused
from kontor.erp.loading import values
from kontor.erp.loading.kind import Column, Kind
from kontor.erp.loading.staging import Counts, Staging


class ArticleNumbers(Kind):
    """What a company calls a product; each of its numbers means one product, spelling aside."""

    name = "article-numbers"
    derived: ClassVar = {"plain": "text"}

    def make_columns(self) -> list[Column]:
        return [
            Column("company", values.code(16), needed=True),
            Column("product", values.text(40), needed=True),
            Column("number", values.text(60), needed=True),
        ]

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        row["plain"] = plain(row["number"])
        if not row["plain"]:
            raise Refused("nothing_left", row["number"], "number")
        return []

    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        staging.index("company", "plain", "line")
        staging.refuse(
            "unknown_company",
            "NOT EXISTS (SELECT FROM companies_company c WHERE c.number = s.company)",
            field="company",
        )
        staging.refuse(
            "merged_company",
            "c.number = s.company AND c.succeeded_by_id IS NOT NULL",
            field="company",
            using="companies_company c",
        )
        staging.refuse(
            "unknown_product",
            "NOT EXISTS (SELECT FROM catalogue_product p WHERE p.number = s.product)",
            field="product",
        )
        same = staging.drop_repeated(*once_per) if once_per else 0
        staging.refuse_repeated("company", "plain")
        staging.note(
            "number_taken",
            """EXISTS (SELECT FROM catalogue_customerarticlenumber n JOIN companies_company c ON c.id = n.company_id
               JOIN catalogue_product p ON p.id = n.product_id
               WHERE c.number = s.company AND n.plain = s.plain AND p.number <> s.product)""",
            field="number",
        )
        return same

    def merge(self, staging: Staging) -> dict[str, Counts]:
        numbers = staging.merge(
            "catalogue_customerarticlenumber",
            {"company_id": "c.id", "product_id": "p.id", "number": "s.number", "plain": "s.plain"},
            key=["company_id", "plain"],
            source="""staged s JOIN companies_company c ON c.number = s.company
                      JOIN catalogue_product p ON p.number = s.product""",
        )
        return {"article numbers": numbers}
