"""How soon a line's goods can be had, in few words."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils.translation import override

from kontor.catalogue.availability import Availability, WarehouseStock
from kontor.shopping.arrival import arrival

MONDAY = dt.date(2026, 11, 16)
HERE = WarehouseStock("Trondheim", Decimal(42), dt.date(2026, 11, 23), Decimal(100), is_own=True)
AWAY = WarehouseStock("Hamburg", Decimal(10), None, None, is_own=False)


@pytest.mark.parametrize(
    ("quantity", "stock", "lead_days", "tone", "word"),
    [
        (4, [HERE], None, "ok", "In stock"),
        (50, [HERE, AWAY], None, "info", "19\N{NO-BREAK SPACE}Nov"),
        (60, [HERE, AWAY], None, "info", "24\N{NO-BREAK SPACE}Nov"),
        (1000, [HERE], None, "warn", "Not in stock"),
        (1000, [HERE], 10, "info", "1\N{NO-BREAK SPACE}Dec"),
        (2, [WarehouseStock("Trondheim", Decimal(3), None, None, is_own=True)], None, "warn", "3 left"),
        (5, [], 10, "idle", "1\N{NO-BREAK SPACE}Dec"),
        (5, [], None, "warn", "Not in stock"),
        (None, [HERE], None, "ok", "In stock"),
    ],
)
def test_a_line_says_how_soon_so_many_can_be_had(quantity, stock, lead_days, tone, word):
    here = Availability(
        is_sold=True, lead_days=lead_days, least=Decimal(1), stock=tuple(stock), today=MONDAY, country="NO"
    )
    with override("en"):
        look = arrival(here, None if quantity is None else Decimal(quantity))
        assert look
        assert (look.tone, str(look.word)) == (tone, word)


def test_what_is_no_longer_sold_says_so():
    here = Availability(is_sold=False, lead_days=None, least=Decimal(1), stock=(), today=MONDAY, country="NO")
    with override("en"):
        look = arrival(here, Decimal(1))
        assert look
        assert str(look.word) == "No longer sold"
    assert arrival(None, Decimal(1)) is None
