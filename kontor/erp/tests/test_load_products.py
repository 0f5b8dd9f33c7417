"""Products with their categories, numbers, stock and pictures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.storage import default_storage

from kontor.catalogue.models import ArticleNumber, CustomerArticleNumber, Product, Stock
from kontor.erp.loading.pictures import kind_of
from kontor.erp.tests.conftest import PRODUCT, Load
from kontor.kit.scope import acting_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("areas")]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'


def test_a_product_comes_with_categories_numbers_and_stock(loading: Load, stage):
    restock = {"restock_date": "2027-02-01", "restock_quantity": "40"}
    loaded = loading("products", [PRODUCT | restock])
    assert loaded.rows("products") == (1, 0, 0)
    assert loaded.rows("categories") == (2, 0, 0)
    with acting_in(stage):
        product = Product.objects.select_related("category__parent").get(number="HI-100")
        assert product.weight_kg == Decimal("1.25")
        assert product.category.path == "filters/hydraulic"
        assert product.category.parent is not None
        assert product.category.parent.name_de == "Filter"
        numbers = ArticleNumber.objects.filter(product=product).values_list("kind", "plain")
        assert dict(numbers) == {"ours": "HI100", "maker": "NH712A", "gtin": "2000000000015"}
        stock = Stock.objects.get(product=product)
        assert (stock.warehouse, stock.quantity, stock.restock_date) == (
            "Trondheim",
            Decimal(12),
            dt.date(2027, 2, 1),
        )


def test_the_same_file_again_changes_nothing(loading: Load):
    rows = [PRODUCT, PRODUCT | {"number": "HI-200", "gtin": ""}]
    loading("products", rows)
    again = loading("products", rows)
    assert again.rows("products") == (0, 0, 2)
    assert again.rows("categories") == (0, 0, 2)
    assert again.rows("stock") == (0, 0, 2)


def test_a_number_that_a_product_lost_no_longer_finds_it(loading: Load, stage):
    loading("products", [PRODUCT])
    changed = loading("products", [PRODUCT | {"maker_number": "", "stock": "0"}])
    assert changed.rows("products") == (0, 1, 0)
    assert changed.rows("stock") == (0, 1, 0)
    with acting_in(stage):
        assert not ArticleNumber.objects.filter(product__number="HI-100", kind="maker").exists()


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"gtin": "2000000000016"}, "wrong_gtin", "gtin"),
        ({"area": "garden"}, "unknown", "area"),
        ({"category": "Filters"}, "bad_path", "category"),
        ({"category_de": "Filter"}, "category_names", "category_de"),
        ({"name_nb": "", "name_de": "", "name_en": ""}, "missing", "name_en"),
        ({"unit": "box"}, "not_a_choice", "unit"),
        ({"pack_size": "0"}, "not_positive", "pack_size"),
        ({"weight_kg": "-1"}, "negative", "weight_kg"),
        ({"weight_kg": "heavy"}, "not_a_number", "weight_kg"),
        ({"weight_kg": "1.2345"}, "too_many_decimals", "weight_kg"),
        ({"stock": "1000000000"}, "too_large", "stock"),
        ({"number": "---"}, "nothing_left", "number"),
        ({"name_en": "x" * 161}, "too_long", "name_en"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(loading: Load, change, reason, field):
    loaded = loading("products", [PRODUCT | change, PRODUCT | {"number": "HI-200"}])
    assert [(line, why, where) for line, why, where, _ in loaded.refused] == [(2, reason, field)]
    assert loaded.rows("products") == (1, 0, 0)


def test_the_first_line_of_a_number_counts(loading: Load, stage):
    loaded = loading("products", [PRODUCT, PRODUCT | {"name_en": "Another"}])
    assert loaded.refused == [(3, "repeated", "number", "HI-100")]
    with acting_in(stage):
        assert Product.objects.get(number="HI-100").name_en == "Return filter"


def test_a_picture_is_stored_once_by_what_is_in_it(loading: Load, stage, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"
    folder = tmp_path / "drawings"
    folder.mkdir()
    (folder / "filter.svg").write_bytes(DRAWING)
    (folder / "copy.svg").write_bytes(DRAWING)
    (folder / "script.svg").write_bytes(DRAWING.replace(b"<path", b"<script>alert(1)</script><path"))
    rows = [
        PRODUCT | {"number": f"HI-{drawing}", "drawing": drawing}
        for drawing in ("filter", "copy", "script", "none", "../filter")
    ]
    loaded = loading("products", rows, more={"pictures": folder})
    assert loaded.notes == ["no_picture"] * 3
    with acting_in(stage):
        names = dict(Product.objects.values_list("number", "picture"))
    assert names["HI-filter"] == names["HI-copy"]
    assert names["HI-script"] == names["HI-none"] == names["HI-../filter"] == ""
    with default_storage.open(names["HI-filter"]) as stored:
        assert stored.read() == DRAWING
    assert loading("products", rows).rows("products") == (0, 0, 5)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (DRAWING, "svg"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n' + DRAWING, "svg"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpg"),
        (b"RIFF....WEBPVP8 ", "webp"),
        (b"GIF89a", None),
        (b"<html><svg></svg></html>", None),
        (DRAWING.replace(b"<path", b'<path onclick="x()"'), None),
        (DRAWING.replace(b"<path", b'<image href="https://elsewhere.example/x.png"/><path'), None),
        (DRAWING.replace(b"<path", b'<path fill="url(https://elsewhere.example/#a)"'), None),
    ],
)
def test_what_a_picture_is_shows_in_what_is_in_it(content, kind):
    assert kind_of(content) == kind


def test_a_companys_own_numbers(loading: Load, stage, fjordbygg, products):
    rows = [
        {"company": "104233", "product": "HI-440718", "number": "Filter 7"},
        {"company": "104233", "product": "HI-512045", "number": "FILTER-7"},
        {"company": "999999", "product": "HI-440718", "number": "A"},
        {"company": "104233", "product": "HI-0", "number": "B"},
        {"company": "104233", "product": "HI-440718", "number": "--"},
    ]
    loaded = loading("article-numbers", rows)
    assert [(line, reason) for line, reason, _, _ in loaded.refused] == [
        (3, "repeated"),
        (4, "unknown_company"),
        (5, "unknown_product"),
        (6, "nothing_left"),
    ]
    assert loading("article-numbers", rows).rows("article numbers") == (0, 0, 1)
    moved = loading("article-numbers", [rows[1]])
    assert (moved.rows("article numbers"), moved.notes) == ((0, 1, 0), ["number_taken"])
    with acting_in(stage):
        number = CustomerArticleNumber.objects.get(company=fjordbygg, plain="FILTER7")
        assert number.product_id == products["HI-512045"].pk
