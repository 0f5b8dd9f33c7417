"""Eight clicks at the same moment, each with a connection of its own: one order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kontor.kit.scope import acting_in
from kontor.orders.models import Order
from kontor.shopping.models import PlacedOnce
from kontor.shopping.tests.stage_checkout import PLACE, fill_cart, opened

CLICKS = 8


@pytest.mark.django_db(transaction=True)
def test_eight_clicks_at_once_make_one_order(bjorn, products, terms, client_of):
    fill_cart(bjorn, products)
    browsers = [client_of(bjorn) for _ in range(CLICKS)]
    form = opened(browsers[0])
    together = Barrier(CLICKS)

    def click(browser) -> tuple[int, str]:
        together.wait(10)
        try:
            answer = browser.post(PLACE, form)
            return answer.status_code, answer.url
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLICKS) as threads:
        answers = list(threads.map(click, browsers))
    with acting_in(bjorn):
        (order,) = Order.objects.all()
        assert order.line_count == 2
        assert PlacedOnce.objects.count() == 1
    assert answers == [(303, f"/cart/ordered/{order.number}/")] * CLICKS


@pytest.mark.django_db(transaction=True)
def test_different_answers_at_once_make_one_order(bjorn, products, terms, client_of):
    fill_cart(bjorn, products)
    browsers = [client_of(bjorn) for _ in range(CLICKS)]
    form = opened(browsers[0])
    together = Barrier(CLICKS)

    def click(numbered) -> int:
        number, browser = numbered
        together.wait(10)
        try:
            return int(browser.post(PLACE, form | {"reference": f"tab {number}"}).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(CLICKS) as threads:
        answers = sorted(threads.map(click, enumerate(browsers)))
    assert answers == [303] + [409] * (CLICKS - 1)
    with acting_in(bjorn):
        assert Order.objects.count() == 1
