"""Several tabs that fill the same cart and the same list at the same moment: nothing is lost, nothing is there twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kontor.kit.scope import acting_in
from kontor.shopping.models import Cart, CartLine, QuickOrder, QuickOrderLine

TABS = 6


def at_once(browsers, path: str, fields: list[dict[str, str]]) -> list[int]:
    together = Barrier(TABS)

    def send(browser, sent: dict[str, str]) -> int:
        together.wait(10)
        try:
            return int(browser.post(path, sent).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TABS) as threads:
        return list(threads.map(send, browsers, fields))


@pytest.mark.django_db(transaction=True)
def test_the_first_cart_is_made_once_and_holds_what_every_tab_put_in(bjorn, products, client_of):
    browsers = [client_of(bjorn) for _ in range(TABS)]
    sent = [{"number": number, "quantity": "1"} for number in ("HI-440718", "HI-512045")] * (TABS // 2)
    assert at_once(browsers, "/cart/add/", sent) == [302] * TABS
    with acting_in(bjorn):
        assert Cart.objects.count() == 1
        assert sorted(CartLine.objects.values_list("quantity", flat=True)) == [3, 3]


@pytest.mark.django_db(transaction=True)
def test_lines_of_every_tab_are_in_the_list(bjorn, products, client_of):
    browsers = [client_of(bjorn) for _ in range(TABS)]
    sent = [{"text": f"HI-440718 {place}\nHI-512045 {place}"} for place in range(1, TABS + 1)]
    assert at_once(browsers, "/shop/quick-order/paste/", sent) == [302] * TABS
    with acting_in(bjorn):
        assert QuickOrder.objects.count() == 1
        positions = sorted(QuickOrderLine.objects.values_list("position", flat=True))
    assert positions == list(range(1, TABS * 2 + 1))


@pytest.mark.django_db(transaction=True)
def test_lines_moved_twice_at_once_are_in_the_cart_once(bjorn, products, client_of):
    browsers = [client_of(bjorn) for _ in range(TABS)]
    browsers[0].post("/shop/quick-order/paste/", {"text": "HI-440718 4\nHI-512045 2"})
    at_once(browsers, "/shop/quick-order/to-cart/", [{}] * TABS)
    with acting_in(bjorn):
        quantities = CartLine.objects.order_by("product__number").values_list("quantity", flat=True)
        assert list(quantities) == [4, 2]
