"""A shop with 30 more products than the cast's."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection

from kontor.catalogue.models import ArticleNumber, Category, Price, PriceList, Product, Stock
from kontor.kit.actors import SystemActor
from kontor.kit.scope import acting_in
from kontor.partners.models import ProductArea


@pytest.fixture
def many(stage: SystemActor, products: dict[str, Product], areas: dict[str, ProductArea]) -> list[Product]:
    """Thirty hoses of three makers in `hoses/steel`: 10 in stock, 10 in Hamburg, 10 made to order."""
    with acting_in(stage):
        hoses = Category.objects.create(
            path="hoses", name_nb="Slanger", name_de="Schläuche", name_en="Hoses", position=1
        )
        steel = Category.objects.create(
            path="hoses/steel", parent=hoses, name_nb="Stål", name_de="Stahl", name_en="Steel hoses"
        )
        general = PriceList.objects.get(code="GENERAL-NOK")
        made = []
        for place in range(30):
            product = Product.objects.create(
                number=f"HS-{1000 + place}",
                maker=("Alfa", "Beta", "Gamma")[place % 3],
                area=areas["construction"],
                category=steel,
                name_nb=f"Stålslange DN {10 + place}",
                name_de=f"Stahlschlauch DN {10 + place}",
                name_en=f"Steel hose DN {10 + place}",
                description_en="For 400 bar. With couplings at both ends.",
                lead_days=15 if place >= 20 else None,
            )
            ArticleNumber.objects.create(product=product, kind="ours", plain=f"HS{1000 + place}")
            if place < 20:
                Stock.objects.create(
                    product=product, warehouse="Trondheim" if place < 10 else "Hamburg", quantity=20
                )
            Price.objects.create(
                list=general,
                product=product,
                valid_from=dt.date(2026, 1, 1),
                amount=Decimal(1000 - 10 * place),
            )
            made.append(product)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE catalogue_product")
        return made
