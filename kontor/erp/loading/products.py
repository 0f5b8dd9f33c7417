"""Products with their place in the category tree, their numbers, their stock and their picture."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Final

from kontor.catalogue.models import TaxClass, Unit
from kontor.catalogue.numbers import plain
from kontor.erp.errors import Refused
from kontor.erp.loading import values
from kontor.erp.loading.kind import Column, Kind, Options
from kontor.erp.loading.pictures import Pictures
from kontor.erp.loading.staging import Counts, Staging
from kontor.kit.translated import LANGUAGES
from kontor.partners.models import ProductArea

PATH: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
PLAIN_COLUMNS: Final = (
    "number",
    "maker",
    "maker_number",
    "gtin",
    "unit",
    "pack_size",
    "min_quantity",
    "weight_kg",
)
MORE_COLUMNS: Final = ("bulky", "forwarder", "tax_class", "lead_days")


class Products(Kind):
    """What we sell. Categories come to exist with their first product; the first line that names one decides."""

    name = "products"
    derived: ClassVar = {
        "steps_nb": "text[]",
        "steps_de": "text[]",
        "steps_en": "text[]",
        "plain_ours": "text",
        "plain_maker": "text",
        "picture": "text",
    }

    def __init__(self, options: Options) -> None:
        self.pictures = Pictures(options.pictures) if options.pictures else None
        super().__init__(options)

    def make_columns(self) -> list[Column]:
        decimal, areas = self.options.decimal, ProductArea.objects.values_list("code", flat=True)
        quantity = values.number(digits=12, places=3, decimal=decimal)
        return [
            Column("number", values.text(40), needed=True),
            Column("maker", values.text(60)),
            Column("maker_number", values.text(60)),
            Column("gtin", values.gtin),
            Column("area", values.known(list(areas)), needed=True),
            *(Column(f"category_{language}", values.text(400)) for language in LANGUAGES),
            Column("category", values.text(120), needed=True),
            *(Column(f"name_{language}", values.text(160)) for language in LANGUAGES),
            *(Column(f"description_{language}", values.prose) for language in LANGUAGES),
            Column("unit", values.choice(Unit.values), default=Unit.PIECE.value),
            Column("pack_size", values.positive(quantity), "numeric", default=1),
            Column("min_quantity", values.positive(quantity), "numeric", default=None),
            Column("weight_kg", values.not_negative(quantity), "numeric", default=None),
            Column("bulky", values.yes_or_no, "boolean", default=False),
            Column("forwarder", values.yes_or_no, "boolean", default=False),
            Column("tax_class", values.choice(TaxClass.values), default=TaxClass.STANDARD.value),
            Column("drawing", values.code(80)),
            Column("warehouse", values.text(40)),
            Column("stock", values.not_negative(quantity), "numeric", default=0),
            Column("restock_date", values.day(self.options.date("restock_date")), "date", default=None),
            Column("restock_quantity", values.positive(quantity), "numeric", default=None),
            Column("lead_days", values.whole(largest=9999), "integer", default=None),
            Column("active", values.yes_or_no, "boolean", default=True),
        ]

    def complete(self, row: dict[str, Any]) -> list[tuple[str, str, str]]:
        if not PATH.fullmatch(row["category"]):
            raise Refused("bad_path", row["category"], "category")
        depth = row["category"].count("/") + 1
        for language in LANGUAGES:
            said = row[f"category_{language}"]
            steps = [step.strip()[:80] for step in said.split(">")] if said else [""] * depth
            if len(steps) != depth:
                raise Refused("category_names", said, f"category_{language}")
            row[f"steps_{language}"] = steps
        if not any(row[f"category_{language}"] for language in LANGUAGES):
            raise Refused("missing", "", "category_en")
        if not any(row[f"name_{language}"] for language in LANGUAGES):
            raise Refused("missing", "", "name_en")
        row["plain_ours"] = plain(row["number"])
        row["plain_maker"] = plain(row["maker_number"])
        if not row["plain_ours"]:
            raise Refused("nothing_left", row["number"], "number")
        notes = []
        row["min_quantity"] = row["min_quantity"] or row["pack_size"]
        if row["min_quantity"] % row["pack_size"]:
            notes.append(("below_pack", "min_quantity", f"{row['min_quantity']} / {row['pack_size']}"))
        row["picture"] = None
        if self.pictures and row["drawing"]:
            row["picture"] = self.pictures.name_of(row["drawing"])
            if row["picture"] is None:
                notes.append(("no_picture", "drawing", row["drawing"]))
        return notes

    def check(self, staging: Staging, *, once_per: tuple[str, ...]) -> int:
        staging.index("number", "line")
        same = staging.drop_repeated(*once_per) if once_per else 0
        staging.refuse_repeated("number")
        return same

    def merge(self, staging: Staging) -> dict[str, Counts]:
        categories = self._merge_categories(staging)
        texts = [f"{part}_{language}" for part in ("name", "description") for language in LANGUAGES]
        products = staging.merge(
            "catalogue_product",
            {column: f"s.{column}" for column in (*PLAIN_COLUMNS, *MORE_COLUMNS, *texts)}
            | {"area_id": "a.id", "category_id": "c.id", "is_active": "s.active"}
            | {"picture": "coalesce(s.picture, kept.picture, '')"},
            key=["number"],
            source="""staged s JOIN partners_productarea a ON a.code = s.area
                      JOIN catalogue_category c ON c.path = s.category
                      LEFT JOIN catalogue_product kept ON kept.number = s.number""",
        )
        stock = staging.merge(
            "catalogue_stock",
            {"product_id": "p.id", "quantity": "s.stock"}
            | {column: f"s.{column}" for column in ("warehouse", "restock_date", "restock_quantity")},
            key=["product_id", "warehouse"],
            source="staged s JOIN catalogue_product p ON p.number = s.number WHERE s.warehouse <> ''",
        )
        self._merge_numbers(staging)
        return {"categories": categories, "products": products, "stock": stock}

    def _merge_categories(self, staging: Staging) -> Counts:
        """Make or rename the categories on the lines' paths, from the top down."""
        (depth,) = staging.one("SELECT coalesce(max(cardinality(steps_en)), 0) FROM staged")
        total = Counts()
        for step in range(1, depth + 1):
            counts = staging.merge(
                "catalogue_category",
                {"path": "path", "parent_id": "parent_id", "position": "place"}
                | {f"name_{language}": f"name_{language}" for language in LANGUAGES},
                key=["path"],
                keep=["position"],
                source=f"""(
                  SELECT found.*, parent.id AS parent_id,
                         row_number() OVER (PARTITION BY parent.id ORDER BY line) AS place
                  FROM (SELECT DISTINCT ON (path) * FROM (
                          SELECT line, array_to_string((string_to_array(category, '/'))[:{step}], '/') AS path,
                                 array_to_string((string_to_array(category, '/'))[:{step - 1}], '/') AS above,
                                 steps_nb[{step}] AS name_nb, steps_de[{step}] AS name_de, steps_en[{step}] AS name_en
                          FROM staged WHERE cardinality(steps_en) >= {step}) each ORDER BY path, line) found
                  LEFT JOIN catalogue_category parent ON parent.path = found.above) steps""",  # noqa: S608
            )
            total.new += counts.new
            total.changed += counts.changed
            total.unchanged += counts.unchanged
        return total

    def _merge_numbers(self, staging: Staging) -> None:
        """What products are found by. A number that a product no longer has goes."""
        numbers = """(SELECT p.id AS product_id, n.kind, n.plain
            FROM staged s JOIN catalogue_product p ON p.number = s.number
            CROSS JOIN LATERAL (VALUES ('ours', s.plain_ours), ('maker', s.plain_maker), ('gtin', s.gtin)) n (kind, plain))"""
        staging.run(
            f"""DELETE FROM catalogue_articlenumber a USING {numbers} n
                WHERE a.product_id = n.product_id AND a.kind = n.kind AND n.plain = ''"""  # noqa: S608
        )
        staging.merge(
            "catalogue_articlenumber",
            {"product_id": "product_id", "kind": "kind", "plain": "plain"},
            key=["product_id", "kind"],
            source=f"{numbers} n WHERE n.plain <> ''",
        )
