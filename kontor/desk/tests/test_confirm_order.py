"""The queue of new orders: who sees what, and confirming one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from kontor.companies.models import Member
from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.partners.models import Staff
from tests.cast import STAGE
from tests.orders import placed

pytestmark = pytest.mark.django_db


def status(order: Order) -> str:
    with acting_in(STAGE):
        return Order.objects.get(pk=order.pk).status


def numbers(answer) -> list[str]:
    return [row.order.number for row in answer.context["page"].rows]


def test_new_orders_the_longest_waiting_on_top(anna: Member, petra: Staff, products, client_of) -> None:
    now = timezone.now()
    fresh, waiting = placed(anna, products), placed(anna, products, placed_at=now - dt.timedelta(days=3))
    placed(anna, products, status="confirmed")
    answer = client_of(petra).get("/desk/orders/")
    assert numbers(answer) == [waiting.number, fresh.number]
    assert "Fjordbygg AS" in answer.content.decode()
    assert client_of(petra).get("/desk/").headers["Location"] == "/desk/orders/"


def test_partner_staff_see_their_own_only(
    anna: Member, claudia: Member, petra: Staff, stefan: Staff, sigrid: Staff, products, client_of
) -> None:
    ours, theirs = placed(anna, products), placed(claudia, products)
    assert numbers(client_of(petra).get("/desk/orders/")) == [ours.number]
    assert numbers(client_of(stefan).get("/desk/orders/", {"tab": "all"})) == [theirs.number]
    assert len(numbers(client_of(sigrid).get("/desk/orders/"))) == 2
    assert client_of(stefan).get(f"/desk/orders/{ours.number}/").status_code == 404
    assert client_of(stefan).post(f"/desk/orders/{ours.number}/confirm/").status_code == 404
    assert client_of(stefan).post("/desk/orders/confirm/", {"number": ours.number}).status_code == 302
    assert (
        client_of(stefan).get("/desk/orders/", {"tab": "all", "partner": ours.partner_id}).status_code == 200
    )
    assert status(ours) == "placed"


def test_members_have_no_desk(anna: Member, products, client_of) -> None:
    order = placed(anna, products)
    for path in ("/desk/", "/desk/orders/", f"/desk/orders/{order.number}/", "/desk/orders/confirm-all/"):
        assert client_of(anna).get(path).status_code == 403
    assert client_of(anna).post(f"/desk/orders/{order.number}/confirm/").status_code == 403
    assert status(order) == "placed"


def test_the_operator_narrows_by_partner_and_searches(
    anna: Member, claudia: Member, sigrid: Staff, products, client_of
) -> None:
    ours, theirs = placed(anna, products), placed(claudia, products)
    client = client_of(sigrid)
    assert numbers(client.get("/desk/orders/", {"partner": ours.partner_id})) == [ours.number]
    assert numbers(client.get("/desk/orders/", {"q": "rheintal"})) == [theirs.number]
    assert numbers(client.get("/desk/orders/", {"q": "104233"})) == [ours.number]
    assert len(numbers(client.get("/desk/orders/", {"q": "nh 77120-10"}))) == 2
    assert numbers(client.get("/desk/orders/", {"q": "HI-512045"})) == []


def test_the_page_names_customer_and_people(anna: Member, sigrid: Staff, products, client_of) -> None:
    order, other = placed(anna, products), placed(anna, products)
    page = client_of(sigrid).get(f"/desk/orders/{order.number}/").content.decode()
    for words in (
        "Din tur: Bekreft ordren",
        "Fjordbygg AS",
        "104233",
        "anna@fjordbygg.example",
        other.number,
        "Gull",
    ):
        assert words in page, words
    beside = (
        client_of(sigrid)
        .get(f"/desk/orders/{order.number}/", headers={"HX-Request": "true"})
        .content.decode()
    )
    assert "<html" not in beside
    assert order.number in beside


def test_one_click_confirms_and_leads_back_to_the_list(
    anna: Member, petra: Staff, products, client_of
) -> None:
    order = placed(anna, products)
    answer = client_of(petra).post(
        f"/desk/orders/{order.number}/confirm/", {"back": "/desk/orders/?q=fjord"}, follow=True
    )
    assert answer.redirect_chain == [("/desk/orders/?q=fjord", 302)]
    assert f"Ordre {order.number} er bekreftet." in answer.content.decode()
    assert status(order) == "confirmed"


def test_the_second_click_is_told_so(anna: Member, petra: Staff, products, client_of) -> None:
    order = placed(anna, products)
    client = client_of(petra)
    client.post(f"/desk/orders/{order.number}/confirm/")
    answer = client.post(
        f"/desk/orders/{order.number}/confirm/", {"back": "https://evil.example/"}, follow=True
    )
    assert answer.redirect_chain == [(f"/desk/orders/{order.number}/", 302)]
    assert "er allerede «Bekreftet»" in answer.content.decode()


def test_the_list_asks_the_same_for_one_order_and_for_25(
    anna: Member, sigrid: Staff, products, client_of, at_most
) -> None:
    client = client_of(sigrid)
    placed(anna, products)
    client.get("/desk/orders/")
    with at_most(12) as one:
        assert len(numbers(client.get("/desk/orders/"))) == 1
    for _ in range(24):
        placed(anna, products)
    with at_most(12) as many:
        assert len(numbers(client.get("/desk/orders/"))) == 25
    assert len(one) == len(many)


def test_an_order_asks_the_same_for_one_line_and_for_25(
    anna: Member, sigrid: Staff, products, client_of, at_most
) -> None:
    client = client_of(sigrid)
    short, long = (placed(anna, products, lines=[("HI-440718", 1, "471.73")] * count) for count in (1, 25))
    client.get(f"/desk/orders/{short.number}/")
    asked = []
    for order, count in ((short, 1), (long, 25)):
        with at_most(14) as queries:
            page = client.get(f"/desk/orders/{order.number}/").content.decode()
        assert page.count('<span class="sub id">HI-440718</span>') == count
        asked.append(queries)
    assert len(asked[0]) == len(asked[1])


def test_nothing_new_and_nothing_found(petra: Staff, client_of) -> None:
    assert "Ingen nye ordrer" in client_of(petra).get("/desk/orders/").content.decode()
    assert "Ingen ordre passer" in client_of(petra).get("/desk/orders/", {"q": "x"}).content.decode()
    assert "Ingen ordrer ennå" in client_of(petra).get("/desk/orders/", {"tab": "all"}).content.decode()
