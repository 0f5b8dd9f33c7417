"""Reading files of others by a mapping."""

from __future__ import annotations

import io
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command

from kontor.catalogue.models import Product
from kontor.companies.models import Company
from kontor.erp.errors import BadMapping, UnreadableFile
from kontor.erp.loading.mapping import SHIPPED, FileMapping
from kontor.erp.tests.conftest import Load
from kontor.journal.models import Entry
from kontor.kit.scope import acting_in
from kontor.orders.models import Order, OrderLine
from kontor.partners.models import SellingEntity

pytestmark = pytest.mark.django_db

# A line of each kind of dirt, written for this test.
DIRTY = """\
InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
500001,20001A,BLUE  ENAMEL JUG ,6,2010-12-01 08:26:00,2.55,17001.0,United Kingdom
500001,20002,"TIN, SMALL, ROUND",12,2010-12-01 08:26:00,0.42,17001.0,United Kingdom
500001,POST,POSTAGE,1,2010-12-01 08:27:00,18.0,17001.0,United Kingdom
500002,20001a,BLUE ENAMEL JUG,4,2010-12-01 09:00:00,2.55,12501.0,Norway
500002,20003,,3,2010-12-01 09:00:00,1.25,12501.0,Norway
500003,20002,TIN SMALL ROUND,2,2010-12-01 09:05:00,0.85,,United Kingdom
C500004,20001A,BLUE ENAMEL JUG,-1,2010-12-01 09:10:00,2.55,17001.0,United Kingdom
C500005,D,Discount,-1,2010-12-01 09:11:00,27.5,14527.0,United Kingdom
500006,20004,damaged,-10,2010-12-01 09:12:00,0.0,,United Kingdom
500007,20005,RED LANTERN,-2,2010-12-01 09:13:00,3.39,17001.0,United Kingdom
500008,20005,RED LANTERN,1,2010-12-01 09:14:00,0.0,17001.0,United Kingdom
500009,M,Manual,1,2010-12-01 09:15:00,1.95,17002.0,United Kingdom
500010,20005,RED LANTERN,1,2010-12-01 09:16:00,3.39,17003.0,Unspecified
500011,20005,RED LANTERN,some,2010-12-01 09:17:00,3.39,17002.0,United Kingdom
"""


@pytest.fixture
def online_retail() -> FileMapping:
    return FileMapping.read(Path("online-retail"))


def test_one_dirty_file_gives_companies_products_and_orders(loading: Load, stage, online_retail):
    more = {"mapping": online_retail}
    companies, products, orders = (
        loading(kind, DIRTY, more=more) for kind in ("companies", "products", "orders")
    )

    assert companies.rows("companies") == (4, 0, 0)
    assert [(line, reason) for line, reason, _, _ in companies.refused] == [(14, "not_mapped")]
    assert companies.outcome.passed_over == 2
    assert products.refused == []
    assert products.rows("products") == (5, 0, 0)
    assert orders.rows("orders") == (3, 0, 0)
    assert orders.rows("order lines") == (6, 0, 0)
    assert orders.notes == ["product_not_here"]
    assert orders.refused == [
        (7, "missing", "CustomerID", ""),
        (8, "cancellation", "InvoiceNo", "C500004"),
        (9, "cancellation", "InvoiceNo", "C500005"),
        (10, "missing", "CustomerID", ""),
        (10, "not_positive", "Quantity", "-10"),
        (10, "no_price", "UnitPrice", "0.0"),
        (11, "not_positive", "Quantity", "-2"),
        (12, "no_price", "UnitPrice", "0.0"),
        (14, "unknown_company", "CustomerID", "17003"),
        (15, "not_a_number", "Quantity", "some"),
    ]
    with acting_in(stage):
        company = Company.objects.select_related("entity").get(number="12501")
        assert (company.name, company.country, company.language, company.currency) == (
            "Customer 12501",
            "NO",
            "nb",
            "GBP",
        )
        assert company.entity == SellingEntity.objects.get(code="GB")
        assert Product.objects.get(number="20002").name_en == "TIN, SMALL, ROUND"
        order = Order.objects.get(number="500001")
        assert (order.net, order.tax, order.status) == (Decimal("38.34"), Decimal("7.67"), "delivered")
        lines = OrderLine.objects.filter(order=order).order_by("position")
        assert [(line.position, line.number, line.text) for line in lines] == [
            (1, "20001A", "BLUE ENAMEL JUG"),
            (2, "20002", "TIN, SMALL, ROUND"),
            (3, "POST", "POSTAGE"),
        ]
        assert Order.objects.get(number="500002").tax == 0
        assert Entry.objects.get(verb="entity.added", actor="erp.load").details == {"code": "GB"}


def test_every_line_is_accounted_for_and_twice_changes_nothing(loading: Load, stage, online_retail):
    for kind in ("companies", "products", "orders"):
        first = loading(kind, DIRTY, more={"mapping": online_retail}).outcome
        assert first.read == 14
        assert first.loaded + first.passed_over + first.same + sum(first.refused.values()) == 14
        again = loading(kind, DIRTY, more={"mapping": online_retail}).outcome
        assert again.refused == first.refused
        assert (
            sum(
                (Counter({"new": rows.new, "changed": rows.changed}) for rows in again.rows.values()),
                Counter(),
            )
            == {}
        )


def test_shipped_mappings_can_be_read():
    for path in SHIPPED.glob("*.toml"):
        assert FileMapping.read(path).parts


def test_a_mapping_may_just_rename_columns(loading: Load, file_of, tmp_path, fjordbygg, products):
    path = tmp_path / "own.toml"
    path.write_text(
        """
        delimiter = ";"
        [article-numbers.columns]
        company = "104233"
        product = "HI-{Artikkel}"
        [article-numbers.remove]
        number = "^0+"
        [[article-numbers.refuse]]
        column = "number"
        matches = "^TEST"
        reason = "test_number"
        says = "Numbers for tests are not ours."
        """
    )
    rows = "Artikkel;number\n440718;0077\n;1\n440718;TEST1\n"
    loaded = loading("article-numbers", rows, more={"mapping": FileMapping.read(path)})
    assert loaded.rows("article numbers") == (1, 0, 0)
    assert loaded.refused == [(3, "missing", "Artikkel", ""), (4, "test_number", "number", "TEST1")]
    assert [words for told, words in loaded.told if told.line == 4] == ["Numbers for tests are not ours."]
    out = io.StringIO()
    call_command("load", "article-numbers", str(file_of(rows)), "--mapping", str(path), stdout=out)
    assert "1 test_number number: Numbers for tests are not ours." in out.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no section"),
        ("[orders", "Expected"),
        ("[orders.colums]\nnumber = 'x'", "colums"),
        ("[orders.remove]\nnumber = '('", "regular expression"),
        ("[[orders.refuse]]\nmatches = 'x'", "column"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(tmp_path, content, says):
    path = tmp_path / "bad.toml"
    path.write_text(content)
    with pytest.raises(BadMapping) as problem:
        FileMapping.read(path)
    assert says in str(problem.value)


def test_a_mapping_for_other_columns_or_kinds_is_refused(loading: Load, stage, tmp_path, online_retail):
    with pytest.raises(UnreadableFile, match="CustomerID"):
        loading("companies", "number,name\n1,x\n", more={"mapping": online_retail})
    with pytest.raises(BadMapping, match="prices"):
        loading("prices", DIRTY, more={"mapping": online_retail})
