"""The page of an order (OR-1)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.documents.actions import store
from kontor.documents.models import Document
from kontor.kit.scope import acting_in
from kontor.orders.actions import confirm_orders
from kontor.orders.jobs import mail_confirmation
from kontor.orders.models import OrderLine
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.orders import placed

pytestmark = pytest.mark.django_db


def text(answer: Any) -> Any:
    return answer.content.decode().replace("\xa0", " ")


def test_lines_sums_facts_and_documents(anna: Member, rita: Member, products, terms, client_of) -> None:
    order = placed(anna, products, terms=terms["sale"], surcharge=0)
    mail_confirmation.task.func(order_id=order.pk)
    page = text(client_of(rita).get(f"/orders/{order.number}/"))
    for words in (
        f"Ordre {order.number}", "Vår tur: Vi går gjennom ordren", "Return filter RF 330", "471,73", "Gull", "Mva. 25 %",
        "273,12 kr", "46,12 kr", "1 719,15 kr", "FB-26-1184", "Anna Hagen", "Sluppenvegen 18", "Faktura, 14 dager", "versjon 4",
        f"Ordrebekreftelse {order.number}", "/documents/", "Bestilt av Anna Hagen",
    ):  # fmt: skip
        assert words in page, words


def test_for_others_it_does_not_exist(
    anna: Member, claudia: Member, stefan: Staff, products, client_of
) -> None:
    order = placed(anna, products)
    assert client_of(claudia).get(f"/orders/{order.number}/").status_code == 404
    assert client_of(stefan).get(f"/orders/{order.number}/").status_code == 403
    assert client_of(anna).get("/orders/A-0000-000000/").status_code == 404


def test_customers_read_the_house_not_the_person(anna: Member, petra: Staff, products, client_of) -> None:
    order = placed(anna, products)
    with acting_in(petra):
        confirm_orders([order.number], by=petra)
    page = text(client_of(anna).get(f"/orders/{order.number}/"))
    assert "Ordren bekreftet" in page
    assert ", Hansa Nord" in page
    assert (
        "Petra Lund" not in page.partition("<main")[2].partition("</main>")[0]
    )  # beside it she is whom to call


def test_an_order_from_the_erp_says_how_it_came_and_when_it_left(anna: Member, products, client_of) -> None:
    order = placed(anna, products, member=None, channel="phone", ordered_by="Jonas Lie", status="delivered")
    with acting_in(STAGE):
        order.lines.update(status="delivered", shipped_on=timezone.localdate() - dt.timedelta(days=1))
    page = text(client_of(anna).get(f"/orders/{order.number}/"))
    assert "Bestilt på telefon" in page
    assert "2 linjer sendt" in page
    assert "Ferdig: Alt er levert." in page


def test_ten_thousand_lines_come_in_pages(anna: Member, products, client_of) -> None:
    order = placed(anna, products, line_count=250)
    with acting_in(STAGE):
        first = order.lines.get(position=1)
        first.pk = None
        OrderLine.objects.bulk_create(
            OrderLine(
                **{f.attname: getattr(first, f.attname) for f in OrderLine._meta.concrete_fields}
                | {"position": n}
            )
            for n in range(3, 251)
        )
    client = client_of(anna)
    lines = client.get(f"/orders/{order.number}/").context["lines"]
    assert (lines.first, lines.last, lines.earlier, lines.later) == (1, 100, None, 101)
    lines = client.get(f"/orders/{order.number}/?line=201").context["lines"]
    assert (lines.first, lines.last, lines.earlier, lines.later) == (201, 250, 101, None)
    assert client.get(f"/orders/{order.number}/?line=x").status_code == 200


def test_it_asks_the_same_for_one_line_and_for_25(
    anna: Member, petra: Staff, products, client_of, at_most
) -> None:
    short, long = (placed(anna, products, lines=[("HI-440718", 1, "471.73")] * count) for count in (1, 25))
    with acting_in(petra):
        confirm_orders([short.number, long.number], by=petra)
    client = client_of(anna)
    client.get(f"/orders/{short.number}/")
    asked = []
    for order, count in ((short, 1), (long, 25)):
        with at_most(12) as queries:
            assert client.get(f"/orders/{order.number}/").context["lines"].last == count
        asked.append(queries)
    assert len(asked[0]) == len(asked[1])


def test_it_asks_the_same_for_one_document_and_for_25(anna: Member, products, client_of, at_most) -> None:
    order = placed(anna, products)
    client = client_of(anna)
    path = f"/orders/{order.number}/"
    client.get(path)
    asked = []
    for held, count in ((0, 1), (1, 25)):
        with acting_in(STAGE):
            for number in range(count - held):
                store(
                    company=order.company,
                    partner_id=order.partner_id,
                    kind=Document.Kind.ORDER_CONFIRMATION,
                    subject=order,
                    name=f"{number}.pdf",
                    content_type="application/pdf",
                    content=b"%PDF-1.7",
                    language="nb",
                    by=STAGE,
                )
        with at_most(12) as queries:
            page = client.get(path).content.decode()
        assert page.count("/documents/") == count
        asked.append(queries)
    assert len(asked[0]) == len(asked[1])
