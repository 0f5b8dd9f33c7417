"""The list of orders: what stands in it, filters, paging, export."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from kontor.companies.models import Member
from kontor.partners.models import Staff
from tests.orders import placed

pytestmark = pytest.mark.django_db


def numbers(answer) -> list[str]:
    return [row.order.number for row in answer.context["page"].rows]


def test_own_orders_newest_first(anna: Member, claudia: Member, products, client_of) -> None:
    now = timezone.now()
    older = placed(anna, products, placed_at=now - dt.timedelta(days=2))
    newer = placed(anna, products, placed_at=now, channel="phone", member=None, ordered_by="Jonas Lie")
    placed(claudia, products)
    answer = client_of(anna).get("/orders/")
    assert numbers(answer) == [newer.number, older.number]
    page = answer.content.decode()
    assert "på telefon" in page
    assert "1 719,15 kr" in page.replace("\xa0", " ")


def test_staff_are_told_that_it_is_for_customers(petra: Staff, client_of) -> None:
    assert client_of(petra).get("/orders/").status_code == 403


@pytest.mark.parametrize("what", ["A-2026-777", "fb-77", "hi-512", "bucket"])
def test_search_by_number_own_number_and_article(anna: Member, products, client_of, what: str) -> None:
    order = placed(
        anna, products, [("HI-512045", 1, "318.00")], number="A-2026-777001", customer_reference="FB-77/x"
    )
    placed(anna, products)
    assert numbers(client_of(anna).get("/orders/", {"q": what})) == [order.number]


def test_filters_are_chips_that_come_off(anna: Member, products, client_of) -> None:
    done = placed(
        anna, products, status="delivered", channel="post", placed_at=timezone.now() - dt.timedelta(days=50)
    )
    placed(anna, products)
    client = client_of(anna)
    for query in ({"state": "delivered"}, {"channel": "post"}, {"period": "90", "state": "delivered"}):
        assert numbers(client.get("/orders/", query)) == [done.number]
    assert done.number not in numbers(client.get("/orders/", {"period": "30"}))
    assert done.number not in numbers(client.get("/orders/", {"state": "open"}))
    page = client.get("/orders/", {"state": "delivered", "channel": "post"}).content.decode()
    assert 'class="chip" href="?channel=post"' in page
    assert 'class="chip" href="?state=delivered"' in page
    assert len(numbers(client.get("/orders/", {"state": "nonsense", "period": "x", "after": "1~2~3"}))) == 2


def test_what_was_promised_and_did_not_leave_is_late(anna: Member, products, client_of) -> None:
    order = placed(anna, products, status="confirmed")
    from kontor.kit.scope import acting_in
    from tests.cast import STAGE

    with acting_in(STAGE):
        order.lines.update(promised_date=timezone.localdate() - dt.timedelta(days=1))
    assert "Forsinket" in client_of(anna).get("/orders/").content.decode()
    assert "Forsinket" in client_of(anna).get(f"/orders/{order.number}/").content.decode()


def test_empty_and_nothing_found(anna: Member, client_of) -> None:
    assert "Ingen ordrer ennå" in client_of(anna).get("/orders/").content.decode()
    assert "Ingen ordre passer" in client_of(anna).get("/orders/", {"q": "x"}).content.decode()


@pytest.mark.parametrize("sort", ["", "placed_at", "-total", "total"])
def test_pages_by_key_in_every_sort(anna: Member, products, client_of, sort: str) -> None:
    now = timezone.now()
    made = [
        placed(anna, products, placed_at=now - dt.timedelta(hours=n // 2), total=100 + n % 7)
        for n in range(60)
    ]
    client = client_of(anna)
    seen: list[str] = []
    query = {"sort": sort}
    while True:
        page = client.get("/orders/", query).context["page"]
        seen += [row.order.number for row in page.rows]
        if not page.next:
            break
        query = {"sort": sort, "after": page.next}
    assert sorted(seen) == sorted(order.number for order in made)
    back = client.get("/orders/", {"sort": sort, "before": page.previous}).context["page"]
    assert [row.order.number for row in back.rows] == seen[25:50]


def test_it_asks_the_same_for_one_order_and_for_25(anna: Member, products, client_of, at_most) -> None:
    client = client_of(anna)
    placed(anna, products)
    client.get("/orders/")
    with at_most(12) as one:
        assert len(numbers(client.get("/orders/"))) == 1
    for _ in range(24):
        placed(anna, products)
    with at_most(12) as many:
        assert len(numbers(client.get("/orders/"))) == 25
    assert len(one) == len(many)


def test_csv_opens_in_excel_and_holds_no_formula(anna: Member, products, client_of) -> None:
    placed(anna, products, customer_reference="=HYPERLINK(1)", number="A-2026-900001")
    answer = client_of(anna).get("/orders/export.csv")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeffOrdre;Bestilt;Deres ordrenummer;")
    assert "A-2026-900001;" in text
    assert ";'=HYPERLINK(1);" in text
    assert ";1719,15;NOK" in text
    assert answer["Content-Disposition"] == 'attachment; filename="ordrer.csv"'


def test_excel(anna: Member, claudia: Member, products, client_of) -> None:
    placed(anna, products, customer_reference="=1+1", number="A-2026-900002", status="delivered")
    placed(claudia, products)
    placed(anna, products)
    answer = client_of(anna).get("/orders/export.xlsx", {"state": "delivered"})
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    rows = book.get_sheet_by_index(0).to_python()
    assert len(rows) == 2
    assert rows[1][0] == "A-2026-900002"
    assert rows[1][2] == "=1+1"
    assert rows[1][8] == 1719.15


def test_no_other_kind_of_file(anna: Member, client_of) -> None:
    assert client_of(anna).get("/orders/export.pdf").status_code == 404
