"""Articles with their numbers, prices and stock."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from kontor.catalogue.models import (
    ArticleNumber,
    Category,
    CustomerArticleNumber,
    Price,
    PriceList,
    Product,
    Stock,
)
from kontor.companies.models import Company, CustomerGroup
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea
from tests.cast import STAGE


@pytest.fixture
def products(
    stage: SystemActor,
    areas: dict[str, ProductArea],
    groups: dict[str, CustomerGroup],
    fjordbygg: Company,
    rheintal: Company,
) -> dict[str, Product]:
    """Articles by number, with prices: HI-440718 costs NOK 612.00 on the general list, 501.84 for building
    contractors (448.14 net for gold from 10), so 471.73 for Fjordbygg; HI-512045 has a contract price of NOK 318.00.
    """
    rows: list[tuple[str, str, str, dict[str, Any], str, str]] = [
        ("HI-440718", "construction", "Return filter RF 330, 10 µm", {"maker_number": "NH-77120-10", "gtin": "2000000000015"}, "612.00", "58.00"),
        ("HI-470046", "construction", "Hydraulic oil HVLP 46, drum 208 l", {"unit": "drum", "forwarder": True, "bulky": True, "weight_kg": 195}, "6638.30", "640.00"),
        ("HI-512045", "construction", "Bucket tooth NX 45, forged", {"weight_kg": 6}, "420.00", "41.00"),
        ("HI-690112", "office", "Electrolyte drink, 24 × 0.5 l", {"tax_class": "reduced", "unit": "pack"}, "307.45", "28.00"),
        ("HI-748120", "construction", "Hexagon bolt M12×40", {"pack_size": 100, "min_quantity": 100}, "180.00", "16.00"),
        ("HI-999000", "lighting", "Discontinued lamp", {"is_active": False}, "10.00", "1.00"),
        ("HI-888000", "lighting", "Lamp on request", {}, "", ""),
    ]  # fmt: skip
    with acting_in(stage):
        category = Category.objects.create(path="parts", name_nb="Deler", name_de="Teile", name_en="Parts")
        general = {
            currency: PriceList.objects.create(
                code=f"GENERAL-{currency}",
                name=f"General list {currency}",
                kind="general",
                rank=50,
                currency=currency,
            )
            for currency in ("NOK", "EUR")
        }
        building = PriceList.objects.create(
            code="BUILD-2026",
            name="Construction list 2026",
            kind="group",
            rank=30,
            currency="NOK",
            group=groups["building"],
        )
        contract = PriceList.objects.create(
            code="RA-2026-014",
            name="RA-2026-014",
            kind="contract",
            rank=10,
            currency="NOK",
            company=fjordbygg,
        )
        made: dict[str, Product] = {}
        day = dt.date(2026, 1, 1)
        for number, area, name, more, nok, eur in rows:
            product = made[number] = Product.objects.create(
                number=number,
                area=areas[area],
                category=category,
                name_nb=f"{name} (nb)",
                name_de=f"{name} (de)",
                name_en=name,
                **({"weight_kg": 1} | more),
            )
            for kind, value in [("ours", number), ("maker", product.maker_number), ("gtin", product.gtin)]:
                if value:
                    ArticleNumber.objects.create(
                        product=product, kind=kind, plain="".join(c for c in value.upper() if c.isalnum())
                    )
            Stock.objects.create(product=product, warehouse="Trondheim", quantity=42)
            per = 100 if number == "HI-748120" else 1
            for currency, amount in [("NOK", nok), ("EUR", eur)]:
                if amount:
                    Price.objects.create(
                        list=general[currency],
                        product=product,
                        valid_from=day,
                        amount=Decimal(amount),
                        per=per,
                    )
        filter_, tooth = made["HI-440718"], made["HI-512045"]
        for from_quantity, text in ((1, "501.84"), (10, "476.74")):
            Price.objects.create(
                list=building,
                product=filter_,
                group=building.group,
                valid_from=day,
                amount=Decimal(text),
                from_quantity=from_quantity,
            )
        Price.objects.create(
            list=contract,
            product=tooth,
            company=fjordbygg,
            valid_from=day,
            amount=Decimal("318.00"),
            net=True,
        )
        CustomerArticleNumber.objects.create(
            company=fjordbygg, product=filter_, number="HYD-RET-7", plain="HYDRET7"
        )
        return made


def more_products(like: Product, count: int) -> list[Product]:
    """Further articles HI-700000, HI-700001, … in the place of another: 1 kg each, NOK 10.00 on the general list."""
    with acting_in(STAGE):
        general = PriceList.objects.get(code="GENERAL-NOK")
        made = [
            Product.objects.create(
                number=f"HI-7{index:05d}",
                area=like.area,
                category=like.category,
                name_nb=f"Vare {index}",
                name_de=f"Ware {index}",
                name_en=f"Thing {index}",
                weight_kg=1,
            )
            for index in range(count)
        ]
        for product in made:
            ArticleNumber.objects.create(product=product, kind="ours", plain=product.number.replace("-", ""))
            Price.objects.create(
                list=general, product=product, valid_from=dt.date(2026, 1, 1), amount=Decimal(10)
            )
    return made
